using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group AL: algorithms, and signatures that a lenient implementation of a good one would take.</summary>
internal static class AlgorithmAttacks
{
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private const string Sha1DigestInfo = "3021300906052B0E03021A05000414";

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Hmac("the certificate as PEM", key => Encoding.UTF8.GetBytes(key.CertificatePem)),
        .. Hmac("the certificate as DER", key => key.Certificate.RawData),
        .. Hmac("the certificate as base64", key => Encoding.UTF8.GetBytes(Convert.ToBase64String(key.Certificate.RawData))),
        .. Hmac("the public key as DER", key => key.Certificate.PublicKey.ExportSubjectPublicKeyInfo()),
        .. Hmac("the modulus", Modulus),
        .. Vectors("AL-1", "algorithm: signature algorithm: hmac-sha1", "algorithm: signature algorithm: hmac-sha256",
            "algorithm: signature algorithm: hmac-sha384", "algorithm: signature algorithm: hmac-sha512"),
        .. Embedded("AL-2", "a key of its own in KeyInfo", HmacNotAllowed, "<ds:KeyInfo><ds:KeyValue><ds:HMACKeyValue>AAAA</ds:HMACKeyValue></ds:KeyValue></ds:KeyInfo>"),
        .. Vectors("AL-3", "algorithm: HMACOutputLength"),
        .. Vectors("AL-4", "algorithm: signature algorithm: rsa-md5", "algorithm: signature algorithm: rsa-ripemd160", "algorithm: signature algorithm: rsa-sha224"),
        .. Vectors("AL-5", "algorithm: SHA-1: signature", "algorithm: SHA-1: both", "algorithm: SHA-1: both, allowed"),
        .. Vectors("AL-6", "algorithm: SHA-1: digest", "algorithm: digest algorithm: md5"),
        .. Vectors("AL-7", "algorithm: signature algorithm: a name of .NET", "algorithm: digest algorithm: a name of .NET", "algorithm: digest algorithm: an OID"),
        .. Named("AL-7", "MD5", "http://www.w3.org/2001/04/xmlenc#sha256", "MD5", DigestAlgorithmNotAllowed),
        .. Named("AL-7", "a class of .NET", "http://www.w3.org/2001/04/xmlenc#sha256", "System.Security.Cryptography.SHA1CryptoServiceProvider", DigestAlgorithmNotAllowed),
        .. Vectors("AL-8", "algorithm: signature algorithm: dsa-sha1", "algorithm: signature algorithm: dsa-sha256"),
        .. Vectors("AL-9", "key: ECDSA value in DER", "key: ECDSA value one octet short", "key: ECDSA value two octets long", "key: ECDSA value each half with a leading zero",
            "key: ECDSA value zero", "key: ECDSA value r is zero", "key: ECDSA value s is zero", "key: ECDSA value greater than the order",
            "key: ECDSA value r and s exchanged", "algorithm: ecdsa-sha256 with P-256, digest sha256"),
        .. Vectors("AL-10", "algorithm: signature algorithm: rsa-pss with parameters", "algorithm: RSAPSSParams", "algorithm: sha256-rsa-MGF1 with RSA, digest sha256"),
        .. Vectors("AL-11", "key: signed by RSA where only ECDSA is trusted", "key: signed by ECDSA where only RSA is trusted"),
        .. Named("AL-11", "ecdsa-sha256 over an RSA key", RsaSha256, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", KeyTypeMismatch),
        .. Vectors("AL-12", "algorithm: signature algorithm: none", "algorithm: signature algorithm: empty", "algorithm: signature algorithm: unknown", "algorithm: no signature algorithm"),
        .. Vectors("AL-13", "algorithm: signature algorithm: in upper case", "algorithm: signature algorithm: a blank at the end",
            "algorithm: digest algorithm: in upper case", "algorithm: digest algorithm: a blank at the end"),

        // What opens to something else than the one right encoding; the first shows that the rest is.
        .. Opens("AL-14", "to the right encoding", None, hash => RawKey.Instance.Encode(hash)),
        .. Opens("AL-14", "to short padding with rubbish behind", SignatureInvalid, hash => RawKey.Instance.PadShort(DigestInfo(hash))),
        .. Opens("AL-14", "to no NULL parameters", SignatureInvalid, hash => RawKey.Instance.Pad([.. Convert.FromHexString("302F300B0609608648016503040201"), 0x04, 0x20, .. hash])),
        .. Opens("AL-14", "to NULL in the long form", SignatureInvalid, hash => RawKey.Instance.Pad([.. Convert.FromHexString("3032300E06096086480165030402010581000420"), .. hash])),
        .. Opens("AL-14", "to lengths in the long form", SignatureInvalid, hash => RawKey.Instance.Pad([0x30, 0x81, 0x31, .. DigestInfo(hash)[2..]])),
        .. Opens("AL-14", "to more behind the hash", SignatureInvalid, hash => RawKey.Instance.Pad([0x30, 0x33, .. DigestInfo(hash)[2..], 0x05, 0x00])),
        .. Opens("AL-14", "to rubbish as parameters", SignatureInvalid, hash => RawKey.Instance.Pad([0x30, 0x35, 0x30, 0x11, .. DigestInfo(hash)[4..15], 0x04, 0x04, 1, 2, 3, 4, 0x04, 0x20, .. hash])),
        .. Opens("AL-14", "to block type 2", SignatureInvalid, hash => Set(RawKey.Instance.Encode(hash), 1, 2)),
        .. Opens("AL-14", "to no leading zero", SignatureInvalid, hash => Set(RawKey.Instance.Encode(hash), 0, 0)[1] == 1 ? [.. RawKey.Instance.Encode(hash)[1..], 0] : []),
        .. Opens("AL-14", "to the hash alone", SignatureInvalid, hash => RawKey.Instance.Pad(hash)),
        .. Vectors("AL-15", "algorithm: value empty", "algorithm: value one octet short", "algorithm: value one octet long", "algorithm: value with a leading zero",
            "algorithm: value zero", "algorithm: value one", "algorithm: value greater than the modulus"),
        .. Opens("AL-16", "to a SHA-1 DigestInfo with SHA-256's octets", SignatureInvalid, hash => RawKey.Instance.Pad([.. Convert.FromHexString(Sha1DigestInfo), .. hash[..20]])),
        .. Vectors("AL-18", "algorithm: digest algorithm: sha3-256", "algorithm: digest algorithm: whirlpool", "algorithm: digest algorithm: ripemd160", "algorithm: digest algorithm: sha224"),
        .. Vectors("AL-19", "algorithm: digest algorithm: hmac-sha1"),
    ];

