using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Signatures.SignatureText;
using static Saml.Core.Tests.Signatures.SignatureVector;

namespace Saml.Core.Tests.Signatures;

/// <summary>Which signature and digest algorithms are accepted, with which keys and values of which length.</summary>
internal static class AlgorithmVectors
{
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    private const string RsaSha256 = More + "rsa-sha256";
    private const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        .. Accepted("RSA", Keys.Rsa, SigningAlgorithm.RsaSha256, SigningAlgorithm.RsaSha384, SigningAlgorithm.RsaSha512),
        .. Accepted("RSA", Keys.Rsa, SigningAlgorithm.RsaPssSha256, SigningAlgorithm.RsaPssSha384, SigningAlgorithm.RsaPssSha512),
        .. Accepted("P-256", Keys.P256, SigningAlgorithm.EcdsaSha256, SigningAlgorithm.EcdsaSha384, SigningAlgorithm.EcdsaSha512),
        .. Accepted("P-384", Keys.P384, SigningAlgorithm.EcdsaSha256, SigningAlgorithm.EcdsaSha384, SigningAlgorithm.EcdsaSha512),
        .. Accepted("P-521", Keys.P521, SigningAlgorithm.EcdsaSha256, SigningAlgorithm.EcdsaSha384, SigningAlgorithm.EcdsaSha512),

        // SHA-1.
        Sha1("signature", Sha1NotAllowed, SigningAlgorithm.RsaSha1, DigestAlgorithm.Sha256, allow: false),
        Sha1("digest", Sha1NotAllowed, SigningAlgorithm.RsaSha256, DigestAlgorithm.Sha1, allow: false),
        Sha1("both", Sha1NotAllowed, SigningAlgorithm.RsaSha1, DigestAlgorithm.Sha1, allow: false),
        Sha1("signature, allowed", None, SigningAlgorithm.RsaSha1, DigestAlgorithm.Sha256, allow: true),
        Sha1("digest, allowed", None, SigningAlgorithm.RsaSha256, DigestAlgorithm.Sha1, allow: true),
        Sha1("both, allowed", None, SigningAlgorithm.RsaSha1, DigestAlgorithm.Sha1, allow: true),
        Names("ecdsa-sha1, while SHA-1 is allowed", SignatureAlgorithmNotAllowed, More + "ecdsa-sha1")
        with { ServiceProvider = new() { AllowSha1 = true } },

