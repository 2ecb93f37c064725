using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Saml.Core.Testing.Signing;

/// <summary>The private key, one caller at a time, and its certificate as KeyInfo shows it.</summary>
internal sealed class SigningKey(AsymmetricAlgorithm key, X509Certificate2 certificate) : IDisposable
{
    private readonly Lock _gate = new();

    /// <summary>Base64 in lines of 76 characters, as Okta breaks them; LF, for a CR would have to be escaped.</summary>
    public string CertificateText { get; } =
        Convert.ToBase64String(certificate.RawData, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");

    public string CertificateSubject { get; } = certificate.Subject;

    public string Sign(SigningAlgorithm algorithm, byte[] octets)
    {
        // Key objects promise nothing about use by several threads.
        lock (_gate)
        {
            return Convert.ToBase64String(algorithm.Sign(key, octets));
        }
    }

    public void Dispose() => key.Dispose();
}
