using System.Xml;

namespace Saml.Core.Testing.Signing;

/// <summary>Reads XML text in the one way used here: no document type, every white space kept.</summary>
internal static class XmlText
{
    public static XmlReader CreateReader(string text) =>
        XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    public static XmlDocument ReadDocument(string text)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        using XmlReader reader = CreateReader(text);
        document.Load(reader);
        return document;
    }
}
