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
    private const string Encryption = "http://www.w3.org/2001/04/xmlenc#";
    private const string Declarations =
        $"xmlns:xenc=\"{Encryption}\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";

    private const string Ciphertext = "<xenc:CipherData><xenc:CipherValue>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</xenc:CipherValue></xenc:CipherData>";

    /// <summary>What an attacker sends again and again, to see the answers differ.</summary>
    public static IReadOnlyList<(string Row, string Name, string Xml)> Ciphertexts { get; } =
    [
        ("EC-9", "RSA 1.5 with a block that is no PKCS #1", Data(keyInfo: Key($"{Encryption}rsa-1_5", Base64(256, 0xFF)))),
        ("EC-9", "RSA 1.5 with a zero", Data(keyInfo: Key($"{Encryption}rsa-1_5", Base64(256, 0x00)))),
        ("EC-9", "RSA 1.5 with a block of another length", Data(keyInfo: Key($"{Encryption}rsa-1_5", Base64(255, 0x02)))),
        .. new[] { 0x00, 0x01, 0x10, 0x11, 0xFF }.Select(last =>
            ("EC-10", $"CBC with a last octet of {last}", Data(cipherData: Value([.. new byte[47], (byte)last])))),
        ("EC-11", "CBC of nothing", Data(cipherData: Value([]))),
        ("EC-11", "CBC of an initialization vector alone", Data(cipherData: Value(new byte[16]))),
        ("EC-11", "CBC of less than a block", Data(cipherData: Value(new byte[7]))),
        ("EC-11", "CBC of a block and a bit", Data(cipherData: Value(new byte[33]))),
        .. new[] { 0, 11, 12, 13, 27, 28, 44 }.Select(length => ("EC-12", $"GCM, {length} octets with their tag",
            Data(cipherData: Value(new byte[length]), algorithm: "http://www.w3.org/2009/xmlenc11#aes256-gcm"))),
        ("EC-16", "OAEP with MGF1 of SHA-1 for SHA-256", Data(keyInfo: Key("http://www.w3.org/2009/xmlenc11#rsa-oaep", Base64(256, 0x02),
            "<xenc11:MGF xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\" Algorithm=\"http://www.w3.org/2009/xmlenc11#mgf1sha1\"/>"))),
        ("EC-16", "OAEP with parameters", Data(keyInfo: Key($"{Encryption}rsa-oaep-mgf1p", Base64(256, 0x02), "<xenc:OAEPparams>AAAA</xenc:OAEPparams>"))),
        ("EC-17", "Triple DES", Data(algorithm: $"{Encryption}tripledes-cbc")),
        ("EC-17", "AES-256 with a key of 16 octets", Data(keyInfo: Key($"{Encryption}kw-aes256", Base64(16, 0x01)), algorithm: $"{Encryption}aes256-cbc")),
        ("EC-17", "an unknown algorithm", Data(algorithm: "urn:x")),
        ("EC-17", "no algorithm", Data(algorithm: "")),
    ];

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

        // Ciphertexts, keys and algorithms, which all have the same answer; EncryptionTests compares it in full.
        .. Ciphertexts.SelectMany(each => Changed(Bases.All, each.Row, each.Name, EncryptedAssertionNotSupported,
            m => m.With(m.Assertion, Encrypted(each.Xml)))),

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

    public static string Encrypted(string content) =>
        $"<saml2:EncryptedAssertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">{content}</saml2:EncryptedAssertion>";

    private static string Data(
        string element = "xenc:EncryptedData",
        string keyInfo = "",
        string cipherData = Ciphertext,
        string algorithm = $"{Encryption}aes128-cbc") =>
        $"<{element} {Declarations} Type=\"{Encryption}Element\">"
        + $"<xenc:EncryptionMethod Algorithm=\"{algorithm}\"/>{keyInfo}{cipherData}</{element}>";

    private static string Key(string algorithm, string value, string parameters = "") =>
        $"<ds:KeyInfo><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm=\"{algorithm}\">{parameters}</xenc:EncryptionMethod>"
        + $"<xenc:CipherData><xenc:CipherValue>{value}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>";

    private static string Value(byte[] octets) =>
        $"<xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(octets)}</xenc:CipherValue></xenc:CipherData>";

    private static string Base64(int length, byte octet) => Convert.ToBase64String([.. Enumerable.Repeat(octet, length)]);

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
