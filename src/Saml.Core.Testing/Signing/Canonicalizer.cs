using System.Security.Cryptography.Xml;
using System.Xml;

namespace Saml.Core.Testing.Signing;

/// <summary>Canonical octets, by the transforms of System.Security.Cryptography.Xml.</summary>
internal static class Canonicalizer
{
    private const string NamespaceDeclarations = "http://www.w3.org/2000/xmlns/";

    private static readonly Dictionary<string, Func<string?, Transform>> s_transforms = new(StringComparer.Ordinal)
    {
        [Algorithms.ExclusiveCanonicalization] = prefixes => new XmlDsigExcC14NTransform(false, prefixes),
        [Algorithms.ExclusiveCanonicalizationWithComments] = prefixes => new XmlDsigExcC14NTransform(true, prefixes),
        [Algorithms.Canonicalization10] = _ => new XmlDsigC14NTransform(false),
        [Algorithms.Canonicalization10WithComments] = _ => new XmlDsigC14NTransform(true),
        [Algorithms.Canonicalization11] = _ => new XmlDsigC14NTransform(false),
        [Algorithms.Canonicalization11WithComments] = _ => new XmlDsigC14NTransform(true),
    };

    public static bool Knows(string algorithm) => s_transforms.ContainsKey(algorithm);

    public static byte[] Canonicalize(XmlDocument document, string algorithm, string? prefixList)
    {
        Transform transform = s_transforms[algorithm](prefixList);
        transform.LoadInput(document);
        using MemoryStream octets = (MemoryStream)transform.GetOutput(typeof(Stream));
        return octets.ToArray();
    }

    /// <summary>
    /// A document with the element alone, which declares what was in scope for it: what canonicalizes like the element
    /// in its place. An exclusive canonicalization must not see inherited xml: attributes, another one must.
    /// </summary>
    public static XmlDocument Isolate(XmlElement element, string algorithm)
    {
        XmlDocument document = NewDocument();
        XmlElement apex = (XmlElement)document.ImportNode(element, deep: true);
        document.AppendChild(apex);
        bool isExclusive = algorithm.StartsWith(Algorithms.ExclusiveCanonicalization, StringComparison.Ordinal);
        for (XmlNode? ancestor = element.ParentNode; ancestor is XmlElement; ancestor = ancestor.ParentNode)
        {
            foreach (XmlAttribute attribute in ancestor.Attributes!)
            {
                bool isInherited = attribute.NamespaceURI == NamespaceDeclarations
                    || (attribute.Prefix == "xml" && !isExclusive);
                if (isInherited && !apex.HasAttribute(attribute.LocalName, attribute.NamespaceURI))
                {
                    apex.SetAttributeNode((XmlAttribute)document.ImportNode(attribute, deep: true));
                }
            }
        }

        return document;
    }

    /// <summary>A copy of the whole document.</summary>
    public static XmlDocument Copy(XmlDocument original)
    {
        XmlDocument document = NewDocument();
        foreach (XmlNode child in original.ChildNodes)
        {
            document.AppendChild(document.ImportNode(child, deep: true));
        }

        return document;
    }

    private static XmlDocument NewDocument() => new() { PreserveWhitespace = true, XmlResolver = null };
}
