using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group KY: keys that the message shows, and keys that are not or no longer trusted.</summary>
internal static class KeyAttacks
{
    private const string Namespace = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Keys.Stranger has the subject of the trusted certificate and another key.
        .. Vectors("KY-1", "key: signed by a stranger who embeds his certificate"),
        .. Vectors("KY-2", "key: signed by a stranger who embeds his certificate"),
        .. Vectors("KY-3", "key: signed by a stranger who embeds his bare key", "key: signed by a stranger on the same curve"),
        .. Shows("KY-3", "DEREncodedKeyValue", SignatureInvalid, Keys.Stranger, "<dsig11:DEREncodedKeyValue xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\">AAAA</dsig11:DEREncodedKeyValue>"),
        .. Vectors("KY-4", "key: signed by a stranger who embeds the trusted certificate"),
        .. Vectors("KY-5", "key: signed by a stranger who embeds both", "key: signed by a stranger who embeds both the other way round", "key: KeyInfo shows two certificates"),
        .. Vectors("KY-6", "key: KeyInfo shows a stranger's certificate", "key: KeyInfo shows a stranger's key, bare"),
        .. Vectors("KY-7", "key: KeyInfo shows nothing at all", "key: KeyInfo shows empty", "key: KeyInfo shows a certificate that is none",
            "key: KeyInfo shows a certificate that is not base64", "key: KeyInfo shows an empty X509Data", "key: KeyInfo shows a path as key name"),
        .. Vectors("KY-8", "key: KeyInfo shows a URL to fetch", "key: KeyInfo shows itself"),
        .. Retrieves("http://169.254.169.254/latest/meta-data/"),
        .. Retrieves("file:///etc/hostname"),
        .. Shows("KY-8", "a KeyInfoReference", None, Keys.Rsa, "<dsig11:KeyInfoReference xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\" URI=\"http://192.0.2.1/key\"/>"),
        .. Shows("KY-9", "two key names, the first of a symmetric key", SignatureInvalid, Keys.Stranger, "<ds:KeyName>attacker</ds:KeyName><ds:KeyName>trusted</ds:KeyName>"),
        .. Vectors("KY-10", "key: KeyInfo shows a path as key name"),
        .. Shows("KY-10", "SQL as key name", None, Keys.Rsa, "<ds:KeyName>' OR 1=1 --</ds:KeyName>"),
        .. Vectors("KY-11", "key: KeyInfo shows issuer and serial number"),
        .. Shows("KY-11", "subject, SKI and digest of the trusted certificate", SignatureInvalid, Keys.Stranger,
            "<ds:X509Data><ds:X509SKI>AAAA</ds:X509SKI><ds:X509SubjectName>CN=dev-01234567, O=Example</ds:X509SubjectName></ds:X509Data>"),
        .. Vectors("KY-19", "key: signed by the first of three", "key: signed by the second of three", "key: signed by the last of three",
            "key: signed by one that was removed", "key: signed by one that was removed, of two others"),
        .. Shows("KY-21", "the trusted key's name after a genuine login with it", SignatureInvalid, Keys.Stranger, "<ds:KeyName>trusted</ds:KeyName>"),
    ];

    private static IEnumerable<Attack> Vectors(string row, params string[] names) => names.SelectMany(name => Vector(row, name));

    private static IEnumerable<Attack> Retrieves(string url) =>
        Shows("KY-8", url, None, Keys.Rsa, $"<ds:RetrievalMethod URI=\"{url}\"/>");

    private static IEnumerable<Attack> Shows(string row, string name, SamlErrorCode expected, TestIdentityProvider signer, string content) =>
        (Bases.Assertion | Bases.Response).Placements().Select(placement => new Attack(row, $"{name} ({placement})", expected)
        {
            Message = () => SignedMessage.Change(
                SignedMessage.Mint(placement, signer: signer),
                xml => SignatureText.Edit(xml, "KeyInfo", _ => $"<ds:KeyInfo {Namespace}>{content}</ds:KeyInfo>")),
            Twin = () => SignedMessage.Mint(placement),
        });
}
