using Saml.Core.Fuzz.Genuine;

namespace Saml.Core.Fuzz.Mutations;

/// <summary>Tokens of the dictionary at places where they may mean something.</summary>
internal static class TokenMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("insert a token anywhere", 6, draft => draft.Insert(draft.Position(), Token(draft))),
        new("insert a token between elements", 6, draft => draft.Place() is { } place ? draft.Insert(place, Token(draft)) : null),
        new("insert a token in a text", 6, InText),
        new("insert a token in a tag", 6, InTag),
        new("insert a token in an attribute value", 4, InValue),
        new("put a token first or last", 2, draft => draft.Choice.OneIn(2) ? Token(draft) + draft.Text : draft.Text + Token(draft)),
        new("replace a text by a token", 3, draft =>
            draft.Leaf() is { } leaf ? draft.Replace(leaf.TagEnd, leaf.EndTagStart, Token(draft)) : null),
    ];

    private static string Token(Draft draft) => draft.Choice.Of(Dictionary.Tokens);

    private static string? InText(Draft draft) => draft.Leaf() is { } leaf
        ? draft.Insert(draft.Choice.Between(leaf.TagEnd, leaf.EndTagStart), Token(draft))
        : null;

    private static string? InTag(Draft draft)
    {
        if (draft.Element() is not { } element)
        {
            return null;
        }

        string[] attributes = [.. Dictionary.Tokens.Where(token => token[0] == ' ')];
        string token = draft.Choice.OneIn(4) ? Token(draft) : draft.Choice.Of(attributes);
        return draft.Insert(draft.Choice.OneIn(2) ? element.NameEnd : element.TagContentEnd, token);
    }

    private static string? InValue(Draft draft) => draft.Attribute(_ => true) is { } attribute
        ? draft.Insert(draft.Choice.Between(attribute.ValueStart, attribute.ValueEnd), Token(draft))
        : null;
}
