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
        ReadOnlySpan<byte> list = element.TryAttribute("PrefixList"u8, out ReadOnlySpan<byte> value) ? value : default;
        int count = 0;
        foreach (Range range in list.SplitAny(XmlCharacters.WhiteSpace))
        {
            ReadOnlySpan<byte> token = list[range];
            if (token.IsEmpty)
            {
                continue;
            }

            bool isName = token.SequenceEqual("#default"u8) || XmlCharacters.NameLength(token) == token.Length;
            if (++count > element.Tree.Limits.MaxNamespaces || !isName)
            {
                throw element.Reject(SamlErrorCode.InclusiveNamespacesInvalid, actual: SafeText.Of(list));
            }
        }

        return new InclusivePrefixes(list);
    }

    /// <summary>
    /// Marks the listed prefixes by their number in the tree. One that the message declares nowhere has no effect on the
    /// octets; identity providers list such.
    /// </summary>
    public void Mark(XmlTree tree, Span<bool> listed)
    {
        foreach (Range range in _list.SplitAny(XmlCharacters.WhiteSpace))
        {
            ReadOnlySpan<byte> token = _list[range];
            int prefixId = token.SequenceEqual("#default"u8) ? 0 : token.IsEmpty ? -1 : tree.FindPrefix(token);
            if (prefixId >= 0)
            {
                listed[prefixId] = true;
            }
        }
    }
}
