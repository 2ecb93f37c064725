using System.Xml;

namespace Saml.Core.Testing.Signing;

/// <summary>
/// The elements of a message in document order with their places in its text: so that a Signature can be put into the
/// text, and nothing is written anew that a digest depends on.
/// </summary>
internal sealed class XmlOutline
{
    private XmlOutline(string text, IReadOnlyList<OutlineElement> elements)
    {
        Text = text;
        Elements = elements;
    }

    public string Text { get; }

    public IReadOnlyList<OutlineElement> Elements { get; }

    public static XmlOutline Read(string text)
    {
        List<OutlineElement> elements = [];
        TextPositions positions = new(text);
        using XmlReader reader = XmlText.CreateReader(text);
        OutlineElement? open = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                OutlineElement element = ReadStartTag(reader, positions, open);
                elements.Add(element);
                open = element.IsEmpty ? open : element;
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                // The position of an end tag is that of its name, behind "</".
                int name = positions.Of(reader);
                open!.ContentEnd = name - 2;
                open.End = positions.BehindTag(name);
                open = open.Parent;
            }
        }

        return new XmlOutline(text, elements);
    }

    public OutlineElement FindResponse() =>
        Root.IsSaml("Assertion")
            ? throw new ArgumentException("The message is an Assertion, without a Response around it.")
            : Root;

    public OutlineElement FindAssertion() =>
        Root.IsSaml("Assertion")
            ? Root
            : Elements.FirstOrDefault(element => element.Parent == Root && element.IsSaml("Assertion"))
                ?? throw new ArgumentException("The message has no Assertion.");

    public OutlineElement FindById(string id) =>
        Elements.FirstOrDefault(element => element.Id == id)
        ?? Elements.FirstOrDefault(element => element.SignatureId == id)
        ?? throw new ArgumentException($"No element has the ID \"{id}\".");

    private OutlineElement Root => Elements[0];

    private static OutlineElement ReadStartTag(XmlReader reader, TextPositions positions, OutlineElement? parent)
    {
        int name = positions.Of(reader);
        int behind = positions.BehindTag(name);
        return new OutlineElement
        {
            QualifiedName = reader.Name,
            LocalName = reader.LocalName,
            NamespaceUri = reader.NamespaceURI,
            Parent = parent,
            Id = reader.GetAttribute("ID"),
            SignatureId = reader.GetAttribute("Id"),
            IsEmpty = reader.IsEmptyElement,
            Start = name - 1,
            ContentStart = behind,
            ContentEnd = behind,
            End = behind,
        };
    }
}
