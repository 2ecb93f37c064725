using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// A trusted RSA key with the public exponent 3, applied to encoded messages of the test's making, as a forger of PKCS #1
/// v1.5 signatures would wish for (Bleichenbacher 2006). RFC 8017, 9.2 has the one encoding that is right.
/// </summary>
internal sealed class RawKey
{
    // DER of DigestInfo up to the hash itself (RFC 8017, 9.2, note 1).
    private static readonly byte[] s_sha256 = Convert.FromHexString("3031300D060960864801650304020105000420");

    private readonly BigInteger _modulus;
    private readonly BigInteger _privateExponent;
    private readonly int _length;

    private RawKey()
    {
        using RSA key = CreateWithExponent3(out RSAParameters parameters);
        _modulus = Unsigned(parameters.Modulus!);
        _privateExponent = Unsigned(parameters.D!);
        _length = parameters.Modulus!.Length;
        CertificateRequest request = new("CN=three", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 whole = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Certificate = X509CertificateLoader.LoadCertificate(whole.RawData);
    }

    public static RawKey Instance { get; } = new();

    public X509Certificate2 Certificate { get; }

    /// <summary>The right encoding: 00 01 FF … FF 00 DigestInfo.</summary>
    public byte[] Encode(byte[] hash) => Pad([.. s_sha256, .. hash]);

    /// <summary>A DigestInfo behind padding up to the key's length.</summary>
    public byte[] Pad(byte[] digestInfo)
    {
        byte[] encoded = new byte[_length];
        encoded.AsSpan().Fill(0xFF);
        encoded[0] = 0;
        encoded[1] = 1;
        encoded[_length - digestInfo.Length - 1] = 0;
        digestInfo.CopyTo(encoded, _length - digestInfo.Length);
        return encoded;
    }

    /// <summary>Minimal padding, with the DigestInfo and rubbish behind it.</summary>
    public byte[] PadShort(byte[] digestInfo) =>
        [0, 1, .. Enumerable.Repeat((byte)0xFF, 8), 0, .. digestInfo, .. new byte[_length - digestInfo.Length - 11]];

    /// <summary>A right signature over a hash.</summary>
    public byte[] SignHash(byte[] hash) => Apply(Encode(hash));

    /// <summary>A message with a signature that opens to the encoded message that the test makes of SignedInfo's hash.</summary>
    public byte[] Sign(SignaturePlacement placement, Func<byte[], byte[]> encode) =>
        SignedMessage.Change(SignedMessage.Mint(placement), xml =>
        {
            byte[] octets = Encoding.UTF8.GetBytes(CanonicalSignedInfo(xml));
            byte[] value = Apply(encode(SHA256.HashData(octets)));
            return SignatureText.EditContent(xml, "SignatureValue", _ => Convert.ToBase64String(value));
        });

    private byte[] Apply(byte[] encoded)
    {
        byte[] value = BigInteger.ModPow(Unsigned(encoded), _privateExponent, _modulus)
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[_length - value.Length], .. value];
    }

    // The test identity provider writes SignedInfo as it is canonical, but for namespaces and empty-element tags.
    private static string CanonicalSignedInfo(string xml)
    {
        System.Xml.XmlDocument document = new() { PreserveWhitespace = true };
        document.LoadXml(SignatureText.Element(xml, "SignedInfo")
            .Once("<ds:SignedInfo>", "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"));
        System.Security.Cryptography.Xml.XmlDsigExcC14NTransform transform = new();
        transform.LoadInput(document);
        using Stream output = (Stream)transform.GetOutput(typeof(Stream));
        using StreamReader reader = new(output, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static RSA CreateWithExponent3(out RSAParameters parameters)
    {
        while (true)
        {
            using RSA random = RSA.Create(2048);
            parameters = random.ExportParameters(includePrivateParameters: true);
            BigInteger p = Unsigned(parameters.P!) - 1;
            BigInteger q = Unsigned(parameters.Q!) - 1;
            if (p % 3 == 0 || q % 3 == 0)
            {
                continue;
            }

            // The inverse of 3: one of (k phi + 1) / 3.
            BigInteger phi = p * q;
            BigInteger d = phi % 3 == 2 ? (phi + 1) / 3 : ((2 * phi) + 1) / 3;
            parameters.Exponent = [3];
            parameters.D = Octets(d, parameters.Modulus!.Length);
            parameters.DP = Octets(d % p, parameters.P!.Length);
            parameters.DQ = Octets(d % q, parameters.Q!.Length);
            RSA key = RSA.Create();
            key.ImportParameters(parameters);
            return key;
        }
    }

    private static BigInteger Unsigned(byte[] octets) => new(octets, isUnsigned: true, isBigEndian: true);

    private static byte[] Octets(BigInteger number, int length)
    {
        byte[] octets = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - octets.Length], .. octets];
    }
}
