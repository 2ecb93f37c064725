using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.RawRsaKey;
using static Saml.Core.Tests.Signatures.SignatureText;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group AL: by which algorithm, and what a value of it looks like.</summary>
internal static class AlgorithmAttacks
{
    private const string Dsig = "http://www.w3.org/2000/09/xmldsig#";
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    private const string Pss = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    private const string RsaSha256 = More + "rsa-sha256";
    private const string Sha256Uri = "http://www.w3.org/2001/04/xmlenc#sha256";

    private static readonly byte[] s_sha1 = [0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A];
    private static readonly byte[] s_sha512 = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
    private static readonly byte[] s_md5 = [0x06, 0x08, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x05];

    private static readonly Dictionary<string, Func<byte[], byte[], byte[]>> s_hmac = new()
    {
        [Dsig + "hmac-sha1"] = HMACSHA1.HashData,
        [More + "hmac-md5"] = HMACMD5.HashData,
        [More + "hmac-sha256"] = HMACSHA256.HashData,
        [More + "hmac-sha384"] = HMACSHA384.HashData,
        [More + "hmac-sha512"] = HMACSHA512.HashData,
    };

    /// <summary>What everybody knows of the trusted key, in the forms that a library may take for a secret.</summary>
    public static IReadOnlyList<(string Name, byte[] Secret)> Secrets { get; } =
    [
        ("the certificate in PEM", Encoding.ASCII.GetBytes(Keys.Rsa.CertificatePem)),
        ("the certificate in PEM with a line end", Encoding.ASCII.GetBytes(Keys.Rsa.CertificatePem + "\n")),
        ("the certificate in DER", Keys.Rsa.Certificate.RawData),
        ("the certificate in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Keys.Rsa.Certificate.RawData))),
        ("the public key", Keys.Rsa.Certificate.PublicKey.ExportSubjectPublicKeyInfo()),
        ("the public key in PEM", Encoding.ASCII.GetBytes(Keys.Rsa.Certificate.GetRSAPublicKey()!.ExportSubjectPublicKeyInfoPem())),
        ("the modulus", Keys.Rsa.Certificate.GetRSAPublicKey()!.ExportParameters(false).Modulus!),
        ("nothing", []),
    ];

    /// <summary>Forged encoded messages that have the right hash somewhere.</summary>
    public static IReadOnlyList<Attack> Padding { get; } =
    [
        // Without the private key (Bleichenbacher 2006; Kühn, Pyshkin, Tews and Weinmann 2008).
        .. Pkcs1("AL-14", "a cube root, anything behind DigestInfo", hash => CubeRoot([.. Short(8), .. DigestInfo(hash)])),
        .. Pkcs1("AL-14", "a cube root, padding of one octet", hash => CubeRoot([.. Short(1), .. DigestInfo(hash)])),
        .. Pkcs1("AL-14", "a cube root, no padding", hash => CubeRoot([.. Short(0), .. DigestInfo(hash)])),
        .. Pkcs1("AL-14", "a cube root, no DigestInfo", hash => CubeRoot([.. Short(8), .. hash])),
        .. Pkcs1("AL-14", "a cube root, no NULL", hash => CubeRoot([.. Short(8), .. DigestInfo(Sha256, [], hash)])),

        // With it: what a verifier that reads DER loosely takes for the same.
        .. Encoded("no NULL", hash => DigestInfo(Sha256, [], hash)),
        .. Encoded("NULL with a long length", hash => DigestInfo(Sha256, [0x05, 0x81, 0x00], hash)),
        .. Encoded("NULL with content", hash => DigestInfo(Sha256, [0x05, 0x02, 0x13, 0x37], hash)),
        .. Encoded("another parameter for NULL", hash => DigestInfo(Sha256, Tlv(0x04, new byte[40]), hash)),
        .. Encoded("a second parameter", hash => DigestInfo(Sha256, [.. Null, .. Tlv(0x04, new byte[40])], hash)),
        .. Encoded("DigestInfo with a long length", hash => [0x30, 0x81, .. DigestInfo(hash)[1..]]),
        .. Encoded("DigestInfo with a length of four octets", hash => [0x30, 0x84, 0, 0, 0, .. DigestInfo(hash)[1..]]),
        .. Encoded("DigestInfo of indefinite length", hash => [0x30, 0x80, .. DigestInfo(hash)[2..], 0, 0]),
        .. Encoded("the algorithm with a long length", hash => Tlv(0x30, [0x30, 0x81, 0x0D, .. Sha256, .. Null], Tlv(0x04, hash))),
        .. Encoded("the hash with a long length", hash => Tlv(0x30, Tlv(0x30, Sha256, Null), [0x04, 0x81, 0x20, .. hash])),
        .. Encoded("the hash in two parts", hash => Tlv(0x30, Tlv(0x30, Sha256, Null), Tlv(0x24, Tlv(0x04, hash[..16]), Tlv(0x04, hash[16..])))),
        .. Encoded("more in DigestInfo behind the hash", hash => Tlv(0x30, Tlv(0x30, Sha256, Null), Tlv(0x04, hash), Tlv(0x04, new byte[16]))),
        .. Encoded("more behind DigestInfo", hash => [.. DigestInfo(hash), 0]),
        .. Encoded("a hash that is too long", hash => DigestInfo([.. hash, 0])),
        .. Encoded("the bare hash", hash => hash),
        .. Encoded("another algorithm's identifier", hash => DigestInfo([0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02], Null, hash)),
        .. Raw("anything behind DigestInfo", hash => [.. Short(8), .. DigestInfo(hash), .. Filler(194)]),
        .. Raw("padding of type 0", hash => [0, 0, .. new byte[202], .. DigestInfo(hash)]),
        .. Raw("padding of type 2", hash => [0, 2, .. Filler(202), 0, .. DigestInfo(hash)[..]]),
        .. Raw("an octet of padding that is another", hash => [0, 1, 0xFE, .. Pad(DigestInfo(hash))[3..]]),
        .. Raw("an octet of padding in the middle that is zero", hash => [.. Pad(DigestInfo(hash))[..100], 0, .. Pad(DigestInfo(hash))[101..]]),
        .. Raw("no zero behind the padding", hash => [0, 1, .. Filler(203), .. DigestInfo(hash)]),
        .. Raw("a first octet that is not zero", hash => [0x40, 1, .. Pad(DigestInfo(hash))[2..]]),
        .. Raw("DigestInfo alone, as a number", hash => [.. new byte[205], .. DigestInfo(hash)]),
    ];

    public static IReadOnlyList<Attack> All { get; } =
    [
        // HMAC.
        .. from algorithm in s_hmac.Keys
           from secret in Secrets
           from attack in Forged("AL-1", $"{algorithm[(algorithm.IndexOf('#') + 1)..]} keyed with {secret.Name}", HmacNotAllowed, Hmac(algorithm, secret.Secret))
           select attack,
        .. Vector("AL-1", "algorithm: signature algorithm: hmac-sha1"),
        .. Vector("AL-1", "algorithm: signature algorithm: hmac-sha256"),
        .. Forged("AL-2", "HMAC with the secret in KeyInfo", HmacNotAllowed, Hmac(More + "hmac-sha256", [1, 2, 3]) with
        {
            KeyInfo = "<ds:KeyInfo><ds:KeyValue><HMACKeyValue xmlns=\"http://www.aleksey.com/xmlsec/2002\">AQID</HMACKeyValue></ds:KeyValue></ds:KeyInfo>",
        }),
        .. Forged("AL-2", "HMAC with the secret as KeyName", HmacNotAllowed, Hmac(Dsig + "hmac-sha1", "secret"u8.ToArray()) with
        {
            KeyInfo = "<ds:KeyInfo><ds:KeyName>secret</ds:KeyName></ds:KeyInfo>",
        }),
        .. Truncated("to 80 bits", 80, 10),
        .. Truncated("to 8 bits", 8, 1),
        .. Truncated("to nothing", 0, 0),
        .. Forged("AL-3", "HMAC cut to 8 bits without saying so", HmacNotAllowed, Hmac(More + "hmac-sha256", []) with { Sign = octets => HMACSHA256.HashData(Array.Empty<byte>(), octets)[..1] }),

        // RSA with other hash functions, DSA.
        .. Vector("AL-4", "algorithm: signature algorithm: rsa-md5"),
        .. Vector("AL-4", "algorithm: signature algorithm: rsa-ripemd160"),
        .. Vector("AL-4", "algorithm: signature algorithm: rsa-sha224"),
        .. Forged("AL-4", "rsa-md5, genuine", SignatureAlgorithmNotAllowed, Trusting(octets => Trusted.Apply(Pad(DigestInfo(s_md5, Null, MD5.HashData(octets)))), More + "rsa-md5")),
        .. Vector("AL-5", "algorithm: SHA-1: signature"),
        .. Vector("AL-5", "algorithm: SHA-1: both"),
        .. Vector("AL-5", "algorithm: SHA-1: both, allowed"),
        .. Vector("AL-5", "algorithm: signature algorithm: ecdsa-sha1, while SHA-1 is allowed"),
        .. Vector("AL-6", "algorithm: SHA-1: digest"),
        .. Vector("AL-6", "algorithm: digest algorithm: md5"),
        .. Digested("AL-6", "MD5 and a value of its length", More + "md5", octets => MD5.HashData(octets)),
        .. Names("AL-7", "System.Security.Cryptography.RSASignatureDescription", "System.Security.Cryptography.RSAPKCS1SHA256SignatureDescription", "RSA", "SHA256", "1.2.840.113549.1.1.11"),
        .. DigestNames("AL-7", "MD5", "SHA1", "SHA256", "SHA-256", "2.16.840.1.101.3.4.2.1", "1.3.14.3.2.26", "System.Security.Cryptography.SHA1CryptoServiceProvider", "System.Security.Cryptography.SHA256"),
        .. OddlySigned("AL-7", "the name of the right digest", DigestAlgorithmNotAllowed,
            _ => new() { EditSignedInfo = text => text.Once(Sha256Uri, "SHA256") }, Control.NaiveVerifier),
        .. OddlySigned("AL-7", "the class of the right digest", DigestAlgorithmNotAllowed,
            _ => new() { EditSignedInfo = text => text.Once(Sha256Uri, "System.Security.Cryptography.SHA256") }, Control.NaiveVerifier),
        .. Vector("AL-8", "algorithm: signature algorithm: dsa-sha1"),
        .. Vector("AL-8", "algorithm: signature algorithm: dsa-sha256"),

        // ECDSA.
        .. Accepted("AL-9", "ecdsa-sha256 with P-256", Keys.P256),
        .. Accepted("AL-9", "ecdsa-sha384 with P-384", Keys.P384),
        .. Accepted("AL-9", "ecdsa-sha512 with P-521", Keys.P521),
        .. Vector("AL-9", "key: ECDSA value in DER"),
        .. Vector("AL-9", "key: ECDSA value one octet short"),
        .. Vector("AL-9", "key: ECDSA value two octets long"),
        .. Vector("AL-9", "key: ECDSA value each half with a leading zero"),
        .. Vector("AL-9", "key: ECDSA value zero"),
        .. Vector("AL-9", "key: ECDSA value r is zero"),
        .. Vector("AL-9", "key: ECDSA value s is zero"),
        .. Vector("AL-9", "key: ECDSA value greater than the order"),
        .. Vector("AL-9", "key: ECDSA value r and s exchanged"),
        .. Vector("AL-9", "key: ECDSA value one bit changed"),
        .. Ecdsa("r and s are the order", SignatureInvalid, Keys.P256, (_, _, order) => (order, order)),
        .. Ecdsa("r is the order", SignatureInvalid, Keys.P256, (_, s, order) => (order, s)),
        .. Ecdsa("s is the order", SignatureInvalid, Keys.P256, (r, _, order) => (r, order)),
        .. Ecdsa("r and s are one", SignatureInvalid, Keys.P256, (_, _, _) => (1, 1)),
        .. Ecdsa("r and s are the order less one", SignatureInvalid, Keys.P256, (_, _, order) => (order - 1, order - 1)),
        .. Ecdsa("r greater by the order", SignatureInvalid, Keys.P521, (r, s, order) => (r + order, s)),
        .. Ecdsa("s greater by the order", SignatureInvalid, Keys.P521, (r, s, order) => (r, s + order)),
        .. Ecdsa("both greater by the order", SignatureInvalid, Keys.P521, (r, s, order) => (r + order, s + order)),
        .. Ecdsa("zero", SignatureInvalid, Keys.P384, (_, _, _) => (0, 0)),
        .. Ecdsa("zero", SignatureInvalid, Keys.P521, (_, _, _) => (0, 0)),
        .. Ecdsa("the other s of the same r, which signs the same", None, Keys.P256, (r, s, order) => (r, order - s)),

        // RSASSA-PSS: MGF1 and salt of the hash and its length, and no others.
        .. Vector("AL-10", "algorithm: sha256-rsa-MGF1 with RSA, digest sha256"),
        .. Vector("AL-10", "algorithm: signature algorithm: rsa-pss with parameters"),
        .. Vector("AL-10", "algorithm: RSAPSSParams"),
        .. Salted("no salt", 0),
        .. Salted("a short salt", 31),
        .. Salted("a long salt", 33),
        .. Salted("the longest salt", 222),
        .. Forged("AL-10", "a salt of the hash's length", None, Trusting(octets => Trusted.SignPss(octets, 32), Pss)),
        .. Forged("AL-10", "another last octet", SignatureInvalid, Trusting(octets => Trusted.SignPss(octets, 32, 0xCC), Pss)),
        .. Forged("AL-10", "with another hash", SignatureInvalid, Trusting(
            octets => Trusted.Rsa.SignData(octets, HashAlgorithmName.SHA512, RSASignaturePadding.Pss), Pss)),
        .. Forged("AL-10", "PKCS #1 v1.5 under its name", SignatureInvalid, Trusting(Trusted.Sign, Pss)),
        .. Forged("AL-10", "its value under the name of PKCS #1 v1.5", SignatureInvalid, Trusting(
            octets => Trusted.Rsa.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),

        // Keys of the other kind.
        .. Vector("AL-11", "key: signed by RSA where only ECDSA is trusted"),
        .. Vector("AL-11", "key: signed by ECDSA where only RSA is trusted"),
        .. Mismatched("an RSA value under the name of ECDSA", Keys.Rsa, RsaSha256, More + "ecdsa-sha256"),
        .. Mismatched("an ECDSA value under the name of RSA", Keys.P256, More + "ecdsa-sha256", RsaSha256),

        // Names.
        .. Vector("AL-12", "algorithm: signature algorithm: none"),
        .. Vector("AL-12", "algorithm: signature algorithm: empty"),
        .. Vector("AL-12", "algorithm: signature algorithm: unknown"),
        .. Vector("AL-12", "algorithm: no signature algorithm"),
        .. Vector("AL-12", "algorithm: no SignatureMethod"),
        .. Forged("AL-12", "none, and no value", SignatureAlgorithmNotAllowed, new Forgery(_ => []) { EditSignedInfo = Renamed("none") }),
        .. Vector("AL-13", "algorithm: signature algorithm: in upper case"),
        .. Vector("AL-13", "algorithm: signature algorithm: a blank at the end"),
        .. Vector("AL-13", "algorithm: digest algorithm: in upper case"),
        .. Vector("AL-13", "algorithm: digest algorithm: a blank at the end"),
        .. Names("AL-13", " " + RsaSha256, RsaSha256 + "&#10;", RsaSha256.Replace("www.w3.org", "WWW.W3.ORG"), RsaSha256.Replace("http:", "https:"), RsaSha256 + "/", RsaSha256.Replace("rsa-sha256", "RSA-SHA256"), "rsa-sha256", "http://www.w3.org/2001/04/../04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa%2Dsha256"),
        .. Forged("AL-14", "the right encoded message", None, Trusting(Trusted.Sign)),
        .. Padding,

        // The number itself.
        .. Vector("AL-15", "algorithm: value empty"),
        .. Vector("AL-15", "algorithm: value one octet short"),
        .. Vector("AL-15", "algorithm: value one octet long"),
        .. Vector("AL-15", "algorithm: value with a leading zero"),
        .. Vector("AL-15", "algorithm: value zero"),
        .. Vector("AL-15", "algorithm: value one"),
        .. Vector("AL-15", "algorithm: value greater than the modulus"),
        .. Vector("AL-15", "algorithm: value with one bit changed"),
        .. Number("the modulus", _ => Trusted.Modulus),
        .. Number("the modulus less one", _ => Trusted.Modulus - 1),
        .. Number("the genuine value's negative", genuine => Trusted.Modulus - genuine),
        .. GreaterByTheModulus(),

        // The hash inside.
        .. Pkcs1("AL-16", "SHA-1 in DigestInfo", octets => Trusted.Apply(Pad(DigestInfo(s_sha1, Null, SHA1.HashData(octets)))), isHashed: false),
        .. Pkcs1("AL-16", "SHA-512 in DigestInfo", octets => Trusted.Apply(Pad(DigestInfo(s_sha512, Null, SHA512.HashData(octets)))), isHashed: false),
        .. Pkcs1("AL-16", "MD5 in DigestInfo", octets => Trusted.Apply(Pad(DigestInfo(s_md5, Null, MD5.HashData(octets)))), isHashed: false),
        .. Pkcs1("AL-16", "SHA-1 by its name, the beginning of SHA-256's hash", hash => Trusted.Apply(Pad(DigestInfo(s_sha1, Null, hash[..20])))),
        .. Pkcs1("AL-16", "SHA-256 by its name, the hash of SHA-1", octets => Trusted.Apply(Pad(DigestInfo(SHA1.HashData(octets)))), isHashed: false),
        .. Pkcs1("AL-16", "the beginning of the hash", hash => Trusted.Apply(Pad(DigestInfo(hash[..16])))),
        .. Pkcs1("AL-16", "an empty hash", _ => Trusted.Apply(Pad(DigestInfo([])))),
        .. Vector("AL-18", "algorithm: digest algorithm: sha3-256"),
        .. Vector("AL-18", "algorithm: digest algorithm: whirlpool"),
        .. Vector("AL-18", "algorithm: digest algorithm: ripemd160"),
        .. Vector("AL-18", "algorithm: digest algorithm: sha224"),
        .. Vector("AL-18", "algorithm: digest algorithm: sha384 among those of XML Encryption"),
        .. Vector("AL-18", "algorithm: digest algorithm: empty"),
        .. Vector("AL-18", "algorithm: no digest algorithm"),
        .. Vector("AL-19", "algorithm: digest algorithm: hmac-sha1"),
        .. DigestNames("AL-19", More + "hmac-sha256", "HMACSHA256", "System.Security.Cryptography.HMACSHA1"),
    ];

    private static Func<string, string> Renamed(string algorithm) =>
        text => text.Once($"Algorithm=\"{RsaSha256}\"", $"Algorithm=\"{algorithm}\"");

    private static Forgery Hmac(string algorithm, byte[] secret) =>
        new(octets => s_hmac[algorithm](secret, octets)) { EditSignedInfo = Renamed(algorithm) };

    private static IEnumerable<Attack> Truncated(string name, int bits, int octets) =>
        Forged("AL-3", $"HMAC cut {name}", SignatureMalformed, new Forgery(signed => HMACSHA1.HashData(Array.Empty<byte>(), signed)[..octets])
        {
            EditSignedInfo = text => text.Once(
                $"Algorithm=\"{RsaSha256}\"/>",
                $"Algorithm=\"{Dsig}hmac-sha1\"><ds:HMACOutputLength>{bits}</ds:HMACOutputLength></ds:SignatureMethod>"),
        });

    /// <summary>By the trusted key whose RSA operation is at hand.</summary>
    private static Forgery Trusting(Func<byte[], byte[]> sign, string algorithm = RsaSha256) => new(sign)
    {
        EditSignedInfo = algorithm == RsaSha256 ? text => text : Renamed(algorithm),
        ServiceProvider = Trusted.ServiceProvider,
        Twin = placement => new Forgery(Trusted.Sign).Message(placement),
    };

    private static IEnumerable<Attack> Pkcs1(
        string row, string name, Func<byte[], byte[]> sign, bool isHashed = true) =>
        Forged(row, name, SignatureInvalid, Trusting(octets => sign(isHashed ? SHA256.HashData(octets) : octets)));

    private static IEnumerable<Attack> Encoded(string name, Func<byte[], byte[]> digestInfo) =>
        Pkcs1("AL-14", name, hash => Trusted.Apply(Pad(digestInfo(hash))));

    private static IEnumerable<Attack> Raw(string name, Func<byte[], byte[]> encodedMessage) =>
        Pkcs1("AL-14", $"encoded message: {name}", hash => Trusted.Apply(encodedMessage(hash)));

    private static byte[] Short(int padding) => [0, 1, .. Enumerable.Repeat(byte.MaxValue, padding), 0];

    private static byte[] Filler(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)(1 + (index % 255)))];

