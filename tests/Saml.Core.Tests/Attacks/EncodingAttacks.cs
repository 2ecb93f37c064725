using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;
using static Saml.Core.Tests.Attacks.Retouching;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group EN: octets, characters, markup and names that parsers read differently.</summary>
internal static class EncodingAttacks
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string Mark = "\u00EF\u00BB\u00BF";
    private const string Status = "<saml2p:Status ";
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    private const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    private const string Value = ">Customer Care<";

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Byte order marks and encodings.
        .. Raw("EN-1", "a byte order mark", None, m => Mark + m.Xml),
        .. Raw("EN-1", "a byte order mark without a declaration", None, m => Mark + m.Response),
        .. Raw("EN-2", "two byte order marks", MalformedXml, m => Mark + Mark + m.Xml),
        .. Raw("EN-2", "a byte order mark and spaces before the declaration", ProcessingInstructionNotAllowed, m => $"{Mark}  {m.Xml}"),
        .. Raw("EN-2", "a line end before the declaration", ProcessingInstructionNotAllowed, m => "\r\n" + m.Xml),
        .. Raw("EN-2", "a byte order mark behind a space", MalformedXml, m => $" {Mark}{m.Response}"),
        .. Raw("EN-2", "a byte order mark behind the declaration", MalformedXml, m => $"{Declaration}{Mark}{m.Response}"),
        .. Raw("EN-2", "a byte order mark at the end", MalformedXml, m => m.Xml + Mark),
        .. Encoded("EN-3", "UTF-16, little-endian", Encoding.Unicode, true),
        .. Encoded("EN-3", "UTF-16, big-endian", Encoding.BigEndianUnicode, true),
        .. Encoded("EN-4", "UTF-16, little-endian, unmarked", Encoding.Unicode, false),
        .. Encoded("EN-4", "UTF-16, big-endian, unmarked", Encoding.BigEndianUnicode, false),
        .. Encoded("EN-5", "UTF-32, little-endian", Encoding.UTF32, true),
        .. Encoded("EN-5", "UTF-32, big-endian", new UTF32Encoding(bigEndian: true, byteOrderMark: true), true),
        .. Encoded("EN-5", "UTF-32, little-endian, unmarked", Encoding.UTF32, false),
        .. Encoded("EN-5", "UTF-32, big-endian, unmarked", new UTF32Encoding(bigEndian: true, byteOrderMark: true), false),
        .. Changed(Bases.All, "EN-6", "UTF-7, declared", UnsupportedXmlEncoding, m => Declared("utf-7", m.Xml).Once("<saml2:NameID", "+ADw-saml2:NameID")),
        .. Changed(Bases.All, "EN-6", "UTF-7, marked", MalformedXml, m => "+/v8-" + m.Response),
        .. Changed(Bases.All, "EN-6", "UTF-7 in the middle, not declared", UnexpectedElement,
            m => m.Xml.Once("<saml2:NameID", "+ADw-saml2:NameID").Once("</saml2:NameID>", "+ADw-/saml2:NameID>")),
        .. Changed(Bases.All, "EN-6", "UTF-7 as a value, not declared", DigestMismatch, m => m.With(UserId, "+ADw-admin")),
        .. Names("EN-7", "utf-16", "UTF-16LE", "UTF-16BE", "unicode"),
        .. Names("EN-8", "ISO-8859-1", "iso-8859-15", "windows-1252", "US-ASCII", "latin1"),
        new("EN-8", "ISO-8859-1 in its octets, signed so", InvalidUtf8)
        {
            Message = () => Latin(Declared("ISO-8859-1", Encoding.UTF8.GetString(Keys.Rsa.Mint(SignedMessage.Template with { NameId = "j\u00FCrgen" }, SignaturePlacement.Response)))),
            Twin = () => Keys.Rsa.Mint(SignedMessage.Template with { NameId = "j\u00FCrgen" }, SignaturePlacement.Response),
            Control = Control.NaiveVerifier,
        },
        .. Names("EN-9", "UTF8", "utf8", "x-user-defined", "IBM037", "", "UTF-8 ", "utf_8", "UTF-8\u0130", "ucs-2", "cp65001", "base64"),
        .. Changed(Bases.All, "EN-9", "utf-8 in lower case", None, m => Declared("utf-8", m.Xml)),
        .. Changed(Bases.All, "EN-9", "Utf-8 in mixed case", None, m => Declared("Utf-8", m.Xml)),

        // Octets that are no UTF-8, in the NameID.
        .. InNameId("EN-10", "FF", "\u00FF"),
        .. InNameId("EN-10", "a continuation alone", "\u0080"),
        .. InNameId("EN-10", "a sequence cut short", "\u00E2\u0082"),
        .. InNameId("EN-10", "an octet of Latin-1", "\u00E9"),
        .. InNameId("EN-10", "beyond U+10FFFF", "\u00F4\u0090\u0080\u0080"),
        .. InNameId("EN-10", "a sequence of five octets", "\u00F8\u0088\u0080\u0080\u0080"),
        .. Raw("EN-10", "FF behind the document", InvalidUtf8, m => m.Xml + "\u00FF"),
        .. Raw("EN-10", "FF in a comment", InvalidUtf8, m => m.Xml.Once("?>", "?><!--\u00FF-->")),
        .. InNameId("EN-11", "< in two octets", "\u00C0\u00BC"),
        .. InNameId("EN-11", "< in three octets", "\u00E0\u0080\u00BC"),
        .. InNameId("EN-11", "< in four octets", "\u00F0\u0080\u0080\u00BC"),
        .. InNameId("EN-11", "NUL in two octets", "\u00C0\u0080"),
        .. Raw("EN-11", "the < of a tag in two octets", InvalidUtf8, m => m.Xml.Once("<saml2:NameID", "\u00C0\u00BCsaml2:NameID")),
        .. InNameId("EN-12", "a surrogate alone", "\u00ED\u00A0\u0080"),
        .. InNameId("EN-12", "a surrogate pair in six octets", "\u00ED\u00A0\u00BD\u00ED\u00B8\u0080"),
        .. Changed(Bases.All, "EN-12", "a reference to a surrogate", MalformedXml, m => m.With(UserId, UserId + "&#xD800;")),
        .. Changed(Bases.All, "EN-12", "references to a surrogate pair", MalformedXml, m => m.With(UserId, UserId + "&#xD83D;&#xDE00;")),

        // Characters.
        .. Raw("EN-13", "NUL before the document", UnsupportedXmlEncoding, m => "\0" + m.Response),
        .. Raw("EN-13", "NUL behind a space", MalformedXml, m => " \0" + m.Response),
        .. Raw("EN-13", "NUL behind the document", MalformedXml, m => m.Xml + "\0"),
        .. Raw("EN-13", "NUL and a forged document behind the document", MalformedXml, m => $"{m.Xml}\0{Forge(m.Response)}"),
        .. Raw("EN-13", "NUL in the NameID", MalformedXml, m => m.With(UserId, $"{VictimId}\0{UserId}")),
        .. Raw("EN-13", "NUL in a tag", MalformedXml, m => m.With("<saml2:NameID ", "<saml2:NameID\0 ")),
        .. InValue("EN-14", "U+0001", "\u0001"),
        .. InValue("EN-14", "U+000B", "\v"),
        .. InValue("EN-14", "U+001F", "\u001F"),
        .. InValue("EN-14", "U+FFFE", "\uFFFE"),
        .. InValue("EN-14", "U+FFFF", "\uFFFF"),
        .. InValue("EN-14", "a reference to NUL", "&#0;"),
        .. InValue("EN-14", "a reference to U+001F", "&#x1F;"),
        .. InValue("EN-14", "a reference to U+FFFE", "&#xFFFE;"),
        .. InValue("EN-14", "a reference to U+FFFF", "&#65535;"),
        .. InValue("EN-14", "a reference beyond U+10FFFF", "&#x110000;"),
        .. InValue("EN-14", "a reference that overflows to A", "&#4294967361;"),
        .. InValue("EN-14", "a reference that overflows to A in 64 bits", "&#x10000000000000041;"),
        .. InValue("EN-14", "a negative reference", "&#-65;"),
        .. Changed(Bases.All, "EN-14", "U+0001 in an attribute", MalformedXml, m => m.With("Destination=\"", "Destination=\"\u0001")),
        .. Minted(Bases.All, "EN-14", "U+007F and U+009F, which XML 1.0 allows", None, t => t with { NameId = "a\u007Fb\u009Fc" }),

        // The declaration.
        .. Prolog("EN-15", "version 1.1", MalformedXml, "<?xml version=\"1.1\" encoding=\"UTF-8\"?>"),
        .. Prolog("EN-15", "version 1.10", MalformedXml, "<?xml version=\"1.10\"?>"),
        .. Prolog("EN-15", "version 2.0", MalformedXml, "<?xml version=\"2.0\"?>"),
        .. Prolog("EN-15", "no version", MalformedXml, "<?xml encoding=\"UTF-8\"?>"),
        .. Prolog("EN-16", "standalone", None, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"),
        .. Prolog("EN-16", "not standalone", None, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>"),
        .. Prolog("EN-16", "apostrophes and white space", None, "<?xml\tversion = '1.0'\r\n encoding= 'UTF-8' ?>\r\n"),
        .. Prolog("EN-16", "nothing but the version", None, "<?xml version=\"1.0\"?>"),
        .. Prolog("EN-17", "two declarations", ProcessingInstructionNotAllowed, Declaration + Declaration),
        .. Prolog("EN-17", "two declarations on two lines", ProcessingInstructionNotAllowed, Declaration + "\n" + Declaration),
        .. Changed(Bases.All, "EN-17", "a declaration in the document", ProcessingInstructionNotAllowed, m => m.Before(m.Assertion, Declaration)),
        .. Changed(Bases.All, "EN-17", "a declaration behind the document", ProcessingInstructionNotAllowed, m => m.Xml + Declaration, Control.Twin),

        // Around the document element.
        .. Changed(Bases.All, "EN-18", "text behind", MalformedXml, m => m.Xml + "x"),
        .. Changed(Bases.All, "EN-18", "text before", MalformedXml, m => Declaration + "x" + m.Response),
        .. Changed(Bases.All, "EN-18", "a reference behind", MalformedXml, m => m.Xml + "&#32;"),
        .. Changed(Bases.All, "EN-18", "CDATA behind", MalformedXml, m => m.Xml + "<![CDATA[ ]]>"),
        .. Changed(Bases.All, "EN-18", "an end tag behind", MalformedXml, m => m.Xml + "</saml2p:Response>"),
        .. Changed(Bases.All, "EN-18", "a processing instruction before", ProcessingInstructionNotAllowed, m => m.Xml.Once("?>", "?><?x?>"), Control.NaiveVerifier),
        .. Changed(Bases.All, "EN-18", "a processing instruction behind", ProcessingInstructionNotAllowed, m => m.Xml + "<?x?>", Control.NaiveVerifier),
        .. Changed(Bases.All, "EN-18", "a forged assertion with the same ID in a comment before, which is nothing", None, m => m.Xml.Once("?>", $"?><!--{m.EvilWithSameId}-->")),
        .. Changed(Bases.All, "EN-18", "a forged assertion with the same ID in a comment behind, which is nothing", None, m => $"{m.Xml}<!--{m.EvilWithSameId}-->"),
        .. Changed(Bases.All, "EN-18", "a comment that is not closed behind", MalformedXml, m => m.Xml + "<!--"),

        // Markup that lenient parsers take.
        .. Changed(Bases.All, "EN-19", "an attribute without quotes", MalformedXml, m => m.With("Name=\"department\"", "Name=department")),
        .. Changed(Bases.All, "EN-19", "an attribute without a value", MalformedXml, m => m.With("Name=\"department\"", "Name=\"department\" hidden")),
        .. Changed(Bases.All, "EN-19", "an attribute twice", MalformedXml, m => m.With($"ID=\"{AssertionId}\"", $"ID=\"{AssertionId}\" ID=\"{EvilId}\"")),
        .. Changed(Bases.All, "EN-19", "an attribute twice, the forged one first", MalformedXml, m => m.With($"ID=\"{AssertionId}\"", $"ID=\"{EvilId}\" ID=\"{AssertionId}\"")),
        .. Changed(Bases.All, "EN-19", "attributes without white space between", MalformedXml, m => m.With("Name=\"department\" ", "Name=\"department\"")),
        .. Changed(Bases.All, "EN-19", "< in an attribute", MalformedXml, m => m.With("Destination=\"", "Destination=\"<")),
        .. Changed(Bases.All, "EN-19", "other quotes at the end", MalformedXml, m => m.With("Name=\"department\"", "Name=\"department'")),
        .. InValue("EN-19", "< in text", "< "),
        .. InValue("EN-19", "]]> in text", "]]>"),
        .. InValue("EN-19", "& in text", "& "),
        .. InValue("EN-19", "an entity of HTML", "&nbsp;"),
        .. InValue("EN-19", "a reference that is not closed", "&amp "),
        .. InValue("EN-19", "a reference with a capital X", "&#X41;"),
        .. InValue("EN-19", "an element that is not closed", "<br>"),
        .. InValue("EN-19", "-- in a comment", "<!-- -- -->"),
        .. InValue("EN-19", "CDATA that is not closed", "<![CDATA["),
        .. Changed(Bases.All, "EN-19", "an end tag in another case", MalformedXml, m => m.With("</saml2:NameID>", "</saml2:NameId>")),
        .. Changed(Bases.All, "EN-19", "an end tag with another prefix for the same namespace", MalformedXml,
            m => m.With("<saml2:NameID ", $"<saml2:NameID xmlns:x=\"{Assertion}\" ").Once("</saml2:NameID>", "</x:NameID>")),
        .. Changed(Bases.All, "EN-19", "an end tag with an attribute", MalformedXml, m => m.With("</saml2:NameID>", "</saml2:NameID x=\"\">")),
        .. Changed(Bases.All, "EN-19", "tags that cross", MalformedXml, m => m.With("</saml2:NameID>", "</saml2:Subject>")),
        .. Changed(Bases.All, "EN-19", "the last tag is missing", MalformedXml, m => m.Xml.Once("</saml2p:Response>", "")),

        // Namespaces.
        .. Declares("EN-20", "xml for another namespace", NamespaceNotAllowed, "xmlns:xml=\"urn:evil\""),
        .. Declares("EN-20", "another prefix for xml's namespace", NamespaceNotAllowed, "xmlns:q=\"http://www.w3.org/XML/1998/namespace\""),
        .. Declares("EN-20", "xml's namespace as the default", NamespaceNotAllowed, "xmlns=\"http://www.w3.org/XML/1998/namespace\""),
        .. Declares("EN-20", "xmlns", NamespaceNotAllowed, "xmlns:xmlns=\"urn:evil\""),
        .. Declares("EN-20", "xmlns for its own namespace", NamespaceNotAllowed, "xmlns:xmlns=\"http://www.w3.org/2000/xmlns/\""),
        .. Declares("EN-20", "the namespace of xmlns as the default", NamespaceNotAllowed, "xmlns=\"http://www.w3.org/2000/xmlns/\""),
        .. Declares("EN-20", "another prefix for the namespace of xmlns", NamespaceNotAllowed, "xmlns:q=\"http://www.w3.org/2000/xmlns/\""),
        .. Declares("EN-20", "a prefix undone", NamespaceNotAllowed, "xmlns:p=\"\""),
        .. Declares("EN-20", "xml for its own namespace", None, "xmlns:xml=\"http://www.w3.org/XML/1998/namespace\""),
        .. InExtensions("EN-21", "an element with an empty prefix", MalformedXml, "<:x/>"),
        .. InExtensions("EN-21", "an element with an empty local name", MalformedXml, "<a:/>"),
        .. InExtensions("EN-21", "an element with two colons", MalformedXml, "<a::b xmlns:a=\"urn:a\"/>"),
        .. InExtensions("EN-21", "an element with two prefixes", MalformedXml, "<a:b:c xmlns:a=\"urn:a\" xmlns:b=\"urn:b\"/>"),
        .. InExtensions("EN-21", "colons alone", MalformedXml, "<::/>"),
        .. InExtensions("EN-21", "a declaration of an empty prefix", MalformedXml, "<x xmlns=\"urn:x\" xmlns:=\"\"/>"),
        .. InExtensions("EN-21", "an attribute with an empty prefix", MalformedXml, "<x :a=\"\"/>"),
        .. InExtensions("EN-21", "an attribute with an empty local name", MalformedXml, "<x xmlns:a=\"urn:a\" a:=\"\"/>"),
        .. InExtensions("EN-21", "an attribute with two colons", MalformedXml, "<x xmlns:a=\"urn:a\" a:b:c=\"\"/>"),
        .. InExtensions("EN-21", "a local name that begins with a digit", MalformedXml, "<a:1 xmlns:a=\"urn:a\"/>"),
        .. InExtensions("EN-21", "a directive with a comment in it", MalformedXml, "<!x<!-- -->>"),
        .. InExtensions("EN-21", "an element with the prefix xmlns", UndeclaredPrefix, "<xmlns:x/>"),
        .. Changed(Bases.All, "EN-21", "a Response with an empty prefix", MalformedXml, m => m.Xml.Replace("saml2p:Response", ":Response")),
        .. InExtensions("EN-22", "an element", UndeclaredPrefix, "<nobody:x/>"),
        .. InExtensions("EN-22", "an attribute", UndeclaredPrefix, "<x nobody:a=\"\"/>"),
        .. InExtensions("EN-22", "an element behind the one that declares its prefix", UndeclaredPrefix, "<a:x xmlns:a=\"urn:a\"/><a:x/>"),
        .. Changed(Bases.Assertion, "EN-22", "the prefix of the Response", UndeclaredPrefix, m => m.With($" xmlns:saml2p=\"{Protocol}\"", "")),
        .. InExtensions("EN-23", "two prefixes of one namespace", MalformedXml, "<x xmlns:p=\"urn:a\" xmlns:q=\"urn:a\" p:x=\"1\" q:x=\"2\"/>"),
        .. Changed(Bases.All, "EN-23", "two prefixes of one namespace, one declared further out", MalformedXml,
            m => m.With("<saml2p:Response ", "<saml2p:Response xmlns:p=\"urn:a\" ").Once("<saml2p:StatusCode ", "<saml2p:StatusCode xmlns:q=\"urn:a\" q:x=\"1\" p:x=\"2\" ")),
        .. NearlyProtocol(UnexpectedMessageType, Protocol + "/", "urn:oasis:names:tc:SAML:2.0:Protocol", "URN:oasis:names:tc:SAML:2.0:protocol",
            "urn:oasis:names:tc:SAML:1.0:protocol", "urn:oasis:names:tc:SAML%3A2.0:protocol", "urn:oasis:names:tc:SAML:2.0:protocol#", Assertion, "urn:oasis:names:tc:S\u0410ML:2.0:protocol"),
        .. NearlyProtocol(NamespaceNotAllowed, Protocol + " ", " " + Protocol, "SAML"),
        .. Written(Bases.Response, "EN-24", "all of the assertion's namespace of SAML 1.0", UnexpectedElement,
            xml => xml.Replace(Assertion + "\"", "urn:oasis:names:tc:SAML:1.0:assertion\""), Control.NaiveVerifier),
        .. Written(Bases.All, "EN-24", "the NameID's namespace with a slash", UnexpectedElement,
            xml => xml.Once("<saml2:NameID ", $"<saml2:NameID xmlns:saml2=\"{Assertion}/\" "), Control.NaiveVerifier),
        .. NearlySignature("http://www.w3.org/2000/09/xmldsig", "https://www.w3.org/2000/09/xmldsig#", "http://www.w3.org/2000/09/XMLDSIG#",
            "http://www.w3.org/2009/xmldsig11#", "http://www.w3.org/2000/09/xmldsig%23"),
        .. Changed(Bases.Assertion, "EN-25", "saml2p is another namespace in the Status", UnexpectedElement,
            m => m.With($"{Status}xmlns:saml2p=\"{Protocol}\"", $"{Status}xmlns:saml2p=\"{Assertion}\""), Control.NaiveVerifier),
        .. Written(Bases.All, "EN-25", "saml2 is the protocol's namespace in the Subject", UnexpectedElement,
            xml => xml.Once($"<saml2:Subject xmlns:saml2=\"{Assertion}\"", $"<saml2:Subject xmlns:saml2=\"{Protocol}\""), Control.NaiveVerifier),
        .. Written(Bases.All, "EN-25", "saml2 is a foreign namespace in the NameID", UnexpectedElement,
            xml => xml.Once("<saml2:NameID ", "<saml2:NameID xmlns:saml2=\"urn:evil\" "), Control.NaiveVerifier),
        .. Written(Bases.All, "EN-25", "the two prefixes exchanged", None,
            xml => xml.Replace("saml2p:", "\u0001").Replace("saml2:", "saml2p:").Replace("\u0001", "saml2:")
                .Replace("xmlns:saml2p=", "\u0001").Replace("xmlns:saml2=", "xmlns:saml2p=").Replace("\u0001", "xmlns:saml2=")),

        // Line ends, and what text filters would do.
        .. Minted(Bases.All, "EN-26", "U+0085", None, t => t with { NameId = "a\u0085b", SessionIndex = "s\u0085t" }),
        .. Minted(Bases.All, "EN-26", "U+2028 and U+2029", None, t => t with { NameId = "a\u2028b\u2029c", SessionIndex = "s\u2028t" }),
        .. Minted(Bases.All, "EN-26", "a Recipient behind U+0085", RecipientMismatch, t => t with { Recipient = "\u0085" + t.Recipient }),
        .. Minted(Bases.All, "EN-27", "characters that a serialiser escapes", None, t => t with { NameId = "a\r\n\t&<>\"'b", SessionIndex = "s\r\n\t&<>\"'t" }),
        .. Changed(Bases.All, "EN-27", "references that a serialiser resolves", None, m => m.With(UserId, "&#x6a;ane&#x2E;doe<![CDATA[@]]>example.com")),
        .. Retouched(Bases.All, "EN-27", "]]> in two CDATA sections", None, t => t with { NameId = "a]]>b" },
            xml => xml.Once(">a]]&gt;b<", "><![CDATA[a]]]]><![CDATA[>b]]><")),
        .. Retouched(Bases.All, "EN-28", "a comment in CDATA, which is text", None, t => t with { NameId = "a<!--b-->c" },
            xml => xml.Once(">a&lt;!--b--&gt;c<", "><![CDATA[a<!--b-->c]]><")),
        .. Retouched(Bases.All, "EN-28", "comment marks in CDATA around text", None, t => t with { NameId = $"<!--{VictimId}-->" },
            xml => xml.Once($">&lt;!--{VictimId}--&gt;<", $"><![CDATA[<!--]]>{VictimId}<![CDATA[-->]]><")),
        .. Minted(Bases.All, "EN-28", "carriage returns that are signed", None, t => (t with { NameId = "a\rb" }).WithAttribute("department", "Customer\r\nCare\r")),
        .. Retouched(Bases.All, "EN-28", "carriage returns left out", DigestMismatch, t => t with { NameId = "a\rb" }, xml => xml.Once("a&#13;b", "ab")),
        .. Changed(Bases.All, "EN-28", "white space before the declaration is not trimmed", ProcessingInstructionNotAllowed, m => "\n" + m.Xml),
        .. Changed(Bases.All, "EN-28", "a control character is not stripped", MalformedXml, m => m.With(UserId, UserId + "\u0008")),
    ];

    private static string Declared(string encoding, string xml) => xml.Once("encoding=\"UTF-8\"", $"encoding=\"{encoding}\"");

    // The message as Latin-1, so that the text can name single octets.
    private static IEnumerable<Attack> Raw(string row, string name, SamlErrorCode expected, Func<Genuine, string> build) =>
        Octets(Bases.All, row, name, expected, m => Latin(build(m)));

    private static IEnumerable<Attack> InNameId(string row, string name, string octets) =>
        Raw(row, $"{name} in the NameID", InvalidUtf8, m => m.With(UserId, VictimId + octets));

    private static IEnumerable<Attack> InValue(string row, string name, string text) =>
        Changed(Bases.All, row, name, MalformedXml, m => m.With(Value, $">Customer{text}Care<"));

    private static IEnumerable<Attack> Prolog(string row, string name, SamlErrorCode expected, string declaration) =>
        Changed(Bases.All, row, name, expected, m => declaration + m.Response);

    private static IEnumerable<Attack> Names(string row, params string[] encodings) =>
        encodings.SelectMany(encoding => Changed(Bases.All, row, $"declared as \"{encoding}\"", UnsupportedXmlEncoding, m => Declared(encoding, m.Xml)));

    private static IEnumerable<Attack> Encoded(string row, string name, Encoding encoding, bool marked) =>
        new[] { "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" }.SelectMany((declaration, index) =>
            Octets(Bases.All, row, $"{name}, {index} parts of a declaration", UnsupportedXmlEncoding, m =>
            [
                .. marked ? encoding.GetPreamble() : [],
                .. encoding.GetBytes(declaration + m.Response),
            ]));

    private static IEnumerable<Attack> Declares(string row, string name, SamlErrorCode expected, string declaration) =>
        Changed(Bases.All, row, $"{name} is declared", expected, m => m.With("<saml2p:StatusCode ", $"<saml2p:StatusCode {declaration} "));

    private static IEnumerable<Attack> InExtensions(string row, string name, SamlErrorCode expected, string content) =>
        Changed(Bases.All, row, name, expected, m => m.Before(Status, $"<saml2p:Extensions>{content}</saml2p:Extensions>"));

    private static IEnumerable<Attack> NearlyProtocol(SamlErrorCode expected, params string[] names) =>
        names.SelectMany(name => Written(
            Bases.All, "EN-24", $"the protocol's namespace is \"{name}\"", expected, xml => xml.Replace($"\"{Protocol}\"", $"\"{name}\"")));

    private static IEnumerable<Attack> NearlySignature(params string[] names) =>
        names.SelectMany(name => Changed(
            Bases.All, "EN-24", $"the Signature's namespace is \"{name}\"", UnexpectedElement, m => m.Xml.Replace($"\"{Signature}\"", $"\"{name}\"")));
}
