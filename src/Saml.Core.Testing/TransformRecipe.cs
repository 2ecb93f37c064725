using Saml.Core.Testing.Signing;

namespace Saml.Core.Testing;

/// <summary>One Transform of a <see cref="ReferenceRecipe"/>.</summary>
public sealed class TransformRecipe
{
    /// <summary>The enveloped-signature transform.</summary>
    public static TransformRecipe EnvelopedSignature { get; } = new() { Algorithm = Algorithms.EnvelopedSignature };

    /// <summary>The Algorithm attribute, any text.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The PrefixList of an InclusiveNamespaces child; null writes none.</summary>
    public string? PrefixList { get; init; }

    /// <summary>XML text inside the Transform, such as an XPath element; it declares the prefixes it uses.</summary>
    public string? Content { get; init; }

    /// <summary>Exclusive XML Canonicalization 1.0 without comments.</summary>
    /// <param name="prefixList">The PrefixList of InclusiveNamespaces; null writes no such element.</param>
    public static TransformRecipe ExclusiveCanonicalization(string? prefixList = null) =>
        new() { Algorithm = Algorithms.ExclusiveCanonicalization, PrefixList = prefixList };
}
