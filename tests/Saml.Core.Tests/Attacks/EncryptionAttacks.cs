using System.Xml.Linq;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;
using Change = System.Func<Saml.Core.Tests.Validation.Vector, Saml.Core.Tests.Validation.Vector>;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// Group EC, as far as it concerns a validator that decrypts nothing: what is encrypted refuses the message or is left
/// out, and no part of it is followed.
/// </summary>
internal static class EncryptionAttacks
{
    private const string EndOfResponse = "</saml2p:Response>";
    private const string Declarations =
        "xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";

    private const string Ciphertext = "<xenc:CipherData><xenc:CipherValue>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</xenc:CipherValue></xenc:CipherData>";

    public static IReadOnlyList<Attack> All { get; } =
    [
        Of("EC-1", ResponseRulesTests.Table, "encrypted assertion alone"),
        .. Changed(Bases.All, "EC-1", "alone, with nothing signed", EncryptedAssertionNotSupported,
            m => m.UnsignedResponse.Once(m.Assertion, Encrypted(Data()))),
        .. Changed(Bases.All, "EC-2", "instead of the assertion, behind the Response's Signature", EncryptedAssertionNotSupported,
            m => m.With(m.Assertion, Encrypted(Data()))),
        .. Changed(Bases.WithSignedAssertion, "EC-3", "before the signed assertion", EncryptedAssertionNotSupported,
            m => m.Before(m.Assertion, Encrypted(Data())), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "EC-3", "behind the signed assertion", EncryptedAssertionNotSupported,
            m => m.Behind(m.Assertion, Encrypted(Data())), Control.NaiveVerifier),
        .. Changed(Bases.All, "EC-3", "first in the Response", UnexpectedElement, m => m.Before("<saml2p:Status ", Encrypted(Data()))),
        .. AllOf("EC-3", ResponseRulesTests.Table, "encrypted assertion beside a plain one", "encrypted assertion before a plain one"),
        .. Changed(Bases.WithSignedAssertion, "EC-4", "two beside the signed assertion", EncryptedAssertionNotSupported,
            m => m.With(m.Assertion, Encrypted(Data()) + m.Assertion + Encrypted(Data())), Control.NaiveVerifier),
        .. Changed(Bases.All, "EC-4", "two alone", EncryptedAssertionNotSupported, m => m.With(m.Assertion, Encrypted(Data()) + Encrypted(Data()))),

        // References that something might follow.
        .. References("EC-13", "http://192.0.2.1/x", "file:///etc/passwd", "#id100", "#id200", "", "cid:x"),
        .. Keys("EC-14", "a key that leads to itself", EncryptedAssertionNotSupported,
            "<xenc:EncryptedKey Id=\"k1\"><ds:KeyInfo><ds:RetrievalMethod URI=\"#k1\"/></ds:KeyInfo></xenc:EncryptedKey>"),
        .. Keys("EC-14", "two keys that lead to each other", EncryptedAssertionNotSupported,
            "<xenc:EncryptedKey Id=\"k1\"><ds:KeyInfo><ds:RetrievalMethod URI=\"#k2\"/></ds:KeyInfo></xenc:EncryptedKey>"
            + "<xenc:EncryptedKey Id=\"k2\"><ds:KeyInfo><ds:RetrievalMethod URI=\"#k1\"/></ds:KeyInfo></xenc:EncryptedKey>"),
        .. Keys("EC-14", "keys inside keys, a thousand deep", XmlLimitExceeded,
            Repeat("<xenc:EncryptedKey><ds:KeyInfo>", 1000) + Repeat("</ds:KeyInfo></xenc:EncryptedKey>", 1000)),
        .. Keys("EC-15", "a thousand keys", EncryptedAssertionNotSupported,
            Repeat($"<xenc:EncryptedKey Recipient=\"somebody\">{Ciphertext}</xenc:EncryptedKey>", 1000)),

        // The other encrypted elements.
        .. AllOf("EC-18", SubjectRulesTests.Table, "EncryptedID", "NameID and EncryptedID"),
        Of("EC-18", "EncryptedID before the NameID", UnexpectedElement, Before("NameID", Element("EncryptedID"))),
        Of("EC-18", "EncryptedID with an assertion inside", UnexpectedElement, Replace("NameID", Element("EncryptedID", Element("Assertion", Attr("ID", "id3"))))),
        Of("EC-18", "EncryptedID with a NameID inside", EncryptedIdNotSupported, Replace("NameID", Element("EncryptedID", Element("NameID", "admin@victim.example")))),
        Of("EC-18", "EncryptedID in the confirmation alone", None, Prepend("SubjectConfirmation", Element("EncryptedID"))),
        Of("EC-18", ToleranceTests.Table, "EncryptedAttribute"),
        Of("EC-18", "EncryptedAttribute with an Attribute inside", None,
            Append("AttributeStatement", Element("EncryptedAttribute", Element("Attribute", Attr("Name", "roles"), Element("AttributeValue", "admin"))))),
        Of("EC-18", "EncryptedAttribute for the roles", RequiredAttributeMissing,
            Edit(x => x.Attribute("roles").ReplaceWith(Element("EncryptedAttribute", XElement.Parse(Data()))))),
        Of("EC-18", "NewEncryptedID", UnexpectedElement, Append("Response", ProtocolElement("NewEncryptedID"))),
        .. new[] { "ManageNameIDRequest", "ManageNameIDResponse" }.Select(name =>
            Of("EC-18", name, UnexpectedMessageType, Rename("Response", ProtocolNamespace + name))),
        Of("EC-19", "in Extensions", None, Before("Status", ProtocolElement("Extensions", XElement.Parse(Data())))),
        Of("EC-19", "an EncryptedKey in Extensions", None, Before("Status", ProtocolElement("Extensions", XElement.Parse(Data("xenc:EncryptedKey"))))),
        Of("EC-19", "in a value", None, InValue("clearance").And(Template(t => t.WithAttribute("clearance", "")))),
        Of("EC-19", "in the value of the roles", AttributeNotText, InValue("roles")),
        Of("EC-19", "instead of the assertion", UnexpectedElement, Replace("Assertion", XElement.Parse(Data())).And(SignResponse)),
        Of("EC-19", "instead of the NameID", UnexpectedElement, Replace("NameID", XElement.Parse(Data()))),
    ];

