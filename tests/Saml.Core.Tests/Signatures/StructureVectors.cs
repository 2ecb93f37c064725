using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Signatures.SignatureText;
using static Saml.Core.Tests.Signatures.SignatureVector;

namespace Saml.Core.Tests.Signatures;

/// <summary>Where a signature stands, and of which elements it is made (XML Signature 1.1, 4; SAML Core 5.4).</summary>
internal static class StructureVectors
{
    private const string Namespace = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    private const string EmptySignature = $"<ds:Signature {Namespace}/>";
    private const string EmptyObject = $"<ds:Object {Namespace}/>";

    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        // How many, and where.
        Changed("removed", NothingSigned, xml => Edit(xml, "Signature", _ => "")),
        Changed("in another namespace", UnexpectedElement, xml => xml.Replace(Namespace, "xmlns:ds=\"http://www.w3.org/2009/xmldsig11#\"")),
        Changed("twice the same", MultipleSignatures, xml => Edit(xml, "Signature", part => part + part)),
        Changed("an empty one before it", MultipleSignatures, xml => Edit(xml, "Signature", part => EmptySignature + part)),
        Changed("an empty one behind it", MultipleSignatures, xml => Edit(xml, "Signature", part => part + EmptySignature)),
        Changed("a copy among the attributes", SignatureMisplaced, xml => Copy(xml, "</saml2:AttributeStatement>")),
        Changed("a copy in an attribute value", SignatureMisplaced, xml => Copy(xml, "</saml2:AttributeValue>")),
        Changed("a copy in the Subject", SignatureMisplaced, xml => Copy(xml, "<saml2:NameID ")),
        Changed("a copy in the Status", SignatureMisplaced, xml => Copy(xml, "</saml2p:Status>")),
        Changed("another one in its KeyInfo", SignatureMisplaced, xml => xml.Replace("</ds:KeyInfo>", EmptySignature + "</ds:KeyInfo>")),
        Changed("moved into the Status", NothingSigned, xml => Move(xml, "Signature", "</saml2p:Status>")),
        Changed("moved into an attribute value", NothingSigned, xml => Move(xml, "Signature", "</saml2:AttributeValue>")),
        Written("another one in a signed Advice", SignatureMisplaced, AddAdvice) with { IsGenuine = true },
        Signed("first among the children", None, _ => new() { Position = SignaturePosition.First }),
        Signed("behind the Issuer", None, _ => new() { Position = SignaturePosition.AfterIssuer }),
        Signed("last among the children", None, _ => new() { Position = SignaturePosition.Last }),

