using System.Buffers;
using System.Text;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>Reads documents of tests as the validator reads messages.</summary>
internal static class Reading
{
    public static XmlTree Read(string xml, XmlLimits? limits = null) => Read(Encoding.UTF8.GetBytes(xml), limits);

    /// <summary>Reads the octets from a buffer in which only <paramref name="filler"/> stands behind them.</summary>
    public static XmlTree Read(ReadOnlySpan<byte> xml, XmlLimits? limits = null, byte filler = 0)
    {
        byte[] octets = ArrayPool<byte>.Shared.Rent((xml.Length * 2) + 16);
        octets.AsSpan().Fill(filler);
        xml.CopyTo(octets);
        return XmlTreeReader.Read(octets, xml.Length, limits ?? new XmlLimits());
    }

    /// <summary>Why the document is refused; null when it is accepted.</summary>
    public static SamlRejection? TryRead(ReadOnlySpan<byte> xml, XmlLimits? limits = null, byte filler = 0)
    {
        try
        {
            Read(xml, limits, filler).Dispose();
            return null;
        }
        catch (SamlRejection rejection)
        {
            return rejection;
        }
    }

    public static SamlRejection? TryRead(string xml, XmlLimits? limits = null) =>
        TryRead(Encoding.UTF8.GetBytes(xml), limits);

    /// <summary>What was read, a line for each thing, in an order that does not depend on how it was written.</summary>
    public static string Describe(XmlTree tree)
    {
        ContentLog log = new();
        Describe(tree, 0, log);
        return log.ToString();
    }

    private static void Describe(XmlTree tree, int index, ContentLog log)
    {
        ref readonly XmlNode node = ref tree.Node(index);
        if (node.Kind == XmlNodeKind.Text)
        {
            log.Text(Text(tree[node.Octets]));
            return;
        }

        XmlStartTag tag = tree.StartTag(node);
        log.Start(Text(tree.NamespaceName(tag.NamespaceId)), Text(tree[tag.Name]));
        foreach (NamespaceDeclaration declaration in tree.Declarations(tag))
        {
            log.Declaration(Text(tree.Prefix(declaration.PrefixId)), Text(tree.NamespaceName(declaration.NamespaceId)));
        }

        foreach (XmlAttribute attribute in tree.Attributes(tag))
        {
            string namespaceName = Text(tree.NamespaceName(attribute.NamespaceId));
            log.Attribute(namespaceName, Text(tree[attribute.Name]), Text(tree[attribute.Value]));
        }

        for (int child = index + 1; child < node.SubtreeEnd; child = tree.Node(child).SubtreeEnd)
        {
            Describe(tree, child, log);
        }

        log.End();
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