    private static IEnumerable<Attack> Salted(string name, int length) =>
        Forged("AL-10", name, SignatureInvalid, Trusting(octets => Trusted.SignPss(octets, length), Pss));

    private static IEnumerable<Attack> Digested(string row, string name, string algorithm, Func<byte[], byte[]> hash) =>
        OddlySigned(row, name, DigestAlgorithmNotAllowed, id => new()
        {
            References = [ReferenceRecipe.To(id) with { DigestValue = Convert.ToBase64String(hash([])) }],
            EditSignedInfo = text => text.Once(Sha256Uri, algorithm),
        });

    private static IEnumerable<Attack> Names(string row, params string[] algorithms) =>
        from algorithm in algorithms
        from attack in OddlySigned(row, $"signature algorithm \"{algorithm}\"", SignatureAlgorithmNotAllowed, _ => new() { EditSignedInfo = Renamed(algorithm) })
        select attack;

    private static IEnumerable<Attack> DigestNames(string row, params string[] algorithms) =>
        from algorithm in algorithms
        from attack in OddlySigned(row, $"digest algorithm \"{algorithm}\"", DigestAlgorithmNotAllowed,
            _ => new() { EditSignedInfo = text => text.Once(Sha256Uri, algorithm) })
        select attack;

    private static IEnumerable<Attack> Accepted(string row, string name, TestIdentityProvider signer) =>
        OfSigner(row, name, None, signer, xml => xml);

