namespace Saml.Core.Fuzz.Mutations;

/// <summary>Namespace declarations moved, removed and bound to other names, and prefixes renamed.</summary>
internal static class NamespaceMutations
{
    private static readonly string[] s_names =
    [
        "urn:oasis:names:tc:SAML:2.0:assertion", "urn:oasis:names:tc:SAML:2.0:protocol",
        "http://www.w3.org/2000/09/xmldsig#", "http://www.w3.org/2001/XMLSchema",
        "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/2001/10/xml-exc-c14n#",
        "urn:oasis:names:tc:SAML:1.0:assertion", "urn:x", "",
    ];

    private static readonly string[] s_prefixes = ["saml2", "saml2p", "ds", "xs", "xsi", "ec", "x", "saml", "n1"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("move a declaration outwards", 4, MoveOutwards),
        new("move a declaration inwards", 4, MoveInwards),
        new("remove a declaration", 3, draft => Declaration(draft) is { } found ? draft.Remove(found.Start, found.End) : null),
        new("bind a prefix to another name", 4, draft => Declaration(draft) is { } found
            ? draft.Replace(found.ValueStart, found.ValueEnd, draft.Choice.Of(s_names))
            : null),
        new("swap the names of declarations", 3, draft =>
            Declaration(draft) is { } first && Declaration(draft) is { } second
                ? draft.Swap((first.ValueStart, first.ValueEnd), (second.ValueStart, second.ValueEnd))
                : null),
        new("add a declaration", 4, Add),
        new("rename a prefix in a subtree", 5, RenamePrefix),
        new("use another prefix in one tag", 3, OtherPrefix),
    ];

    private static MarkupAttribute? Declaration(Draft draft) => draft.Attribute(draft.IsDeclaration);

    private static string? MoveOutwards(Draft draft)
    {
        MarkupElement? element = draft.AnyOf(each => each.Attributes.Exists(draft.IsDeclaration));
        return element?.Parent is { } parent ? MoveDeclaration(draft, element, parent) : null;
    }

    private static string? MoveInwards(Draft draft)
    {
        MarkupElement? element = draft.AnyOf(each => each.Attributes.Exists(draft.IsDeclaration));
        MarkupElement? child = element is null ? null : draft.AnyOf(each => each != element && element.Contains(each));
        return element is null || child is null ? null : MoveDeclaration(draft, element, child);
    }

    private static string MoveDeclaration(Draft draft, MarkupElement from, MarkupElement to)
    {
        MarkupAttribute declaration = draft.Choice.Of(from.Attributes.FindAll(draft.IsDeclaration));
        string text = draft.Text[declaration.Start..declaration.End];
        return draft.Choice.OneIn(2)
            ? draft.Insert(to.NameEnd, text)
            : draft.ReplaceAll([(declaration.Start, declaration.End, ""), (to.NameEnd, to.NameEnd, text)]);
    }

    private static string? Add(Draft draft)
    {
        if (draft.Element() is not { } element)
        {
            return null;
        }

        string prefix = draft.Choice.OneIn(4) ? "" : ":" + draft.Choice.Of(s_prefixes);
        return draft.Insert(element.NameEnd, $" xmlns{prefix}=\"{draft.Choice.Of(s_names)}\"");
    }

    // Declarations, tags and attributes alike: the namespaces stay, the octets that were signed do not.
    private static string? RenamePrefix(Draft draft)
    {
        if (draft.Element() is not { } top || PrefixOf(draft.Text, top) is not { } old)
        {
            return null;
        }

        string name = draft.Choice.Of(s_prefixes) + ":";
        List<(int, int, string)> edits = [];
        foreach (MarkupElement element in draft.Outline.Elements.Where(top.Contains))
        {
            AddEdits(draft, element, old, name, edits);
        }

        return draft.ReplaceAll(edits);
    }

    private static void AddEdits(
        Draft draft, MarkupElement element, string old, string name, List<(int, int, string)> edits)
    {
        if (PrefixOf(draft.Text, element) == old)
        {
            edits.Add((element.Start + 1, element.Start + 1 + old.Length, name));
            if (element.End > element.EndTagStart)
            {
                edits.Add((element.EndTagStart + 2, element.EndTagStart + 2 + old.Length, name));
            }
        }

        foreach (MarkupAttribute attribute in element.Attributes)
        {
            ReadOnlySpan<char> text = draft.Outline.Name(attribute);
            if (text.StartsWith(old))
            {
                edits.Add((attribute.NameStart, attribute.NameStart + old.Length, name));
            }
            else if (text.StartsWith("xmlns:") && text[6..].SequenceEqual(old.AsSpan(0, old.Length - 1)))
            {
                edits.Add((attribute.NameStart + 6, attribute.NameEnd, name[..^1]));
            }
        }
    }

    private static string? OtherPrefix(Draft draft)
    {
        if (draft.Element() is not { } element)
        {
            return null;
        }

        string prefix = draft.Choice.Of(s_prefixes) + ":";
        int old = (PrefixOf(draft.Text, element) ?? "").Length;
        List<(int, int, string)> edits = [(element.Start + 1, element.Start + 1 + old, prefix)];
        if (element.End > element.EndTagStart)
        {
            edits.Add((element.EndTagStart + 2, element.EndTagStart + 2 + old, prefix));
        }

        return draft.ReplaceAll(edits);
    }

    private static string? PrefixOf(string text, MarkupElement element)
    {
        ReadOnlySpan<char> name = element.Name(text);
        int colon = name.IndexOf(':');
        return colon < 0 ? null : name[..(colon + 1)].ToString();
    }
}
