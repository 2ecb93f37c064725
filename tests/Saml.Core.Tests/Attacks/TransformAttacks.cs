using System.Security.Cryptography;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group TR: what is done to the octets before they are digested.</summary>
internal static class TransformAttacks
{
    private static readonly string s_emptyDigest = Convert.ToBase64String(SHA256.HashData([]));

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Vectors("TR-1", "transform: none", "reference: to the parent, without transforms"),
        .. Vectors("TR-2", "transform: only exclusive canonicalization"),
        .. Vectors("TR-3", "transform: in the wrong order"),
        .. Vectors("TR-4", "transform: enveloped-signature twice", "transform: exclusive canonicalization twice", "transform: eleven of them"),
        .. Repeated(1000),
        .. Vectors("TR-5", "transform: only enveloped-signature"),
        .. Vectors("TR-6", "transform: Canonical XML 1.0", "transform: method: Canonical XML 1.0"),
        .. Vectors("TR-7", "transform: Canonical XML 1.1", "transform: method: Canonical XML 1.1"),
        .. Vectors("TR-8", "transform: Canonical XML 1.0 with comments", "transform: Canonical XML 1.1 with comments", "transform: exclusive with comments",
            "transform: method: Canonical XML 1.0 with comments", "transform: method: exclusive with comments"),
        .. Vectors("TR-9", "transform: XPath"),
        .. Vectors("TR-10", "transform: XPath Filter 2.0"),
        .. Vectors("TR-11", "transform: XSLT", "transform: an XSLT without Algorithm first", "transform: method: XSLT"),
        .. Vectors("TR-12", "transform: base64"),
        .. Vectors("TR-13", "transform: decrypt#XML"),
        .. Last("TR-13", "decrypt#Binary", "http://www.w3.org/2002/07/decrypt#Binary"),
        .. Vectors("TR-14", "transform: STR-Transform"),
        .. Last("TR-14", "the license transform", "urn:mpeg:mpeg21:2003:01-REL-R-NS:licenseTransform"),
        .. Last("TR-14", "the relationship transform", "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"),
        .. Vectors("TR-15", "transform: empty", "transform: unknown", "transform: with a blank at the end", "transform: in upper case", "transform: without the #",
            "transform: no Algorithm", "transform: two Algorithms", "transform: enveloped-signature in another case"),
        .. Vectors("TR-16", "transform: content of enveloped-signature", "transform: text in enveloped-signature", "transform: a foreign element among them",
            "transform: an attribute on Transform", "transform: method: a foreign child"),
        .. Vectors("TR-17", "transform: PrefixList: empty", "transform: PrefixList: blank", "transform: PrefixList: one prefix", "transform: PrefixList: #default",
            "transform: PrefixList: several", "transform: PrefixList: one twice", "transform: PrefixList: with tabs and line ends", "transform: PrefixList: declared nowhere"),
        .. Vectors("TR-18", "transform: InclusiveNamespaces: in no namespace", "transform: InclusiveNamespaces: twice", "transform: PrefixList: longer than allowed",
            "transform: PrefixList: not a prefix", "transform: InclusiveNamespaces: a listed prefix is bound anew"),
        .. Vectors("TR-19", "transform: a prefix that nothing uses visibly is bound anew"),
        .. Changed(Bases.All, "TR-20", "a relative namespace name on the Response, the digest of nothing", NamespaceNotAllowed,
            m => Void(m, "xmlns:example=\"1\"")),
        .. Changed(Bases.All, "TR-20", "the digest of nothing alone", SignatureInvalid, m => Void(m, "xmlns:example=\"urn:example\"")),
        .. Golden("a relative namespace name", "xmlns:example=\"1\"", NamespaceNotAllowed),
        .. Golden("no reason to fail", "xmlns:example=\"urn:example\"", SignatureInvalid),
        .. Changed(Bases.All, "TR-21", "a namespace name with U+0080 on the Response, the digest of nothing", NamespaceNotAllowed,
            m => Void(m, "xmlns:example=\"http://example.com\u0080\"")),
        .. Vectors("TR-21", "content: a namespace name with a control character"),
        .. Vectors("TR-22", "reference: nothing: the digest of no octets"),
        .. Changed(Bases.All, "TR-23", "deeper than the limit in the signed element", XmlLimitExceeded,
            m => m.With("</saml2:AttributeValue>", $"{Nested(200)}</saml2:AttributeValue>")),
        .. Written(Bases.All, "TR-23", "the same, signed so", XmlLimitExceeded,
            xml => xml.Once("</saml2:AttributeValue>", $"{Nested(60)}</saml2:AttributeValue>"), Control.NaiveVerifier),
        .. Changed(Bases.All, "TR-24", "an instruction that would be rendered as text", ProcessingInstructionNotAllowed,
            m => m.With($">{UserId}</saml2:NameID>", $"><?p jane.doe?>{UserId["jane.doe".Length..]}</saml2:NameID>")),
        .. Vectors("TR-25", "transform: another one behind"),
        .. Vectors("TR-26", "content: the SignedInfo", "content: white space in the SignedInfo", "content: the ID, with the Reference"),
        .. Minted(Bases.All, "TR-27", "a carriage return in a value", None, template => template.WithAttribute("department", "Customer\r\nCare\r")),
        .. Vectors("TR-27", "content: signed with CRLF, which are LF", "content: a carriage return in a value"),
        .. Minted(Bases.All, "TR-28", "white space in an attribute", None, template => template with { SessionIndex = " a\tb\nc\rd  e " }),
        .. Minted(Bases.All, "TR-28", "characters to escape", None, template => template.WithAttribute("department", "<&>\"'") with { SessionIndex = "<&>\"'" }),
        .. Vectors("TR-29", "content: signed with a default namespace", "content: a declaration that nothing uses"),
        .. Written(Bases.All, "TR-29", "signed with superfluous, shadowing and undone declarations", None,
            xml => xml.Once("</saml2:Conditions>", "</saml2:Conditions><saml2:Advice xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
                + "<a xmlns=\"urn:a\" xmlns:p=\"urn:a\" p:b=\"1\" b=\"2\"><b xmlns=\"\"/><p:c xmlns:p=\"urn:b\" xmlns=\"urn:a\"/><p:c/></a></saml2:Advice>")),
        .. Minted(Bases.All, "TR-30", "characters beyond U+FFFF", None, template => template.WithAttribute("department", "\U0001F4DE \uFFFD\U00010000")),
    ];

    private static IEnumerable<Attack> Vectors(string row, params string[] names) => names.SelectMany(name => Vector(row, name));

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<x>", depth)) + string.Concat(Enumerable.Repeat("</x>", depth));

    private static IEnumerable<Attack> Repeated(int count) => Recipe("TR-4", $"{count} of them", TransformNotAllowed, id => new()
    {
        References = [ReferenceRecipe.To(id) with { Transforms = [TransformRecipe.EnvelopedSignature, .. Enumerable.Repeat(new TransformRecipe { Algorithm = "urn:x" }, count)] }],
    });

    private static IEnumerable<Attack> Last(string row, string name, string algorithm) => Recipe(row, name, TransformNotAllowed, id => new()
    {
        References = [ReferenceRecipe.To(id) with { Transforms = [TransformRecipe.EnvelopedSignature, new() { Algorithm = algorithm }] }],
    });

    private static IEnumerable<Attack> Recipe(string row, string name, SamlErrorCode expected, Func<string, SignatureRecipe> recipe) =>
        (Bases.Assertion | Bases.Response).Placements().Select(placement => new Attack(row, $"{name} ({placement})", expected)
        {
            Message = () => SignedMessage.Mint(placement, recipe(SignedMessage.IdOf(placement))),
            Twin = () => SignedMessage.Mint(placement),
        });

    // Forged, with the digest of what a failing canonicalization would leave.
    private static string Void(Genuine m, string declaration) =>
        SignatureText.EditContent(Forge(m.Xml).Once("<saml2p:Response ", $"<saml2p:Response {declaration} "), "DigestValue", _ => s_emptyDigest);

    // The same with a signature that a trusted key once made over nothing.
    private static IEnumerable<Attack> Golden(string name, string declaration, SamlErrorCode expected) =>
        Changed(Bases.Assertion | Bases.Response, "TR-20", $"a signature over nothing, {name}", expected, m =>
        {
            string value = Convert.ToBase64String(RawKey.Instance.SignHash(SHA256.HashData([])));
            return SignatureText.EditContent(Void(m, declaration), "SignatureValue", _ => value);
        }).Select(attack => attack with
        {
            Validator = () => new ServiceProvider { Certificates = [RawKey.Instance.Certificate, Keys.Rsa.Certificate] }.CreateValidator(),
        });
}