    private static string Encrypted(string content) =>
        $"<saml2:EncryptedAssertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">{content}</saml2:EncryptedAssertion>";

    private static string Data(string element = "xenc:EncryptedData", string keyInfo = "", string cipherData = Ciphertext) =>
        $"<{element} {Declarations} Type=\"http://www.w3.org/2001/04/xmlenc#Element\">"
        + "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/>"
        + $"{keyInfo}{cipherData}</{element}>";

    private static IEnumerable<Attack> References(string row, params string[] uris) => uris.SelectMany(uri =>
    {
        string reference = $"<xenc:CipherData><xenc:CipherReference URI=\"{uri}\"><xenc:Transforms>"
            + "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/></xenc:Transforms></xenc:CipherReference></xenc:CipherData>";
        return Changed(Bases.All, row, $"CipherReference \"{uri}\"", EncryptedAssertionNotSupported,
            m => m.Xml.Once(EndOfResponse, Encrypted(Data(cipherData: reference)) + EndOfResponse));
    });

    private static IEnumerable<Attack> Keys(string row, string name, SamlErrorCode expected, string keys) =>
        Changed(Bases.All, row, name, expected,
            m => m.Xml.Once(EndOfResponse, Encrypted(Data(keyInfo: $"<ds:KeyInfo>{keys}</ds:KeyInfo>")) + EndOfResponse));

    private static Change InValue(string attribute) =>
        Edit(x => x.Attribute(attribute).Elements().First().ReplaceNodes(XElement.Parse(Data())));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static Vector SignResponse(Vector vector) => vector with { Signed = Testing.SignaturePlacement.Response };
}
