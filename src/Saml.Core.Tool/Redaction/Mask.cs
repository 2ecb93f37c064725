namespace Saml.Core.Tool.Redaction;

/// <summary>Replaces a text character by character: its length and its shape stay.</summary>
internal static class Mask
{
    // What shows the shape of addresses, URLs, lists, names and unevaluated expressions, and white space.
    private const string Kept = ".@:/-_,;?=&#%+|${}[] \t\r\n";

    /// <summary>Letters become x and digits 0; punctuation that shows a shape stays; all else becomes x.</summary>
    public static string Text(string text) => Each(text, static character => character switch
    {
        >= '0' and <= '9' => '0',
        _ => Kept.Contains(character, StringComparison.Ordinal) ? character : 'x',
    });

    /// <summary>The same with hexadecimal digits, so that a SID stays one and is not taken for a placeholder.</summary>
    public static string Sid(string text) => text.All(static character => character is 'x' or 'X')
        ? text
        : Each(Text(text), static character => character == 'x' ? 'a' : character);

    /// <summary>Every digit of base64 becomes A; padding and line breaks stay.</summary>
    public static string Base64(string text) => Each(text, static character =>
        char.IsAsciiLetterOrDigit(character) || character is '+' or '/'
            ? 'A'
            : character is '=' or ' ' or '\t' or '\r' or '\n' ? character : 'x');

    private static string Each(string text, Func<char, char> replace) =>
        string.Create(text.Length, (text, replace), static (replaced, state) =>
        {
            for (int i = 0; i < replaced.Length; i++)
            {
                replaced[i] = state.replace(state.text[i]);
            }
        });
}
