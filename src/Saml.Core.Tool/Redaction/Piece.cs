namespace Saml.Core.Tool.Redaction;

/// <summary>
/// A stretch of an XML document. All pieces of a document, one after the other, are the document, so that what is not
/// replaced stays as it is to the octet.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The stretch as it is written, references not resolved.</param>
/// <param name="LocalElement">
/// The name of the element that it belongs to, without its prefix; empty outside of one, and where it is longer than any
/// that is known.
/// </param>
/// <param name="Attribute">The name of the attribute whose value it is, with its prefix; else empty.</param>
internal readonly record struct Piece(PieceKind Kind, string Text, string LocalElement = "", string Attribute = "")
{
    /// <summary>The attribute's name without its prefix.</summary>
    public string LocalAttribute => Attribute[(Attribute.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether references such as <c>&amp;amp;</c> are resolved in it.</summary>
    public bool HasReferences => Kind is PieceKind.AttributeValue or PieceKind.Text;
}

/// <summary>What a <see cref="Piece"/> is.</summary>
internal enum PieceKind
{
    /// <summary>Tags with the names in them, delimiters and the XML declaration: what is kept.</summary>
    Markup,

    /// <summary>What stands between the quotes of an attribute.</summary>
    AttributeValue,

    /// <summary>Character data.</summary>
    Text,

    /// <summary>What stands in a CDATA section.</summary>
    Literal,

    /// <summary>What stands in a comment.</summary>
    Comment,

    /// <summary>The target and the text of a processing instruction.</summary>
    Instruction,
}
