using System.Globalization;

namespace Saml.Core;

/// <summary>
/// A worker attribute, as Twilio Flex stores it: the name without its type, and the value of that type. One that was not
/// sent is not there at all, and Flex keeps what it stored; one that was sent without a value is empty, and Flex clears
/// what it stored.
/// </summary>
public sealed class FlexAttribute
{
    internal FlexAttribute(string name, FlexAttributeType type, IReadOnlyList<string> texts)
        : this(name, type, texts, [], [])
    {
    }

    internal FlexAttribute(string name, FlexAttributeType type, IReadOnlyList<long> integers)
        : this(name, type, [], integers, [])
    {
    }

    internal FlexAttribute(string name, FlexAttributeType type, IReadOnlyList<bool> booleans)
        : this(name, type, [], [], booleans)
    {
    }

    private FlexAttribute(
        string name,
        FlexAttributeType type,
        IReadOnlyList<string> texts,
        IReadOnlyList<long> integers,
        IReadOnlyList<bool> booleans)
    {
        Name = name;
        Type = type;
        Texts = texts;
        Integers = integers;
        Booleans = booleans;
    }

    /// <summary>The name of the worker attribute, without the suffix of a type.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public FlexAttributeType Type { get; }

    /// <summary>It was sent without a value: Flex clears it.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The one text; null when empty or of another type.</summary>
    public string? Text => Type == FlexAttributeType.String && !IsEmpty ? Texts[0] : null;

    /// <summary>The one number; null when empty or of another type.</summary>
    public long? Integer => Type == FlexAttributeType.Int && !IsEmpty ? Integers[0] : null;

    /// <summary>The one boolean; null when empty or of another type.</summary>
    public bool? Boolean => Type == FlexAttributeType.Boolean && !IsEmpty ? Booleans[0] : null;

    /// <summary>All texts in document order; empty for numbers and booleans.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>All numbers in document order; empty for texts and booleans.</summary>
    public IReadOnlyList<long> Integers { get; }

    /// <summary>All booleans in document order; empty for texts and numbers.</summary>
    public IReadOnlyList<bool> Booleans { get; }

    private int Count => Texts.Count + Integers.Count + Booleans.Count;

    /// <summary>The name, the type and the number of values, never a value.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Type}, {Count} values)");
}
