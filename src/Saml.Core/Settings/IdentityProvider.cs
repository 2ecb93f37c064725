using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Signatures;

namespace Saml.Core;

/// <summary>
/// The identity provider whose messages are accepted: its name and the certificates that pin its keys. Nothing about
/// it is ever taken from a message.
/// </summary>
public sealed class IdentityProvider
{
    // A rollover needs two; every further one may cost a public-key operation for each forged message.
    private const int MaxCertificates = 16;

    private const string PemStart = "-----BEGIN";

    /// <summary>Pins the keys of some certificates.</summary>
    /// <param name="entityId">
    /// The Issuer of its messages, compared octet by octet: "Identity Provider Issuer" at Okta, for instance
    /// <c>http://www.okta.com/exk…</c>.
    /// </param>
    /// <param name="signingCertificates">
    /// One to sixteen certificates with RSA or ECDSA (P-256, P-384, P-521) keys. What is needed of them is copied; the
    /// caller may dispose them.
    /// </param>
    /// <param name="singleSignOnUrl">Where requests are sent; null when this library need not know.</param>
    /// <exception cref="SamlConfigurationException">
    /// <see cref="SamlErrorCode.NoSigningCertificates"/>, <see cref="SamlErrorCode.CertificateUnreadable"/> or
    /// <see cref="SamlErrorCode.OptionsInvalid"/>.
    /// </exception>
    public IdentityProvider(
        string entityId, IEnumerable<X509Certificate2> signingCertificates, string? singleSignOnUrl = null)
    {
        ArgumentNullException.ThrowIfNull(entityId);
        ArgumentNullException.ThrowIfNull(signingCertificates);
        List<SamlError> problems = [];
        if (string.IsNullOrWhiteSpace(entityId))
        {
            problems.Add(Problem(SamlErrorCode.OptionsInvalid, "the identity provider's entity id is blank", "1"));
        }

        Keys = ReadKeys(signingCertificates, problems);
        if (problems.Count > 0)
        {
            throw new SamlConfigurationException(problems);
        }

        EntityId = entityId;
        SingleSignOnUrl = singleSignOnUrl;
    }

    /// <summary>The Issuer of its messages.</summary>
    public string EntityId { get; }

    /// <summary>Where requests are sent; null when not given.</summary>
    public string? SingleSignOnUrl { get; }

    internal IReadOnlyList<TrustedKey> Keys { get; }

    /// <summary>Pins the keys of certificates given as text, as identity providers' consoles show them.</summary>
    /// <param name="entityId">The Issuer of its messages, compared octet by octet.</param>
    /// <param name="certificates">One or several PEM blocks, or the bare base64 of one certificate.</param>
    /// <param name="singleSignOnUrl">Where requests are sent; null when this library need not know.</param>
    /// <returns>The identity provider.</returns>
    /// <exception cref="SamlConfigurationException">
    /// The text is a private key, a certificate request, a PKCS #7 bundle, an HTML page or anything else that is no
    /// certificate (<see cref="SamlErrorCode.CertificateUnreadable"/>), or blank
    /// (<see cref="SamlErrorCode.NoSigningCertificates"/>).
    /// </exception>
    public static IdentityProvider FromCertificateText(
        string entityId, string certificates, string? singleSignOnUrl = null)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        List<X509Certificate2> read = [];
        try
        {
            ReadText(certificates, read);
            return new IdentityProvider(entityId, read, singleSignOnUrl);
        }
        finally
        {
            read.ForEach(certificate => certificate.Dispose());
        }
    }

    /// <summary>The entity id and the number of certificates.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{EntityId} ({Keys.Count} certificates)");

    private static List<TrustedKey> ReadKeys(IEnumerable<X509Certificate2> certificates, List<SamlError> problems)
    {
        List<TrustedKey> keys = [];
        int index = 0;
        foreach (X509Certificate2 certificate in certificates)
        {
            string? detail = null;
            TrustedKey? key = certificate is null ? null : TrustedKey.Read(certificate, out detail);
            if (key is null)
            {
                problems.Add(Unreadable(index, detail ?? "it is null"));
            }
            else if (!keys.Exists(known => known.Sha256 == key.Sha256))
            {
                keys.Add(key);
            }

            index++;
        }

        if (index == 0)
        {
            problems.Add(Problem(SamlErrorCode.NoSigningCertificates));
        }
        else if (keys.Count > MaxCertificates)
        {
            problems.Add(Problem(SamlErrorCode.OptionsInvalid, $"there are more than {MaxCertificates} certificates", "1"));
        }

        return keys;
    }

    private static void ReadText(string text, List<X509Certificate2> certificates)
    {
        if (FindForeignContent(text) is { } foreign)
        {
            throw new SamlConfigurationException([Unreadable(0, foreign)]);
        }

        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (!IsPem(rest))
        {
            if (!rest.IsEmpty)
            {
                certificates.Add(ReadOne(0, rest));
            }

            return;
        }

        while (PemEncoding.TryFind(rest, out PemFields fields) && !IsPem(rest[..fields.Location.Start]))
        {
            certificates.Add(ReadOne(certificates.Count, rest[fields.Base64Data]));
            rest = rest[fields.Location.End..];
        }

        if (certificates.Count == 0 || IsPem(rest))
        {
            throw new SamlConfigurationException([Unreadable(certificates.Count, "the PEM text is damaged")]);
        }
    }

    private static bool IsPem(ReadOnlySpan<char> text) => text.Contains(PemStart, StringComparison.Ordinal);

    private static X509Certificate2 ReadOne(int index, ReadOnlySpan<char> base64)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(new string(base64)));
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            throw new SamlConfigurationException(
                [Unreadable(index, problem is FormatException ? "not base64" : "not the DER form of an X.509 certificate")]);
        }
    }

    private static string? FindForeignContent(string text)
    {
        ReadOnlySpan<(string Mark, string Name)> marks =
        [
            ("PRIVATE KEY-----", "a private key; keep it where it belongs and give the certificate"),
            ("CERTIFICATE REQUEST-----", "a certificate request (CSR)"),
            ("BEGIN PKCS7-----", "a PKCS #7 bundle"),
            ("BEGIN PUBLIC KEY-----", "a bare public key"),
            ("<html", "an HTML page"),
            ("<!DOCTYPE", "an HTML page"),
            ("EntityDescriptor", "metadata"),
        ];
        foreach ((string mark, string name) in marks)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return null;
    }

    private static SamlError Unreadable(int index, string detail) =>
        Problem(SamlErrorCode.CertificateUnreadable, detail, index.ToString(CultureInfo.InvariantCulture));

    private static SamlError Problem(SamlErrorCode code, string? actual = null, string? subject = null) =>
        new(code, null, actual, subject, null);
}
