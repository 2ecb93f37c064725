namespace Saml.Core.Fuzz.Mutations;

/// <summary>Changes that know nothing of XML.</summary>
internal static class OctetMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("flip a bit", 8, FlipBit),
        new("insert octets", 4, draft => draft.Insert(draft.Position(), Random(draft.Choice))),
        new("delete octets", 4, DeleteOctets),
        new("replace octets", 4, ReplaceOctets),
        new("repeat octets", 2, RepeatOctets),
        new("swap octets", 2, SwapOctets),
        new("cut off", 1, draft => draft.Text[..draft.Position()]),
    ];

    private static string? FlipBit(Draft draft)
    {
        int position = draft.Position();
        return position == draft.Text.Length
            ? null
            : draft.Replace(position, position + 1, [(char)(draft.Text[position] ^ (1 << draft.Choice.Below(8)))]);
    }

    private static string DeleteOctets(Draft draft)
    {
        int start = draft.Position();
        return draft.Remove(start, Math.Min(draft.Text.Length, start + Length(draft.Choice)));
    }

    private static string ReplaceOctets(Draft draft)
    {
        int start = draft.Position();
        string random = Random(draft.Choice);
        return draft.Replace(start, Math.Min(draft.Text.Length, start + random.Length), random);
    }

    private static string RepeatOctets(Draft draft)
    {
        int start = draft.Position();
        int end = Math.Min(draft.Text.Length, start + Length(draft.Choice));
        return draft.Insert(draft.Choice.OneIn(2) ? end : draft.Position(), draft.Text.AsSpan(start, end - start));
    }

    private static string? SwapOctets(Draft draft)
    {
        int first = draft.Position();
        int second = draft.Position();
        int length = Length(draft.Choice);
        return Math.Max(first, second) + length > draft.Text.Length
            ? null
            : draft.Swap((first, first + length), (second, second + length));
    }

    private static int Length(Choice choice) =>
        choice.OneIn(4) ? choice.Between(1, 200) : choice.Between(1, 4);

    private static string Random(Choice choice) => string.Create(choice.Between(1, 3), choice, (octets, random) =>
    {
        for (int i = 0; i < octets.Length; i++)
        {
            octets[i] = (char)(random.OneIn(2) ? random.Below(256) : random.Between(' ', '~'));
        }
    });
}
