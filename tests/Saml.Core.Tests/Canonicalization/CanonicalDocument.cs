using System.Text;
using Saml.Core.Bindings;
using Saml.Core.Canonicalization;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>A document that was read, to canonicalize elements of it.</summary>
internal sealed class CanonicalDocument : IDisposable
{
    private readonly XmlTree _tree;

    public CanonicalDocument(string xml)
    {
        byte[] octets = PostedMessage.OfXml(Encoding.UTF8.GetBytes(xml)).Rent(Limits, out int length);
        _tree = XmlTreeReader.Read(octets, length, Limits);
    }

    // An arbitrary document is not a SAML message: it may nest and declare more.
    public static XmlLimits Limits { get; } = new() { MaxDepth = 128, MaxNamespaces = 256, MaxAttributes = 256 };

    /// <summary>The first element with this local name.</summary>
    public XmlElement Find(string localName) => Elements().First(element =>
        element.LocalName.SequenceEqual(Encoding.UTF8.GetBytes(localName)));

    /// <summary>The element that so many elements start before.</summary>
    public XmlElement At(int ordinal) => Elements().ElementAt(ordinal);

    public string Text(string? apex = null, string? omitted = null, string? prefixList = null) =>
        Encoding.UTF8.GetString(Octets(
            apex is null ? _tree.Root : Find(apex),
            omitted is null ? null : Find(omitted),
            prefixList));

    public static byte[] Octets(XmlElement apex, XmlElement? omitted, string? prefixList)
    {
        using CanonicalBuffer output = new(capacity: 16, limit: 1 << 24);
        int omittedIndex = omitted?.Index ?? -1;
        if (prefixList is null)
        {
            ExclusiveCanonicalization.Write(apex, omittedIndex, default, output);
            return output.Octets.ToArray();
        }

        using CanonicalDocument carrier = new(InclusiveNamespaces(prefixList));
        InclusivePrefixes inclusive = InclusivePrefixes.Read(carrier._tree.Root);
        ExclusiveCanonicalization.Write(apex, omittedIndex, inclusive, output);
        return output.Octets.ToArray();
    }

    public void Dispose() => _tree.Dispose();

    // A document of its own, so that it adds nothing to the one that is canonicalized; it declares what it lists.
    private static string InclusiveNamespaces(string prefixList)
    {
        IEnumerable<string> prefixes = prefixList.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(prefix => prefix is not ("#default" or "ec" or "xml")).Distinct();
        string declarations = string.Concat(prefixes.Select(prefix => $" xmlns:{prefix}=\"urn:listed\""));
        string value = prefixList.Replace("\t", "&#9;").Replace("\n", "&#10;");
        return "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\""
            + $"{declarations} PrefixList=\"{value}\"/>";
    }

    private IEnumerable<XmlElement> Elements() => Enumerable.Range(0, _tree.NodeCount)
        .Where(index => _tree.Node(index).Kind == XmlNodeKind.Element)
        .Select(index => new XmlElement(_tree, index));
}
