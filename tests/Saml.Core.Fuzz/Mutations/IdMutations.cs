namespace Saml.Core.Fuzz.Mutations;

/// <summary>IDs and the references to them, in both places or in one.</summary>
internal static class IdMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("rewrite an ID and its reference", 4, draft => Rewrite(draft, ids: true, references: true)),
        new("rewrite an ID", 3, draft => Rewrite(draft, ids: true, references: false)),
        new("rewrite a reference", 3, draft => Rewrite(draft, ids: false, references: true)),
        new("swap two IDs and their references", 2, draft => SwapIds(draft, references: true)),
        new("swap two IDs", 2, draft => SwapIds(draft, references: false)),
        new("write an ID in another spelling", 2, Respell),
    ];

    private static MarkupAttribute[] Ids(Draft draft) =>
    [
        .. draft.Outline.Elements.SelectMany(element => element.Attributes)
            .Where(attribute => draft.Outline.Name(attribute).SequenceEqual("ID")),
    ];

    private static string? Rewrite(Draft draft, bool ids, bool references)
    {
        MarkupAttribute[] all = Ids(draft);
        if (all.Length == 0)
        {
            return null;
        }

        string old = draft.Outline.Value(draft.Choice.Of(all)).ToString();
        MarkupOutline donor = draft.Donor();
        string id = draft.Choice.Below(5) switch
        {
            0 => "_x",
            1 => old + "0",
            2 => draft.Outline.Value(draft.Choice.Of(all)).ToString(),
            3 => donor.Find("Assertion") is { } other ? IdOf(donor, other) : "_y",
            _ => "",
        };
        return draft.ReplaceAll(Values(draft, old, id, ids, references));
    }

    private static string? SwapIds(Draft draft, bool references)
    {
        MarkupAttribute[] all = Ids(draft);
        if (all.Length < 2)
        {
            return null;
        }

        string first = draft.Outline.Value(all[0]).ToString();
        string second = draft.Outline.Value(all[^1]).ToString();
        return first == second
            ? null
            : draft.ReplaceAll(
            [
                .. Values(draft, first, second, ids: true, references),
                .. Values(draft, second, first, ids: true, references),
            ]);
    }

    private static IEnumerable<(int, int, string)> Values(Draft draft, string old, string id, bool ids, bool references)
    {
        foreach (MarkupAttribute attribute in draft.Outline.Elements.SelectMany(element => element.Attributes))
        {
            string value = draft.Outline.Value(attribute).ToString();
            if (ids && value == old)
            {
                yield return (attribute.ValueStart, attribute.ValueEnd, id);
            }
            else if (references && value == "#" + old)
            {
                yield return (attribute.ValueStart, attribute.ValueEnd, "#" + id);
            }
        }
    }

    private static string IdOf(MarkupOutline outline, MarkupElement element)
    {
        foreach (MarkupAttribute attribute in element.Attributes)
        {
            if (outline.Name(attribute).SequenceEqual("ID"))
            {
                return outline.Value(attribute).ToString();
            }
        }

        return "_z";
    }

    private static string? Respell(Draft draft)
    {
        MarkupAttribute[] all = Ids(draft);
        if (all.Length == 0)
        {
            return null;
        }

        MarkupAttribute id = draft.Choice.Of(all);
        string name = draft.Choice.Of<string>(["Id", "id", "iD", "xml:id", "AssertionID"]);
        return draft.Choice.OneIn(2)
            ? draft.Replace(id.NameStart, id.NameEnd, name)
            : draft.Insert(id.End, $" {name}=\"{draft.Outline.Value(id)}\"");
    }
}
