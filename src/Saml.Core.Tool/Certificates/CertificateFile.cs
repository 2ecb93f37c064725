using System.Buffers.Text;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Saml.Core.Tool.Certificates;

/// <summary>What a file is that somebody takes for a certificate. Nothing of a private key is ever shown.</summary>
internal sealed class CertificateFile
{
    private const string PemStart = "-----BEGIN ";

    // Those of DSA: p, q, g, y, x. A public key has two.
    private const int LeastNumbersOfAKey = 5;

    // Label of PEM (RFC 7468, 4 to 13), or what only tools of one kind write, and what it is.
    private static readonly (string LabelEnd, string Name)[] s_labels =
    [
        ("PRIVATE KEY", "a private key; keep it where it belongs and take the certificate"),
        ("CERTIFICATE REQUEST", "a certificate request (CSR); the certificate is what was answered to it"),
        ("PKCS7", "a PKCS #7 bundle; openssl pkcs7 -print_certs takes the certificates out"),
        ("CMS", "a PKCS #7 bundle; openssl pkcs7 -print_certs takes the certificates out"),
        ("PUBLIC KEY", "a bare public key; the certificate is needed"),
        ("X509 CRL", "a revocation list"),
    ];

    private static readonly (string Mark, string Name)[] s_marks =
    [
        ("<html", "an HTML page; the download was a page instead of the file"),
        ("<!DOCTYPE html", "an HTML page; the download was a page instead of the file"),
        ("EntityDescriptor", "SAML metadata; a signing certificate is the text inside ds:X509Certificate"),
        ("X509Certificate", "XML that holds a certificate: the text inside ds:X509Certificate"),
        ("ssh-rsa ", "an SSH public key; the certificate is needed"),
        ("ssh-ed25519 ", "an SSH public key; the certificate is needed"),
    ];

    private CertificateFile(string form, string? problem, IReadOnlyList<DescribedCertificate> certificates)
    {
        Form = form;
        Problem = problem;
        Certificates = certificates;
    }

    /// <summary>What the file is, for instance <c>PEM, 2 certificates</c> or <c>a private key</c>.</summary>
    public string Form { get; }

    /// <summary>Why the file as it is cannot be given to this library; null when it can.</summary>
    public string? Problem { get; }

    /// <summary>The certificates in it, in their order.</summary>
    public IReadOnlyList<DescribedCertificate> Certificates { get; }

    /// <summary>The worst of the file and its certificates.</summary>
    public Verdict Verdict => Problem is not null || Certificates.Count == 0
        ? Verdict.Unusable
        : Certificates.Max(certificate => certificate.Verdict);

