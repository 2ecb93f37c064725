using System.Buffers;
using System.Text;

namespace Saml.Core.Xml;

/// <summary>The character classes of XML 1.0 (Fifth Edition) over UTF-8 octets that are known to be valid.</summary>
internal static class XmlCharacters
{
    /// <summary>Octets of US-ASCII that may stand in an NCName (Namespaces in XML 1.0, production 4).</summary>
    public static readonly SearchValues<byte> NameOctets = SearchValues.Create(
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>White space, production 3.</summary>
    public static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Octets of US-ASCII outside production 2, Char.</summary>
    public static readonly SearchValues<byte> ForbiddenOctets = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    public static bool IsWhiteSpace(byte octet) => octet is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    public static bool IsWhiteSpace(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (IsWhiteSpace(text[0]) && !text.ContainsAnyExcept(WhiteSpace));

    /// <summary>Text without leading and trailing white space of XML.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOfAnyExcept(WhiteSpace);
        return start < 0 ? [] : text[start..(text.LastIndexOfAnyExcept(WhiteSpace) + 1)];
    }

    /// <summary>Production 2, Char.</summary>
    public static bool IsCharacter(int scalar) => scalar switch
    {
        '\t' or '\n' or '\r' => true,
        < 0x20 => false,
        <= 0xD7FF => true,
        < 0xE000 => false,
        <= 0xFFFD => true,
        < 0x10000 => false,
        <= 0x10FFFF => true,
        _ => false,
    };

    /// <summary>Number of octets from the start of <paramref name="text"/> that form an NCName; 0 when none do.</summary>
    public static int NameLength(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept(NameOctets);
        if (length < 0)
        {
            length = text.Length;
        }

        while (length < text.Length && text[length] >= 0x80)
        {
            Rune.DecodeFromUtf8(text[length..], out Rune rune, out int consumed);
            if (!IsNameCharacterBeyondAscii(rune.Value))
            {
                break;
            }

            length += consumed;
            int more = text[length..].IndexOfAnyExcept(NameOctets);
            length = more < 0 ? text.Length : length + more;
        }

        return length > 0 && IsNameStart(text) ? length : 0;
    }

    /// <summary>An NCName, or what would be one if it did not begin with a digit, as some products write IDs.</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => !text.IsEmpty
        && (NameLength(text) == text.Length
            || (char.IsAsciiDigit((char)text[0]) && !text.ContainsAnyExcept(NameOctets)));

    private static bool IsNameStart(ReadOnlySpan<byte> text)
    {
        byte first = text[0];
        if (first < 0x80)
        {
            return char.IsAsciiLetter((char)first) || first == (byte)'_';
        }

        Rune.DecodeFromUtf8(text, out Rune rune, out _);
        return rune.Value is not (0xB7 or (>= 0x300 and <= 0x36F) or 0x203F or 0x2040);
    }

    // Productions 4 and 4a without US-ASCII.
    private static bool IsNameCharacterBeyondAscii(int scalar) => scalar is
        0xB7
        or (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x37D)
        or (>= 0x37F and <= 0x1FFF) or 0x200C or 0x200D or 0x203F or 0x2040
        or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF) or (>= 0x3001 and <= 0xD7FF)
        or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFFD) or (>= 0x10000 and <= 0xEFFFF);
}
