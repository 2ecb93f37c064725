using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Saml.Core.Tests.Attacks;

/// <summary>An RSA key with the public exponent 3, which the platform does not make, and signatures by it.</summary>
internal static class SmallExponent
{
    private static readonly Lazy<RSA> s_key = new(CreateKey);

    private static readonly Lazy<X509Certificate2> s_certificate = new(() =>
        new CertificateRequest("CN=e3", s_key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    public static X509Certificate2 Certificate => s_certificate.Value;

    /// <summary>Signs the document element of a Response, and puts the Signature behind its Issuer.</summary>
    public static byte[] Sign(string xml, string id)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        SignedXml signedXml = new(document) { SigningKey = s_key.Value };
        signedXml.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signedXml.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        Reference reference = new("#" + id) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signedXml.AddReference(reference);
        signedXml.ComputeSignature();
        document.DocumentElement!.InsertAfter(signedXml.GetXml(), document.DocumentElement.FirstChild);
        return Encoding.UTF8.GetBytes(document.OuterXml);
    }

    // The primes of another key, where 3 has an inverse.
    private static RSA CreateKey()
    {
        while (true)
        {
            using RSA other = RSA.Create(2048);
            RSAParameters parameters = other.ExportParameters(includePrivateParameters: true);
            BigInteger p = Number(parameters.P!) - 1;
            BigInteger q = Number(parameters.Q!) - 1;
            if (p % 3 == 0 || q % 3 == 0)
            {
                continue;
            }

            BigInteger order = p * q;
            BigInteger d = (order % 3 == 1 ? (2 * order) + 1 : order + 1) / 3;
            parameters.Exponent = [3];
            parameters.D = Octets(d, parameters.D!.Length);
            parameters.DP = Octets(d % p, parameters.DP!.Length);
            parameters.DQ = Octets(d % q, parameters.DQ!.Length);
            RSA key = RSA.Create();
            key.ImportParameters(parameters);
            return key;
        }
    }

    private static BigInteger Number(byte[] octets) => new(octets, isUnsigned: true, isBigEndian: true);

    private static byte[] Octets(BigInteger number, int length)
    {
        byte[] octets = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - octets.Length], .. octets];
    }
}
