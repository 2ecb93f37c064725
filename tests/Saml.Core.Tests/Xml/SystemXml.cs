using System.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>The platform's reader, with which ours has to agree.</summary>
internal static class SystemXml
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        ConformanceLevel = ConformanceLevel.Document,
    };

    /// <summary>What it reads, as a <see cref="ContentLog"/>; null when it refuses, with its reason.</summary>
    public static string? TryDescribe(byte[] xml, out string? reason)
    {
        ContentLog log = new();
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(xml), s_settings);
            while (reader.Read())
            {
                Describe(reader, log);
            }
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            reason = exception.Message;
            return null;
        }

        reason = null;
        return log.ToString();
    }

    /// <summary>It lets the second one out where its decoder goes astray in the XML declaration.</summary>
    public static bool IsRefusal(Exception exception) => exception is XmlException or ArgumentOutOfRangeException;

    private static void Describe(XmlReader reader, ContentLog log)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                bool isEmpty = reader.IsEmptyElement;
                log.Start(reader.NamespaceURI, reader.Name);
                while (reader.MoveToNextAttribute())
                {
                    DescribeAttribute(reader, log);
                }

                if (isEmpty)
                {
                    log.End();
                }

                break;
            case XmlNodeType.EndElement:
                log.End();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                log.Text(reader.Depth > 0 ? reader.Value : "");
                break;
        }
    }

    private static void DescribeAttribute(XmlReader reader, ContentLog log)
    {
        if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/")
        {
            log.Declaration(reader.Prefix.Length == 0 ? "" : reader.LocalName, reader.Value);
        }
        else
        {
            log.Attribute(reader.NamespaceURI, reader.Name, reader.Value);
        }
    }
}