    private static IEnumerable<Attack> OfSigner(
        string row, string name, SamlErrorCode expected, TestIdentityProvider signer, Func<string, string> change) =>
        (Bases.Response | Bases.Assertion).Placements().Select(placement => new Attack(row, $"{name} ({placement})", expected)
        {
            Message = () => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(SignedMessage.Mint(placement, signer: signer)))),
            Twin = () => SignedMessage.Mint(placement, signer: signer),
            Options = () => new ServiceProvider { Certificates = [signer.Certificate] }.ToOptions(),
            Certificates = () => [signer.Certificate],
        });

    private static IEnumerable<Attack> Ecdsa(
        string name,
        SamlErrorCode expected,
        TestIdentityProvider signer,
        Func<BigInteger, BigInteger, BigInteger, (BigInteger R, BigInteger S)> change)
    {
        using ECDsa key = signer.Certificate.GetECDsaPublicKey()!;
        BigInteger order = RawRsaKey.Number(key.ExportExplicitParameters(includePrivateParameters: false).Curve.Order!);
        return OfSigner("AL-9", $"P-{key.KeySize}: {name}", expected, signer, xml => EditContent(xml, "SignatureValue", text =>
        {
            byte[] value = Convert.FromBase64String(text);
            int half = value.Length / 2;
            (BigInteger r, BigInteger s) = change(RawRsaKey.Number(value[..half]), RawRsaKey.Number(value[half..]), order);
            return Convert.ToBase64String([.. Octets(r, half), .. Octets(s, half)]);
        }));
    }

    // Both kinds of keys are trusted; the name says the one, the value is by the other.
    private static IEnumerable<Attack> Mismatched(string name, TestIdentityProvider signer, string genuine, string named) =>
        OfSigner("AL-11", name, SignatureValueMalformed, signer, xml => xml.Once(genuine, named))
            .Select(attack => attack with
            {
                Options = () => new ServiceProvider { Certificates = [Keys.Rsa.Certificate, Keys.P256.Certificate] }.ToOptions(),
            });

    private static IEnumerable<Attack> Number(string name, Func<BigInteger, BigInteger> change) =>
        Forged("AL-15", name, SignatureInvalid, Trusting(octets => Octets(change(RawRsaKey.Number(Trusted.Sign(octets))))));

    // The same residue, one modulus above. Not every signature leaves room for that, so one is looked for.
    private static IEnumerable<Attack> GreaterByTheModulus() =>
        (Bases.Response | Bases.Assertion).Placements().Select(placement =>
            new Attack("AL-15", $"the genuine value and the modulus ({placement})", SignatureInvalid)
            {
                Message = () => Enumerable.Range(0, 1000).Select(number => Greater(number).Message(placement))
                    .First(message => Forgery.SignatureValue(Encoding.UTF8.GetString(message)).Length == RawRsaKey.Bytes),
                Twin = () => new Forgery(Trusted.Sign).Message(placement),
                Options = () => Trusted.ServiceProvider.ToOptions(),
                Certificates = () => [Trusted.Certificate],
            });

    private static Forgery Greater(int number) => Trusting(octets =>
    {
        byte[] genuine = Trusted.Rsa.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return (RawRsaKey.Number(genuine) + Trusted.Modulus).ToByteArray(isUnsigned: true, isBigEndian: true);
    }) with
    {
        EditSignedInfo = text => text.Once("<ds:SignedInfo>", $"<ds:SignedInfo Id=\"s{number}\">"),
    };
}
