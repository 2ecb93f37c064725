namespace Saml.Core;

/// <summary>A <c>saml:Attribute</c> of a verified assertion, verbatim (SAML Core 2.7.3.1).</summary>
public sealed class SamlAttribute
{
    internal SamlAttribute(string name, string? friendlyName, string? nameFormat, IReadOnlyList<SamlAttributeValue> values)
    {
        Name = name;
        FriendlyName = friendlyName;
        NameFormat = nameFormat;
        Values = values;
    }

    /// <summary>The Name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>The name for people; null when absent. Never used to find an attribute.</summary>
    public string? FriendlyName { get; }

    /// <summary>The NameFormat URI; null when absent.</summary>
    public string? NameFormat { get; }

    /// <summary>The values in document order; empty when there is no AttributeValue element.</summary>
    public IReadOnlyList<SamlAttributeValue> Values { get; }

    /// <summary>The name and the number of values, never a value.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"{Name} ({Values.Count} values)";
}