        // Other signature algorithms.
        Names("hmac-sha1", HmacNotAllowed, "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
        Names("hmac-sha256", HmacNotAllowed, More + "hmac-sha256"),
        Names("hmac-sha384", HmacNotAllowed, More + "hmac-sha384"),
        Names("hmac-sha512", HmacNotAllowed, More + "hmac-sha512"),
        Names("hmac-md5", HmacNotAllowed, More + "hmac-md5"),
        Names("hmac-sha256, its fragment alone", HmacNotAllowed, "#hmac-sha256"),
        Names("rsa-md5", SignatureAlgorithmNotAllowed, More + "rsa-md5"),
        Names("rsa-ripemd160", SignatureAlgorithmNotAllowed, More + "rsa-ripemd160"),
        Names("rsa-sha224", SignatureAlgorithmNotAllowed, More + "rsa-sha224"),
        Names("dsa-sha1", SignatureAlgorithmNotAllowed, "http://www.w3.org/2000/09/xmldsig#dsa-sha1"),
        Names("dsa-sha256", SignatureAlgorithmNotAllowed, "http://www.w3.org/2009/xmldsig11#dsa-sha256"),
        Names("rsa-pss with parameters", SignatureAlgorithmNotAllowed, "http://www.w3.org/2007/05/xmldsig-more#rsa-pss"),
        Names("eddsa", SignatureAlgorithmNotAllowed, "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519"),
        Names("none", SignatureAlgorithmNotAllowed, "none"),
        Names("empty", SignatureAlgorithmNotAllowed, ""),
        Names("unknown", SignatureAlgorithmNotAllowed, "urn:x"),
        Names("a name of .NET", SignatureAlgorithmNotAllowed, "System.Security.Cryptography.RSASignatureDescription"),
        Names("in upper case", SignatureAlgorithmNotAllowed, RsaSha256.ToUpperInvariant()),
        Names("a blank at the end", SignatureAlgorithmNotAllowed, RsaSha256 + " "),
        Names("the digest's", SignatureAlgorithmNotAllowed, Sha256),
        SignedInfo("no signature algorithm", MissingAttribute, text => text.Replace($"<ds:SignatureMethod Algorithm=\"{RsaSha256}\"/>", "<ds:SignatureMethod/>")),
        SignedInfo("no SignatureMethod", SignatureMalformed, text => text.Replace($"<ds:SignatureMethod Algorithm=\"{RsaSha256}\"/>", "")),
        SignedInfo("two SignatureMethod", SignatureMalformed, text => text.Replace("<ds:SignatureMethod", $"<ds:SignatureMethod Algorithm=\"{RsaSha256}\"/><ds:SignatureMethod")),
        SignedInfo("HMACOutputLength", SignatureMalformed, text => text.Replace($"{RsaSha256}\"/>", $"{RsaSha256}\"><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>")),
        SignedInfo("RSAPSSParams", SignatureMalformed, text => text.Replace($"{RsaSha256}\"/>", $"{RsaSha256}\"><pss:RSAPSSParams xmlns:pss=\"http://www.w3.org/2007/05/xmldsig-more#\"/></ds:SignatureMethod>")),

        // Other digest algorithms.
        Digests("md5", DigestAlgorithmNotAllowed, More + "md5"),
        Digests("sha224", DigestAlgorithmNotAllowed, More + "sha224"),
        Digests("ripemd160", DigestAlgorithmNotAllowed, "http://www.w3.org/2001/04/xmlenc#ripemd160"),
        Digests("whirlpool", DigestAlgorithmNotAllowed, "http://www.w3.org/2007/05/xmldsig-more#whirlpool"),
        Digests("sha3-256", DigestAlgorithmNotAllowed, "http://www.w3.org/2007/05/xmldsig-more#sha3-256"),
        Digests("hmac-sha1", DigestAlgorithmNotAllowed, "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
        Digests("sha384 among those of XML Encryption", DigestAlgorithmNotAllowed, "http://www.w3.org/2001/04/xmlenc#sha384"),
        Digests("a name of .NET", DigestAlgorithmNotAllowed, "SHA256"),
        Digests("an OID", DigestAlgorithmNotAllowed, "2.16.840.1.101.3.4.2.1"),
        Digests("empty", DigestAlgorithmNotAllowed, ""),
        Digests("in upper case", DigestAlgorithmNotAllowed, Sha256.ToUpperInvariant()),
        Digests("a blank at the end", DigestAlgorithmNotAllowed, Sha256 + " "),
        Digests("of another length", SignatureValueMalformed, "http://www.w3.org/2001/04/xmlenc#sha512"),
        SignedInfo("no digest algorithm", MissingAttribute, text => text.Replace($"<ds:DigestMethod Algorithm=\"{Sha256}\"/>", "<ds:DigestMethod/>")),
        SignedInfo("content of DigestMethod", SignatureMalformed, text => text.Replace($"{Sha256}\"/>", $"{Sha256}\"><x/></ds:DigestMethod>")),
        SignedInfo("two DigestMethod", SignatureMalformed, text => text.Replace("<ds:DigestMethod", $"<ds:DigestMethod Algorithm=\"{Sha256}\"/><ds:DigestMethod")),

        // SignatureValue.
        Value("empty", SignatureValueMalformed, _ => []),
        Value("one octet short", SignatureValueMalformed, value => value[..^1]),
        Value("one octet long", SignatureValueMalformed, value => [.. value, 0]),
        Value("with a leading zero", SignatureValueMalformed, value => [0, .. value]),
        Value("zero", SignatureInvalid, value => new byte[value.Length]),
        Value("one", SignatureInvalid, value => [.. new byte[value.Length - 1], 1]),
        Value("greater than the modulus", SignatureInvalid, value => [.. value.Select(_ => byte.MaxValue)]),
        Value("with one bit changed", SignatureInvalid, value => [.. value[..^1], (byte)(value[^1] ^ 1)]),
        Value("reversed", SignatureInvalid, value => [.. value.Reverse()]),
        ValueText("not base64", SignatureValueMalformed, _ => "!!!!"),
        ValueText("without padding", SignatureValueMalformed, value => value.TrimEnd('=')),
        ValueText("with more behind its padding", SignatureValueMalformed, value => value + "AAAA"),
        ValueText("with a no-break space", SignatureValueMalformed, value => value.Insert(4, "\u00A0")),
        ValueText("in lines", None, value => "\n" + string.Join("\r\n", value.Chunk(76).Select(line => new string(line))) + "\n"),
        ValueText("with blanks and tabs", None, value => " " + value.Insert(5, "\t ")),
        ValueText("with a line end and an indentation behind", None, value => value + "\n   "),
        ValueText("with eight blanks before its last digits", None, value => value.Insert(value.Length - 3, new string(' ', 8)) + "\n\n\n\n"),
        ValueText("with four white space characters in its padding", None, value => value.Insert(value.Length - 1, "\n   ")),
    ];

    private static IEnumerable<SignatureVector> Accepted(
        string key, TestIdentityProvider signer, params SigningAlgorithm[] algorithms) =>
        from algorithm in algorithms
        from digest in DigestAlgorithm.All
        where digest != DigestAlgorithm.Sha1
        select Settings(
            $"{Fragment(algorithm.Uri)} with {key}, digest {Fragment(digest.Uri)}",
            None,
            new SignatureSettings { Algorithm = algorithm, Digest = digest },
            signer) with
        {
            ServiceProvider = new() { Certificates = [signer.Certificate] },
        };

    private static SignatureVector Sha1(
        string name, SamlErrorCode expected, SigningAlgorithm algorithm, DigestAlgorithm digest, bool allow) =>
        Settings("SHA-1: " + name, expected, new SignatureSettings { Algorithm = algorithm, Digest = digest })
            with
        { ServiceProvider = new() { AllowSha1 = allow }, IsGenuine = true };

    private static SignatureVector Names(string name, SamlErrorCode expected, string algorithm) =>
        SignedInfo("signature algorithm: " + name, expected, text => text.Replace(RsaSha256, algorithm));

    private static SignatureVector Digests(string name, SamlErrorCode expected, string algorithm) =>
        SignedInfo("digest algorithm: " + name, expected, text => text.Replace(Sha256, algorithm));

    private static SignatureVector Value(string name, SamlErrorCode expected, Func<byte[], byte[]> change) =>
        ValueText(name, expected, text => Convert.ToBase64String(change(Convert.FromBase64String(text))));

    private static SignatureVector ValueText(string name, SamlErrorCode expected, Func<string, string> change) =>
        Changed("value " + name, expected, xml => EditContent(xml, "SignatureValue", change));

    private static string Fragment(string uri) => uri[(uri.IndexOf('#') + 1)..];
}
