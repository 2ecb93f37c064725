namespace Saml.Core.Fuzz.Mutations;

/// <summary>Elements moved about, with every octet of theirs as it was.</summary>
internal static class NodeMutations
{
    private static readonly string[] s_wrappers =
    [
        "<x>|</x>",
        "<saml2p:Extensions xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\">|</saml2p:Extensions>",
        "<saml2:Advice xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">|</saml2:Advice>",
        "<saml2:EncryptedAssertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">|</saml2:EncryptedAssertion>",
        "<saml2:Assertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_w\" Version=\"2.0\">|</saml2:Assertion>",
        "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_w\" Version=\"2.0\">|</saml2p:Response>",
        "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">|</ds:Object>",
        "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">|</ds:Signature>",
        "<saml2:AttributeValue xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">|</saml2:AttributeValue>",
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>|</s:Body></s:Envelope>",
    ];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("remove an element", 4, draft => draft.Element() is { } element ? draft.Remove(element.Start, element.End) : null),
        new("repeat an element", 3, draft =>
            draft.Element() is { } element ? draft.Insert(element.End, draft.Outline.Slice(element)) : null),
        new("copy an element", 4, Copy),
        new("move an element", 6, Move),
        new("swap two elements", 5, Swap),
        new("swap siblings", 3, SwapSiblings),
        new("take an element of another message", 5, Import),
        new("put the same element of another message in place", 10, ReplaceByTheSame),
        new("put any element of another message in place", 2, ReplaceByAny),
        new("wrap an element", 4, Wrap),
        new("remove tags around content", 3, Unwrap),
        new("rename an element", 3, Rename),
    ];

    public static string WrapperOf(Choice choice) => choice.Of(s_wrappers);

    private static string? Copy(Draft draft) => draft.Element() is { } element && draft.Place() is { } place
        ? draft.Insert(place, draft.Outline.Slice(element))
        : null;

    private static string? Move(Draft draft)
    {
        if (draft.Element() is not { } element || draft.Place() is not { } place
            || (place > element.Start && place < element.End))
        {
            return null;
        }

        return draft.ReplaceAll(
            [(element.Start, element.End, ""), (place, place, draft.Outline.Slice(element).ToString())]);
    }

    private static string? Swap(Draft draft) => draft.Element() is { } first && draft.Element() is { } second
        ? draft.Swap((first.Start, first.End), (second.Start, second.End))
        : null;

    private static string? SwapSiblings(Draft draft)
    {
        MarkupElement? first = draft.Element();
        MarkupElement? second = draft.AnyOf(other => other != first && other.Parent == first?.Parent);
        return first is null || second is null
            ? null
            : draft.Swap((first.Start, first.End), (second.Start, second.End));
    }

    private static string? Import(Draft draft)
    {
        MarkupOutline donor = draft.Donor();
        return draft.Place() is { } place ? draft.Insert(place, donor.Slice(draft.Choice.Of(donor.Elements))) : null;
    }

    private static string? ReplaceByTheSame(Draft draft)
    {
        if (draft.Element() is not { } element)
        {
            return null;
        }

        MarkupOutline donor = draft.Donor();
        List<MarkupElement> same = donor.FindAll(element.LocalName(draft.Text).ToString());
        return same.Count == 0
            ? null
            : draft.Replace(element.Start, element.End, donor.Slice(draft.Choice.Of(same)));
    }

    private static string? ReplaceByAny(Draft draft)
    {
        MarkupOutline donor = draft.Donor();
        return draft.Element() is { } element
            ? draft.Replace(element.Start, element.End, donor.Slice(draft.Choice.Of(donor.Elements)))
            : null;
    }

    private static string? Wrap(Draft draft) => draft.Element() is { } element
        ? draft.Replace(
            element.Start, element.End, WrapperOf(draft.Choice).Replace("|", draft.Outline.Slice(element).ToString()))
        : null;

    private static string? Unwrap(Draft draft) => draft.Element() is { IsEmpty: false } element
        ? draft.Replace(element.Start, element.End, draft.Text.AsSpan(element.TagEnd, element.EndTagStart - element.TagEnd))
        : null;

    private static string? Rename(Draft draft)
    {
        if (draft.Element() is not { } element || draft.Element() is not { } other)
        {
            return null;
        }

        string name = draft.Choice.Below(3) switch
        {
            0 => other.Name(draft.Text).ToString(),
            1 => element.Name(draft.Text).ToString() + "x",
            _ => element.LocalName(draft.Text).ToString(),
        };
        List<(int, int, string)> edits = [(element.Start + 1, element.NameEnd, name)];
        if (!element.IsEmpty && element.End > element.EndTagStart)
        {
            int length = element.NameEnd - element.Start - 1;
            edits.Add((element.EndTagStart + 2, element.EndTagStart + 2 + length, name));
        }

        return draft.ReplaceAll(edits);
    }
}
