using System.Security.Cryptography;
using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Signatures.SignatureText;
using static Saml.Core.Tests.Signatures.SignatureVector;

namespace Saml.Core.Tests.Signatures;

/// <summary>Keys come from the configuration alone; KeyInfo says nothing to us and can do no harm.</summary>
internal static class KeyVectors
{
    private static readonly string s_genuine = Convert.ToBase64String(Keys.Rsa.Certificate.RawData);
    private static readonly string s_strange = Convert.ToBase64String(Keys.Stranger.Certificate.RawData);

    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        // Who signed.
        By("a stranger who embeds his certificate", SignatureInvalid, Keys.Stranger, Certificates(s_strange)),
        By("a stranger who embeds the trusted certificate", SignatureInvalid, Keys.Stranger, Certificates(s_genuine)),
        By("a stranger who embeds both", SignatureInvalid, Keys.Stranger, Certificates(s_genuine, s_strange)),
        By("a stranger who embeds both the other way round", SignatureInvalid, Keys.Stranger, Certificates(s_strange, s_genuine)),
        By("a stranger who embeds his bare key", SignatureInvalid, Keys.Stranger, KeyValue(Keys.Stranger)),
        By("a stranger who embeds nothing", SignatureInvalid, Keys.Stranger, ""),
        By("the first of three", None, Keys.Rsa, "") with { ServiceProvider = Trusting(Keys.Rsa, Keys.Stranger, Keys.P256) },
        By("the second of three", None, Keys.Rsa, "") with { ServiceProvider = Trusting(Keys.Stranger, Keys.Rsa, Keys.P256) },
        By("the last of three", None, Keys.Rsa, "") with { ServiceProvider = Trusting(Keys.P256, Keys.Stranger, Keys.Rsa) },
        By("one that was removed", SignatureInvalid, Keys.Rsa, "") with { ServiceProvider = Trusting(Keys.Stranger) },
        By("one that was removed, of two others", SignatureInvalid, Keys.Rsa, "") with { ServiceProvider = Trusting(Keys.Stranger, Keys.P256) },
        By("RSA where only ECDSA is trusted", KeyTypeMismatch, Keys.Rsa, "") with { ServiceProvider = Trusting(Keys.P256) },
        By("ECDSA where only RSA is trusted", KeyTypeMismatch, Keys.P256, ""),
        By("ECDSA among RSA", None, Keys.P256, "") with { ServiceProvider = Trusting(Keys.Rsa, Keys.P256) },
        By("a stranger on the same curve", SignatureInvalid, Keys.StrangeP256, "") with { ServiceProvider = Trusting(Keys.P256) },
        By("a stranger on a smaller curve", SignatureValueMalformed, Keys.P256, "") with { ServiceProvider = Trusting(Keys.P384) },

        // Values of ECDSA: r and s, each of the curve's length (XML Signature 1.1, 6.4.3).
        Ecdsa("in DER", SignatureValueMalformed, Der),
        Ecdsa("one octet short", SignatureValueMalformed, value => value[..^1]),
        Ecdsa("two octets long", SignatureValueMalformed, value => [.. value, 0, 0]),
        Ecdsa("each half with a leading zero", SignatureValueMalformed, value => [0, .. value[..32], 0, .. value[32..]]),
        Ecdsa("zero", SignatureInvalid, value => new byte[value.Length]),
        Ecdsa("r is zero", SignatureInvalid, value => [.. new byte[32], .. value[32..]]),
        Ecdsa("s is zero", SignatureInvalid, value => [.. value[..32], .. new byte[32]]),
        Ecdsa("greater than the order", SignatureInvalid, value => [.. value.Select(_ => byte.MaxValue)]),
        Ecdsa("r and s exchanged", SignatureInvalid, value => [.. value[32..], .. value[..32]]),
        Ecdsa("one bit changed", SignatureInvalid, value => [.. value[..^1], (byte)(value[^1] ^ 1)]),

