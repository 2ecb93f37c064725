using System.Xml;

namespace Saml.Core.Tool.Redaction;

/// <summary>
/// Cuts an XML document into pieces. The platform's reader says first that it is well-formed and has no DTD; after
/// that, delimiters are enough to cut at. A writer of the platform would normalise what has to stay as it is.
/// </summary>
internal static class Pieces
{
    private const string WhiteSpace = " \t\r\n";

    // No name that anything is decided by is as long. An element's name is looked up for each of its pieces: a message of
    // one long name and many pieces would take the product of both.
    private const int MaxKnownName = 64;

    /// <summary>The pieces of a document, in their order.</summary>
    /// <exception cref="ToolException">It is not well-formed, or has a DTD. The text shows nothing of it.</exception>
    public static List<Piece> Read(string xml)
    {
        CheckWellFormed(xml);
        List<Piece> pieces = [];
        Stack<string> elements = new();
        int at = 0;
        while (at < xml.Length)
        {
            string element = elements.TryPeek(out string? current) ? current : "";
            at = xml[at] == '<'
                ? ReadMarkup(xml, at, elements, pieces)
                : Add(pieces, PieceKind.Text, xml, at, EndOf(xml, '<', at), element);
        }

        return pieces;
    }

    private static void CheckWellFormed(string xml)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(xml), settings);
            while (reader.Read())
            {
            }
        }
        catch (XmlException problem)
        {
            // The exception's own text quotes the message, and a DTD has no place in it.
            string what = xml.Contains("<!DOCTYPE", StringComparison.Ordinal)
                ? "has a document type declaration"
                : $"is not well-formed XML: line {problem.LineNumber}, column {problem.LinePosition}";
            throw ToolException.Unreadable($"The message {what}. Nothing was written.");
        }
    }

    private static int ReadMarkup(string xml, int at, Stack<string> elements, List<Piece> pieces)
    {
        string element = elements.TryPeek(out string? current) ? current : "";
        ReadOnlySpan<char> rest = xml.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            return ReadDelimited(xml, at, "<!--", "-->", PieceKind.Comment, element, pieces);
        }

        if (rest.StartsWith("<![CDATA["))
        {
            return ReadDelimited(xml, at, "<![CDATA[", "]]>", PieceKind.Literal, element, pieces);
        }

        if (at == 0 && rest.StartsWith("<?xml") && WhiteSpace.Contains(rest[5], StringComparison.Ordinal))
        {
            return Add(pieces, PieceKind.Markup, xml, at, EndOf(xml, '>', at) + 1);
        }

        if (rest.StartsWith("<?"))
        {
            return ReadDelimited(xml, at, "<?", "?>", PieceKind.Instruction, element, pieces);
        }

        if (rest.StartsWith("</"))
        {
            elements.Pop();
            return Add(pieces, PieceKind.Markup, xml, at, EndOf(xml, '>', at) + 1);
        }

        return ReadStartTag(xml, at, elements, pieces);
    }

    private static int ReadDelimited(
        string xml, int at, string start, string end, PieceKind kind, string element, List<Piece> pieces)
    {
        int from = Add(pieces, PieceKind.Markup, xml, at, at + start.Length);
        int to = xml.IndexOf(end, from, StringComparison.Ordinal);
        Add(pieces, kind, xml, from, to, element);
        return Add(pieces, PieceKind.Markup, xml, to, to + end.Length);
    }

    private static int ReadStartTag(string xml, int at, Stack<string> elements, List<Piece> pieces)
    {
        int end = xml.AsSpan(at).IndexOfAny(WhiteSpace + "/>") + at;
        string element = LocalName(xml.AsSpan((at + 1)..end));
        int from = at;
        at = end;
        while (true)
        {
            at = SkipWhiteSpace(xml, at);
            if (xml[at] is '/' or '>')
            {
                break;
            }

            int nameEnd = xml.AsSpan(at).IndexOfAny(WhiteSpace + "=") + at;
            string attribute = xml[at..nameEnd];
            int quote = SkipWhiteSpace(xml, EndOf(xml, '=', nameEnd) + 1);
            int value = Add(pieces, PieceKind.Markup, xml, from, quote + 1);
            from = Add(pieces, PieceKind.AttributeValue, xml, value, EndOf(xml, xml[quote], value), element, attribute);
            at = from + 1;
        }

        bool isEmpty = xml[at] == '/';
        if (!isEmpty)
        {
            elements.Push(element);
        }

        return Add(pieces, PieceKind.Markup, xml, from, EndOf(xml, '>', at) + 1);
    }

    private static string LocalName(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> local = name[(name.IndexOf(':') + 1)..];
        return local.Length <= MaxKnownName ? local.ToString() : "";
    }

    private static int SkipWhiteSpace(string xml, int at)
    {
        while (WhiteSpace.Contains(xml[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static int EndOf(string xml, char delimiter, int from)
    {
        int end = xml.IndexOf(delimiter, from);
        return end < 0 ? xml.Length : end;
    }

    private static int Add(
        List<Piece> pieces, PieceKind kind, string xml, int from, int to, string element = "", string attribute = "")
    {
        pieces.Add(new Piece(kind, xml[from..to], element, attribute));
        return to;
    }
}
