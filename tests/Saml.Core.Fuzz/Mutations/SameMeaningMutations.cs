using System.Globalization;

namespace Saml.Core.Fuzz.Mutations;

/// <summary>
/// Changes that canonicalization takes back, or that no signature covers: often accepted, and then with the identity
/// that was signed. They show that the property is asked about something.
/// </summary>
internal static class SameMeaningMutations
{
    private static readonly string[] s_spaces = [" ", "\n", "\t", "\r\n", "  "];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("write a character as a reference", 12, Reference),
        new("write a text as a section", 6, Section),
        new("change quotes", 6, Requote),
        new("add white space to a tag", 8, Space),
        new("reorder attributes", 6, Reorder),
        new("write an empty element in the other way", 4, OtherEmpty),
        new("put a comment between elements", 6, Comment),
        new("repeat a declaration inwards", 6, RepeatDeclaration),
        new("break the lines of a value", 4, BreakLines),
        new("change line ends", 2, draft => draft.Text.Contains('\n') ? draft.Text.Replace("\n", "\r\n") : null),
        new("add white space around the document", 4, draft => draft.Choice.OneIn(2)
            ? draft.Text + draft.Choice.Of(s_spaces)
            : draft.Text + "<!-- end -->"),
    ];

    private static string? Reference(Draft draft)
    {
        (int start, int end) = draft.Choice.OneIn(2) ? Text(draft) : Value(draft);
        if (start >= end)
        {
            return null;
        }

        int position = draft.Choice.Between(start, end - 1);
        char character = draft.Text[position];
        if (character is '&' or ';' or '<' or '#' or >= (char)0x80 || IsInReference(draft.Text, start, position))
        {
            return null;
        }

        int number = character;
        string digits = draft.Choice.OneIn(2)
            ? number.ToString(CultureInfo.InvariantCulture)
            : "x" + number.ToString(draft.Choice.OneIn(2) ? "x4" : "X", CultureInfo.InvariantCulture);
        return draft.Replace(position, position + 1, $"&#{digits};");
    }

    private static (int Start, int End) Text(Draft draft) =>
        draft.Leaf() is { } leaf ? (leaf.TagEnd, leaf.EndTagStart) : default;

    private static (int Start, int End) Value(Draft draft) =>
        draft.Attribute(_ => true) is { } attribute ? (attribute.ValueStart, attribute.ValueEnd) : default;

    private static bool IsInReference(string text, int start, int position)
    {
        int open = text.LastIndexOf('&', position, position - start + 1);
        return open >= 0 && text.IndexOf(';', open) >= position;
    }

    private static string? Section(Draft draft)
    {
        (int start, int end) = Text(draft);
        if (start >= end || draft.Text.AsSpan(start, end - start).Contains('&'))
        {
            return null;
        }

        int first = draft.Choice.Between(start, end);
        int last = draft.Choice.Between(first, end);
        return draft.Replace(first, last, $"<![CDATA[{draft.Text[first..last]}]]>");
    }

    private static string? Requote(Draft draft)
    {
        if (draft.Attribute(_ => true) is not { } attribute || attribute.ValueStart == 0)
        {
            return null;
        }

        string quote = draft.Text[attribute.ValueStart - 1] == '"' ? "'" : "\"";
        return draft.ReplaceAll(
        [
            (attribute.ValueStart - 1, attribute.ValueStart, quote), (attribute.ValueEnd, attribute.ValueEnd + 1, quote),
        ]);
    }

    private static string? Space(Draft draft)
    {
        if (draft.Element() is not { } element)
        {
            return null;
        }

        string space = draft.Choice.Of(s_spaces);
        if (element.Attributes.Count > 0 && draft.Choice.OneIn(2))
        {
            MarkupAttribute attribute = draft.Choice.Of(element.Attributes);
            return draft.Insert(draft.Choice.OneIn(2) ? attribute.NameEnd : attribute.NameStart, space);
        }

        bool hasEndTag = element.End > element.EndTagStart;
        return draft.Insert(hasEndTag && draft.Choice.OneIn(2) ? element.End - 1 : element.TagContentEnd, space);
    }

    private static string? Reorder(Draft draft)
    {
        MarkupElement? element = draft.AnyOf(each => each.Attributes.Count > 1);
        if (element is null)
        {
            return null;
        }

        MarkupAttribute first = draft.Choice.Of(element.Attributes);
        MarkupAttribute second = draft.Choice.Of(element.Attributes);
        return draft.Swap((first.Start, first.End), (second.Start, second.End));
    }

    private static string? OtherEmpty(Draft draft)
    {
        if (draft.AnyOf(each => each.IsEmpty || each.EndTagStart == each.TagEnd) is not { } element)
        {
            return null;
        }

        return element.IsEmpty
            ? draft.Replace(element.TagContentEnd, element.TagEnd, $"></{element.Name(draft.Text)}>")
            : draft.Replace(element.TagContentEnd, element.End, "/>");
    }

    private static string? Comment(Draft draft)
    {
        MarkupElement? parent = draft.AnyOf(each => each.HasElements);
        MarkupElement? child = parent is null ? null : draft.AnyOf(each => each.Parent == parent);
        return child is null ? null : draft.Insert(draft.Choice.OneIn(2) ? child.Start : child.End, "<!-- a comment -->");
    }

    private static string? RepeatDeclaration(Draft draft)
    {
        MarkupElement? element = draft.AnyOf(each => each.Attributes.Exists(draft.IsDeclaration));
        MarkupElement? child = element is null
            ? null
            : draft.AnyOf(each => each != element && element.Contains(each) && !each.Attributes.Exists(draft.IsDeclaration));
        if (element is null || child is null)
        {
            return null;
        }

        MarkupAttribute declaration = draft.Choice.Of(element.Attributes.FindAll(draft.IsDeclaration));
        return draft.Insert(child.NameEnd, draft.Text.AsSpan(declaration.Start, declaration.End - declaration.Start));
    }

    private static string? BreakLines(Draft draft)
    {
        MarkupElement? value = draft.Element(draft.Choice.Of<string>(["SignatureValue", "DigestValue", "X509Certificate"]));
        return value is null || value.EndTagStart == value.TagEnd
            ? null
            : draft.Insert(draft.Choice.Between(value.TagEnd, value.EndTagStart - 1), draft.Choice.Of(s_spaces));
    }
}
