using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Signatures.SignatureText;
using static Saml.Core.Tests.Signatures.SignatureVector;

namespace Saml.Core.Tests.Signatures;

/// <summary>What of the signed element may change after signing, and in which forms it may have been signed.</summary>
internal static class ContentVectors
{
    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        Changed("unchanged apart from the XML declaration", None, xml => xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]),

        // Changed after it was signed.
        Changed("another NameID", DigestMismatch, xml => xml.Replace("jane.doe@example.com<", "admin@example.com<")),
        Changed("another attribute value", DigestMismatch, xml => xml.Replace("agent, supervisor", "admin")),
        Changed("another attribute name", DigestMismatch, xml => xml.Replace("\"department\"", "\"manager\"")),
        Changed("one attribute more", DigestMismatch, xml => xml.Replace("<saml2:NameID ", "<saml2:NameID NameQualifier=\"x\" ")),
        Changed("one attribute less", DigestMismatch, xml => xml.Replace(" SessionIndex=\"_3f6c1d9a8b2e4f705c6d\"", "")),
        Changed("one element less", DigestMismatch, xml => xml.Replace("<saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml2:AuthnContextClassRef>", "")),
        Changed("white space between elements", DigestMismatch, xml => xml.Replace("<saml2:Conditions", "\n<saml2:Conditions")),
        Changed("white space at the end of a value", DigestMismatch, xml => xml.Replace("Customer Care", "Customer Care ")),
        Changed("a carriage return in a value", DigestMismatch, xml => xml.Replace("Customer Care", "Customer&#13;Care")),
        Changed("another prefix", DigestMismatch, xml => xml.Replace("saml2:Subject", "saml:Subject").Replace("<saml:Subject xmlns:saml2", "<saml:Subject xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" xmlns:saml2")),
        Changed("the ID, with the Reference", SignatureInvalid, xml => xml.Replace("id100\"", "id101\"").Replace("id200\"", "id201\"")),
        Changed("the SignedInfo", SignatureInvalid, xml => EditContent(xml, "DigestValue", _ => "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")),
        Changed("white space in the SignedInfo", SignatureInvalid, xml => xml.Replace("<ds:Reference ", "\n<ds:Reference ")),
        Changed("a comment in a value", CommentInValue, xml => xml.Replace("jane.doe@example.com<", "jane.doe@example.com<!-- -->.evil.test<")),
        Changed("a processing instruction in a value", ProcessingInstructionNotAllowed, xml => xml.Replace("jane.doe@example.com<", "<?x ?>jane.doe@example.com<")),
        Changed("a relative namespace name", NamespaceNotAllowed, xml => xml.Replace("<saml2p:Response ", "<saml2p:Response xmlns:x=\"1\" ")),
        Changed("a namespace name with a control character", NamespaceNotAllowed, xml => xml.Replace("<saml2p:Response ", "<saml2p:Response xmlns:x=\"http://example.com\u0080\" ")),

        // Changes that the canonical form does not see.
        Changed("comments between elements", None, xml => xml.Replace("<saml2:Subject ", "<!-- x --><saml2:Subject ").Replace("</saml2:Assertion>", "<!----></saml2:Assertion>")),
        Changed("CDATA", None, xml => xml.Replace("Customer Care", "<![CDATA[Customer]]> Care")),
        Changed("character references", None, xml => xml.Replace("Customer Care", "&#67;ustomer&#x20;Care")),
        Changed("apostrophes around a value", None, xml => xml.Replace("Name=\"department\"", "Name='department'")),
        Changed("white space in tags", None, xml => xml.Replace("<saml2:Subject ", "<saml2:Subject\r\n\t ").Replace("</saml2:Subject>", "</saml2:Subject >")),
        Changed("another order of attributes", None, xml => xml.Replace("Version=\"2.0\"", "").Replace("<saml2p:Response ", "<saml2p:Response Version=\"2.0\" ").Replace("<saml2:Assertion ", "<saml2:Assertion Version=\"2.0\" ")),
        Changed("a start and an end tag for an empty element", None, xml => xml.Replace("status:Success\"/>", "status:Success\"></saml2p:StatusCode>")),
        Changed("a declaration that nothing uses", None, xml => xml.Replace("<saml2:Subject ", "<saml2:Subject xmlns:unused=\"urn:unused\" ")),
        Changed("a byte order mark", None, xml => "\uFEFF" + xml),

        // Signed in other forms.
        Written("signed with line ends", None, xml => xml.Replace("><", ">\n<").Replace("?>\n<", "?><")),
        Written("signed with CRLF, which are LF", None, xml => xml.Replace("><", ">\r\n<")),
        Written("signed with a carriage return in a value", None, xml => xml.Replace("Customer Care", "Customer&#13;&#10;Care")),
        Written("signed with white space in an attribute", None, xml => xml.Replace(" SessionIndex=\"", " SessionIndex=\"&#9;&#10;&#13;")),
        Written("signed with characters to escape", None, xml => xml.Replace("Customer Care", "&lt;&amp;&gt;\"'<![CDATA[<&>]]>")),
        Written("signed with characters beyond U+FFFF", None, xml => xml.Replace("Customer Care", "Jos\u00E9 \U0001F600 \u65E5\u672C")),
        Written("signed with xml:lang", None, xml => xml.Replace("<saml2:Assertion ", "<saml2:Assertion xml:lang=\"en\" ")),
        Written("signed under xml:lang on the Response", None, xml => xml.Replace("<saml2p:Response ", "<saml2p:Response xml:lang=\"en\" ")),
        Written("signed with a default namespace", None, xml => xml.Replace("xmlns:saml2=", "xmlns=").Replace("<saml2:", "<").Replace("</saml2:", "</")),
        Written("signed with a canonical form thrice as long", None, xml => xml.Replace("Customer Care", Repeating(60, 400))),
        Written("signed with a canonical form many times as long", CanonicalizationFailed, xml => xml.Replace("Customer Care", Repeating(500, 500))),
        Written("signed with comments between elements", None, xml => xml.Replace("<saml2:Subject ", "<!-- x --><saml2:Subject ")),
    ];

    // Each child repeats the declaration, because no ancestor in the canonical form has it.
    private static string Repeating(int children, int nameLength) =>
        $"<w xmlns:x=\"urn:{new string('x', nameLength)}\">{string.Concat(Enumerable.Repeat("<x:e/>", children))}</w>";
}
