using System.Text;
using System.Xml;
using Saml.Core.Tests.Xml;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>What a message says about its user, read by System.Xml without a look at signatures or rules.</summary>
internal static class IndependentReading
{
    private const string Saml = "urn:oasis:names:tc:SAML:2.0:assertion";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly char[] s_whiteSpace = [' ', '\t', '\r', '\n'];

    // What is trimmed off a role besides: docs/flex.md.
    private static readonly char[] s_aroundRoles =
        [.. s_whiteSpace, '\uFEFF', '\u2060', '\u200D', '\u200C', '\u200B', '\u202F', '\u2007', '\u00A0'];

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>The text of <see cref="Identity.Content"/>; null when System.Xml does not read the message.</summary>
    public static string? TryDescribe(byte[] message)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(message), s_settings);
            document.Load(reader);
        }
        catch (Exception exception) when (SystemXml.IsRefusal(exception))
        {
            return null;
        }

        return Describe(Children(document.DocumentElement!, "Assertion").Single());
    }

    private static string Describe(XmlElement assertion)
    {
        XmlElement nameId = Children(Children(assertion, "Subject").Single(), "NameID").Single();
        XmlElement[] attributes =
        [
            .. Children(assertion, "AttributeStatement").SelectMany(statement => Children(statement, "Attribute")),
        ];
        StringBuilder text = new();
        Identity.Line(text, "user", nameId.InnerText);
        Identity.Line(text, "name id", nameId.InnerText);
        Identity.Line(text, "format", Attribute(nameId, "Format"));
        Identity.Line(text, "qualifier", Attribute(nameId, "NameQualifier"));
        Identity.Line(text, "sp qualifier", Attribute(nameId, "SPNameQualifier"));
        Identity.Line(text, "assertion", Attribute(assertion, "ID"));
        Identity.Line(text, "issuer", Children(assertion, "Issuer").Single().InnerText);
        Identity.Line(text, "session", Attribute(Children(assertion, "AuthnStatement").First(), "SessionIndex"));
        Identity.Line(text, "email", Texts(attributes, "email").First().Trim(s_whiteSpace));
        Identity.Line(text, "full name", Texts(attributes, "full_name").First().Trim(s_whiteSpace));
        foreach (string role in Texts(attributes, "roles")
            .SelectMany(value => value.Split(',')).Select(role => role.Trim(s_aroundRoles))
            .Where(role => role.Length > 0 && !role.StartsWith("flex.", StringComparison.Ordinal)).Distinct())
        {
            Identity.Line(text, "role", role);
        }

        foreach (XmlElement attribute in attributes)
        {
            DescribeAttribute(attribute, text);
        }

        return text.ToString();
    }

    private static void DescribeAttribute(XmlElement attribute, StringBuilder text)
    {
        Identity.Line(text, "attribute", Attribute(attribute, "Name"));
        Identity.Line(text, "  name format", Attribute(attribute, "NameFormat"));
        Identity.Line(text, "  friendly name", Attribute(attribute, "FriendlyName"));
        foreach (XmlElement value in Children(attribute, "AttributeValue"))
        {
            Identity.Line(text, "  value", Value(value));
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<XmlElement> attributes, string name) => attributes
        .Where(attribute => Attribute(attribute, "Name") == name)
        .SelectMany(attribute => Children(attribute, "AttributeValue"))
        .Select(value => Value(value) ?? "");

    private static string? Value(XmlElement value)
    {
        if (value.GetAttribute("nil", Instance).Trim(s_whiteSpace) is "1" or "true")
        {
            return null;
        }

        return value.ChildNodes.OfType<XmlElement>().Any() ? "(elements)" : value.InnerText;
    }

    private static string? Attribute(XmlElement element, string name) =>
        element.HasAttribute(name) ? element.GetAttribute(name) : null;

    private static IEnumerable<XmlElement> Children(XmlElement parent, string name) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == Saml);
}
