namespace Saml.Core.Testing;

/// <summary>One Reference of a <see cref="SignatureRecipe"/>: what is digested, and what is said about it.</summary>
public sealed record ReferenceRecipe
{
    private ReferenceRecipe(string? targetId, string uri)
    {
        TargetId = targetId;
        Uri = uri;
    }

    /// <summary>
    /// The ID of the element that is digested: an ID attribute or, where none has the value, an Id attribute. Null
    /// digests the whole document. The target may stand inside the Signature.
    /// </summary>
    public string? TargetId { get; init; }

    /// <summary>
    /// The URI attribute; null omits it. It changes what is written, not what is digested, except that comments are
    /// digested under an XPointer (XML Signature 1.1, 4.4.3.2) and otherwise not.
    /// </summary>
    public string? Uri { get; init; }

    /// <summary>
    /// The transforms; an empty list omits the Transforms element, null is the standard pair. The canonicalizations
    /// among them are carried out, and Canonical XML 1.0 where there are none; the enveloped-signature transform takes
    /// the Signature away. Any other algorithm is written and does nothing.
    /// </summary>
    public IReadOnlyList<TransformRecipe>? Transforms { get; init; }

    /// <summary>The digest algorithm; null: that of the settings.</summary>
    public DigestAlgorithm? Digest { get; init; }

    /// <summary>The text of DigestValue; null: the computed one.</summary>
    public string? DigestValue { get; init; }

    internal bool TargetsParent { get; private init; }

    internal bool KeepsComments => Uri?.StartsWith("#xpointer(", StringComparison.Ordinal) == true;

    /// <summary>The standard Reference to the element with this ID.</summary>
    /// <param name="id">The ID; it becomes both <see cref="TargetId"/> and, after "#", <see cref="Uri"/>.</param>
    public static ReferenceRecipe To(string id) => new(id, "#" + id);

    /// <summary>A Reference to the whole document, with an empty URI.</summary>
    public static ReferenceRecipe ToDocument() => new(null, "");

    // IDs need not be unique in a test's message: an ordinary signature finds its target by position.
    internal static ReferenceRecipe ToParent(string id) => new(null, "#" + id) { TargetsParent = true };

    internal IReadOnlyList<TransformRecipe> TransformsUnder(SignatureSettings settings) =>
        Transforms
        ?? [TransformRecipe.EnvelopedSignature, TransformRecipe.ExclusiveCanonicalization(settings.PrefixList)];
}
