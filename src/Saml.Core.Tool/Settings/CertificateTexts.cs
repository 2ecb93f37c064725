using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Tool.Certificates;
using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool.Settings;

/// <summary>Puts files with certificates, in whatever form, together as one text of PEM blocks.</summary>
internal static class CertificateTexts
{
    private const string PemStart = "-----BEGIN";

    public static string Read(IReadOnlyList<string> paths, Terminal terminal)
    {
        string text = string.Join('\n', paths.Select(path => ReadOne(Files.Read(path, terminal, ExitCode.Usage))));
        return PemMarks.AreTooMany(text)
            ? throw SettingTexts.Problem($"what --certificate names is {PemMarks.TooMany}")
            : text;
    }

    // What is no certificate stays what it is: the library says what it is.
    private static string ReadOne(byte[] octets)
    {
        if (octets is [0x30, ..])
        {
            return ToPem(octets) ?? "(DER of something that is no certificate)";
        }

        string text = PostedText.DecodeLoosely(octets, out _).Trim();
        bool isBase64 = !text.Contains(PemStart, StringComparison.Ordinal) && System.Buffers.Text.Base64.IsValid(text);
        return isBase64 ? ToPem(Convert.FromBase64String(text)) ?? text : text;
    }

    private static string? ToPem(byte[] der)
    {
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der);
            return certificate.ExportCertificatePem();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
