namespace Saml.Core.Flex;

/// <summary>What came under a name that has one value: each state excludes the others.</summary>
internal enum SingleState
{
    /// <summary>No Attribute has the name. Flex leaves what it stored before.</summary>
    Absent,

    /// <summary>An Attribute has several values.</summary>
    Several,

    /// <summary>A value holds elements.</summary>
    NotText,

    /// <summary>Several Attribute elements differ in their value.</summary>
    Conflicting,

    /// <summary>There is no value, or a blank or nil one. Flex clears what it stored before.</summary>
    Empty,

    /// <summary>There is one text.</summary>
    Valued,
}

/// <summary>
/// An attribute of one value, found by the exact Name that Flex maps; its text is trimmed of XML white space. The same
/// value in several Attribute elements is one value.
/// </summary>
internal readonly struct SingleAttribute
{
    private SingleAttribute(string name, SingleState state)
    {
        Name = name;
        State = state;
    }

    public string Name { get; }

    public SingleState State { get; }

    /// <summary>The text; null unless the attribute is valued.</summary>
    public string? Text { get; private init; }

    /// <summary>How many Attribute elements have the name.</summary>
    public int Elements { get; private init; }

    /// <summary>How many values the first Attribute with several has.</summary>
    public int Values { get; private init; }

    /// <summary>White space was removed.</summary>
    public bool IsTrimmed { get; private init; }

    /// <summary>The text is an expression that the identity provider was to evaluate.</summary>
    public bool IsExpression => Text is not null && Expression.Is(Text);

    public static SingleAttribute Read(IReadOnlyList<SamlAttribute> attributes, string name)
    {
        string? found = null;
        int elements = 0;
        bool isTrimmed = false;
        for (int i = 0; i < attributes.Count; i++)
        {
            if (!string.Equals(attributes[i].Name, name, StringComparison.Ordinal))
            {
                continue;
            }

            IReadOnlyList<SamlAttributeValue> values = attributes[i].Values;
            if (values.Count > 1)
            {
                return new SingleAttribute(name, SingleState.Several) { Values = values.Count };
            }

            if (values.Count == 1 && values[0].HasElements)
            {
                return new SingleAttribute(name, SingleState.NotText);
            }

            string? text = values.Count == 1 ? Trim(values[0].Text, ref isTrimmed) : null;
            if (elements > 0 && !string.Equals(text, found, StringComparison.Ordinal))
            {
                return new SingleAttribute(name, SingleState.Conflicting);
            }

            found = text;
            elements++;
        }

        SingleState state = elements == 0 ? SingleState.Absent
            : found is null ? SingleState.Empty
            : SingleState.Valued;
        return new SingleAttribute(name, state) { Text = found, Elements = elements, IsTrimmed = isTrimmed };
    }

    private static string? Trim(string? text, ref bool isTrimmed)
    {
        string trimmed = (text ?? "").Trim(Blank.WhiteSpace);
        if (trimmed.Length == 0)
        {
            return null;
        }

        isTrimmed |= trimmed.Length != text!.Length;
        return trimmed;
    }
}
