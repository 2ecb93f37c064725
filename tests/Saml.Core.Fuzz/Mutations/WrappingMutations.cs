namespace Saml.Core.Fuzz.Mutations;

/// <summary>
/// Signature wrapping: an assertion or a Response of somebody else where one is read, and the genuine one, unchanged,
/// where a search would find it.
/// </summary>
internal static class WrappingMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("wrap the assertion", 12, draft => Wrap(draft, "Assertion")),
        new("wrap the response", 6, draft => Wrap(draft, "Response")),
        new("put an evil assertion beside the genuine one", 5, Beside),
    ];

    private static string? Wrap(Draft draft, string localName)
    {
        if (draft.Outline.Find(localName) is not { } genuine)
        {
            return null;
        }

        string slice = draft.Outline.Slice(genuine).ToString();
        string evil = Evil(draft, slice);
        string hidden = draft.Choice.OneIn(3) ? slice : NodeMutations.WrapperOf(draft.Choice).Replace("|", slice);
        if (draft.Choice.OneIn(3) && draft.Outline.Find("Signature") is { } signature && genuine.Contains(signature))
        {
            // The genuine element without its signature: that stays with the evil one.
            string withoutSignature = slice.Remove(signature.Start - genuine.Start, signature.End - signature.Start);
            hidden = hidden.Replace(slice, withoutSignature);
        }

        MarkupOutline inside = MarkupOutline.Read(evil);
        if (inside.Elements.Count == 0)
        {
            return null;
        }

        MarkupElement place = draft.Choice.Of(inside.Elements);
        int position = place.IsEmpty ? place.End : draft.Choice.OneIn(2) ? place.TagEnd : place.EndTagStart;
        return draft.Replace(genuine.Start, genuine.End, evil.Insert(position, hidden));
    }

    private static string? Beside(Draft draft) =>
        draft.Outline.Find("Assertion") is { } genuine && draft.Place() is { } place
            ? draft.Insert(place, Evil(draft, draft.Outline.Slice(genuine).ToString()))
            : null;

    /// <summary>The same with another user, with or without its signature, its ID kept, changed or taken away.</summary>
    private static string Evil(Draft draft, string slice)
    {
        Choice choice = draft.Choice;
        string evil = ReplaceTexts(slice, "NameID", choice.OneIn(2) ? "admin@example.com" : Text(draft.Donor(), "NameID"));
        MarkupOutline outline = MarkupOutline.Read(evil);
        if (choice.OneIn(2) && outline.Find("Signature") is { } signature)
        {
            evil = evil.Remove(signature.Start, signature.End - signature.Start);
        }

        MarkupElement root = MarkupOutline.Read(evil).Elements[0];
        foreach (MarkupAttribute id in root.Attributes)
        {
            if (!evil.AsSpan(id.NameStart).StartsWith("ID"))
            {
                continue;
            }

            return choice.Below(4) switch
            {
                0 => evil,
                1 => evil.Remove(id.Start, id.End - id.Start),
                2 => string.Concat(evil.AsSpan(0, id.NameStart), "Id", evil.AsSpan(id.NameEnd)),
                _ => string.Concat(evil.AsSpan(0, id.ValueStart), "_evil", evil.AsSpan(id.ValueEnd)),
            };
        }

        return evil;
    }

    private static string Text(MarkupOutline outline, string localName) => outline.Find(localName) is { } element
        ? outline.Text[element.TagEnd..element.EndTagStart]
        : "";

    private static string ReplaceTexts(string text, string localName, string content)
    {
        List<MarkupElement> found = MarkupOutline.Read(text).FindAll(localName);
        return Draft.Edit(text, found.Select(element => (element.TagEnd, element.EndTagStart, content)));
    }
}
