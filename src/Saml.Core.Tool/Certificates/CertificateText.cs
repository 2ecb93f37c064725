using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Tool.Certificates;

/// <summary>A file of certificates as plain lines.</summary>
internal static class CertificateText
{
    public static void Write(CertificateFile file, TextWriter output)
    {
        output.WriteLine(Headline(file));
        foreach (DescribedCertificate certificate in file.Certificates)
        {
            output.WriteLine();
            foreach ((string name, string text) in Rows(certificate))
            {
                output.WriteLine($"{name,-20} {text}");
            }
        }
    }

    /// <summary>What the file is and whether it can be used, in one line.</summary>
    public static string Headline(CertificateFile file)
    {
        if (file.Problem is { } problem)
        {
            return file.Certificates.Count == 0 ? $"Unusable: {problem}" : $"Unusable: {file.Form}, and {problem}";
        }

        return file.Verdict switch
        {
            Verdict.Usable => $"Usable: {file.Form}",
            Verdict.UsableWithRemark => $"Usable with a remark: {file.Form}",
            _ => $"Unusable: {file.Form}",
        };
    }

    /// <summary>The lines about one certificate.</summary>
    public static IEnumerable<(string Name, string Text)> Rows(DescribedCertificate certificate)
    {
        yield return ("Subject", Printable(certificate.Subject));
        yield return ("Issuer", Printable(certificate.Issuer));
        yield return ("SHA-256", certificate.Sha256);
        yield return ("SHA-256 with colons", certificate.Sha256WithColons);
        yield return ("Key", certificate.KeyBits is { } bits
            ? string.Create(CultureInfo.InvariantCulture, $"{certificate.KeyKind}, {bits} bits")
            : certificate.KeyKind);
        yield return ("Signed with", certificate.SignatureAlgorithm);
        yield return ("Not before", Instants.Write(certificate.NotBefore));
        yield return ("Not after", Instants.Write(certificate.NotAfter));
        yield return ("Days left", certificate.DaysLeft.ToString(CultureInfo.InvariantCulture));
        yield return ("Saml.Core", certificate.Problem is { } problem ? $"cannot use it: {problem}" : "can use it");
        foreach (string remark in certificate.Remarks)
        {
            yield return ("Remark", remark);
        }
    }

    // A name in a certificate is whatever somebody wrote there; a terminal obeys control characters.
    private static string Printable(string text) => SafeText.Of(text, SafeText.MaxListLength);
}
