namespace Saml.Core.Xml;

/// <summary>What a node of the tree is. Comments, processing instructions and entities have no place in it.</summary>
internal enum XmlNodeKind : byte
{
    Element,
    Text,
}

/// <summary>What the reader noticed about a node while it read it.</summary>
[Flags]
internal enum XmlNodeFlags : byte
{
    None = 0,

    /// <summary>The source octets of this text already are its canonical form.</summary>
    CanonicalText = 1,

    /// <summary>The end tag is written <c>&lt;/name&gt;</c>, which is its canonical form.</summary>
    CanonicalEndTag = 2,

    /// <summary>A comment stood directly in this element and was dropped.</summary>
    CommentDropped = 4,

    /// <summary>The element has at least one element child.</summary>
    ElementContent = 8,

    /// <summary>The element directly holds text other than white space.</summary>
    TextContent = 16,

    /// <summary>The element holds no elements, and its source octets behind the start tag are their canonical form.</summary>
    CanonicalContent = 32,
}

/// <summary>What the reader noticed about a start tag.</summary>
[Flags]
internal enum XmlStartTagFlags
{
    None = 0,

    /// <summary>
    /// The source octets already are the canonical form, apart from declarations that may have to be added because no
    /// ancestor in the output has them.
    /// </summary>
    Canonical = 1,

    /// <summary>At least one attribute has a prefix.</summary>
    PrefixedAttributes = 2,

    /// <summary>An attribute is an ID, in any spelling.</summary>
    HasId = 4,

    /// <summary>It is an empty-element tag.</summary>
    Empty = 8,

    /// <summary>The element is a <c>ds:Signature</c>.</summary>
    Signature = 16,

    /// <summary>The element is a <c>saml:Assertion</c>.</summary>
    Assertion = 32,

    /// <summary>The element is nil: it has the attribute <c>xsi:nil</c>, which is true (XML Schema 1, 2.6.2).</summary>
    Nil = 64,
}

/// <summary>A run of octets of the tree's buffer: of the message, or of the normalised values behind it.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>What is left of it behind so many octets.</summary>
    public Slice From(int offset) => new(Start + offset, Length - offset);
}

/// <summary>
/// One element or one text of the flat tree, in document order. The descendants of the node at index <c>i</c> are the
/// nodes from <c>i + 1</c> up to <see cref="SubtreeEnd"/>.
/// </summary>
internal struct XmlNode
{
    public XmlNodeKind Kind;
    public XmlNodeFlags Flags;

    /// <summary>Index of an element's start tag.</summary>
    public int StartTag;

    /// <summary>Element: the octets from <c>&lt;</c> to behind the end tag. Text: its normalised characters.</summary>
    public Slice Octets;

    /// <summary>Offset behind the <c>&gt;</c> of the start tag.</summary>
    public int StartTagEnd;

    /// <summary>Offset of the end tag; <see cref="StartTagEnd"/> for an empty-element tag.</summary>
    public int EndTagStart;

    /// <summary>Index of the parent element, -1 for the document element.</summary>
    public int Parent;

    /// <summary>Index behind the last descendant.</summary>
    public int SubtreeEnd;
}

/// <summary>
/// A start tag and what it means. Elements whose start tags are the same octets, met where their prefixes are bound to
/// the same names, share one: they mean the same, so that it is worked out once.
/// </summary>
internal struct XmlStartTag
{
    public XmlStartTagFlags Flags;

    /// <summary>The prefix, as numbered by the reader; 0 is the empty prefix.</summary>
    public int PrefixId;

    /// <summary>The namespace name, as numbered by the reader; see <see cref="XmlNamespace"/>.</summary>
    public int NamespaceId;

    /// <summary>The tag as it was first met.</summary>
    public Slice Octets;

    /// <summary>The qualified name as written.</summary>
    public Slice Name;

    /// <summary>Length of the prefix with its colon, 0 without a prefix.</summary>
    public int LocalNameOffset;

    public readonly Slice LocalName => Name.From(LocalNameOffset);

    public int FirstAttribute;
    public int AttributeCount;

    /// <summary>
    /// All attributes with the space before each, where they stand in the source in one piece and in canonical form;
    /// else empty.
    /// </summary>
    public Slice CanonicalAttributes;

    public int FirstDeclaration;
    public int DeclarationCount;
}

/// <summary>An attribute that is not a namespace declaration. An element's attributes stand in canonical order.</summary>
internal struct XmlAttribute
{
    public int PrefixId;
    public int NamespaceId;
    public Slice Name;
    public int LocalNameOffset;

    public readonly Slice LocalName => Name.From(LocalNameOffset);

    /// <summary>Of the local name; see <see cref="SmallSort.FirstOctets"/>.</summary>
    public ulong FirstOctets;

    /// <summary>The value after attribute-value normalisation (XML 1.0, 3.3.3).</summary>
    public Slice Value;

    /// <summary>The value needs no escaping in canonical form.</summary>
    public bool CanonicalValue;
}

/// <summary>A namespace declaration as written on an element.</summary>
internal struct NamespaceDeclaration
{
    public int PrefixId;
    public int NamespaceId;

    /// <summary>What the prefix was bound to outside the element, -1 for nothing.</summary>
    public int OuterNamespaceId;
}
