using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool.Settings;

/// <summary>
/// The certificates that a message carries. They are no ground for trust: they show, where nobody named the right ones,
/// whether the message is as it was signed by somebody.
/// </summary>
internal static class CarriedCertificates
{
    /// <summary>The least that any setting of the library allows.</summary>
    public const int LeastRsaBits = 1024;

    private const int Most = 4;

    /// <summary>Those that the library could use; when there are none, one whose key nobody has.</summary>
    public static IReadOnlyList<X509Certificate2> Find(byte[] message)
    {
        List<X509Certificate2> found = [];
        foreach (string base64 in FindTexts(message).Take(Most))
        {
            if (Read(base64) is { } certificate)
            {
                found.Add(certificate);
            }
        }

        return found.Count > 0 ? found : [MakeNobodys()];
    }

    private static IEnumerable<string> FindTexts(byte[] message)
    {
        try
        {
            return Pieces.Read(PostedText.ReadXml(message))
                .Where(piece => piece is { Kind: PieceKind.Text, LocalElement: "X509Certificate" })
                .Select(piece => piece.Text);
        }
        catch (ToolException)
        {
            // What cannot be read is what the report will say.
            return [];
        }
    }

    private static X509Certificate2? Read(string base64)
    {
        if (!Base64.IsValid(base64))
        {
            return null;
        }

        try
        {
            X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));
            using RSA? rsa = certificate.GetRSAPublicKey();
            _ = new IdentityProvider("urn:any", [certificate]);
            return rsa is null || rsa.KeySize >= LeastRsaBits ? certificate : null;
        }
        catch (Exception problem) when (problem is CryptographicException or SamlConfigurationException)
        {
            return null;
        }
    }

    private static X509Certificate2 MakeNobodys()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=nobody", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }
}
