using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>
/// Exclusive canonicalization by System.Security.Cryptography.Xml: an implementation that shares nothing with ours.
/// </summary>
/// <remarks>
/// Without a PrefixList the transform gets the node set of the apex element. With one it gets the apex element in a
/// document of its own that declares what was in scope, as SignedXml feeds it: in a node set it takes the listed
/// prefixes that ancestors of the apex declare for written, although the ancestors are not in the set.
/// </remarks>
internal static class Oracle
{
    private const string NamespaceDeclarations = "http://www.w3.org/2000/xmlns/";

    public static byte[] Canonicalize(string xml, GeneratedDocument generated, string? prefixList)
    {
        XmlDocument document = NewDocument();
        using XmlReader reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
        document.Load(reader);
        XmlElement apex = Find(document, generated.Apex);

        XmlDsigExcC14NTransform transform = new(includeComments: false, prefixList);
        if (prefixList is null)
        {
            transform.LoadInput(apex.SelectNodes(NodeSet(generated))!);
        }
        else
        {
            XmlElement? omitted = generated.Omitted is { } ordinal ? Find(document, ordinal) : null;
            omitted?.ParentNode!.RemoveChild(omitted);
            transform.LoadInput(Isolate(apex));
        }

        using MemoryStream octets = (MemoryStream)transform.GetOutput(typeof(Stream));
        return octets.ToArray();
    }

    private static XmlElement Find(XmlDocument document, int ordinal) =>
        (XmlElement)document.SelectSingleNode($"(//*)[{ordinal + 1}]")!;

    private static string NodeSet(GeneratedDocument generated)
    {
        if (generated.Omitted is null)
        {
            return ".//. | .//@* | .//namespace::*";
        }

        string children = $"node()[not(self::*[count(preceding-sibling::*) = {generated.OmittedPlace}])]";
        return $". | @* | namespace::* | {children}/descendant-or-self::node()"
            + $" | {children}/descendant-or-self::*/@* | {children}/descendant-or-self::*/namespace::*";
    }

    private static XmlDocument Isolate(XmlElement element)
    {
        XmlDocument document = NewDocument();
        XmlElement apex = (XmlElement)document.ImportNode(element, deep: true);
        document.AppendChild(apex);
        for (XmlNode? ancestor = element.ParentNode; ancestor is XmlElement; ancestor = ancestor.ParentNode)
        {
            foreach (XmlAttribute attribute in ancestor.Attributes!)
            {
                if (attribute.NamespaceURI == NamespaceDeclarations
                    && !apex.HasAttribute(attribute.LocalName, NamespaceDeclarations))
                {
                    apex.SetAttributeNode((XmlAttribute)document.ImportNode(attribute, deep: true));
                }
            }
        }

        return document;
    }

    private static XmlDocument NewDocument() => new() { PreserveWhitespace = true, XmlResolver = null };
}
