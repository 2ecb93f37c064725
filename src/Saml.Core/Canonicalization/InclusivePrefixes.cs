using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Canonicalization;

/// <summary>
/// The <c>InclusiveNamespaces/@PrefixList</c> of an exclusive canonicalization: prefixes whose declarations are
/// rendered as in inclusive canonicalization (Exclusive XML Canonicalization 1.0, 3). A default value is the empty list.
/// </summary>
internal readonly ref struct InclusivePrefixes
{
    private readonly ReadOnlySpan<byte> _list;

    private InclusivePrefixes(ReadOnlySpan<byte> list) => _list = list;

    public bool IsEmpty => _list.IsEmpty;

    /// <summary>Reads an <c>ec:InclusiveNamespaces</c> element.</summary>
    public static InclusivePrefixes Read(XmlElement element)
    {
        InclusivePrefixes prefixes = Of(element);
        ReadOnlySpan<byte> rest = prefixes._list;
        int count = 0;
        while (TryTakeToken(ref rest, out ReadOnlySpan<byte> token))
        {
            bool isName = token.SequenceEqual("#default"u8) || XmlCharacters.NameLength(token) == token.Length;
            if (++count > element.Tree.Limits.MaxNamespaces || !isName)
            {
                throw element.Reject(SamlErrorCode.InclusiveNamespacesInvalid, actual: SafeText.Of(prefixes._list));
            }
        }

        return prefixes;
    }

    /// <summary>The same for an element that was read before.</summary>
    public static InclusivePrefixes Of(XmlElement element) =>
        new(element.TryAttribute("PrefixList"u8, out ReadOnlySpan<byte> list) ? list : default);

    /// <summary>
    /// Marks the listed prefixes by their number in the tree. One that the message declares nowhere has no effect on the
    /// octets; identity providers list such.
    /// </summary>
    public void Mark(XmlTree tree, Span<bool> listed)
    {
        ReadOnlySpan<byte> rest = _list;
        while (TryTakeToken(ref rest, out ReadOnlySpan<byte> token))
        {
            int prefixId = token.SequenceEqual("#default"u8) ? 0 : tree.FindPrefix(token);
            if (prefixId >= 0)
            {
                listed[prefixId] = true;
            }
        }
    }

    private static bool TryTakeToken(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> token)
    {
        int start = rest.IndexOfAnyExcept(XmlCharacters.WhiteSpace);
        if (start < 0)
        {
            token = default;
            return false;
        }

        int length = rest[start..].IndexOfAny(XmlCharacters.WhiteSpace);
        token = length < 0 ? rest[start..] : rest.Slice(start, length);
        rest = rest[(start + token.Length)..];
        return true;
    }
}
