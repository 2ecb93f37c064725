using System.Buffers;

namespace Saml.Core.Fuzz.Mutations;

/// <summary>
/// Where the elements and attributes of a text stand. It takes any text: markup that is broken has as many elements as
/// can be made out. One character is one octet.
/// </summary>
internal sealed class MarkupOutline
{
    private static readonly SearchValues<char> s_notInName = SearchValues.Create(" \t\r\n<>/=\"'");

    private readonly List<MarkupElement> _elements = [];

    private MarkupOutline(string text) => Text = text;

    public string Text { get; }

    /// <summary>In the order of their start tags.</summary>
    public IReadOnlyList<MarkupElement> Elements => _elements;

    public static MarkupOutline Read(string text)
    {
        MarkupOutline outline = new(text);
        outline.ReadAll();
        return outline;
    }

    /// <summary>The first element with a local name; null when there is none.</summary>
    public MarkupElement? Find(string localName) =>
        _elements.Find(element => element.LocalName(Text).SequenceEqual(localName));

    public List<MarkupElement> FindAll(string localName) =>
        _elements.FindAll(element => element.LocalName(Text).SequenceEqual(localName));

    public ReadOnlySpan<char> Slice(MarkupElement element) => Text.AsSpan(element.Start, element.End - element.Start);

    /// <summary>The name of an attribute, as written.</summary>
    public ReadOnlySpan<char> Name(MarkupAttribute attribute) =>
        Text.AsSpan(attribute.NameStart, attribute.NameEnd - attribute.NameStart);

    public ReadOnlySpan<char> Value(MarkupAttribute attribute) =>
        Text.AsSpan(attribute.ValueStart, attribute.ValueEnd - attribute.ValueStart);

    private void ReadAll()
    {
        Stack<MarkupElement> open = [];
        int position = 0;
        while ((position = Text.IndexOf('<', position)) >= 0)
        {
            position = ReadMarkup(position, open);
        }

        foreach (MarkupElement element in open)
        {
            element.EndTagStart = Text.Length;
            element.End = Text.Length;
        }
    }

    private int ReadMarkup(int start, Stack<MarkupElement> open)
    {
        ReadOnlySpan<char> rest = Text.AsSpan(start);
        if (rest.StartsWith("<!--"))
        {
            return Behind("-->", start + 4);
        }

        if (rest.StartsWith("<![CDATA["))
        {
            return Behind("]]>", start + 9);
        }

        if (rest.StartsWith("<!") || rest.StartsWith("<?"))
        {
            return Behind(">", start + 2);
        }

        return rest.StartsWith("</") ? ReadEndTag(start, open) : ReadStartTag(start, open);
    }

    private int ReadEndTag(int start, Stack<MarkupElement> open)
    {
        int end = Behind(">", start);
        int nameEnd = NameEnd(start + 2);
        string name = Text[(start + 2)..nameEnd];
        if (open.Any(element => element.Name(Text).SequenceEqual(name)))
        {
            MarkupElement closed;
            do
            {
                closed = open.Pop();
                closed.EndTagStart = start;
                closed.End = closed.Name(Text).SequenceEqual(name) ? end : start;
            }
            while (!closed.Name(Text).SequenceEqual(name));
        }

        return end;
    }

    private int ReadStartTag(int start, Stack<MarkupElement> open)
    {
        int nameEnd = NameEnd(start + 1);
        if (nameEnd == start + 1)
        {
            return nameEnd;
        }

        MarkupElement element = new(start, nameEnd, open.Count > 0 ? open.Peek() : null);
        int position = nameEnd;
        while (TryReadAttribute(ref position, out MarkupAttribute attribute))
        {
            element.Attributes.Add(attribute);
        }

        element.TagContentEnd = position;
        bool isEmpty = position < Text.Length && Text[position] == '/';
        position = Behind(">", position);
        element.TagEnd = position;
        element.EndTagStart = position;
        element.End = position;
        _elements.Add(element);
        if (open.TryPeek(out MarkupElement? parent))
        {
            parent.HasElements = true;
        }

        if (!isEmpty)
        {
            open.Push(element);
        }

        return position;
    }

    private bool TryReadAttribute(ref int position, out MarkupAttribute attribute)
    {
        attribute = default;
        int start = position;
        int nameStart = SkipWhiteSpace(position);
        int nameEnd = NameEnd(nameStart);
        int equals = SkipWhiteSpace(nameEnd);
        if (nameEnd == nameStart || equals >= Text.Length || Text[equals] != '=')
        {
            position = nameStart;
            return false;
        }

        int quote = SkipWhiteSpace(equals + 1);
        if (quote >= Text.Length || Text[quote] is not ('"' or '\''))
        {
            return false;
        }

        int valueEnd = Text.IndexOf(Text[quote], quote + 1);
        if (valueEnd < 0)
        {
            return false;
        }

        attribute = new MarkupAttribute(start, nameStart, nameEnd, quote + 1, valueEnd);
        position = valueEnd + 1;
        return true;
    }

    private int Behind(string token, int position)
    {
        int found = Text.IndexOf(token, Math.Min(position, Text.Length), StringComparison.Ordinal);
        return found < 0 ? Text.Length : found + token.Length;
    }

    private int SkipWhiteSpace(int position)
    {
        while (position < Text.Length && Text[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }

        return position;
    }

    private int NameEnd(int position)
    {
        int length = Text.AsSpan(position).IndexOfAny(s_notInName);
        return length < 0 ? Text.Length : position + length;
    }
}

/// <summary>An element; for one without an end tag the end is where its parent's is.</summary>
internal sealed class MarkupElement(int start, int nameEnd, MarkupElement? parent)
{
    public int Start { get; } = start;

    public int NameEnd { get; } = nameEnd;

    public MarkupElement? Parent { get; } = parent;

    public List<MarkupAttribute> Attributes { get; } = [];

    /// <summary>Behind the last attribute.</summary>
    public int TagContentEnd { get; set; }

    /// <summary>Behind the start tag.</summary>
    public int TagEnd { get; set; }

    /// <summary>Equals <see cref="End"/> for an empty-element tag.</summary>
    public int EndTagStart { get; set; }

    public int End { get; set; }

    public bool IsEmpty => End == TagEnd;

    public bool HasElements { get; set; }

    public ReadOnlySpan<char> Name(string text) => text.AsSpan(Start + 1, NameEnd - Start - 1);

    public ReadOnlySpan<char> LocalName(string text)
    {
        ReadOnlySpan<char> name = Name(text);
        return name[(name.IndexOf(':') + 1)..];
    }

    /// <summary>Whether another element is this one or stands in it.</summary>
    public bool Contains(MarkupElement other) => Start <= other.Start && other.End <= End;
}

/// <summary>An attribute or a namespace declaration, from the white space before it to its second quote.</summary>
internal readonly record struct MarkupAttribute(int Start, int NameStart, int NameEnd, int ValueStart, int ValueEnd)
{
    public int End => ValueEnd + 1;
}
