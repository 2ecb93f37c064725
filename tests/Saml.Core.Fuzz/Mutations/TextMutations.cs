namespace Saml.Core.Fuzz.Mutations;

/// <summary>Values of elements.</summary>
internal static class TextMutations
{
    private static readonly string[] s_spaces =
        [" ", "\r", "\n", "\r\n", "\n\r", "\t", "<![CDATA[\r]]>", "<![CDATA[a\r\n\rb]]>", "&#xD;", "&#xA;", "\u00C2\u0085"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("take a text of another message", 6, Take),
        new("swap two texts", 3, draft => draft.Leaf() is { } first && draft.Leaf() is { } second
            ? draft.Swap((first.TagEnd, first.EndTagStart), (second.TagEnd, second.EndTagStart))
            : null),
        new("change a text", 4, Change),
        new("put a comment in a text", 4, draft => Inside(draft, draft.Choice.OneIn(2) ? "<!---->" : "<!--x-->")),
        new("put an element in a text", 2, draft => Inside(draft, "<x/>")),
        new("put an instruction in a text", 1, draft => Inside(draft, "<?x?>")),
        new("put white space in a text", 4, draft => Inside(draft, draft.Choice.Of(s_spaces))),
        new("put white space in a value", 3, InsideValue),
    ];

    private static string? Take(Draft draft)
    {
        if (draft.Leaf() is not { } leaf)
        {
            return null;
        }

        MarkupOutline donor = draft.Donor();
        List<MarkupElement> same = donor.FindAll(leaf.LocalName(draft.Text).ToString());
        if (same.Count == 0)
        {
            return null;
        }

        MarkupElement other = draft.Choice.Of(same);
        ReadOnlySpan<char> text = donor.Text.AsSpan(other.TagEnd, other.EndTagStart - other.TagEnd);
        return draft.Replace(leaf.TagEnd, leaf.EndTagStart, text);
    }

    private static string? Change(Draft draft)
    {
        if (draft.Leaf() is not { } leaf)
        {
            return null;
        }

        string text = draft.Text[leaf.TagEnd..leaf.EndTagStart];
        return draft.Replace(leaf.TagEnd, leaf.EndTagStart, draft.Choice.Below(7) switch
        {
            0 => "",
            1 => text + " ",
            2 => "\n" + text,
            3 => text.ToUpperInvariant(),
            4 => text + ".evil.example",
            5 => text + "\r",
            _ => text[1..],
        });
    }

    private static string? Inside(Draft draft, string markup) => draft.Leaf() is { } leaf
        ? draft.Insert(draft.Choice.Between(leaf.TagEnd, leaf.EndTagStart), markup)
        : null;

    private static string? InsideValue(Draft draft) => draft.Attribute(_ => true) is { } attribute
        ? draft.Insert(draft.Choice.Between(attribute.ValueStart, attribute.ValueEnd), draft.Choice.Of(s_spaces))
        : null;
}
