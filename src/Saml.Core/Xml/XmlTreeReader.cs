using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Saml.Core.Errors;

namespace Saml.Core.Xml;

/// <summary>
/// Reads XML 1.0 (Fifth Edition) with Namespaces in UTF-8, without DTD and processing instructions, into a tree.
/// One pass, no recursion, every limit checked while reading.
/// </summary>
/// <remarks>
/// The octets are known to be valid UTF-8 and to hold no forbidden character of US-ASCII before the first markup is
/// looked at, so that every later step may search octets. Values that normalisation changes are written behind the
/// message in the same buffer; a normalised value is never longer than its source, so that twice the length is enough.
/// </remarks>
internal ref struct XmlTreeReader
{
    // A power of two; enough for the tags that a list or a second signature repeats.
    private const int RecentTags = 64;

    // What ends a value that can be taken as it stands; what is to be normalised may hold what canonical form escapes.
    private static readonly SearchValues<byte> s_textStops = SearchValues.Create("<&\r>"u8);
    private static readonly SearchValues<byte> s_normalisedTextStops = SearchValues.Create("<&\r"u8);
    private static readonly SearchValues<byte> s_quotedStops = SearchValues.Create("\"<&\t\n\r"u8);
    private static readonly SearchValues<byte> s_apostrophedStops = SearchValues.Create("'\"<&\t\n\r"u8);
    private static readonly SearchValues<byte> s_normalisedApostrophedStops = SearchValues.Create("'<&\t\n\r"u8);

    private static readonly SearchValues<byte> s_notInUri = SearchValues.Create(" \t\r\n\"<>\\^`{|}"u8);

    // The attributes of SAML and of XML Signature that decide something.
    private static readonly string[] s_schemaAttributes =
    [
        "ID", "Version", "IssueInstant", "Destination", "InResponseTo", "Consent", "Value", "Format", "NameQualifier",
        "SPNameQualifier", "Method", "NotBefore", "NotOnOrAfter", "Recipient", "Address", "AuthnInstant",
        "SessionIndex", "SessionNotOnOrAfter", "Count", "Name", "NameFormat", "FriendlyName", "URI", "Algorithm",
    ];

    private readonly byte[] _octets;
    private readonly ReadOnlySpan<byte> _source;
    private readonly XmlLimits _limits;

    private readonly Span<int> _recentTags;

    private XmlNode[] _nodes;
    private XmlStartTag[] _startTags;
    private XmlAttribute[] _attributes;
    private NamespaceDeclaration[] _declarations;
    private int[] _bindings;
    private SliceTable _prefixes;
    private SliceTable _namespaces;
    private SliceTable _ids;
    private NamespaceOrder? _namespaceOrder;

    private int _position;
    private int _normalisedEnd;
    private int _nodeCount;
    private int _startTagCount;
    private int _attributeCount;
    private int _declarationCount;
    private int _inScopeCount;
    private int _boundCount;
    private int _depth;
    private int _open;
    private int _signatureCount;
    private int _assertionCount;

    private XmlTreeReader(byte[] octets, int length, XmlLimits limits, Span<int> recentTags)
    {
        _recentTags = recentTags;
        _octets = octets;
        _source = octets.AsSpan(0, length);
        _limits = limits;
        _normalisedEnd = length;
        _open = -1;
        int nodes = Math.Min((length / 64) + 16, limits.MaxNodes);
        _nodes = ArrayPool<XmlNode>.Shared.Rent(nodes);
        _startTags = ArrayPool<XmlStartTag>.Shared.Rent(nodes);
        _attributes = ArrayPool<XmlAttribute>.Shared.Rent(nodes);
        _declarations = ArrayPool<NamespaceDeclaration>.Shared.Rent(32);
        _bindings = ArrayPool<int>.Shared.Rent(16);
        _prefixes = new SliceTable(octets);
        _namespaces = new SliceTable(octets);
        _ids = new SliceTable(octets);
    }

    /// <summary>
    /// Reads the first <paramref name="length"/> octets of a pooled buffer that has room for twice as many. The tree
    /// owns the buffer; when the message is refused, the buffer has been given back.
    /// </summary>
    public static XmlTree Read(byte[] octets, int length, XmlLimits limits)
    {
        Span<int> recentTags = stackalloc int[RecentTags];
        recentTags.Clear();
        XmlTreeReader reader = new(octets, length, limits, recentTags);
        bool complete = false;
        try
        {
            reader.ReadDocument();
            complete = true;
            return new XmlTree(new XmlTreeParts
            {
                Octets = octets,
                Nodes = reader._nodes,
                NodeCount = reader._nodeCount,
                StartTags = reader._startTags,
                StartTagCount = reader._startTagCount,
                Attributes = reader._attributes,
                Declarations = reader._declarations,
                Prefixes = reader._prefixes,
                Namespaces = reader._namespaces,
                SignatureCount = reader._signatureCount,
                AssertionCount = reader._assertionCount,
                Limits = limits,
            });
        }
        finally
        {
            reader.Release(complete);
        }
    }

    private readonly void Release(bool complete)
    {
        ArrayPool<int>.Shared.Return(_bindings);
        _ids.Release();
        _namespaceOrder?.Release();
        if (complete)
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
    }

    // Production 1: prolog element Misc*.
    private void ReadDocument()
    {
        CheckCharacters();
        BindPredefinedPrefixes();
        ReadXmlDeclaration();
        SkipMisc();
        if (_position == _source.Length || _source[_position] != (byte)'<')
        {
            throw Malformed("there is no document element");
        }

        ReadStartTag();
        while (_open >= 0)
        {
            ReadContent();
        }

        SkipMisc();
        if (_position < _source.Length)
        {
            throw Malformed("there is content behind the document element");
        }
    }

    // 2.2: Char; and the encodings of appendix F that are told apart by their first octets.
    private void CheckCharacters()
    {
        ReadOnlySpan<byte> source = _source;
        if (source.StartsWith("\uFEFF"u8))
        {
            _position = 3;
        }
        else if (source.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || source.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || source.StartsWith("<\0"u8) || source.StartsWith("\0<"u8) || source.StartsWith("\0\0"u8))
        {
            throw new SamlRejection(SamlErrorCode.UnsupportedXmlEncoding, "UTF-8", "UTF-16 or UTF-32");
        }

        bool isAscii = Ascii.IsValid(source);
        if (!isAscii && !Utf8.IsValid(source))
        {
            int offset = FirstInvalidOctet(source);
            throw new SamlRejection(SamlErrorCode.InvalidUtf8, actual: Number(offset));
        }

        int forbidden = source.IndexOfAny(XmlCharacters.ForbiddenOctets);
        if (forbidden < 0 && !isAscii)
        {
            forbidden = IndexOfNoncharacter(source);
        }

        if (forbidden >= 0)
        {
            throw Malformed("there is a character that XML does not allow", forbidden);
        }
    }

    // U+FFFE and U+FFFF are the only characters beyond US-ASCII that UTF-8 has and XML has not.
    private static int IndexOfNoncharacter(ReadOnlySpan<byte> source)
    {
        int search = 0;
        for (int found; (found = source[search..].IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF])) >= 0; search += found + 2)
        {
            if (search + found + 2 < source.Length && source[search + found + 2] >= 0xBE)
            {
                return search + found;
            }
        }

        return -1;
    }

    private static int FirstInvalidOctet(ReadOnlySpan<byte> source)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(source[offset..], out _, out int consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }

    private void BindPredefinedPrefixes()
    {
        // The empty prefix is number 0, xml number 1; neither text needs to stand in the message.
        "xml"u8.CopyTo(_octets.AsSpan(_normalisedEnd));
        _prefixes.Intern(new Slice(_normalisedEnd, 0), out _);
        _prefixes.Intern(new Slice(_normalisedEnd, 3), out _);
        _normalisedEnd += 3;
        _bindings[0] = XmlNamespace.None;
        _bindings[1] = XmlNamespace.Xml;
        _boundCount = 2;
    }

    // Production 23.
    private void ReadXmlDeclaration()
    {
        ReadOnlySpan<byte> rest = _source[_position..];
        if (!rest.StartsWith("<?xml"u8) || rest.Length < 6 || !XmlCharacters.IsWhiteSpace(rest[5]))
        {
            return;
        }

        _position += 5;
        if (!TryPseudoAttribute("version"u8, out ReadOnlySpan<byte> version) || !version.SequenceEqual("1.0"u8))
        {
            throw Malformed("the XML declaration does not say version 1.0");
        }

        if (TryPseudoAttribute("encoding"u8, out ReadOnlySpan<byte> encoding)
            && !Ascii.EqualsIgnoreCase(encoding, "UTF-8"u8))
        {
            throw new SamlRejection(SamlErrorCode.UnsupportedXmlEncoding, "UTF-8", SafeText.Of(encoding));
        }

        if (TryPseudoAttribute("standalone"u8, out ReadOnlySpan<byte> standalone)
            && !standalone.SequenceEqual("yes"u8) && !standalone.SequenceEqual("no"u8))
        {
            throw Malformed("standalone is neither yes nor no");
        }

        SkipWhiteSpace();
        Expect("?>"u8, "the XML declaration is not closed");
    }

    private bool TryPseudoAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        int start = _position;
        SkipWhiteSpace();
        if (_position == start || !_source[_position..].StartsWith(name))
        {
            _position = start;
            return false;
        }

        _position += name.Length;
        byte quote = ReadEqualsAndQuote();
        int length = _source[_position..].IndexOf(quote);
        if (length < 0)
        {
            throw Malformed("the XML declaration is not closed");
        }

        value = _source.Slice(_position, length);
        _position += length + 1;
        return true;
    }

    // Production 27, around the document element.
    private void SkipMisc()
    {
        while (true)
        {
            SkipWhiteSpace();
            ReadOnlySpan<byte> rest = _source[_position..];
            if (rest.StartsWith("<!--"u8))
            {
                SkipComment();
            }
            else if (rest.StartsWith("<?"u8))
            {
                throw ProcessingInstruction();
            }
            else if (rest.StartsWith("<!"u8))
            {
                throw rest.StartsWith("<!DOCTYPE"u8) && _nodeCount == 0
                    ? Reject(SamlErrorCode.DtdNotAllowed)
                    : Malformed("there is a declaration outside the document element");
            }
            else
            {
                return;
            }
        }
    }

    // Production 43, one part of it at a time.
    private void ReadContent()
    {
        if (_position == _source.Length)
        {
            throw Malformed("the document ends inside an element");
        }

        if (_source[_position] != (byte)'<')
        {
            ReadText();
            return;
        }

        byte next = _position + 1 < _source.Length ? _source[_position + 1] : (byte)0;
        switch (next)
        {
            case (byte)'/':
                ReadEndTag();
                break;
            case (byte)'!' when _source[_position..].StartsWith("<!--"u8):
                SkipComment();
                _nodes[_open].Flags |= XmlNodeFlags.CommentDropped;
                break;
            case (byte)'!' when StartsCharacterDataSection():
                ReadText();
                break;
            case (byte)'!':
                throw Malformed("there is a declaration inside an element");
            case (byte)'?':
                throw ProcessingInstruction();
            default:
                ReadStartTag();
                break;
        }
    }

    // Productions 14, 18 and 66: a run of character data, CDATA sections and references is one text.
    private void ReadText()
    {
        int start = _position;
        int length = _source[start..].IndexOfAny(s_textStops);
        if (length < 0)
        {
            throw Malformed("the document ends inside an element");
        }

        _position = start + length;
        bool plain = _source[_position] == (byte)'<' && !StartsCharacterDataSection();
        Slice text = plain ? new Slice(start, length) : ReadNormalisedText(start);
        if (text.Length == 0)
        {
            return;
        }

        if (!XmlCharacters.IsWhiteSpace(_octets.AsSpan(text.Start, text.Length)))
        {
            _nodes[_open].Flags |= XmlNodeFlags.TextContent;
        }

        ref XmlNode node = ref AddNode(XmlNodeKind.Text);
        node.Octets = text;
        node.Flags = plain ? XmlNodeFlags.CanonicalText : XmlNodeFlags.None;
        node.SubtreeEnd = _nodeCount;
    }

    private Slice ReadNormalisedText(int start)
    {
        int normalisedStart = _normalisedEnd;
        int copied = start;
        while (true)
        {
            int stop = _source[_position..].IndexOfAny(s_normalisedTextStops);
            int end = stop < 0 ? _source.Length : _position + stop;
            if (end - copied >= "]]>".Length)
            {
                CheckNoSectionEnd(copied, end);
            }

            if (stop < 0)
            {
                throw Malformed("the document ends inside an element");
            }

            _position = end;
            AppendNormalised(copied, end);
            switch (_source[_position])
            {
                case (byte)'&':
                    ReadReference();
                    break;
                case (byte)'\r':
                    AppendLineEnd();
                    break;
                case (byte)'<' when StartsCharacterDataSection():
                    ReadCharacterDataSection();
                    break;
                default:
                    return new Slice(normalisedStart, _normalisedEnd - normalisedStart);
            }

            copied = _position;
        }
    }

    // Production 14.
    private readonly void CheckNoSectionEnd(int start, int end)
    {
        int found = _source[start..end].IndexOf("]]>"u8);
        if (found >= 0)
        {
            throw Malformed("\"]]>\" stands in character data", start + found + 2);
        }
    }

    private readonly bool StartsCharacterDataSection() =>
        _position + 1 < _source.Length && _source[_position + 1] == (byte)'!'
        && _source[_position..].StartsWith("<![CDATA["u8);

    private void ReadCharacterDataSection()
    {
        int start = _position + "<![CDATA[".Length;
        int length = _source[start..].IndexOf("]]>"u8);
        if (length < 0)
        {
            throw Malformed("a CDATA section is not closed");
        }

        int end = start + length;
        _position = start;
        while (_position < end)
        {
            int run = _source[_position..end].IndexOf((byte)'\r');
            if (run < 0)
            {
                AppendNormalised(_position, end);
                break;
            }

            AppendNormalised(_position, _position + run);
            _position += run;
            AppendLineEnd();
        }

        _position = end + 3;
    }

    // 2.11: CR LF and CR become LF.
    private void AppendLineEnd()
    {
        _octets[_normalisedEnd++] = (byte)'\n';
        _position++;
        if (_position < _source.Length && _source[_position] == (byte)'\n')
        {
            _position++;
        }
    }

    private void AppendNormalised(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        _source[start..end].CopyTo(_octets.AsSpan(_normalisedEnd));
        _normalisedEnd += end - start;
    }

    // Productions 66 and 68; without a DTD the entities are the five of 4.6.
    private void ReadReference()
    {
        ReadOnlySpan<byte> rest = _source[(_position + 1)..];
        int length = rest.IndexOf((byte)';');
        if (length < 1)
        {
            throw Malformed("a reference is not closed by \";\"");
        }

        ReadOnlySpan<byte> name = rest[..length];
        if (name[0] == (byte)'#')
        {
            AppendScalar(CharacterNumber(name[1..]));
        }
        else
        {
            _octets[_normalisedEnd++] = name switch
            {
                [(byte)'l', (byte)'t'] => (byte)'<',
                [(byte)'g', (byte)'t'] => (byte)'>',
                [(byte)'a', (byte)'m', (byte)'p'] => (byte)'&',
                [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => (byte)'"',
                [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => (byte)'\'',
                _ => throw Malformed("an entity other than lt, gt, amp, quot and apos is referenced"),
            };
        }

        _position += length + 2;
    }

    private readonly int CharacterNumber(ReadOnlySpan<byte> digits)
    {
        int radix = 10;
        if (digits is [(byte)'x', ..])
        {
            radix = 16;
            digits = digits[1..];
        }

        int scalar = digits.IsEmpty ? -1 : 0;
        foreach (byte digit in digits)
        {
            int value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => radix,
            };
            scalar = value >= radix || scalar > 0x10FFFF ? -1 : (scalar * radix) + value;
            if (scalar < 0)
            {
                break;
            }
        }

        return XmlCharacters.IsCharacter(scalar)
            ? scalar
            : throw Malformed("a character reference does not name a character that XML allows");
    }

    private void AppendScalar(int scalar) =>
        _normalisedEnd += new Rune(scalar).EncodeToUtf8(_octets.AsSpan(_normalisedEnd));

    // Productions 40 and 44.
    private void ReadStartTag()
    {
        if (++_depth > _limits.MaxDepth)
        {
            throw Limit("MaxDepth", _depth, _limits.MaxDepth);
        }

        int start = _position;
        if (_open >= 0)
        {
            _nodes[_open].Flags |= XmlNodeFlags.ElementContent;
        }

        int index = _nodeCount;
        ref XmlNode element = ref AddNode(XmlNodeKind.Element);
        ref int recent = ref _recentTags[RecentTagSlot(_source[start..])];
        if (recent > 0 && TryEnterKnownTag(recent - 1))
        {
            element.StartTag = recent - 1;
        }
        else
        {
            element.StartTag = ReadNewStartTag();
            bool hasId = (_startTags[element.StartTag].Flags & XmlStartTagFlags.HasId) != 0;
            recent = hasId ? 0 : element.StartTag + 1;
        }

        element.Octets = new Slice(start, 0);
        element.StartTagEnd = _position;
        _open = index;
        XmlStartTagFlags flags = _startTags[element.StartTag].Flags;
        _signatureCount += (flags & XmlStartTagFlags.Signature) != 0 ? 1 : 0;
        _assertionCount += (flags & XmlStartTagFlags.Assertion) != 0 ? 1 : 0;
        if ((flags & XmlStartTagFlags.Empty) != 0)
        {
            CloseElement(_position);
        }
    }

    // The first octets tell the tags of a list apart from those around it; the rest is compared.
    private static int RecentTagSlot(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 20)
        {
            return 0;
        }

        ulong mixed = BinaryPrimitives.ReadUInt64LittleEndian(tag[2..])
            ^ (BinaryPrimitives.ReadUInt64LittleEndian(tag[10..]) << 1);
        return (int)(unchecked(mixed * 0x9E3779B97F4A7C15) >> 58);
    }

    /// <summary>
    /// Takes a tag for one that was read before: the same octets mean the same where the prefixes that they declare or use
    /// are bound to the same names. A tag with an ID is never taken so; its repetition has to be found.
    /// </summary>
    private bool TryEnterKnownTag(int index)
    {
        ref readonly XmlStartTag tag = ref _startTags[index];
        if (!_source[_position..].StartsWith(Text(tag.Octets))
            || _inScopeCount + tag.DeclarationCount > _limits.MaxNamespaces)
        {
            return false;
        }

        ReadOnlySpan<NamespaceDeclaration> declarations =
            _declarations.AsSpan(tag.FirstDeclaration, tag.DeclarationCount);
        foreach (ref readonly NamespaceDeclaration declaration in declarations)
        {
            if (_bindings[declaration.PrefixId] != declaration.OuterNamespaceId)
            {
                return false;
            }
        }

        Bind(declarations);
        if (!IsBoundAsBefore(tag))
        {
            Unbind(declarations);
            return false;
        }

        _inScopeCount += tag.DeclarationCount;
        _position += tag.Octets.Length;
        return true;
    }

    private readonly bool IsBoundAsBefore(in XmlStartTag tag)
    {
        if (_bindings[tag.PrefixId] != tag.NamespaceId)
        {
            return false;
        }

        if ((tag.Flags & XmlStartTagFlags.PrefixedAttributes) != 0)
        {
            foreach (ref readonly XmlAttribute attribute in _attributes.AsSpan(tag.FirstAttribute, tag.AttributeCount))
            {
                if (attribute.PrefixId != 0 && _bindings[attribute.PrefixId] != attribute.NamespaceId)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private readonly void Bind(ReadOnlySpan<NamespaceDeclaration> declarations)
    {
        foreach (ref readonly NamespaceDeclaration declaration in declarations)
        {
            _bindings[declaration.PrefixId] = declaration.NamespaceId;
        }
    }

    private readonly void Unbind(ReadOnlySpan<NamespaceDeclaration> declarations)
    {
        foreach (ref readonly NamespaceDeclaration declaration in declarations)
        {
            _bindings[declaration.PrefixId] = declaration.OuterNamespaceId;
        }
    }

    private int ReadNewStartTag()
    {
        int start = _position++;
        int index = _startTagCount;
        Pool.EnsureRoom(ref _startTags, index);
        ref XmlStartTag tag = ref _startTags[index];
        tag = default;
        tag.FirstAttribute = _attributeCount;
        tag.FirstDeclaration = _declarationCount;
        tag.Name = ReadName(out tag.LocalNameOffset);
        tag.Flags = ReadAttributes(ref tag) ? XmlStartTagFlags.Empty : XmlStartTagFlags.None;
        tag.Octets = new Slice(start, _position - start);
        tag.AttributeCount = _attributeCount - tag.FirstAttribute;
        tag.NamespaceId = Resolve(tag.Name, tag.LocalNameOffset, out tag.PrefixId);
        tag.Flags |= FlagsOfName(tag);
        if (tag.AttributeCount > 0)
        {
            ResolveAttributes(ref tag);
        }

        if (tag.DeclarationCount > 1)
        {
            CheckDeclarations(tag);
        }

        int written = tag.AttributeCount == 0 ? tag.Name.End : tag.CanonicalAttributes.End;
        if (written == _position - 1 && tag.DeclarationCount == 0)
        {
            tag.Flags |= XmlStartTagFlags.Canonical;
        }

        _startTagCount++;
        return index;
    }

    /// <summary>Reads up to the end of the tag; true for an empty-element tag.</summary>
    private bool ReadAttributes(ref XmlStartTag tag)
    {
        while (true)
        {
            int gap = _position;
            SkipWhiteSpace();
            if (_position == _source.Length)
            {
                throw Malformed("the document ends inside a tag");
            }

            byte next = _source[_position];
            if (next == (byte)'>')
            {
                _position++;
                return false;
            }

            if (next == (byte)'/')
            {
                Expect("/>"u8, "a \"/\" in a tag is not followed by \">\"");
                return true;
            }

            if (gap == _position)
            {
                throw Malformed("white space is missing before an attribute, or a name has a character it must not have");
            }

            ReadAttribute(ref tag, gap);
        }
    }

    private void ReadAttribute(ref XmlStartTag tag, int gap)
    {
        Slice name = ReadName(out int localNameOffset);
        byte quote = ReadEqualsAndQuote();
        bool isUsual = name.Start == gap + 1 && _source[gap] == (byte)' '
            && quote == (byte)'"' && _position == name.End + "=\"".Length;
        Slice value = ReadAttributeValue(quote, out bool plain);

        ReadOnlySpan<byte> text = _octets.AsSpan(name.Start, name.Length);
        if (text.StartsWith("xmlns"u8) && (text.Length == 5 || localNameOffset == 6))
        {
            Declare(ref tag, localNameOffset == 6 ? name.From(6) : default, value);
            return;
        }

        if (_attributeCount - tag.FirstAttribute >= _limits.MaxAttributes)
        {
            throw Limit("MaxAttributes", _limits.MaxAttributes + 1, _limits.MaxAttributes);
        }

        Pool.EnsureRoom(ref _attributes, _attributeCount);
        _attributes[_attributeCount++] = new XmlAttribute
        {
            Name = name,
            LocalNameOffset = localNameOffset,
            FirstOctets = SmallSort.FirstOctets(text[localNameOffset..]),
            Value = value,
            CanonicalValue = plain,
        };
        AppendCanonical(ref tag, isUsual && plain ? new Slice(gap, _position - gap) : default);
    }

    // The canonical form of a tag's attributes is taken from the source where it stands there in one piece.
    private readonly void AppendCanonical(ref XmlStartTag tag, Slice attribute)
    {
        bool isFirst = _attributeCount - tag.FirstAttribute == 1;
        if (isFirst)
        {
            tag.CanonicalAttributes = attribute;
            return;
        }

        bool continues = attribute.Length > 0 && attribute.Start == tag.CanonicalAttributes.End;
        tag.CanonicalAttributes = continues
            ? new Slice(tag.CanonicalAttributes.Start, attribute.End - tag.CanonicalAttributes.Start)
            : default;
    }

    private byte ReadEqualsAndQuote()
    {
        if (_position < _source.Length && _source[_position] != (byte)'=')
        {
            SkipWhiteSpace();
        }

        Expect("="u8, "an attribute has no \"=\"");
        if (_position < _source.Length && XmlCharacters.IsWhiteSpace(_source[_position]))
        {
            SkipWhiteSpace();
        }

        if (_position < _source.Length && _source[_position] is (byte)'"' or (byte)'\'')
        {
            return _source[_position++];
        }

        throw Malformed("an attribute value is not quoted");
    }

    // 3.3.3; plain: the source octets are the normalised value and need no escaping in canonical form.
    private Slice ReadAttributeValue(byte quote, out bool plain)
    {
        SearchValues<byte> stops = quote == (byte)'"' ? s_quotedStops : s_apostrophedStops;
        int start = _position;
        int length = _source[start..].IndexOfAny(stops);
        if (length >= 0 && _source[start + length] == quote)
        {
            plain = true;
            _position = start + length + 1;
            return new Slice(start, length);
        }

        plain = false;
        return ReadNormalisedAttributeValue(quote == (byte)'"' ? s_quotedStops : s_normalisedApostrophedStops);
    }

    private Slice ReadNormalisedAttributeValue(SearchValues<byte> stops)
    {
        int normalisedStart = _normalisedEnd;
        for (int length; (length = _source[_position..].IndexOfAny(stops)) >= 0;)
        {
            AppendNormalised(_position, _position + length);
            _position += length;
            switch (_source[_position])
            {
                case (byte)'<':
                    throw Malformed("\"<\" stands in an attribute value");
                case (byte)'&':
                    ReadReference();
                    break;
                case (byte)'\t' or (byte)'\n' or (byte)'\r':
                    _position += _source[_position..].StartsWith("\r\n"u8) ? 2 : 1;
                    _octets[_normalisedEnd++] = (byte)' ';
                    break;
                default:
                    _position++;
                    return new Slice(normalisedStart, _normalisedEnd - normalisedStart);
            }
        }

        throw Malformed("an attribute value is not closed");
    }

    // Namespaces in XML 1.0, 2.1 to 3.
    private void Declare(ref XmlStartTag tag, Slice prefix, Slice name)
    {
        int prefixId = _prefixes.Intern(prefix, out _);
        ReadOnlySpan<byte> uri = _octets.AsSpan(name.Start, name.Length);
        int namespaceId = NamespaceNumber(name);
        bool isXml = prefixId == 1;
        bool allowed = namespaceId switch
        {
            XmlNamespace.None => prefixId == 0,
            XmlNamespace.Xml => isXml,
            XmlNamespace.Xmlns => false,
            < XmlNamespace.FirstOther => !isXml,
            _ => !isXml && IsAbsolute(uri),
        };
        if (!allowed || _octets.AsSpan(prefix.Start, prefix.Length).SequenceEqual("xmlns"u8))
        {
            throw Reject(SamlErrorCode.NamespaceNotAllowed, actual: SafeText.Of(uri));
        }

        if (_inScopeCount >= _limits.MaxNamespaces)
        {
            throw Limit("MaxNamespaces", _inScopeCount + 1, _limits.MaxNamespaces);
        }

        GrowBindings();
        Pool.EnsureRoom(ref _declarations, _declarationCount);
        _declarations[_declarationCount++] = new NamespaceDeclaration
        {
            PrefixId = prefixId,
            NamespaceId = namespaceId,
            OuterNamespaceId = _bindings[prefixId],
        };
        tag.DeclarationCount++;
        _bindings[prefixId] = namespaceId;
        _inScopeCount++;
    }

    private int NamespaceNumber(Slice name)
    {
        if (name.Length > _limits.MaxNameLength)
        {
            throw Limit("MaxNameLength", name.Length, _limits.MaxNameLength);
        }

        int known = XmlNamespace.Find(_octets.AsSpan(name.Start, name.Length));
        return known >= 0 ? known : XmlNamespace.FirstOther + _namespaces.Intern(name, out _);
    }

    // A relative namespace name makes canonicalization undefined (Canonical XML 1.0, 1.3); RFC 3986, 3.1 and 2.
    private static bool IsAbsolute(ReadOnlySpan<byte> uri)
    {
        int scheme = uri.IndexOf((byte)':');
        if (scheme < 1 || !char.IsAsciiLetter((char)uri[0]))
        {
            return false;
        }

        foreach (byte octet in uri[..scheme])
        {
            if (!char.IsAsciiLetterOrDigit((char)octet) && octet is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return !uri.ContainsAny(s_notInUri) && !HasC1Control(uri);
    }

    private static bool HasC1Control(ReadOnlySpan<byte> uri)
    {
        for (int i = uri.IndexOf((byte)0xC2); i >= 0 && i + 1 < uri.Length; i++)
        {
            if (uri[i] == 0xC2 && uri[i + 1] is >= 0x80 and <= 0x9F)
            {
                return true;
            }
        }

        return false;
    }

    private void GrowBindings()
    {
        while (_boundCount < _prefixes.Count)
        {
            Pool.EnsureRoom(ref _bindings, _boundCount);
            _bindings[_boundCount++] = -1;
        }
    }

    private void ResolveAttributes(ref XmlStartTag tag)
    {
        Span<XmlAttribute> attributes = _attributes.AsSpan(tag.FirstAttribute, tag.AttributeCount);
        foreach (ref XmlAttribute attribute in attributes)
        {
            // Namespaces in XML 1.0, 6.2: the default namespace does not apply to attributes.
            if (attribute.LocalNameOffset > 0)
            {
                attribute.NamespaceId = Resolve(attribute.Name, attribute.LocalNameOffset, out attribute.PrefixId);
                tag.Flags |= XmlStartTagFlags.PrefixedAttributes;
                if (attribute.NamespaceId is XmlNamespace.Assertion or XmlNamespace.Protocol or XmlNamespace.Signature
                    && IsSchemaAttribute(Text(attribute.Name)[attribute.LocalNameOffset..]))
                {
                    // The schemas have unqualified attributes only; a qualified twin can only be there to mislead.
                    throw Reject(SamlErrorCode.NamespaceNotAllowed, actual: SafeText.Of(Text(attribute.Name)));
                }

                if (attribute.NamespaceId == XmlNamespace.SchemaInstance && SaysNil(attribute))
                {
                    tag.Flags |= XmlStartTagFlags.Nil;
                }
            }
        }

        if (attributes.Length > 1 && !SortAttributes(attributes))
        {
            tag.CanonicalAttributes = default;
        }

        foreach (ref readonly XmlAttribute attribute in attributes)
        {
            if (RegisterId(attribute))
            {
                tag.Flags |= XmlStartTagFlags.HasId;
            }
        }
    }

    // It is an xs:boolean.
    private readonly bool SaysNil(in XmlAttribute attribute) => Text(attribute.LocalName).SequenceEqual("nil"u8)
        && XmlCharacters.Trim(Text(attribute.Value)) is [(byte)'1'] or [(byte)'t', (byte)'r', (byte)'u', (byte)'e'];

    private readonly XmlStartTagFlags FlagsOfName(in XmlStartTag tag) => tag.NamespaceId switch
    {
        XmlNamespace.Signature when LocalName(tag).SequenceEqual("Signature"u8) => XmlStartTagFlags.Signature,
        XmlNamespace.Assertion when LocalName(tag).SequenceEqual("Assertion"u8) => XmlStartTagFlags.Assertion,
        _ => XmlStartTagFlags.None,
    };

    private static bool IsSchemaAttribute(ReadOnlySpan<byte> localName)
    {
        foreach (string name in s_schemaAttributes)
        {
            if (Ascii.EqualsIgnoreCase(localName, name))
            {
                return true;
            }
        }

        return false;
    }

    private int Resolve(Slice name, int localNameOffset, out int prefixId)
    {
        if (localNameOffset == 0)
        {
            prefixId = 0;
            return _bindings[0];
        }

        Slice prefix = new(name.Start, localNameOffset - 1);
        prefixId = _prefixes.Find(Text(prefix));
        int namespaceId = prefixId < 0 ? -1 : _bindings[prefixId];
        return namespaceId >= 0
            ? namespaceId
            : throw Reject(SamlErrorCode.UndeclaredPrefix, actual: SafeText.Of(Text(prefix)));
    }

    /// <summary>Canonical XML 1.0, 2.3: by namespace name, then local name; true when they already stood so.</summary>
    private bool SortAttributes(Span<XmlAttribute> attributes)
    {
        if (_namespaces.Count > 1)
        {
            _namespaceOrder ??= new NamespaceOrder(_octets);
        }

        AttributeOrder order = new(_octets, _namespaces, _namespaceOrder);
        bool sorted = true;
        for (int i = 1; i < attributes.Length && sorted; i++)
        {
            sorted = order.Compare(attributes[i - 1], attributes[i]) < 0;
        }

        if (sorted)
        {
            return true;
        }

        SmallSort.Sort(attributes, order);
        for (int i = 1; i < attributes.Length; i++)
        {
            if (order.Compare(attributes[i - 1], attributes[i]) == 0)
            {
                throw Malformed("an attribute occurs twice in a tag");
            }
        }

        return false;
    }

    /// <summary>The prefixes declared on one element are distinct: else an outer binding is one of the same element.</summary>
    private readonly void CheckDeclarations(in XmlStartTag tag)
    {
        ReadOnlySpan<NamespaceDeclaration> declarations =
            _declarations.AsSpan(tag.FirstDeclaration, tag.DeclarationCount);

        // Marking each binding once finds a repetition in one pass; the second pass takes the marks away.
        bool repeated = false;
        foreach (ref readonly NamespaceDeclaration declaration in declarations)
        {
            repeated |= _bindings[declaration.PrefixId] < -1;
            _bindings[declaration.PrefixId] = -2;
        }

        foreach (ref readonly NamespaceDeclaration declaration in declarations)
        {
            _bindings[declaration.PrefixId] = declaration.NamespaceId;
        }

        if (repeated)
        {
            throw Malformed("a namespace prefix is declared twice in a tag");
        }
    }

    // xs:ID is unique in a document. Other spellings that some software takes for an ID count as well.
    private bool RegisterId(in XmlAttribute attribute)
    {
        ReadOnlySpan<byte> name = Text(attribute.Name);
        bool isId = name is [(byte)'I' or (byte)'i', (byte)'D' or (byte)'d'] || name.SequenceEqual("xml:id"u8);
        if (!isId)
        {
            return false;
        }

        if (attribute.Value.Length > _limits.MaxNameLength)
        {
            throw Limit("MaxNameLength", attribute.Value.Length, _limits.MaxNameLength);
        }

        _ids.Intern(attribute.Value, out bool added);
        if (!added)
        {
            throw Reject(SamlErrorCode.DuplicateId, actual: SafeText.Of(Text(attribute.Value)));
        }

        return true;
    }

    // Production 42.
    private void ReadEndTag()
    {
        int start = _position;
        ref XmlNode element = ref _nodes[_open];
        ReadOnlySpan<byte> name = Text(_startTags[element.StartTag].Name);
        ReadOnlySpan<byte> rest = _source[(start + 2)..];
        if (!rest.StartsWith(name))
        {
            throw Malformed("an end tag does not match its start tag");
        }

        _position = start + 2 + name.Length;
        if (_position < _source.Length && _source[_position] == (byte)'>')
        {
            element.Flags |= XmlNodeFlags.CanonicalEndTag | CanonicalContent();
            _position++;
        }
        else
        {
            SkipWhiteSpace();
            Expect(">"u8, "an end tag does not match its start tag");
        }

        CloseElement(start);
    }

    private readonly XmlNodeFlags CanonicalContent()
    {
        bool isOneText = _nodeCount == _open + 2 && (_nodes[_open + 1].Flags & XmlNodeFlags.CanonicalText) != 0;
        return isOneText ? XmlNodeFlags.CanonicalContent : XmlNodeFlags.None;
    }

    private void CloseElement(int endTagStart)
    {
        ref XmlNode element = ref _nodes[_open];
        ref readonly XmlStartTag tag = ref _startTags[element.StartTag];
        if ((element.Flags & XmlNodeFlags.CommentDropped) != 0
            && ((element.Flags & XmlNodeFlags.TextContent) != 0 || (element.Flags & XmlNodeFlags.ElementContent) == 0))
        {
            throw Reject(SamlErrorCode.CommentInValue, subject: SafeText.Of(LocalName(tag)));
        }

        element.EndTagStart = endTagStart;
        element.Octets = new Slice(element.Octets.Start, _position - element.Octets.Start);
        element.SubtreeEnd = _nodeCount;
        Unbind(_declarations.AsSpan(tag.FirstDeclaration, tag.DeclarationCount));
        _inScopeCount -= tag.DeclarationCount;
        _open = element.Parent;
        _depth--;
    }

    // Namespaces in XML 1.0, production 7: QName.
    private Slice ReadName(out int localNameOffset)
    {
        int start = _position;
        localNameOffset = 0;
        int length = XmlCharacters.NameLength(_source[start..]);
        if (length > 0 && start + length < _source.Length && _source[start + length] == (byte)':')
        {
            localNameOffset = length + 1;
            int local = XmlCharacters.NameLength(_source[(start + localNameOffset)..]);
            length = local == 0 ? 0 : localNameOffset + local;
        }

        if (length == 0)
        {
            throw Malformed("there is no name where one must be, or it has a character that a name must not have");
        }

        if (length > _limits.MaxNameLength)
        {
            throw Limit("MaxNameLength", length, _limits.MaxNameLength);
        }

        _position = start + length;
        return new Slice(start, length);
    }

    // Production 15.
    private void SkipComment()
    {
        int length = _source[(_position + 4)..].IndexOf("--"u8);
        if (length < 0 || !_source[(_position + 4 + length)..].StartsWith("-->"u8))
        {
            throw Malformed("a comment is not closed, or holds \"--\"");
        }

        _position += length + 7;
    }

    private void SkipWhiteSpace()
    {
        while (_position < _source.Length && XmlCharacters.IsWhiteSpace(_source[_position]))
        {
            _position++;
        }
    }

    private void Expect(ReadOnlySpan<byte> token, string detail)
    {
        if (!_source[_position..].StartsWith(token))
        {
            throw Malformed(detail);
        }

        _position += token.Length;
    }

    private ref XmlNode AddNode(XmlNodeKind kind)
    {
        if (_nodeCount >= _limits.MaxNodes)
        {
            throw Limit("MaxNodes", _nodeCount + 1, _limits.MaxNodes);
        }

        Pool.EnsureRoom(ref _nodes, _nodeCount);
        ref XmlNode node = ref _nodes[_nodeCount++];
        node = default;
        node.Kind = kind;
        node.Parent = _open;
        return ref node;
    }

    private readonly ReadOnlySpan<byte> Text(Slice slice) => _octets.AsSpan(slice.Start, slice.Length);

    private readonly ReadOnlySpan<byte> LocalName(in XmlStartTag tag) => Text(tag.Name)[tag.LocalNameOffset..];

    private readonly SamlRejection ProcessingInstruction() =>
        Reject(SamlErrorCode.ProcessingInstructionNotAllowed,
            actual: SafeText.Of(_source.Slice(_position + 2, XmlCharacters.NameLength(_source[(_position + 2)..]))));

    private readonly SamlRejection Malformed(string detail, int offset = -1) =>
        Reject(SamlErrorCode.MalformedXml, subject: detail, offset: offset);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly SamlRejection Limit(string limit, int actual, int maximum) =>
        Reject(SamlErrorCode.XmlLimitExceeded, Number(maximum), Number(actual), limit);

    private readonly SamlRejection Reject(
        SamlErrorCode code, string? expected = null, string? actual = null, string? subject = null, int offset = -1)
    {
        int place = Math.Min(offset < 0 ? _position : offset, _source.Length);
        string? path = _open < 0 ? null : XmlPlace.Path(_octets, _nodes, _startTags, _open);
        return new SamlRejection(code, expected, actual, subject) { Location = SamlLocation.At(_source, place, path) };
    }

    private readonly struct AttributeOrder(byte[] octets, SliceTable namespaces, NamespaceOrder? namespaceOrder)
        : IComparer<XmlAttribute>
    {
        public int Compare(XmlAttribute x, XmlAttribute y)
        {
            if (x.NamespaceId != y.NamespaceId)
            {
                return CompareNamespaces(x.NamespaceId, y.NamespaceId);
            }

            return x.FirstOctets != y.FirstOctets
                ? x.FirstOctets.CompareTo(y.FirstOctets)
                : LocalName(x).SequenceCompareTo(LocalName(y));
        }

        private int CompareNamespaces(int x, int y) => Math.Min(x, y) >= XmlNamespace.FirstOther
            ? namespaceOrder!.Compare(namespaces, x - XmlNamespace.FirstOther, y - XmlNamespace.FirstOther)
            : Name(x).SequenceCompareTo(Name(y));

        private ReadOnlySpan<byte> Name(int id)
        {
            if (id < XmlNamespace.FirstOther)
            {
                return XmlNamespace.Name(id);
            }

            Slice name = namespaces[id - XmlNamespace.FirstOther];
            return octets.AsSpan(name.Start, name.Length);
        }

        private ReadOnlySpan<byte> LocalName(in XmlAttribute attribute) =>
            octets.AsSpan(attribute.Name.Start, attribute.Name.Length)[attribute.LocalNameOffset..];
    }
}