    private static IEnumerable<Attack> Vectors(string row, params string[] names) => names.SelectMany(name => Vector(row, name));

    private static byte[] DigestInfo(byte[] hash) => [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. hash];

    private static byte[] Set(byte[] octets, int index, byte value)
    {
        octets[index] = value;
        return octets;
    }

    private static byte[] Modulus(TestIdentityProvider provider)
    {
        using RSA key = provider.Certificate.GetRSAPublicKey()!;
        return key.ExportParameters(includePrivateParameters: false).Modulus!;
    }

    // Signed by an attacker who knows nothing but what is public.
    private static IEnumerable<Attack> Hmac(string name, Func<TestIdentityProvider, byte[]> secret) =>
        Signed("AL-1", $"HMAC with {name}", HmacNotAllowed, xml =>
        {
            string changed = xml.Once(RsaSha256, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256");
            byte[] signedInfo = Encoding.UTF8.GetBytes(SignatureText.Element(changed, "SignedInfo"));
            string value = Convert.ToBase64String(HMACSHA256.HashData(secret(Keys.Rsa), signedInfo));
            return SignatureText.EditContent(changed, "SignatureValue", _ => value);
        });

    private static IEnumerable<Attack> Embedded(string row, string name, SamlErrorCode expected, string keyInfo) =>
        Signed(row, name, expected, xml => SignatureText.Edit(xml, "KeyInfo", _ => keyInfo)
            .Once(RsaSha256, "http://www.w3.org/2000/09/xmldsig#hmac-sha1"));

    private static IEnumerable<Attack> Named(string row, string name, string old, string algorithm, SamlErrorCode expected) =>
        Signed(row, name, expected, xml => xml.Once($"\"{old}\"", $"\"{algorithm}\""));

    private static IEnumerable<Attack> Signed(string row, string name, SamlErrorCode expected, Func<string, string> change) =>
        Changed(Bases.Assertion | Bases.Response, row, name, expected, m => change(m.Xml));

    private static IEnumerable<Attack> Opens(string row, string name, SamlErrorCode expected, Func<byte[], byte[]> encode) =>
        (Bases.Assertion | Bases.Response).Placements().Select(placement => new Attack(row, $"a signature that opens {name} ({placement})", expected)
        {
            Message = () => RawKey.Instance.Sign(placement, encode),
            Twin = () => RawKey.Instance.Sign(placement, RawKey.Instance.Encode),
            Validator = () => new ServiceProvider { Certificates = [RawKey.Instance.Certificate] }.CreateValidator(),
            Certificates = () => [RawKey.Instance.Certificate],
        });
}
