using System.Text.Json;

namespace Saml.Core.Tool.Certificates;

/// <summary>A file of certificates for a script.</summary>
internal static class CertificateJson
{
    public static void Write(CertificateFile file, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteString("verdict", Name(file.Verdict));
        json.WriteString("form", file.Form);
        json.WriteString("problem", file.Problem);
        json.WriteStartArray("certificates");
        foreach (DescribedCertificate certificate in file.Certificates)
        {
            Write(certificate, json);
        }

        json.WriteEndArray();
    });

    private static void Write(DescribedCertificate certificate, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("subject", certificate.Subject);
        json.WriteString("issuer", certificate.Issuer);
        json.WriteString("sha256", certificate.Sha256);
        json.WriteString("sha256WithColons", certificate.Sha256WithColons);
        json.WriteString("keyKind", certificate.KeyKind);
        JsonOutput.WriteNumber(json, "keyBits", certificate.KeyBits);
        json.WriteString("signatureAlgorithm", certificate.SignatureAlgorithm);
        json.WriteString("notBefore", Instants.Write(certificate.NotBefore));
        json.WriteString("notAfter", Instants.Write(certificate.NotAfter));
        json.WriteNumber("daysLeft", certificate.DaysLeft);
        json.WriteString("verdict", Name(certificate.Verdict));
        json.WriteString("problem", certificate.Problem);
        json.WriteStartArray("remarks");
        foreach (string remark in certificate.Remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Usable => "usable",
        Verdict.UsableWithRemark => "usableWithRemark",
        _ => "unusable",
    };
}
