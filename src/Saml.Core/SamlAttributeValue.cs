namespace Saml.Core;

/// <summary>
/// One <c>saml:AttributeValue</c> (SAML Core 2.7.3.1.1). An empty text, <c>xsi:nil</c> and content made of elements are
/// told apart.
/// </summary>
public sealed class SamlAttributeValue
{
    internal SamlAttributeValue(string text) => Text = text;

    private SamlAttributeValue()
    {
    }

    /// <summary>The characters verbatim; empty for an empty element; null when nil or made of elements.</summary>
    public string? Text { get; }

    /// <summary>The value carries <c>xsi:nil="true"</c>: it says that there is none.</summary>
    public bool IsNil => ReferenceEquals(this, Nil);

    /// <summary>The value holds elements, as eduPersonTargetedID does; their content is not given out.</summary>
    public bool HasElements => ReferenceEquals(this, Structured);

    internal static SamlAttributeValue Nil { get; } = new();

    internal static SamlAttributeValue Structured { get; } = new();

    /// <summary>The kind and length, never the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => IsNil ? "nil" : HasElements ? "elements" : $"text of {Text!.Length} characters";
}