    /// <summary>Finds out what some octets are.</summary>
    public static CertificateFile Read(byte[] octets, DateTimeOffset now)
    {
        if (ReadBinary(octets, now, "DER") is { } binary)
        {
            return binary;
        }

        string text = Decode(octets);
        if (PemMarks.AreTooMany(text))
        {
            return None(PemMarks.TooMany);
        }

        if (text.Contains(PemStart, StringComparison.Ordinal))
        {
            return ReadPem(text, now);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return None("an empty file");
        }

        foreach ((string mark, string name) in s_marks)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return None(name);
            }
        }

        return ReadBase64(text, now) ?? None("neither PEM, DER nor base64");
    }

    private static CertificateFile? ReadBinary(byte[] octets, DateTimeOffset now, string form)
    {
        if (octets is not [0x30, ..])
        {
            return null;
        }

        if (DescribedCertificate.Read(octets, now) is { } certificate)
        {
            return new CertificateFile($"{form}, 1 certificate", null, [certificate]);
        }

        return FindContentType(octets) switch
        {
            X509ContentType.Pkcs7 => None("a PKCS #7 bundle; openssl pkcs7 -print_certs takes the certificates out"),
            X509ContentType.Pfx => None("a PKCS #12 file, which holds a private key; export the certificate alone"),
            _ when IsRequest(octets) => None("a certificate request (CSR); the certificate is what was answered to it"),
            _ when IsPrivateKey(octets) => None("a private key; keep it where it belongs and take the certificate"),
            _ when IsPublicKey(octets) => None("a bare public key; the certificate is needed"),
            _ when IsRevocationList(octets) => None("a revocation list"),
            _ => None($"{form} of something that is no certificate"),
        };
    }

    private static CertificateFile? ReadBase64(string text, DateTimeOffset now)
    {
        byte[] octets = new byte[text.Length];
        return Base64.IsValid(text) && Convert.TryFromBase64String(text, octets, out int length)
            ? ReadBinary(octets[..length], now, "bare base64") ?? None("base64 of something that is no certificate")
            : null;
    }

    private static CertificateFile ReadPem(string text, DateTimeOffset now)
    {
        List<DescribedCertificate> certificates = [];
        List<string> problems = [];
        ReadOnlySpan<char> rest = text;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            ReadBlock(rest[fields.Label], rest[fields.Base64Data], now, certificates, problems);
            if (rest[..fields.Location.Start].Contains(PemStart, StringComparison.Ordinal))
            {
                problems.Add("a damaged PEM block");
            }

            rest = rest[fields.Location.End..];
        }

        if (rest.Contains(PemStart, StringComparison.Ordinal))
        {
            problems.Add("a damaged PEM block");
        }

        string form = certificates.Count switch
        {
            0 => string.Join("; ", problems.Distinct()),
            1 => "PEM, 1 certificate",
            int count => $"PEM, {count} certificates",
        };
        return new CertificateFile(form, FindProblem(text, problems), certificates);
    }

    private static void ReadBlock(
        ReadOnlySpan<char> label,
        ReadOnlySpan<char> base64,
        DateTimeOffset now,
        List<DescribedCertificate> certificates,
        List<string> problems)
    {
        foreach ((string labelEnd, string name) in s_labels)
        {
            if (label.EndsWith(labelEnd, StringComparison.Ordinal))
            {
                problems.Add(name);
                return;
            }
        }

        byte[] der = Convert.FromBase64String(base64.ToString());
        if (DescribedCertificate.Read(der, now) is { } certificate)
        {
            certificates.Add(certificate);
        }
        else
        {
            problems.Add("a PEM block that is no certificate");
        }
    }

    // What it cannot be given for, in the library's own words where ours do not say it already.
    private static string? FindProblem(string text, List<string> problems)
    {
        if (problems.Count > 0)
        {
            return "it holds " + string.Join("; ", problems.Distinct());
        }

        try
        {
            IdentityProvider.FromCertificateText("urn:any", text);
            return null;
        }
        catch (SamlConfigurationException exception)
        {
            return exception.Errors[0].Actual ?? exception.Errors[0].Message;
        }
    }

    private static CertificateFile None(string form) => new(form, $"it is {form}", []);

    private static X509ContentType FindContentType(byte[] octets)
    {
        try
        {
            return X509Certificate2.GetCertContentType(octets);
        }
        catch (CryptographicException)
        {
            return X509ContentType.Unknown;
        }
    }

    // Whoever holds the wrong file has any key: what a file is does not depend on whether this platform knows its curve.
    private static bool IsRequest(byte[] octets) => HasShape(octets, request =>
    {
        AsnReader content = request.ReadSequence();
        content.ReadInteger();
        content.ReadSequence();
        content.ReadSequence();
        content.ReadEncodedValue();
        content.ThrowIfNotEmpty();
        request.ReadSequence();
        request.ReadBitString(out _);
        request.ThrowIfNotEmpty();
    });

    // SubjectPublicKeyInfo (RFC 5280, 4.1).
    private static bool IsPublicKey(byte[] octets) => HasShape(octets, key =>
    {
        key.ReadSequence().ReadObjectIdentifier();
        key.ReadBitString(out _);
        key.ThrowIfNotEmpty();
    });

    // RFC 5280, 5.1: a version, which may be left out, an algorithm, an issuer and an instant.
    private static bool IsRevocationList(byte[] octets) => HasShape(octets, list =>
    {
        AsnReader content = list.ReadSequence();
        if (content.PeekTag() == Asn1Tag.Integer)
        {
            content.ReadInteger();
        }

        content.ReadSequence().ReadObjectIdentifier();
        content.ReadSequence();
        bool isUtc = content.PeekTag() == Asn1Tag.UtcTime;
        _ = isUtc ? content.ReadUtcTime() : content.ReadGeneralizedTime();
        list.ReadSequence();
        list.ReadBitString(out _);
        list.ThrowIfNotEmpty();
    });

    // PKCS #8 (RFC 5958) as it is and encrypted, an elliptic curve's own (RFC 5915), and the one of RSA (RFC 8017, A.1.2) and DSA.
    private static bool IsPrivateKey(byte[] octets) =>
        HasShape(octets, key =>
        {
            ReadVersion(key);
            key.ReadSequence().ReadObjectIdentifier();
            key.ReadOctetString();
        })
        || HasShape(octets, key =>
        {
            key.ReadSequence().ReadObjectIdentifier();
            key.ReadOctetString();
            key.ThrowIfNotEmpty();
        })
        || HasShape(octets, key =>
        {
            ReadVersion(key);
            key.ReadOctetString();
        })
        || HasShape(octets, key =>
        {
            ReadVersion(key);
            for (int number = 0; number < LeastNumbersOfAKey; number++)
            {
                key.ReadIntegerBytes();
            }
        });

    private static void ReadVersion(AsnReader key)
    {
        if (!key.TryReadInt32(out int version) || version is not (0 or 1))
        {
            throw new AsnContentException();
        }
    }

    private static bool HasShape(byte[] octets, Action<AsnReader> read)
    {
        try
        {
            AsnReader reader = new(octets, AsnEncodingRules.DER);
            AsnReader sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            read(sequence);
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    // Consoles and shells write UTF-16 as well.
    private static string Decode(byte[] octets)
    {
        using StreamReader reader = new(new MemoryStream(octets), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
