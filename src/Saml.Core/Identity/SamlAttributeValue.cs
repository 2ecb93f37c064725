namespace Saml.Core;

/// <summary>
/// One <c>saml:AttributeValue</c> (SAML Core 2.7.3.1.1). An empty text, <c>xsi:nil</c> and content made of elements are
/// told apart. A default value is nil.
/// </summary>
public readonly record struct SamlAttributeValue
{
    // No text of XML equals it. One reference a value: a message can have very many.
    private static readonly string s_elements = "\0";

    private readonly string? _content;

    internal SamlAttributeValue(string text) => _content = text;

    /// <summary>The characters verbatim; empty for an empty element; null when nil or made of elements.</summary>
    public string? Text => HasElements ? null : _content;

    /// <summary>The value holds elements, as eduPersonTargetedID does; their content is not given out.</summary>
    public bool HasElements => ReferenceEquals(_content, s_elements);

    /// <summary>The value carries <c>xsi:nil="true"</c>: it says that there is none.</summary>
    public bool IsNil => _content is null;

    internal static SamlAttributeValue Nil => default;

    internal static SamlAttributeValue Structured => new(s_elements);

    /// <summary>The kind and length, never the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => IsNil ? "nil" : HasElements ? "elements" : $"{Text!.Length} characters";
}
