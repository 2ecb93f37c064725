using static Saml.Core.Testing.Rendering.Markup;

namespace Saml.Core.Testing.Rendering;

/// <summary>
/// The unsigned Response in Okta's layout: its prefixes, its order of attributes, its habit of declaring namespaces
/// again where they are in scope already, which a canonicalization has to see through.
/// </summary>
internal static class OktaResponse
{
    private const string DeclareProtocol = "xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\"";
    private const string DeclareAssertion = "xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"";
    private const string DeclareSchema = "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";
    private const string DeclareInstance = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    public static string Render(ResponseTemplate template) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><saml2p:Response"
        + Attribute("Destination", template.Destination)
        + Attribute("ID", template.ResponseId)
        + Attribute("InResponseTo", template.ResponseInResponseTo)
        + Instant("IssueInstant", template.IssueInstant)
        + $" Version=\"2.0\" {DeclareProtocol} {DeclareSchema}>"
        + Issuer(template)
        + $"<saml2p:Status {DeclareProtocol}>"
        + "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></saml2p:Status>"
        + Assertion(template)
        + "</saml2p:Response>";

    private static string Assertion(ResponseTemplate template) =>
        "<saml2:Assertion"
        + Attribute("ID", template.AssertionId)
        + Instant("IssueInstant", template.IssueInstant)
        + $" Version=\"2.0\" {DeclareAssertion} {DeclareSchema}>"
        + Issuer(template)
        + Subject(template)
        + Conditions(template)
        + AuthnStatement(template)
        + AttributeStatement(template.Attributes)
        + "</saml2:Assertion>";

    private static string Issuer(ResponseTemplate template) =>
        $"<saml2:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\" {DeclareAssertion}>"
        + $"{Text(template.Issuer)}</saml2:Issuer>";

    private static string Subject(ResponseTemplate template) =>
        $"<saml2:Subject {DeclareAssertion}><saml2:NameID{Attribute("Format", template.NameIdFormat)}>"
        + $"{Text(template.NameId)}</saml2:NameID>"
        + "<saml2:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><saml2:SubjectConfirmationData"
        + Attribute("InResponseTo", template.ConfirmationInResponseTo)
        + Instant("NotOnOrAfter", template.NotOnOrAfter)
        + Attribute("Recipient", template.Recipient)
        + "/></saml2:SubjectConfirmation></saml2:Subject>";

    private static string Conditions(ResponseTemplate template) =>
        "<saml2:Conditions"
        + Instant("NotBefore", template.NotBefore)
        + Instant("NotOnOrAfter", template.NotOnOrAfter)
        + $" {DeclareAssertion}><saml2:AudienceRestriction><saml2:Audience>{Text(template.Audience)}"
        + "</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>";

    private static string AuthnStatement(ResponseTemplate template) =>
        "<saml2:AuthnStatement"
        + Instant("AuthnInstant", template.AuthnInstant)
        + Attribute("SessionIndex", template.SessionIndex)
        + $" {DeclareAssertion}><saml2:AuthnContext><saml2:AuthnContextClassRef>{Text(template.AuthnContextClassRef)}"
        + "</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>";

    private static string AttributeStatement(IReadOnlyList<TemplateAttribute> attributes) =>
        attributes.Count == 0
            ? ""
            : $"<saml2:AttributeStatement {DeclareAssertion}>{string.Concat(attributes.Select(OneAttribute))}"
                + "</saml2:AttributeStatement>";

    private static string OneAttribute(TemplateAttribute attribute)
    {
        string start = $"<saml2:Attribute{Attribute("Name", attribute.Name)}"
            + Attribute("NameFormat", attribute.NameFormat);
        return attribute.Values.Count == 0
            ? start + "/>"
            : $"{start}>{string.Concat(attribute.Values.Select(AttributeValue))}</saml2:Attribute>";
    }

    private static string AttributeValue(string value)
    {
        string start = $"<saml2:AttributeValue {DeclareSchema} {DeclareInstance} xsi:type=\"xs:string\"";
        return value.Length == 0 ? start + "/>" : $"{start}>{Text(value)}</saml2:AttributeValue>";
    }

    private static string Instant(string name, DateTimeOffset instant) =>
        Attribute(name, ResponseTemplate.FormatInstant(instant));
}
