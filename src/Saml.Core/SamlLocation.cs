using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core;

/// <summary>A place in the XML of a message, after base64 decoding.</summary>
public sealed class SamlLocation
{
    internal SamlLocation(int line, int column, int byteOffset, string? elementPath)
    {
        Line = line;
        Column = column;
        ByteOffset = byteOffset;
        ElementPath = elementPath is null ? null : SafeText.Of(elementPath);
    }

    /// <summary>The line, counted from 1. CR LF, LF and a lone CR each end a line. XML 1.0, section 2.11.</summary>
    public int Line { get; }

    /// <summary>The column, counted from 1 in characters (Unicode code points), not in bytes.</summary>
    public int Column { get; }

    /// <summary>The offset in the UTF-8 bytes of the XML, counted from 0.</summary>
    public int ByteOffset { get; }

    /// <summary>
    /// The elements from the root to this place, for instance <c>/Response/Assertion/Subject</c>: names
    /// only, no identifiers and no values, at most 256 characters; null where the place is in no element.
    /// </summary>
    public string? ElementPath { get; }

    /// <summary>Counts lines and columns up to <paramref name="byteOffset"/>.</summary>
    internal static SamlLocation At(ReadOnlySpan<byte> xml, int byteOffset, string? elementPath)
    {
        int end = Math.Clamp(byteOffset, 0, xml.Length);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++)
        {
            bool endsLine = xml[i] == '\n' || (xml[i] == '\r' && (i + 1 == xml.Length || xml[i + 1] != '\n'));
            if (endsLine)
            {
                line++;
                lineStart = i + 1;
            }
        }

        int column = 1;
        foreach (byte octet in xml[lineStart..end])
        {
            bool continuesCharacter = (octet & 0xC0) == 0x80;
            column += continuesCharacter ? 0 : 1;
        }

        return new SamlLocation(line, column, end, elementPath);
    }

    /// <summary>The place in words.</summary>
    /// <returns>For instance <c>line 3, column 14 (byte 210) in /Response/Issuer</c>.</returns>
    public override string ToString()
    {
        string inElement = ElementPath is null ? "" : $" in {ElementPath}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {Line}, column {Column} (byte {ByteOffset}){inElement}");
    }
}
