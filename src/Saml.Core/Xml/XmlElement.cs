using System.Diagnostics.CodeAnalysis;
using System.Text;
using Saml.Core.Errors;

namespace Saml.Core.Xml;

/// <summary>An element of a tree: a view without storage of its own. A default value has no tree and throws.</summary>
internal readonly struct XmlElement
{
    // SAML's elements have at most 8; a message with more pays for it, but not once for each question.
    private const int FewAttributes = 16;

    private readonly XmlTree? _tree;

    public XmlElement(XmlTree tree, int index)
    {
        _tree = tree;
        Index = index;
    }

    public int Index { get; }

    public XmlTree Tree => _tree ?? throw new InvalidOperationException("There is no element.");

    /// <summary>False only for a default value.</summary>
    public bool Exists => _tree is not null;

    public int NamespaceId => Tag.NamespaceId;

    public ReadOnlySpan<byte> LocalName
    {
        get
        {
            XmlTree tree = Tree;
            ref readonly XmlStartTag tag = ref tree.StartTag(tree.Node(Index));
            return tree[tag.LocalName];
        }
    }

    /// <summary>The attributes that are no namespace declarations, in canonical order.</summary>
    public ReadOnlySpan<XmlAttribute> Attributes => Tree.Attributes(Tag);

    public XmlChildren Children => new(this);

    private ref readonly XmlNode Node => ref Tree.Node(Index);

    private ref readonly XmlStartTag Tag => ref Tree.StartTag(Node);

    /// <summary>It is a <c>ds:Signature</c>.</summary>
    public bool IsSignature => (Tag.Flags & XmlStartTagFlags.Signature) != 0;

    /// <summary>It says <c>xsi:nil="true"</c>.</summary>
    public bool IsNil => (Tag.Flags & XmlStartTagFlags.Nil) != 0;

    public bool Is(int namespaceId, ReadOnlySpan<byte> localName)
    {
        XmlTree tree = Tree;
        ref readonly XmlStartTag tag = ref tree.StartTag(tree.Node(Index));
        return tag.NamespaceId == namespaceId && tree[tag.LocalName].SequenceEqual(localName);
    }

    /// <summary>The normalised value of the attribute without a namespace; false when it is absent.</summary>
    public bool TryAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) =>
        Attributes.Length <= FewAttributes
            ? TryAttribute(XmlNamespace.None, name, out value)
            : TryAttributeOfMany(name, out value);

    /// <summary>The normalised value of an attribute; false when it is absent.</summary>
    public bool TryAttribute(int namespaceId, ReadOnlySpan<byte> localName, out ReadOnlySpan<byte> value)
    {
        XmlTree tree = Tree;
        foreach (ref readonly XmlAttribute attribute in Attributes)
        {
            if (attribute.NamespaceId == namespaceId && tree[attribute.LocalName].SequenceEqual(localName))
            {
                value = tree[attribute.Value];
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The normalised value of an attribute that must be there.</summary>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        if (TryAttribute(name, out ReadOnlySpan<byte> value))
        {
            return value;
        }

        throw Reject(SamlErrorCode.MissingAttribute, expected: Encoding.UTF8.GetString(name));
    }

    /// <summary>The characters of an element that may hold nothing else.</summary>
    public ReadOnlySpan<byte> Text()
    {
        if ((Node.Flags & XmlNodeFlags.ElementContent) != 0)
        {
            XmlElement child = FirstElement();
            throw child.Reject(SamlErrorCode.UnexpectedElement, actual: child.DisplayName(), subject: DisplayName());
        }

        // A second text node could only come from a comment between two, and the reader refuses that.
        return Node.SubtreeEnd == Index + 1 ? default : Tree[Tree.Node(Index + 1).Octets];
    }

    /// <summary>Length in octets of the source.</summary>
    public int Length => Node.Octets.Length;

    /// <summary>True when the element holds other elements.</summary>
    public bool HasElements => (Node.Flags & XmlNodeFlags.ElementContent) != 0;

    /// <summary>The local name, for a message to a person.</summary>
    public string DisplayName() => SafeText.Of(LocalName);

    /// <summary>A rejection that names this element and where it stands.</summary>
    public SamlRejection Reject(
        SamlErrorCode code, string? expected = null, string? actual = null, string? subject = null) =>
        new(code, expected, actual, subject ?? DisplayName()) { Location = Tree.Location(Index) };

    // The attributes without a namespace stand first, in the order of their names.
    private bool TryAttributeOfMany(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<XmlAttribute> rest = Attributes;
        while (!rest.IsEmpty)
        {
            int middle = rest.Length / 2;
            ref readonly XmlAttribute attribute = ref rest[middle];
            int order = attribute.NamespaceId == XmlNamespace.None ? Tree[attribute.Name].SequenceCompareTo(name) : 1;
            if (order == 0)
            {
                value = Tree[attribute.Value];
                return true;
            }

            rest = order < 0 ? rest[(middle + 1)..] : rest[..middle];
        }

        value = default;
        return false;
    }

    private XmlElement FirstElement()
    {
        int index = Index + 1;
        while (Tree.Node(index).Kind != XmlNodeKind.Element)
        {
            index++;
        }

        return new XmlElement(Tree, index);
    }
}

/// <summary>
/// The element children of an element in document order, taken as the schema's sequence names them. Who opens it
/// takes every child or calls <see cref="End"/>, which refuses what is left. A <c>ds:Signature</c> is never among
/// them: signatures are accounted for in <c>Signatures</c> alone, and nothing inside one is ever read as SAML.
/// </summary>
internal ref struct XmlChildren
{
    private readonly XmlElement _parent;
    private readonly int _end;
    private int _next;

    public XmlChildren(XmlElement parent)
    {
        _parent = parent;
        _next = parent.Index + 1;
        _end = parent.Tree.Node(parent.Index).SubtreeEnd;
        SkipToElement();
    }

    private XmlChildren(XmlElement parent, int next)
    {
        _parent = parent;
        _next = next;
        _end = parent.Tree.Node(parent.Index).SubtreeEnd;
    }

    /// <summary>The place before the next child, to begin there again.</summary>
    public readonly Mark Here => new(_parent, _next);

    // A default value has no parent and throws.
    private readonly bool IsAtEnd => _next >= _end && _parent.Tree is not null;

    /// <summary>Takes the next child whatever it is; false behind the last one.</summary>
    public bool TryTake(out XmlElement child)
    {
        if (IsAtEnd)
        {
            child = default;
            return false;
        }

        child = new XmlElement(_parent.Tree, _next);
        Advance();
        return true;
    }

    /// <summary>Takes the next child if it has this name.</summary>
    public bool TryTake(int namespaceId, ReadOnlySpan<byte> localName, out XmlElement child)
    {
        if (!IsAtEnd)
        {
            child = new XmlElement(_parent.Tree, _next);
            if (child.Is(namespaceId, localName))
            {
                Advance();
                return true;
            }
        }

        child = default;
        return false;
    }

    /// <summary>How many are left.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            for (XmlChildren rest = this; !rest.IsAtEnd; rest.Advance())
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The next child without taking it.</summary>
    public readonly bool TryPeek(out XmlElement child)
    {
        child = IsAtEnd ? default : new XmlElement(_parent.Tree, _next);
        return child.Exists;
    }

    /// <summary>Refuses a child that the schema does not have at this place.</summary>
    public readonly void End()
    {
        if (!IsAtEnd)
        {
            ThrowUnexpected(new XmlElement(_parent.Tree, _next));
        }
    }

    [DoesNotReturn]
    private readonly void ThrowUnexpected(XmlElement child)
    {
        string name = child.DisplayName();
        int count = 1;
        for (int index = _parent.Index + 1; index < child.Index; index = _parent.Tree.Node(index).SubtreeEnd)
        {
            XmlElement earlier = new(_parent.Tree, index);
            bool isSame = _parent.Tree.Node(index).Kind == XmlNodeKind.Element
                && earlier.Is(child.NamespaceId, child.LocalName);
            count += isSame ? 1 : 0;
        }

        throw count > 1
            ? child.Reject(SamlErrorCode.DuplicateElement, "1", $"{count} {name} elements", _parent.DisplayName())
            : child.Reject(SamlErrorCode.UnexpectedElement, actual: name, subject: _parent.DisplayName());
    }

    private void Advance()
    {
        _next = _parent.Tree.Node(_next).SubtreeEnd;
        SkipToElement();
    }

    private void SkipToElement()
    {
        XmlTree tree = _parent.Tree;
        while (_next < _end)
        {
            ref readonly XmlNode node = ref tree.Node(_next);
            if (node.Kind == XmlNodeKind.Text)
            {
                if (!XmlCharacters.IsWhiteSpace(tree[node.Octets]))
                {
                    throw _parent.Reject(
                        SamlErrorCode.UnexpectedElement, actual: "text", subject: _parent.DisplayName());
                }

                _next++;
            }
            else if ((tree.StartTag(node).Flags & XmlStartTagFlags.Signature) != 0)
            {
                _next = node.SubtreeEnd;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A place among the children of an element.</summary>
    public readonly struct Mark
    {
        private readonly XmlElement _parent;
        private readonly int _next;

        internal Mark(XmlElement parent, int next)
        {
            _parent = parent;
            _next = next;
        }

        /// <summary>The children from here on.</summary>
        public XmlChildren Children => new(_parent, _next);
    }
}