        // KeyInfo under a genuine signature.
        Shows("nothing at all", ""),
        Shows("empty", "<ds:KeyInfo/>"),
        Shows("a stranger's certificate", Certificates(s_strange)),
        Shows("two certificates", Certificates(s_strange, s_genuine)),
        Shows("the trusted key, bare", KeyValue(Keys.Rsa)),
        Shows("a stranger's key, bare", KeyValue(Keys.Stranger)),
        Shows("a certificate that is none", Certificates("AAAA")),
        Shows("a certificate that is not base64", Certificates("redacted…")),
        Shows("a certificate with a comment", Certificates("<!-- redacted -->"), CommentInValue),
        Shows("an empty X509Data", "<ds:KeyInfo><ds:X509Data/></ds:KeyInfo>"),
        Shows("a path as key name", "<ds:KeyInfo><ds:KeyName>../../etc/passwd</ds:KeyName></ds:KeyInfo>"),
        Shows("issuer and serial number", "<ds:KeyInfo><ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=x</ds:X509IssuerName><ds:X509SerialNumber>1</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data></ds:KeyInfo>"),
        Shows("a URL to fetch", "<ds:KeyInfo><ds:RetrievalMethod URI=\"http://192.0.2.1/key\"/></ds:KeyInfo>"),
        Shows("itself", "<ds:KeyInfo Id=\"k\"><ds:RetrievalMethod URI=\"#k\"/></ds:KeyInfo>"),
        Shows("foreign content", "<ds:KeyInfo x=\"\"><k:Key xmlns:k=\"urn:k\">x</k:Key></ds:KeyInfo>"),
        Shows("an Assertion", "<ds:KeyInfo><a:Assertion xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\"/></ds:KeyInfo>", UnexpectedElement),
    ];

    private static SignatureVector By(string name, SamlErrorCode expected, TestIdentityProvider signer, string keyInfo) =>
        new("signed by " + name, expected, placement => SignedMessage.Change(
            SignedMessage.Mint(placement, signer: signer), xml => Edit(xml, "KeyInfo", _ => keyInfo)));

    private static SignatureVector Shows(string name, string keyInfo, SamlErrorCode expected = None) =>
        Changed("KeyInfo shows " + name, expected, xml => Edit(xml, "KeyInfo", _ => keyInfo));

    private static SignatureVector Ecdsa(string name, SamlErrorCode expected, Func<byte[], byte[]> change) =>
        new("ECDSA value " + name, expected, placement => SignedMessage.Change(
            SignedMessage.Mint(placement, signer: Keys.P256),
            xml => EditContent(
                xml,
                "SignatureValue",
                value => Convert.ToBase64String(change(Convert.FromBase64String(value))))))
        {
            ServiceProvider = Trusting(Keys.P256),
        };

    private static ServiceProvider Trusting(params TestIdentityProvider[] identityProviders) =>
        new() { Certificates = [.. identityProviders.Select(each => each.Certificate)] };

    private static string Certificates(params string[] base64) =>
        "<ds:KeyInfo><ds:X509Data>"
        + string.Concat(base64.Select(each => $"<ds:X509Certificate>{each}</ds:X509Certificate>"))
        + "</ds:X509Data></ds:KeyInfo>";

    private static string KeyValue(TestIdentityProvider identityProvider)
    {
        using RSA key = identityProvider.Certificate.PublicKey.GetRSAPublicKey()!;
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        return "<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue>"
            + $"<ds:Modulus>{Convert.ToBase64String(parameters.Modulus!)}</ds:Modulus>"
            + $"<ds:Exponent>{Convert.ToBase64String(parameters.Exponent!)}</ds:Exponent>"
            + "</ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>";
    }

    // SEQUENCE of two INTEGERs (RFC 3279, 2.2.3), as other protocols write it.
    private static byte[] Der(byte[] value)
    {
        System.Formats.Asn1.AsnWriter writer = new(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(value.AsSpan(0, 32).TrimStart((byte)0));
            writer.WriteIntegerUnsigned(value.AsSpan(32).TrimStart((byte)0));
        }

        return writer.Encode();
    }
}
