using Saml.Core.Testing.Signing;

namespace Saml.Core.Testing;

/// <summary>
/// A signature that differs from the standard one in what it refers to, how or where it stands: for tests of messages
/// that a genuine key has signed and that must be refused all the same. Used by
/// <see cref="TestIdentityProvider.SignElement"/>.
/// </summary>
public sealed record SignatureRecipe
{
    /// <summary>The ID of the element that the Signature becomes a child of; null: the signed element itself.</summary>
    public string? ParentId { get; init; }

    /// <summary>The place among the parent's children.</summary>
    public SignaturePosition Position { get; init; } = SignaturePosition.AfterIssuer;

    /// <summary>
    /// The References; an empty list makes a SignedInfo without any, null the usual one, to the signed element.
    /// </summary>
    public IReadOnlyList<ReferenceRecipe>? References { get; init; }

    /// <summary>
    /// The CanonicalizationMethod's algorithm. SignedInfo is signed as it says, where it is Canonical XML 1.0, 1.1
    /// (the difference, in the xml: attributes, is not made) or exclusive, with or without comments; under any other
    /// name by the exclusive one.
    /// </summary>
    public string CanonicalizationMethod { get; init; } = Algorithms.ExclusiveCanonicalization;

    /// <summary>
    /// Edits the text of the SignedInfo element, digests included, before it is signed: for the forms that no property
    /// here can build.
    /// </summary>
    public Func<string, string>? EditSignedInfo { get; init; }

    /// <summary>XML text after KeyInfo, such as a ds:Object; it declares the prefixes that it uses.</summary>
    public string? TrailingXml { get; init; }
}
