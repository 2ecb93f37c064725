using System.Text;

namespace Saml.Core.Fuzz.Mutations;

/// <summary>A message while it is changed, with the messages that may be taken from. One character is one octet.</summary>
internal sealed class Draft(MarkupOutline outline, IReadOnlyList<MarkupOutline> donors, Choice choice)
{
    public MarkupOutline Outline { get; } = outline;

    public string Text => Outline.Text;

    public Choice Choice { get; } = choice;

    public MarkupOutline Donor() => Choice.Of(donors);

    public MarkupElement? Element() => Outline.Elements.Count == 0 ? null : Choice.Of(Outline.Elements);

    /// <summary>One of the elements with a local name.</summary>
    public MarkupElement? Element(string localName)
    {
        List<MarkupElement> found = Outline.FindAll(localName);
        return found.Count == 0 ? null : Choice.Of(found);
    }

    /// <summary>An element that has text, perhaps in sections, and no element.</summary>
    public MarkupElement? Leaf() => AnyOf(element => element.EndTagStart > element.TagEnd && !element.HasElements);

    /// <summary>An element that meets a condition.</summary>
    public MarkupElement? AnyOf(Func<MarkupElement, bool> condition)
    {
        MarkupElement[] found = [.. Outline.Elements.Where(condition)];
        return found.Length == 0 ? null : Choice.Of(found);
    }

    /// <summary>An attribute that meets a condition.</summary>
    public MarkupAttribute? Attribute(Func<MarkupAttribute, bool> condition)
    {
        MarkupAttribute[] found = [.. Outline.Elements.SelectMany(element => element.Attributes).Where(condition)];
        return found.Length == 0 ? null : Choice.Of(found);
    }

    /// <summary>A place before, behind or at either end of the content of an element.</summary>
    public int Place(MarkupElement element) => Choice.Below(element.IsEmpty ? 2 : 4) switch
    {
        0 => element.Start,
        1 => element.End,
        2 => element.TagEnd,
        _ => element.EndTagStart,
    };

    /// <summary>Such a place somewhere; null when there is no element.</summary>
    public int? Place() => Element() is { } element ? Place(element) : null;

    /// <summary>Any octet, more often one where markup begins or ends.</summary>
    public int Position()
    {
        if (Text.Length == 0)
        {
            return 0;
        }

        int anywhere = Choice.Below(Text.Length);
        if (Choice.OneIn(3))
        {
            return anywhere;
        }

        int markup = Text.IndexOfAny(['<', '>', '"', '='], anywhere);
        return markup < 0 ? anywhere : Math.Clamp(markup + Choice.Between(-1, 2), 0, Text.Length - 1);
    }

    public bool IsDeclaration(MarkupAttribute attribute)
    {
        ReadOnlySpan<char> name = Outline.Name(attribute);
        return name.SequenceEqual("xmlns") || name.StartsWith("xmlns:");
    }

    public string Insert(int position, ReadOnlySpan<char> text) => Replace(position, position, text);

    public string Remove(int start, int end) => Replace(start, end, "");

    public string Replace(int start, int end, ReadOnlySpan<char> text) =>
        string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end));

    /// <summary>Several replacements; in broken markup they may overlap, and then the first one is done.</summary>
    public string ReplaceAll(IEnumerable<(int Start, int End, string Text)> edits) => Edit(Text, edits);

    public static string Edit(string original, IEnumerable<(int Start, int End, string Text)> edits)
    {
        StringBuilder result = new();
        int copied = 0;
        foreach ((int start, int end, string text) in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            if (start >= copied)
            {
                result.Append(original, copied, start - copied).Append(text);
                copied = end;
            }
        }

        return result.Append(original, copied, original.Length - copied).ToString();
    }

    /// <summary>Exchanges two parts that do not overlap; null when they do.</summary>
    public string? Swap((int Start, int End) first, (int Start, int End) second)
    {
        bool overlap = first.Start < second.End && second.Start < first.End;
        return overlap
            ? null
            : ReplaceAll(
            [
                (first.Start, first.End, Text[second.Start..second.End]),
                (second.Start, second.End, Text[first.Start..first.End]),
            ]);
    }
}
