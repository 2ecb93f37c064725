using System.Xml.Linq;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Flex;

/// <summary>Changes of a vector's attributes.</summary>
internal static class AttributeChange
{
    /// <summary>An attribute with these values, one AttributeValue each, instead of what it had.</summary>
    public static Func<Vector, Vector> Values(string name, params string[] values) =>
        Change.Template(template => template.WithAttribute(name, values));

    /// <summary>One more Attribute element, even where the name is there already.</summary>
    public static Func<Vector, Vector> Again(string name, params string[] values) => Change.Template(
        template => template with { Attributes = [.. template.Attributes, TemplateAttribute.Basic(name, values)] });

    public static Func<Vector, Vector> Without(string name) =>
        Change.Template(template => template.WithoutAttribute(name));

    public static Func<Vector, Vector> Renamed(string name, string to) =>
        Change.Edit(x => x.Attribute(name).SetAttributeValue("Name", to));

    /// <summary>The first value carries xsi:nil.</summary>
    public static Func<Vector, Vector> Nil(string name, string nil) =>
        Change.Edit(x => FirstValue(x, name).SetAttributeValue(InstanceNamespace + "nil", nil));

    /// <summary>The first value holds an element behind its text.</summary>
    public static Func<Vector, Vector> Structured(string name) =>
        Change.Edit(x => FirstValue(x, name).Add(Foreign("Part")));

    private static XElement FirstValue(XDocument message, string name) => message.Attribute(name).Elements().First();
}