        // Its elements.
        Changed("empty", SignatureMalformed, xml => Edit(xml, "Signature", _ => EmptySignature)),
        Changed("without SignedInfo", SignatureMalformed, xml => Edit(xml, "SignedInfo", _ => "")),
        Changed("an empty SignedInfo", SignatureMalformed, xml => EditContent(xml, "SignedInfo", _ => "")),
        Changed("without SignatureValue", SignatureMalformed, xml => Edit(xml, "SignatureValue", _ => "")),
        Changed("two SignedInfo", SignatureMalformed, xml => Edit(xml, "SignedInfo", part => part + part)),
        Changed("a forged SignedInfo first", SignatureMalformed, xml => Edit(xml, "SignedInfo", part => "<ds:SignedInfo/>" + part)),
        Changed("a forged SignedInfo last", SignatureMalformed, xml => xml.Replace("</ds:Signature>", "<ds:SignedInfo/></ds:Signature>")),
        Changed("SignedInfo in a wrapper", SignatureMalformed, xml => Edit(xml, "SignedInfo", part => $"<w>{part}</w>")),
        Changed("SignatureValue first", SignatureMalformed, xml => Move(xml, "SignatureValue", "<ds:SignedInfo>")),
        Changed("SignedInfo last", SignatureMalformed, xml => Move(xml, "SignedInfo", "</ds:Signature>")),
        Changed("KeyInfo first", SignatureMalformed, xml => Move(xml, "KeyInfo", "<ds:SignedInfo>")),
        Changed("two SignatureValue", SignatureMalformed, xml => Edit(xml, "SignatureValue", part => part + part)),
        Changed("two KeyInfo", SignatureMalformed, xml => Edit(xml, "KeyInfo", part => part + part)),
        Changed("a foreign child", SignatureMalformed, xml => xml.Replace("</ds:Signature>", "<x/></ds:Signature>")),
        Changed("an unknown child", SignatureMalformed, xml => xml.Replace("</ds:Signature>", "<ds:Foo/></ds:Signature>")),
        Changed("a foreign attribute", SignatureMalformed, xml => xml.Replace("<ds:Signature ", "<ds:Signature x=\"\" ")),
        Changed("an attribute on SignatureValue", SignatureMalformed, xml => xml.Replace("<ds:SignatureValue>", "<ds:SignatureValue x=\"\">")),
        Changed("a qualified attribute", NamespaceNotAllowed, xml => xml.Replace("<ds:Signature ", "<ds:Signature ds:Id=\"s\" ")),
        Changed("text between its children", UnexpectedElement, xml => xml.Replace("</ds:SignedInfo>", "</ds:SignedInfo>x")),
        Changed("a processing instruction", ProcessingInstructionNotAllowed, xml => xml.Replace("<ds:SignedInfo>", "<?p?><ds:SignedInfo>")),
        Changed("its Id is the Response's ID", DuplicateId, xml => SetId(xml, SignedMessage.ResponseId)),
        Changed("its Id is the Assertion's ID", DuplicateId, xml => SetId(xml, SignedMessage.AssertionId)),
        Changed("an Id of its own", None, xml => SetId(xml, "s1").Replace("<ds:SignatureValue>", "<ds:SignatureValue Id=\"s2\">")),
        Changed("comments between its children", None, xml => xml
            .Replace("<ds:SignedInfo>", "<!-- 1 --><ds:SignedInfo><!-- 2 -->")
            .Replace("</ds:Signature>", "<!-- 3 --></ds:Signature>")),
        Changed("white space between its children", None, xml => xml
            .Replace("<ds:SignatureValue>", "\n  <ds:SignatureValue>")
            .Replace("</ds:Signature>", "\n</ds:Signature>")),

        // Object.
        Changed("an Object", ObjectOrManifestNotAllowed, xml => xml.Replace("</ds:Signature>", EmptyObject + "</ds:Signature>"))
        with { IsGenuine = true },
        Changed("an Object before KeyInfo", ObjectOrManifestNotAllowed, xml => xml.Replace("<ds:KeyInfo>", EmptyObject + "<ds:KeyInfo>")),
        WithObject("an Object with a Manifest", ObjectOrManifestNotAllowed, "<ds:Manifest Id=\"m\"/>"),
        WithObject("an Object with XAdES properties", ObjectOrManifestNotAllowed, "<QualifyingProperties xmlns=\"http://uri.etsi.org/01903/v1.3.2#\"/>"),
        WithObject("an Object with another Assertion", UnexpectedElement, "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>"),
    ];

    private static SignatureVector WithObject(string name, SamlErrorCode expected, string content) =>
        Signed(name, expected, _ => new() { TrailingXml = $"<ds:Object {Namespace}>{content}</ds:Object>" })
            with
        { IsGenuine = true };

    private static string AddAdvice(string xml) =>
        Insert(xml, "<saml2:AuthnStatement", $"<saml2:Advice>{EmptySignature}</saml2:Advice>");

    private static string SetId(string xml, string id) => xml.Replace("<ds:Signature ", $"<ds:Signature Id=\"{id}\" ");

    private static string Copy(string xml, string before) => Insert(xml, before, Element(xml, "Signature"));

    private static string Move(string xml, string name, string before) =>
        Insert(Edit(xml, name, _ => ""), before, Element(xml, name));
}
