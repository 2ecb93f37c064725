using System.Xml;

namespace Saml.Core.Testing.Signing;

/// <summary>From the lines and columns that an XML reader reports to offsets in its text.</summary>
internal sealed class TextPositions
{
    private readonly string _text;
    private readonly List<int> _lineStarts = [0];

    public TextPositions(string text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
        {
            // CR LF is one line end, each alone is one too (XML 1.0, 2.11).
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The offset of the name of the tag that the reader stands on.</summary>
    public int Of(XmlReader reader)
    {
        IXmlLineInfo position = (IXmlLineInfo)reader;
        return _lineStarts[position.LineNumber - 1] + position.LinePosition - 1;
    }

    /// <summary>The offset behind the tag that the given one lies in.</summary>
    public int BehindTag(int offset)
    {
        char quote = '\0';
        for (int i = offset; ; i++)
        {
            char c = _text[i];
            if (quote == '\0' && c == '>')
            {
                return i + 1;
            }

            if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
        }
    }
}
