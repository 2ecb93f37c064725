using System.Buffers;
using System.Text;

namespace Saml.Core.Xml;

/// <summary>
/// A message as one flat, immutable tree over one buffer: the octets as they came, and behind them the values that
/// normalisation changed. Nothing is parsed twice and nothing is serialised: what is digested is what is read.
/// </summary>
/// <remarks>
/// The storage is pooled. <see cref="Dispose"/> gives it back; every later access throws, and no object that a caller
/// receives refers to it.
/// </remarks>
internal sealed class XmlTree : IDisposable
{
    private readonly XmlNode[] _nodes;
    private readonly XmlStartTag[] _startTags;
    private readonly XmlAttribute[] _attributes;
    private readonly NamespaceDeclaration[] _declarations;
    private readonly SliceTable _prefixes;
    private readonly SliceTable _namespaces;
    private byte[]? _octets;

    /// <summary>Takes over the reader's storage, complete.</summary>
    public XmlTree(in XmlTreeParts parts)
    {
        _octets = parts.Octets;
        _nodes = parts.Nodes;
        _startTags = parts.StartTags;
        StartTagCount = parts.StartTagCount;
        NodeCount = parts.NodeCount;
        _attributes = parts.Attributes;
        _declarations = parts.Declarations;
        _prefixes = parts.Prefixes;
        _namespaces = parts.Namespaces;
        SignatureCount = parts.SignatureCount;
        AssertionCount = parts.AssertionCount;
        Limits = parts.Limits;
    }

    public XmlLimits Limits { get; }

    public int NodeCount { get; }

    public int StartTagCount { get; }

    /// <summary>Number of prefixes in the message, the empty prefix and <c>xml</c> included.</summary>
    public int PrefixCount => _prefixes.Count;

    /// <summary>Number of <c>ds:Signature</c> elements in the message, wherever they stand.</summary>
    public int SignatureCount { get; }

    /// <summary>Number of <c>saml:Assertion</c> elements in the message, wherever they stand.</summary>
    public int AssertionCount { get; }

    /// <summary>The document element.</summary>
    public XmlElement Root => new(this, 0);

    /// <summary>The buffer: source octets and normalised values.</summary>
    public ReadOnlySpan<byte> Octets => Buffer;

    private byte[] Buffer => _octets ?? throw new ObjectDisposedException(nameof(XmlTree));

    /// <summary>Elements and texts in document order; <see cref="XmlNode"/> says how they hang together.</summary>
    public ReadOnlySpan<XmlNode> Nodes
    {
        get
        {
            _ = Buffer;
            return _nodes.AsSpan(0, NodeCount);
        }
    }

    public ReadOnlySpan<XmlStartTag> StartTags
    {
        get
        {
            _ = Buffer;
            return _startTags.AsSpan(0, StartTagCount);
        }
    }

    public ReadOnlySpan<byte> this[Slice slice] => Buffer.AsSpan(slice.Start, slice.Length);

    public ref readonly XmlNode Node(int index)
    {
        _ = Buffer;
        return ref _nodes[index];
    }

    public ref readonly XmlStartTag StartTag(in XmlNode element)
    {
        _ = Buffer;
        return ref _startTags[element.StartTag];
    }

    public ReadOnlySpan<XmlAttribute> Attributes(in XmlStartTag tag)
    {
        _ = Buffer;
        return _attributes.AsSpan(tag.FirstAttribute, tag.AttributeCount);
    }

    public ReadOnlySpan<NamespaceDeclaration> Declarations(in XmlStartTag tag)
    {
        _ = Buffer;
        return _declarations.AsSpan(tag.FirstDeclaration, tag.DeclarationCount);
    }

    public ReadOnlySpan<byte> Prefix(int prefixId) => this[_prefixes[prefixId]];

    /// <summary>The number of a prefix, -1 when no element, attribute or declaration of the message has it.</summary>
    public int FindPrefix(ReadOnlySpan<byte> prefix)
    {
        _ = Buffer;
        return _prefixes.Find(prefix);
    }

    public ReadOnlySpan<byte> NamespaceName(int namespaceId) => namespaceId < XmlNamespace.FirstOther
        ? XmlNamespace.Name(namespaceId)
        : this[_namespaces[namespaceId - XmlNamespace.FirstOther]];

    /// <summary>Where a node stands, for a person who looks at the message.</summary>
    public SamlLocation Location(int node) =>
        SamlLocation.At(Buffer, _nodes[node].Octets.Start, XmlPlace.Path(Buffer, _nodes, _startTags, node));

    public void Dispose()
    {
        if (_octets is null)
        {
            return;
        }

        ArrayPool<byte>.Shared.Return(_octets);
        ArrayPool<XmlNode>.Shared.Return(_nodes);
        ArrayPool<XmlStartTag>.Shared.Return(_startTags);
        ArrayPool<XmlAttribute>.Shared.Return(_attributes);
        ArrayPool<NamespaceDeclaration>.Shared.Return(_declarations);
        _prefixes.Release();
        _namespaces.Release();
        _octets = null;
    }
}

/// <summary>What the reader hands over to a tree.</summary>
internal readonly ref struct XmlTreeParts
{
    public required byte[] Octets { get; init; }
    public required XmlNode[] Nodes { get; init; }
    public required int NodeCount { get; init; }
    public required XmlStartTag[] StartTags { get; init; }
    public required int StartTagCount { get; init; }
    public required XmlAttribute[] Attributes { get; init; }
    public required NamespaceDeclaration[] Declarations { get; init; }
    public required SliceTable Prefixes { get; init; }
    public required SliceTable Namespaces { get; init; }
    public required int SignatureCount { get; init; }
    public required int AssertionCount { get; init; }
    public required XmlLimits Limits { get; init; }
}

/// <summary>The path to a place in a message, worked out only when something is refused.</summary>
internal static class XmlPlace
{
    private const int PathCharacters = 256;

    /// <summary>The local names from the document element down to the element at, or around, a node.</summary>
    public static string Path(
        ReadOnlySpan<byte> octets, ReadOnlySpan<XmlNode> nodes, ReadOnlySpan<XmlStartTag> tags, int node)
    {
        Span<char> path = stackalloc char[PathCharacters];
        int start = path.Length;
        for (int index = node; index >= 0; index = nodes[index].Parent)
        {
            if (nodes[index].Kind != XmlNodeKind.Element)
            {
                continue;
            }

            Slice name = tags[nodes[index].StartTag].LocalName;
            ReadOnlySpan<byte> local = octets.Slice(name.Start, name.Length);
            int length = Encoding.UTF8.GetCharCount(local) + 1;
            if (length >= start)
            {
                return string.Concat("…", Tail(local, start - 1), path[start..]);
            }

            start -= length;
            path[start] = '/';
            Encoding.UTF8.GetChars(local, path[(start + 1)..]);
        }

        return new string(path[start..]);
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<byte> name, int characters)
    {
        string whole = "/" + Encoding.UTF8.GetString(name);
        return whole.AsSpan(whole.Length - characters);
    }
}
