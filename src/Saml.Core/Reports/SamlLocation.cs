using System.Globalization;
using System.Text;
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
        ReadOnlySpan<byte> before = xml[..end];

        // CR LF ends one line, where the LF stands.
        int pairs = xml[..Math.Min(end + 1, xml.Length)].Count("\r\n"u8);
        int line = 1 + before.Count((byte)'\n') + before.Count((byte)'\r') - pairs;
        int last = before.LastIndexOfAny((byte)'\n', (byte)'\r');
        bool isHalf = last >= 0 && xml[last] == '\r' && last + 1 < xml.Length && xml[last + 1] == '\n';
        int lineStart = 1 + (isHalf ? before[..last].LastIndexOfAny((byte)'\n', (byte)'\r') : last);
        return new SamlLocation(line, 1 + CountCharacters(before[lineStart..]), end, elementPath);
    }

    private static int CountCharacters(ReadOnlySpan<byte> utf8)
    {
        if (Ascii.IsValid(utf8))
        {
            return utf8.Length;
        }

        int count = 0;
        foreach (byte octet in utf8)
        {
            bool continuesCharacter = (octet & 0xC0) == 0x80;
            count += continuesCharacter ? 0 : 1;
        }

        return count;
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
