using System.Globalization;
using System.Text;

namespace Saml.Core.Tool.Redaction;

/// <summary>
/// What a piece says, one UTF-16 unit a character, beside how each character is written, so that characters which stay
/// are written as they were.
/// </summary>
internal sealed class Value
{
    private readonly List<string> _written = [];

    private Value(Piece piece)
    {
        StringBuilder text = new();
        int at = 0;
        while (at < piece.Text.Length)
        {
            int end = piece.HasReferences && piece.Text[at] == '&'
                ? piece.Text.IndexOf(';', at) + 1
                : at + (char.IsHighSurrogate(piece.Text[at]) ? 2 : 1);
            string written = piece.Text[at..end];
            _written.Add(written);
            text.Append(Resolve(written));
            at = end;
        }

        Text = text.ToString();
    }

    /// <summary>The text; U+FFFD stands for what takes more than one unit, and nothing that has it is kept.</summary>
    public string Text { get; }

    public static Value Of(Piece piece) => new(piece);

    /// <summary>Writes another text in its place, character for character.</summary>
    public void Write(StringBuilder output, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isKept = i < Text.Length && text[i] == Text[i] && text[i] != Rune.ReplacementChar.Value;
            output.Append(isKept ? _written[i] : text[i]);
        }
    }

    private static char Resolve(string written) => written switch
    {
        [char character] => character,
        "&amp;" => '&',
        "&lt;" => '<',
        "&gt;" => '>',
        "&quot;" => '"',
        "&apos;" => '\'',
        ['&', '#', 'x', .. string digits] => OfNumber(digits.TrimEnd(';'), NumberStyles.AllowHexSpecifier),
        ['&', '#', .. string digits] => OfNumber(digits.TrimEnd(';'), NumberStyles.None),
        _ => (char)Rune.ReplacementChar.Value,
    };

    private static char OfNumber(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int number) && number <= char.MaxValue
            ? (char)number
            : (char)Rune.ReplacementChar.Value;
}
