namespace Saml.Core.Testing.Signing;

/// <summary>One element of an <see cref="XmlOutline"/>: what it is, and where in the text it stands.</summary>
internal sealed class OutlineElement
{
    public required string QualifiedName { get; init; }

    public required string LocalName { get; init; }

    public required string NamespaceUri { get; init; }

    public required OutlineElement? Parent { get; init; }

    /// <summary>The ID attribute.</summary>
    public required string? Id { get; init; }

    /// <summary>The Id attribute, as XML Signature's own elements have it.</summary>
    public required string? SignatureId { get; init; }

    /// <summary>An empty-element tag, which has no content to insert into.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>The offset of the start tag.</summary>
    public required int Start { get; init; }

    /// <summary>The offset behind the start tag.</summary>
    public required int ContentStart { get; init; }

    /// <summary>The offset of the end tag; behind an empty-element tag.</summary>
    public int ContentEnd { get; set; }

    /// <summary>The offset behind the element.</summary>
    public int End { get; set; }

    public bool IsSaml(string localName) =>
        LocalName == localName && NamespaceUri == "urn:oasis:names:tc:SAML:2.0:assertion";

    public string RequireId() => Id ?? throw new ArgumentException($"The element {QualifiedName} has no ID.");
}
