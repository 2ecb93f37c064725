using System.Diagnostics.CodeAnalysis;

namespace Saml.Core.Testing;

/// <summary>An attribute of a <see cref="ResponseTemplate"/>.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The SAML standard's word for it.")]
public sealed class TemplateAttribute
{
    /// <summary>The NameFormat "basic".</summary>
    public const string BasicNameFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

    /// <summary>The NameFormat "URI reference".</summary>
    public const string UriNameFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

    /// <summary>The NameFormat "unspecified".</summary>
    public const string UnspecifiedNameFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified";

    /// <summary>An attribute.</summary>
    /// <param name="name">The Name.</param>
    /// <param name="nameFormat">The NameFormat; null omits it.</param>
    /// <param name="values">One AttributeValue each; none makes an Attribute without values.</param>
    public TemplateAttribute(string name, string? nameFormat, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);

        Name = name;
        NameFormat = nameFormat;
        Values = [.. values];
    }

    /// <summary>The Name.</summary>
    public string Name { get; }

    /// <summary>The NameFormat; null omits it.</summary>
    public string? NameFormat { get; }

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>An attribute with the NameFormat "basic".</summary>
    /// <param name="name">The Name.</param>
    /// <param name="values">One AttributeValue each.</param>
    public static TemplateAttribute Basic(string name, params IReadOnlyList<string> values) =>
        new(name, BasicNameFormat, values);
}
