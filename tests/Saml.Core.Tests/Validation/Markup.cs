using System.Xml.Linq;

namespace Saml.Core.Tests.Validation;

/// <summary>Finds and makes the elements that the vectors change, before anything is signed.</summary>
internal static class Markup
{
    public static readonly XNamespace AssertionNamespace = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static readonly XNamespace ProtocolNamespace = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static readonly XNamespace InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    public const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    public const string Entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    /// <summary>
    /// The one element with this local name, or with this parent and local name ("Response/Issuer"); it fails where
    /// there is none or are several.
    /// </summary>
    public static XElement The(this XDocument message, string name)
    {
        string[] path = name.Split('/');
        return message.Descendants().Single(element =>
            element.Name.LocalName == path[^1] && (path.Length == 1 || element.Parent?.Name.LocalName == path[0]));
    }

    /// <summary>The Attribute with this Name.</summary>
    public static XElement Attribute(this XDocument message, string name) =>
        message.Descendants(AssertionNamespace + "Attribute").Single(one => (string?)one.Attribute("Name") == name);

    /// <summary>A new element of the assertion namespace.</summary>
    public static XElement Element(string name, params object?[] content) => new(AssertionNamespace + name, content);

    /// <summary>A new element of the protocol namespace.</summary>
    public static XElement ProtocolElement(string name, params object?[] content) =>
        new(ProtocolNamespace + name, content);

    /// <summary>A new element of a namespace that nobody knows.</summary>
    public static XElement Foreign(string name) => new(XName.Get(name, "urn:example:foreign"));

    /// <summary>A new attribute; none when the value is null.</summary>
    public static XAttribute? Attr(string name, string? value) => value is null ? null : new XAttribute(name, value);

    /// <summary>The attribute xsi:type.</summary>
    public static XAttribute Type(string value) => new(InstanceNamespace + "type", value);
}
