using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Saml.Core.Tool.Certificates;

/// <summary>One certificate of a file, in the words of a person who has to choose the right one.</summary>
internal sealed class DescribedCertificate
{
    private const int SoonDays = 60;
    private const int DefaultMinimumRsaBits = 2048;
    private const int LeastRsaBits = 1024;

    private DescribedCertificate(X509Certificate2 certificate, DateTimeOffset now)
    {
        Subject = certificate.Subject;
        Issuer = certificate.Issuer;
        Sha256 = Convert.ToHexString(SHA256.HashData(certificate.RawDataMemory.Span));
        SignatureAlgorithm = certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? "";
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        DaysLeft = (int)Math.Floor((NotAfter - now).TotalDays);
        (KeyKind, KeyBits) = ReadKey(certificate);
        Problem = FindProblem(certificate, KeyKind, KeyBits);
        Remarks = [.. FindRemarks(now)];
    }

    /// <summary>The distinguished name of the holder.</summary>
    public string Subject { get; }

    /// <summary>The distinguished name of who signed the certificate.</summary>
    public string Issuer { get; }

    /// <summary>SHA-256 of the DER form, in upper-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The same as other software prints it, with a colon between octets.</summary>
    public string Sha256WithColons => string.Join(':', Sha256.Chunk(2).Select(pair => new string(pair)));

    /// <summary>RSA, ECDSA and the curve, or what else the key is.</summary>
    public string KeyKind { get; }

    /// <summary>The size of the key; null where it is of a kind that has none here.</summary>
    public int? KeyBits { get; }

    /// <summary>How the certificate itself is signed; nothing depends on it.</summary>
    public string SignatureAlgorithm { get; }

    /// <summary>Its first instant.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>Its last instant.</summary>
    public DateTimeOffset NotAfter { get; }

    /// <summary>Whole days until then; negative once it has expired.</summary>
    public int DaysLeft { get; }

    /// <summary>Why this library cannot use it; null when it can.</summary>
    public string? Problem { get; }

    /// <summary>What is worth a look about it.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The sum of both.</summary>
    public Verdict Verdict =>
        Problem is not null ? Verdict.Unusable : Remarks.Count > 0 ? Verdict.UsableWithRemark : Verdict.Usable;

    /// <summary>Reads the DER form of one certificate; null when it is none.</summary>
    public static DescribedCertificate? Read(ReadOnlySpan<byte> der, DateTimeOffset now)
    {
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der);
            return new DescribedCertificate(certificate, now);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static (string Kind, int? Bits) ReadKey(X509Certificate2 certificate)
    {
        try
        {
            using RSA? rsa = certificate.GetRSAPublicKey();
            if (rsa is not null)
            {
                return ("RSA", rsa.KeySize);
            }

            using ECDsa? ecdsa = certificate.GetECDsaPublicKey();
            if (ecdsa is not null)
            {
                string? curve = ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid?.FriendlyName;
                return (curve is null ? "ECDSA" : $"ECDSA {curve}", ecdsa.KeySize);
            }
        }
        catch (CryptographicException)
        {
            // The library says below that the key cannot be used.
        }

        Oid algorithm = certificate.PublicKey.Oid;
        return (algorithm.FriendlyName ?? algorithm.Value ?? "unknown", null);
    }

    // The library itself is asked, so that both never say different things.
    private static string? FindProblem(X509Certificate2 certificate, string keyKind, int? keyBits)
    {
        try
        {
            _ = new IdentityProvider("urn:any", [certificate]);
        }
        catch (SamlConfigurationException exception)
        {
            return exception.Errors[0].Actual ?? exception.Errors[0].Message;
        }

        return keyKind == "RSA" && keyBits < LeastRsaBits
            ? $"its RSA key has {Text(keyBits)} bits, and no setting allows fewer than {Text(LeastRsaBits)}"
            : null;
    }

    private IEnumerable<string> FindRemarks(DateTimeOffset now)
    {
        if (NotAfter < now)
        {
            yield return $"it expired {Text(-DaysLeft)} days ago; only the setting CertificateExpiry decides about that";
        }
        else if (NotAfter - now < TimeSpan.FromDays(SoonDays))
        {
            yield return $"it expires in {Text(DaysLeft)} days";
        }

        if (NotBefore > now)
        {
            yield return "it is not yet valid";
        }

        if (KeyKind == "RSA" && KeyBits is >= LeastRsaBits and < DefaultMinimumRsaBits)
        {
            yield return $"its RSA key has {Text(KeyBits)} bits: refused unless Dangerous.MinimumRsaKeyBits allows it";
        }
    }

    private static string Text(int? number) => string.Create(CultureInfo.InvariantCulture, $"{number}");
}
