using System.Buffers;
using Saml.Core.Xml;

namespace Saml.Core.Canonicalization;

/// <summary>
/// Exclusive XML Canonicalization 1.0 without comments (W3C Recommendation, 18 July 2002) of an element and its
/// descendants, apart from at most one child that the enveloped-signature transform removes.
/// </summary>
/// <remarks>
/// Most of a message already is in canonical form. So the output is made of runs of the source, copied whole, and of
/// edits between them: a start tag is written anew only where it is written differently or an ancestor in the output
/// has not declared what it uses, a text only where a character must be escaped. Nothing recurs: the nodes are walked
/// in document order.
/// </remarks>
internal ref struct ExclusiveCanonicalization
{
    private const int Unrendered = -1;
    private const int FewPrefixes = 16;
    private const int FewTags = 64;

    private static readonly SearchValues<byte> s_escapedInText = SearchValues.Create("&<>\r"u8);
    private static readonly SearchValues<byte> s_escapedInAttribute = SearchValues.Create("&<\"\t\n\r"u8);

    private readonly XmlTree _tree;
    private readonly ReadOnlySpan<XmlNode> _nodes;
    private readonly ReadOnlySpan<XmlStartTag> _startTags;
    private readonly CanonicalBuffer _output;
    private readonly int _apex;

    // Namespace name that the output has declared for each prefix at this point, and the undo stack of its changes.
    private readonly Span<int> _rendered;
    private readonly Span<bool> _listed;
    private readonly bool _anyListed;
    private readonly Span<WrittenTag> _written;
    private Rendering[] _renderings;
    private int _renderingCount;
    private int _runStart;
    private int _runEnd;

    // Number of the set of declarations that the output has at this point; 0 is none.
    private int _scope;
    private int _scopeCount;

    private ExclusiveCanonicalization(
        XmlTree tree,
        int apex,
        CanonicalBuffer output,
        Span<int> rendered,
        Span<bool> listed,
        bool anyListed,
        Span<WrittenTag> written)
    {
        _tree = tree;
        _nodes = tree.Nodes;
        _startTags = tree.StartTags;
        _output = output;
        _apex = apex;
        _rendered = rendered;
        _listed = listed;
        _anyListed = anyListed;
        _renderings = ArrayPool<Rendering>.Shared.Rent(FewPrefixes);
        _written = written;
    }

    /// <summary>Writes the canonical octets of <paramref name="apex"/> without its child <paramref name="omitted"/>.</summary>
    /// <param name="apex">The apex element of the document subset.</param>
    /// <param name="omitted">Index of the one element that is left out, -1 for none.</param>
    /// <param name="inclusive">Prefixes treated as in inclusive canonicalization.</param>
    /// <param name="output">Cleared, then filled.</param>
    public static void Write(XmlElement apex, int omitted, InclusivePrefixes inclusive, CanonicalBuffer output)
    {
        XmlTree tree = apex.Tree;
        int prefixes = tree.PrefixCount;
        int[]? rentedRendered = prefixes <= FewPrefixes ? null : ArrayPool<int>.Shared.Rent(prefixes);
        bool[]? rentedListed = prefixes <= FewPrefixes ? null : ArrayPool<bool>.Shared.Rent(prefixes);
        Span<int> rendered = rentedRendered ?? stackalloc int[FewPrefixes];
        Span<bool> listed = rentedListed ?? stackalloc bool[FewPrefixes];
        rendered = rendered[..prefixes];
        listed = listed[..prefixes];
        rendered.Fill(Unrendered);
        listed.Clear();
        rendered[0] = XmlNamespace.None;
        rendered[1] = XmlNamespace.Xml;
        inclusive.Mark(tree, listed);

        int tags = tree.StartTagCount;
        WrittenTag[]? rentedWritten = tags <= FewTags ? null : ArrayPool<WrittenTag>.Shared.Rent(tags);
        Span<WrittenTag> written = rentedWritten ?? stackalloc WrittenTag[FewTags];
        written = written[..tags];
        written.Clear();

        ExclusiveCanonicalization walk = new(tree, apex.Index, output, rendered, listed, !inclusive.IsEmpty, written);
        try
        {
            output.Clear();
            walk.WriteSubtree(omitted);
        }
        finally
        {
            ArrayPool<Rendering>.Shared.Return(walk._renderings);
            if (rentedWritten is not null)
            {
                ArrayPool<WrittenTag>.Shared.Return(rentedWritten);
            }

            if (rentedRendered is not null)
            {
                ArrayPool<int>.Shared.Return(rentedRendered);
                ArrayPool<bool>.Shared.Return(rentedListed!);
            }
        }
    }

    private void WriteSubtree(int omitted)
    {
        int end = _nodes[_apex].SubtreeEnd;
        int open = -1;
        for (int index = _apex; index < end;)
        {
            while (open >= 0 && _nodes[open].SubtreeEnd == index)
            {
                open = WriteEndTag(open);
            }

            ref readonly XmlNode node = ref _nodes[index];
            if (index == omitted)
            {
                index = node.SubtreeEnd;
            }
            else if (node.Kind == XmlNodeKind.Text)
            {
                WriteText(node);
                index++;
            }
            else if ((node.Flags & XmlNodeFlags.CanonicalContent) != 0)
            {
                WriteStartTag(index, node);
                AppendRun(node.StartTagEnd, node.Octets.End);
                TakeBackDeclarations(index);
                index = node.SubtreeEnd;
            }
            else
            {
                WriteStartTag(index, node);
                open = index++;
            }
        }

        while (open >= _apex)
        {
            open = WriteEndTag(open);
        }

        FlushRun();
    }

    private void WriteText(in XmlNode text)
    {
        if ((text.Flags & XmlNodeFlags.CanonicalText) != 0)
        {
            AppendRun(text.Octets.Start, text.Octets.End);
            return;
        }

        FlushRun();
        WriteEscaped(_tree[text.Octets], s_escapedInText);
    }

    private void WriteStartTag(int index, in XmlNode element)
    {
        ref readonly XmlStartTag tag = ref _startTags[element.StartTag];
        ref WrittenTag written = ref _written[element.StartTag];
        if (written.IsIn(_scope) && (element.Flags & XmlNodeFlags.ElementContent) == 0)
        {
            // Nothing inside asks what the tag declared, so that the declarations need not be noted.
            FlushRun();
            _output.Repeat(written.Octets);
            return;
        }

        int first = _renderingCount;
        int scope = _scope;
        Render(tag.PrefixId, tag.NamespaceId, index);
        if ((tag.Flags & XmlStartTagFlags.PrefixedAttributes) != 0)
        {
            foreach (ref readonly XmlAttribute attribute in _tree.Attributes(tag))
            {
                if (attribute.PrefixId != 0)
                {
                    Render(attribute.PrefixId, attribute.NamespaceId, index);
                }
            }
        }

        if (_anyListed)
        {
            RenderListed(index, tag);
        }

        if (_renderingCount == first && (tag.Flags & XmlStartTagFlags.Canonical) != 0)
        {
            AppendRun(element.Octets.Start, element.StartTagEnd);
            return;
        }

        int start = WrittenLength;
        AppendRun(element.Octets.Start, element.Octets.Start + 1 + tag.Name.Length);
        WriteDeclarations(_renderings.AsSpan(first, _renderingCount - first));
        WriteAttributes(element, tag);
        AppendRun(element.StartTagEnd - 1, element.StartTagEnd);
        written = new WrittenTag(scope, new Slice(start, WrittenLength - start));
    }

    /// <summary>Notes that the declaration of a prefix has to be written unless the output already has it.</summary>
    private void Render(int prefixId, int namespaceId, int element)
    {
        int outer = _rendered[prefixId];
        if (outer == namespaceId)
        {
            return;
        }

        Pool.EnsureRoom(ref _renderings, _renderingCount);
        _renderings[_renderingCount++] =
            new Rendering(prefixId, SmallSort.FirstOctets(_tree.Prefix(prefixId)), outer, element, _scope);
        _rendered[prefixId] = namespaceId;
        _scope = ++_scopeCount;
    }

    // Listed prefixes follow Canonical XML 1.0: all in scope at the apex, below it where their declaration changes.
    private void RenderListed(int index, in XmlStartTag tag)
    {
        if (index == _apex)
        {
            RenderListedInScope();
            return;
        }

        foreach (ref readonly NamespaceDeclaration declaration in _tree.Declarations(tag))
        {
            if (_listed[declaration.PrefixId])
            {
                Render(declaration.PrefixId, declaration.NamespaceId, index);
            }
        }
    }

    // The nearest declaration of each listed prefix; one pass over the apex and its ancestors.
    private void RenderListedInScope()
    {
        bool defaultSeen = _rendered[0] != XmlNamespace.None;
        for (int index = _apex; index >= 0; index = _nodes[index].Parent)
        {
            foreach (ref readonly NamespaceDeclaration declaration in _tree.Declarations(_startTags[_nodes[index].StartTag]))
            {
                bool seen = declaration.PrefixId == 0
                    ? defaultSeen
                    : _rendered[declaration.PrefixId] != Unrendered;
                if (_listed[declaration.PrefixId] && !seen)
                {
                    Render(declaration.PrefixId, declaration.NamespaceId, _apex);
                }

                defaultSeen |= declaration.PrefixId == 0;
            }
        }
    }

    private void WriteDeclarations(Span<Rendering> renderings)
    {
        if (renderings.IsEmpty)
        {
            return;
        }

        FlushRun();
        SmallSort.Sort(renderings, new PrefixOrder(_tree));
        foreach (ref readonly Rendering rendering in renderings)
        {
            if (rendering.PrefixId == 0)
            {
                _output.Append(" xmlns=\""u8);
            }
            else
            {
                _output.Append(" xmlns:"u8);
                _output.Append(_tree.Prefix(rendering.PrefixId));
                _output.Append("=\""u8);
            }

            WriteEscaped(_tree.NamespaceName(_rendered[rendering.PrefixId]), s_escapedInAttribute);
            _output.Append((byte)'"');
        }
    }

    // The tag may have been met before, at another place, with the same octets.
    private void WriteAttributes(in XmlNode element, in XmlStartTag tag)
    {
        Slice canonical = tag.CanonicalAttributes;
        if (canonical.Length > 0)
        {
            int start = element.Octets.Start + (canonical.Start - tag.Octets.Start);
            AppendRun(start, start + canonical.Length);
            return;
        }

        foreach (ref readonly XmlAttribute attribute in _tree.Attributes(tag))
        {
            FlushRun();
            WriteAttribute(attribute);
        }
    }

    private readonly void WriteAttribute(in XmlAttribute attribute)
    {
        _output.Append((byte)' ');
        _output.Append(_tree[attribute.Name]);
        _output.Append("=\""u8);
        if (attribute.CanonicalValue)
        {
            _output.Append(_tree[attribute.Value]);
        }
        else
        {
            WriteEscaped(_tree[attribute.Value], s_escapedInAttribute);
        }

        _output.Append((byte)'"');
    }

    // Canonical XML 1.0, 2.3; runs of what is escaped are not searched octet by octet.
    private readonly void WriteEscaped(ReadOnlySpan<byte> text, SearchValues<byte> escaped)
    {
        for (int stop; (stop = text.IndexOfAny(escaped)) >= 0;)
        {
            _output.Append(text[..stop]);
            text = text[stop..];
            do
            {
                _output.Append(Escape(text[0]));
                text = text[1..];
            }
            while (!text.IsEmpty && escaped.Contains(text[0]));
        }

        _output.Append(text);
    }

    private static ReadOnlySpan<byte> Escape(byte octet) => octet switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        (byte)'\t' => "&#x9;"u8,
        (byte)'\n' => "&#xA;"u8,
        _ => "&#xD;"u8,
    };

    /// <summary>Closes an element, takes back what was declared on it and returns its parent.</summary>
    private int WriteEndTag(int index)
    {
        ref readonly XmlNode element = ref _nodes[index];
        if ((element.Flags & XmlNodeFlags.CanonicalEndTag) != 0)
        {
            AppendRun(element.EndTagStart, element.Octets.End);
        }
        else
        {
            FlushRun();
            _output.Append("</"u8);
            _output.Append(_tree[_startTags[element.StartTag].Name]);
            _output.Append((byte)'>');
        }

        TakeBackDeclarations(index);
        return element.Parent;
    }

    private void TakeBackDeclarations(int index)
    {
        while (_renderingCount > 0 && _renderings[_renderingCount - 1].Element == index)
        {
            ref readonly Rendering rendering = ref _renderings[--_renderingCount];
            _rendered[rendering.PrefixId] = rendering.OuterNamespaceId;
            // The renderings of one element stand in the order of their prefixes; the first scope is the oldest.
            _scope = Math.Min(_scope, rendering.OuterScope);
        }
    }

    // The output with the run that is still to be copied.
    private readonly int WrittenLength => _output.Length + (_runEnd - _runStart);

    private void AppendRun(int start, int end)
    {
        if (start != _runEnd)
        {
            FlushRun();
            _runStart = start;
        }

        _runEnd = end;
    }

    private void FlushRun()
    {
        if (_runEnd > _runStart)
        {
            _output.Append(_tree.Octets[_runStart.._runEnd]);
        }

        _runStart = 0;
        _runEnd = 0;
    }

    /// <summary>A declaration written on an element, and what the prefix stood for in the output before.</summary>
    private readonly record struct Rendering(
        int PrefixId, ulong FirstOctets, int OuterNamespaceId, int Element, int OuterScope);

    /// <summary>The canonical form of a start tag where the output has a certain set of declarations.</summary>
    private readonly record struct WrittenTag(int Scope, Slice Octets)
    {
        public bool IsIn(int scope) => Octets.Length > 0 && Scope == scope;
    }

    /// <summary>Canonical XML 1.0, 2.3: declarations by prefix, the default one first.</summary>
    private readonly struct PrefixOrder(XmlTree tree) : IComparer<Rendering>
    {
        public int Compare(Rendering x, Rendering y) => x.FirstOctets != y.FirstOctets
            ? x.FirstOctets.CompareTo(y.FirstOctets)
            : tree.Prefix(x.PrefixId).SequenceCompareTo(tree.Prefix(y.PrefixId));
    }
}
