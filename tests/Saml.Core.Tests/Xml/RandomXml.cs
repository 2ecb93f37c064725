using System.Text;

namespace Saml.Core.Tests.Xml;

/// <summary>
/// Small documents, the same for the same seed: most of them well-formed, dense in what readers get wrong, and now and
/// then broken; and mutations of them.
/// </summary>
internal sealed class RandomXml
{
    private static readonly string[] s_elements = ["a", "b", "p:a", "q:b", "a.b-c_1", "é", "xml:a", "p:xmlns", "P:a"];

    private static readonly string[] s_attributes =
        ["b", "c", "d", "p:b", "q:b", "xml:lang", "xml:b", "B", "é", "ID", "Id", "xmlnsx", "r:b"];

    private static readonly string[] s_names =
        ["urn:x", "urn:y", "urn:z", "urn:é", "urn:&#120;", "urn:\r\n", "http://www.w3.org/XML/1998/namespace", "x", ""];

    private static readonly string[] s_texts =
    [
        "x", " ", "\n", "\r\n", "\r", "\t", "é", "中", "😀", "]", "]]", ">", "'", "\"", "/", "--", "&lt;", "&gt;",
        "&amp;", "&quot;", "&apos;", "&#65;", "&#x41;", "&#xD;", "&#10;", "&#9;", "&#32;", "&#x10FFFF;", "&#013;",
        "\u0085", "\u2028",
    ];

    private static readonly string[] s_brokenTexts =
    [
        "&", "&x;", "&#0;", "&#xD800;", "&#xFFFE;", "]]>", "<", "&#;", "&#x;", "&amp", "\u0001", "\uFFFF", "<!x>",
        "</b>",
    ];

    private static readonly string[] s_declarations =
    [
        "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8'?>",
        "<?xml version=\"1.0\" standalone=\"no\"?>\n", "\uFEFF",
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?>",
    ];

    private static readonly string[] s_misc = ["<!--x-->", "\n", " \t\r\n", "<!-- & < ]]> -->", "<!---->"];

    private static readonly string[] s_insertions =
    [
        "<", ">", "&", "\"", "'", "=", "/", ":", "!", "?", "-", "--", "[", "]", "]]>", " ", "\t", "\r", "\n", ";", "#",
        "x", "0", "a", "<a>", "</a>", "<!--", "-->", "<![CDATA[", "<?", "?>", "xmlns", "xmlns:", "xml", "p:", "&#",
        "&lt;", "\u0000", "\u000B", "é", "中", "\uFFFD",
    ];

    private readonly Random _random;
    private readonly StringBuilder _document = new();
    private readonly List<(string Name, string Tag)> _tags = [];

    public RandomXml(int seed) => _random = new Random(seed);

    public byte[] Document()
    {
        _document.Clear();
        _tags.Clear();
        Sometimes(3, () => _document.Append(Any(s_declarations)));
        Sometimes(4, () => _document.Append(Any(s_misc)));
        Sometimes(200, () => _document.Append("<!DOCTYPE a>"));
        AppendElement(0);
        Sometimes(4, () => _document.Append(Any(s_misc)));
        return Encoding.UTF8.GetBytes(_document.ToString());
    }

    /// <summary>One to three octets or tokens changed, inserted, taken away or repeated.</summary>
    public byte[] Mutate(byte[] document)
    {
        List<byte> octets = [.. document];
        for (int left = _random.Next(1, 4); left > 0 && octets.Count > 0; left--)
        {
            int at = _random.Next(octets.Count);
            int length = Math.Min(_random.Next(1, 8), octets.Count - at);
            switch (_random.Next(5))
            {
                case 0:
                    octets[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    octets.RemoveRange(at, length);
                    break;
                case 2:
                    octets.InsertRange(at, octets.GetRange(at, length));
                    break;
                default:
                    octets.InsertRange(at, Encoding.UTF8.GetBytes(Any(s_insertions)));
                    break;
            }
        }

        return [.. octets];
    }

    private void AppendElement(int depth)
    {
        (string name, string tag) = _tags.Count > 0 && _random.Next(3) == 0
            ? _tags[_random.Next(_tags.Count)]
            : StartTag(depth);
        _document.Append(tag);
        if (_random.Next(4) == 0)
        {
            _document.Append(Space()).Append("/>");
            return;
        }

        _document.Append(Space()).Append('>');
        for (int parts = _random.Next(5); parts > 0; parts--)
        {
            AppendContent(depth);
        }

        Sometimes(100, () => name = Any(s_elements));
        _document.Append("</").Append(name).Append(Space()).Append('>');
    }

    // Without its end; it may come again, octet by octet, where it means something else.
    private (string Name, string Tag) StartTag(int depth)
    {
        string name = Any(s_elements[..(_random.Next(20) == 0 ? s_elements.Length : 5)]);
        StringBuilder tag = new($"<{name}");
        tag.Append(depth == 0 ? " xmlns:p=\"urn:x\" xmlns:q='urn:y'" : "");
        tag.Append(_random.Next(2) == 0 ? " long-name='a value'" : "");
        for (int count = _random.Next(4); count > 0; count--)
        {
            AppendAttribute(tag);
        }

        (string Name, string Tag) result = (name, tag.ToString());
        if (!result.Tag.Contains(" I", StringComparison.Ordinal))
        {
            _tags.Add(result);
        }

        return result;
    }

    private void AppendAttribute(StringBuilder tag)
    {
        string name = _random.Next(6) == 0 ? "xmlns" + Any(["", ":p", ":q", ":r", ":xml"]) : Any(s_attributes);
        bool isDeclaration = name.StartsWith("xmlns", StringComparison.Ordinal);
        char quote = _random.Next(3) == 0 ? '\'' : '"';
        tag.Append(' ').Append(Space()).Append(name).Append(Space()).Append('=').Append(Space()).Append(quote);
        for (int pieces = isDeclaration ? 0 : _random.Next(3); pieces > 0; pieces--)
        {
            string piece = Text();
            tag.Append(piece.Contains(quote, StringComparison.Ordinal) ? "&#38;" : piece);
        }

        tag.Append(isDeclaration ? Any(s_names) : "").Append(quote);
    }

    private void AppendContent(int depth)
    {
        switch (_random.Next(12))
        {
            case < 4 when depth < 5:
                AppendElement(depth + 1);
                break;
            case 4:
                _document.Append("<![CDATA[").Append(Any(s_texts)).Append(Any(s_texts)).Append("]]>");
                break;
            case 5:
                Sometimes(3, () => _document.Append(Any(s_misc)));
                break;
            case 6:
                Sometimes(30, () => _document.Append("<?x y?>"));
                break;
            default:
                _document.Append(Text());
                break;
        }
    }

    private string Text() => Any(_random.Next(60) == 0 ? s_brokenTexts : s_texts);

    private string Space() => _random.Next(8) == 0 ? Any([" ", "\n", "\r\n", "\t"]) : "";

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];

    private void Sometimes(int times, Action action)
    {
        if (_random.Next(times) == 0)
        {
            action();
        }
    }
}
