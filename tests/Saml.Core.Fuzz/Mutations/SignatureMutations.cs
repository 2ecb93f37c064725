namespace Saml.Core.Fuzz.Mutations;

/// <summary>Signatures and their parts transplanted, reordered and told to mean something else.</summary>
internal static class SignatureMutations
{
    private static readonly string[] s_parts =
    [
        "Signature", "SignedInfo", "SignatureValue", "DigestValue", "Reference", "Transforms", "KeyInfo",
        "CanonicalizationMethod", "SignatureMethod", "DigestMethod", "Transform",
    ];

    private static readonly string[] s_algorithms =
    [
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512",
        "http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/10/xml-exc-c14n#",
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2000/09/xmldsig#base64", "",
    ];

    private static readonly string[] s_lists =
        ["", "xs", "#default", "saml2", "saml2 saml2p ds xs xsi", "#default saml2", "ds", "x y z", "xs  xs", "a:b", "xmlns"];

    private static readonly string[] s_objects =
    [
        "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
        "<ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:KeyName>x</ds:KeyName></ds:KeyInfo>",
        "<ds:Reference xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" URI=\"#x\"/>",
        "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
    ];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("move a signature", 5, Move),
        new("copy a signature", 3, Copy),
        new("swap the signatures", 2, SwapSignatures),
        new("take a part of a signature of another message", 8, Take),
        new("swap parts of the signatures", 4, SwapParts),
        new("remove a part of a signature", 3, draft => Part(draft) is { } part ? draft.Remove(part.Start, part.End) : null),
        new("add to a signature", 3, draft =>
            Part(draft) is { } part ? draft.Insert(draft.Place(part), draft.Choice.Of(s_objects)) : null),
        new("change an algorithm", 4, draft => Value(draft, "Algorithm", s_algorithms)),
        new("change a prefix list", 4, draft => Value(draft, "PrefixList", s_lists)),
        new("change the place of a signature in its parent", 4, Reposition),
        new("change one octet of a value", 4, ChangeValue),
    ];

    private static MarkupElement? Part(Draft draft) => draft.Element(draft.Choice.Of(s_parts));

    private static string? Move(Draft draft)
    {
        if (draft.Element("Signature") is not { } signature || draft.Place() is not { } place
            || (place > signature.Start && place < signature.End))
        {
            return null;
        }

        return draft.ReplaceAll(
            [(signature.Start, signature.End, ""), (place, place, draft.Outline.Slice(signature).ToString())]);
    }

    private static string? Copy(Draft draft) => draft.Element("Signature") is { } signature && draft.Place() is { } place
        ? draft.Insert(place, draft.Outline.Slice(signature))
        : null;

    private static string? SwapSignatures(Draft draft) => draft.Outline.FindAll("Signature") is [var first, var second, ..]
        ? draft.Swap((first.Start, first.End), (second.Start, second.End))
        : null;

    private static string? Take(Draft draft)
    {
        MarkupOutline donor = draft.Donor();
        string name = draft.Choice.Of(s_parts);
        List<MarkupElement> same = donor.FindAll(name);
        return same.Count > 0 && draft.Element(name) is { } part
            ? draft.Replace(part.Start, part.End, donor.Slice(draft.Choice.Of(same)))
            : null;
    }

    private static string? SwapParts(Draft draft)
    {
        string name = draft.Choice.Of(s_parts);
        return draft.Element(name) is { } first && draft.Element(name) is { } second
            ? draft.Swap((first.Start, first.End), (second.Start, second.End))
            : null;
    }

    private static string? Value(Draft draft, string name, string[] values) =>
        draft.Attribute(attribute => draft.Outline.Name(attribute).SequenceEqual(name)) is { } found
            ? draft.Replace(found.ValueStart, found.ValueEnd, draft.Choice.Of(values))
            : null;

    // The place decides nothing: in the element that it signs a signature may stand anywhere.
    private static string? Reposition(Draft draft)
    {
        MarkupElement? signature = draft.Element("Signature");
        MarkupElement? sibling = draft.AnyOf(other => other != signature && other.Parent == signature?.Parent);
        if (signature is null || sibling is null)
        {
            return null;
        }

        int place = draft.Choice.OneIn(2) ? sibling.Start : sibling.End;
        return draft.ReplaceAll(
            [(signature.Start, signature.End, ""), (place, place, draft.Outline.Slice(signature).ToString())]);
    }

    private static string? ChangeValue(Draft draft)
    {
        MarkupElement? value = draft.Element(draft.Choice.OneIn(2) ? "SignatureValue" : "DigestValue");
        if (value is null || value.EndTagStart == value.TagEnd)
        {
            return null;
        }

        int position = draft.Choice.Between(value.TagEnd, value.EndTagStart - 1);
        return draft.Replace(position, position + 1, [draft.Choice.Of("ABCabc019+/= \n")]);
    }

    private static char Of(this Choice choice, string characters) => characters[choice.Below(characters.Length)];
}
