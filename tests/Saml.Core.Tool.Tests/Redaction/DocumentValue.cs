using System.Text;
using System.Xml;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>One value of a document as the platform's reader sees it, and where it stands.</summary>
internal sealed record DocumentValue(string Place, string Text)
{
    /// <summary>The length in characters (code points).</summary>
    public int Length => Text.EnumerateRunes().Count();

    public bool IsInstant => Place.EndsWith("IssueInstant", StringComparison.Ordinal)
        || Place.EndsWith("NotBefore", StringComparison.Ordinal)
        || Place.EndsWith("NotOnOrAfter", StringComparison.Ordinal)
        || Place.EndsWith("AuthnInstant", StringComparison.Ordinal)
        || Place.EndsWith("AuthenticationInstant", StringComparison.Ordinal);

    /// <summary>The namespace prefix that it declares the name of, empty for the default; null for other values.</summary>
    public string? Prefix =>
        Place.LastIndexOf("@xmlns", StringComparison.Ordinal) is >= 0 and int at
            ? Place[(at + "@xmlns".Length)..].TrimStart(':')
            : null;

    /// <summary>The id that it is or refers to; null for other values.</summary>
    public string? Id
    {
        get
        {
            string name = Place[(Place.LastIndexOfAny(['/', '@', ':']) + 1)..].Split('#')[0];
            return name switch
            {
                "ID" or "Id" or "id" or "AssertionID" or "ResponseID" or "InResponseTo" or "SessionIndex" => Text.Trim(),
                "URI" when Text.StartsWith('#') && Text.Length > 1 => Text[1..],
                _ => null,
            };
        }
    }

    /// <summary>Every value of a document, in order; tags, names and nesting are in the places.</summary>
    public static IReadOnlyList<DocumentValue> ReadAll(string xml)
    {
        List<DocumentValue> values = [];
        Stack<string> path = new();
        using XmlReader reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF')));
        while (reader.Read())
        {
            string parent = path.Count == 0 ? "" : path.Peek();
            if (reader.NodeType == XmlNodeType.Element)
            {
                string place = $"{parent}/{reader.Name}";
                bool isEmpty = reader.IsEmptyElement;
                values.Add(new DocumentValue($"{place} {reader.Depth} {isEmpty}", ""));
                while (reader.MoveToNextAttribute())
                {
                    values.Add(new DocumentValue($"{place}@{reader.Name}", reader.Value));
                }

                if (!isEmpty)
                {
                    path.Push(place);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                path.Pop();
            }
            else if (reader.NodeType == XmlNodeType.ProcessingInstruction)
            {
                values.Add(new DocumentValue($"{parent}/?", reader.Name + " " + reader.Value));
            }
            else if (reader.NodeType != XmlNodeType.XmlDeclaration)
            {
                // Whether a text is white space alone does not change its place.
                string kind = reader.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                    ? nameof(XmlNodeType.Text)
                    : reader.NodeType.ToString();
                values.Add(new DocumentValue($"{parent}#{kind}", reader.Value));
            }
        }

        return values;
    }

    public override string ToString() => new StringBuilder(Place).Append(": ").Append(Text).ToString();
}
