using static Saml.Core.Testing.Rendering.Markup;

namespace Saml.Core.Testing.Rendering;

/// <summary>The unsigned Response in a <see cref="ResponseShape"/>: each namespace is declared where it is first used.</summary>
internal sealed class ShapedResponse(ResponseTemplate template, ResponseShape shape)
{
    private const string ProtocolNamespace = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string AssertionNamespace = "urn:oasis:names:tc:SAML:2.0:assertion";

    private readonly string _p = Qualifier(shape.ProtocolPrefix);
    private readonly string _a = Qualifier(shape.AssertionPrefix);

    public string Render() =>
        shape.XmlDeclaration
        + $"<{_p}Response{Declare(shape.ProtocolPrefix, ProtocolNamespace)}"
        + Attribute("ID", template.ResponseId)
        + " Version=\"2.0\""
        + Instant("IssueInstant", template.IssueInstant)
        + Attribute("Destination", template.Destination)
        + Attribute("Consent", shape.Consent)
        + Attribute("InResponseTo", template.ResponseInResponseTo)
        + ">"
        + Issuer(Declare(shape.AssertionPrefix, AssertionNamespace))
        + $"<{_p}Status><{_p}StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></{_p}Status>"
        + Assertion()
        + $"</{_p}Response>";

    private string Assertion() =>
        $"<{_a}Assertion{Declare(shape.AssertionPrefix, AssertionNamespace)}"
        + Attribute("ID", template.AssertionId)
        + Instant("IssueInstant", template.IssueInstant)
        + " Version=\"2.0\">"
        + Issuer(declaration: "")
        + Subject()
        + Conditions()
        + (shape.AttributesFirst ? AttributeStatement() + AuthnStatement() : AuthnStatement() + AttributeStatement())
        + $"</{_a}Assertion>";

    private string Issuer(string declaration) =>
        $"<{_a}Issuer{declaration}{Attribute("Format", shape.IssuerFormat)}>{Text(template.Issuer)}</{_a}Issuer>";

    private string Subject() =>
        $"<{_a}Subject><{_a}NameID{Attribute("Format", template.NameIdFormat)}>{Text(template.NameId)}</{_a}NameID>"
        + $"<{_a}SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><{_a}SubjectConfirmationData"
        + Attribute("InResponseTo", template.ConfirmationInResponseTo)
        + Instant("NotOnOrAfter", template.NotOnOrAfter)
        + Attribute("Recipient", template.Recipient)
        + $"/></{_a}SubjectConfirmation></{_a}Subject>";

    private string Conditions() =>
        $"<{_a}Conditions"
        + Instant("NotBefore", template.NotBefore)
        + Instant("NotOnOrAfter", template.NotOnOrAfter)
        + $"><{_a}AudienceRestriction><{_a}Audience>{Text(template.Audience)}</{_a}Audience></{_a}AudienceRestriction>"
        + $"</{_a}Conditions>";

    private string AuthnStatement() =>
        $"<{_a}AuthnStatement"
        + Instant("AuthnInstant", template.AuthnInstant)
        + Attribute("SessionIndex", template.SessionIndex)
        + $"><{_a}AuthnContext><{_a}AuthnContextClassRef>{Text(template.AuthnContextClassRef)}"
        + $"</{_a}AuthnContextClassRef></{_a}AuthnContext></{_a}AuthnStatement>";

    private string AttributeStatement() =>
        template.Attributes.Count == 0
            ? ""
            : $"<{_a}AttributeStatement>{string.Concat(template.Attributes.Select(OneAttribute))}</{_a}AttributeStatement>";

    private string OneAttribute(TemplateAttribute attribute) =>
        $"<{_a}Attribute{Attribute("Name", attribute.Name)}{Attribute("NameFormat", attribute.NameFormat)}>"
        + $"{string.Concat(attribute.Values.Select(AttributeValue))}</{_a}Attribute>";

    private string AttributeValue(string value)
    {
        string type = shape.TypesValues
            ? " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:type=\"xs:string\""
            : "";
        return $"<{_a}AttributeValue{type}>{Text(value)}</{_a}AttributeValue>";
    }

    private static string Qualifier(string prefix) => prefix.Length == 0 ? "" : prefix + ":";

    private static string Declare(string prefix, string uri) =>
        Attribute(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, uri);

    private static string Instant(string name, DateTimeOffset instant) =>
        Attribute(name, ResponseTemplate.FormatInstant(instant));
}
