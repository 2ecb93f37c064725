using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group RX: messages that are meant to cost more than they should, under the limits as they are by default.</summary>
internal static class ExhaustionAttacks
{
    private const string Status = "<saml2p:Status ";
    private const string BogusSignature = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>";

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Deep("in Extensions", (m, deep) => m.Before(Status, $"<saml2p:Extensions>{deep}</saml2p:Extensions>")),
        .. Deep("in an attribute value", (m, deep) => m.Before("</saml2:AttributeValue>", deep)),
        .. Deep("in KeyInfo", (m, deep) => m.Before("</ds:KeyInfo>", deep)),
        .. Deep("in the Signature", (m, deep) => m.Before("</ds:Signature>", deep)),
        .. Changed(Bases.All, "RX-2", "65 levels", XmlLimitExceeded, m => m.Before("</saml2:AttributeValue>", Nested(65))),
        .. Changed(Bases.All, "RX-3", "4,000 attributes on the Response", XmlLimitExceeded, m => m.With("<saml2p:Response ", "<saml2p:Response " + Many(4000, n => $"a{n}=\"\" "))),
        .. Changed(Bases.All, "RX-3", "4,000 attributes on SignedInfo", XmlLimitExceeded, m => m.With("<ds:SignedInfo>", $"<ds:SignedInfo {Many(4000, n => $"a{n}=\"\" ")}>")),
        .. Changed(Bases.All, "RX-5", "400 declarations, used by 400 children", XmlLimitExceeded, m => m.Before(Status,
            $"<saml2p:Extensions {Many(400, n => $"xmlns:p{n}=\"urn:{n}\" ")}>{Many(400, n => $"<p{n}:x/>")}</saml2p:Extensions>")),
        .. Vector("RX-6", "transform: PrefixList: longer than allowed"),
        .. Changed(Bases.All, "RX-7", "300 References", ReferenceCountInvalid, m => SignatureText.Edit(m.Xml, "Reference", part => Many(300, _ => part))),
        .. Vector("RX-8", "transform: eleven of them"),
        .. Changed(Bases.All, "RX-9", "500 Signatures beside the genuine one", MultipleSignatures, m => m.Before(m.Signature, Many(500, _ => BogusSignature))),
        .. Changed(Bases.All, "RX-10", "50 assertions", MultipleAssertions, m => m.Before(m.Assertion, Many(50, n => m.Evil.Replace(EvilId, $"_e{n}", StringComparison.Ordinal)))),
        .. Changed(Bases.All, "RX-11", "2,000 comments in NameID", CommentInValue, m => m.Before("</saml2:NameID>", Many(2000, _ => "<!---->"))),
        .. Changed(Bases.All, "RX-13", "a DigestValue of 100 KB", SignatureValueMalformed, m => SignatureText.EditContent(m.Xml, "DigestValue", _ => new string('A', 100_000))),
        .. Changed(Bases.All, "RX-13", "a SignatureValue of 100 KB", SignatureValueMalformed, m => SignatureText.EditContent(m.Xml, "SignatureValue", _ => new string('A', 100_000))),
        .. Shown("RX-14", "a modulus of 64 KB", $"<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>{new string('A', 87_000)}</ds:Modulus></ds:RSAKeyValue></ds:KeyValue>"),
        .. Shown("RX-15", "octets of a PKCS #12 file as certificate", "<ds:X509Data><ds:X509Certificate>MIACAQMwgAYJKoZIhvcNAQcBoIAkgASCA+gwgDCABgkqhkiG9w0BBwGggCSABIID6DCCBVMw</ds:X509Certificate></ds:X509Data>"),
        .. Changed(Bases.All, "RX-16", "ten levels of entities", DtdNotAllowed, m => m.With(m.Response,
            $"<!DOCTYPE saml2p:Response [<!ENTITY e0 \"ha\">{Many(10, n => $"<!ENTITY e{n + 1} \"{Many(10, _ => $"&e{n};")}\">")}]>{m.Response}")),
        .. Changed(Bases.All, "RX-18", "an element name of 64 KB", XmlLimitExceeded, m => m.Before(Status, $"<saml2p:Extensions><{new string('a', 65_536)}/></saml2p:Extensions>")),
        .. Changed(Bases.All, "RX-20", "an instant of 64 KB", InvalidDateTime, m => m.With("IssueInstant=\"", "IssueInstant=\"" + new string('2', 65_536))),
    ];

    private static string Many(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    private static string Nested(int depth) => Many(depth, _ => "<a>") + Many(depth, _ => "</a>");

    private static IEnumerable<Attack> Deep(string name, Func<Genuine, string, string> build) =>
        Changed(Bases.All, "RX-1", $"20,000 levels {name}", XmlLimitExceeded, m => build(m, Nested(20_000)));

    private static IEnumerable<Attack> Shown(string row, string name, string content) =>
        Changed(Bases.Assertion | Bases.Response, row, name, None, m => SignatureText.EditContent(m.Xml, "KeyInfo", _ => content));
}
