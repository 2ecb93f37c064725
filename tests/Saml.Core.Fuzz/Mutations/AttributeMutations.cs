namespace Saml.Core.Fuzz.Mutations;

/// <summary>Attributes removed, moved, renamed, and their values exchanged.</summary>
internal static class AttributeMutations
{
    private static readonly string[] s_names =
        ["ID", "Id", "id", "xml:id", "Name", "Recipient", "NotOnOrAfter", "Format", "URI", "Algorithm", "PrefixList", "x"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("remove an attribute", 3, draft => Any(draft) is { } attribute ? draft.Remove(attribute.Start, attribute.End) : null),
        new("repeat an attribute", 2, draft => Any(draft) is { } attribute
            ? draft.Insert(attribute.End, draft.Text.AsSpan(attribute.Start, attribute.End - attribute.Start))
            : null),
        new("move an attribute", 4, Move),
        new("rename an attribute", 4, Rename),
        new("swap attribute values", 4, draft => Any(draft) is { } first && Any(draft) is { } second
            ? draft.Swap((first.ValueStart, first.ValueEnd), (second.ValueStart, second.ValueEnd))
            : null),
        new("take a value of another message", 5, TakeValue),
        new("change a value", 4, ChangeValue),
    ];

    private static MarkupAttribute? Any(Draft draft) => draft.Attribute(_ => true);

    private static string? Move(Draft draft) => Any(draft) is { } attribute && draft.Element() is { } element
        ? draft.ReplaceAll(
        [
            (attribute.Start, attribute.End, ""),
            (element.NameEnd, element.NameEnd, draft.Text[attribute.Start..attribute.End]),
        ])
        : null;

    private static string? Rename(Draft draft)
    {
        if (Any(draft) is not { } attribute)
        {
            return null;
        }

        string name = draft.Outline.Name(attribute).ToString();
        return draft.Replace(attribute.NameStart, attribute.NameEnd, draft.Choice.Below(6) switch
        {
            0 => name.ToUpperInvariant(),
            1 => name.ToLowerInvariant(),
            2 => "saml2:" + name,
            3 => name + "x",
            4 => "x:" + name,
            _ => draft.Choice.Of(s_names),
        });
    }

    private static string? TakeValue(Draft draft)
    {
        if (Any(draft) is not { } attribute)
        {
            return null;
        }

        MarkupOutline donor = draft.Donor();
        string name = draft.Outline.Name(attribute).ToString();
        MarkupAttribute[] same =
        [
            .. donor.Elements.SelectMany(element => element.Attributes)
                .Where(other => donor.Name(other).SequenceEqual(name)),
        ];
        return same.Length == 0
            ? null
            : draft.Replace(attribute.ValueStart, attribute.ValueEnd, donor.Value(draft.Choice.Of(same)));
    }

    private static string? ChangeValue(Draft draft)
    {
        if (Any(draft) is not { } attribute)
        {
            return null;
        }

        string value = draft.Outline.Value(attribute).ToString();
        return draft.Replace(attribute.ValueStart, attribute.ValueEnd, draft.Choice.Below(6) switch
        {
            0 => "",
            1 => value + " ",
            2 => " " + value,
            3 => value + "x",
            4 => value.ToUpperInvariant(),
            _ => value.Length == 0 ? "x" : value[1..],
        });
    }
}
