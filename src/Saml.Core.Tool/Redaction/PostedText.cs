using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Saml.Core.Tool.Redaction;

/// <summary>
/// Finds the XML in what people have of a message: the XML, the base64 of the form value, or the whole form body as the
/// network tab of a browser shows it.
/// </summary>
internal static partial class PostedText
{
    private const string Field = "SAMLResponse=";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The XML as text.</summary>
    /// <exception cref="ToolException">It cannot be found. The text shows nothing of it.</exception>
    public static string ReadXml(byte[] octets)
    {
        string text = Decode(octets);
        if (!LooksLikeXml(text))
        {
            text = Decode(DecodeBase64(FindFormValue(text)));
            if (!LooksLikeXml(text))
            {
                throw ToolException.Unreadable("The base64 text holds no XML. Nothing was written.");
            }
        }

        CheckEncoding(text);
        return text;
    }

    /// <summary>
    /// The value of the field SAMLResponse where a text is a form body, URL-decoded where it is still encoded; otherwise
    /// the text.
    /// </summary>
    public static string FindFormValue(string text)
    {
        string value = text.Trim();
        int field = value.StartsWith(Field, StringComparison.Ordinal)
            ? 0
            : value.IndexOf("&" + Field, StringComparison.Ordinal) + 1;
        bool isBody = field > 0 || value.StartsWith(Field, StringComparison.Ordinal);
        if (isBody)
        {
            value = value[(field + Field.Length)..].Split('&')[0];
        }

        // A plus in a form body is a space only where nothing else is encoded: base64 has the plus itself.
        return value.Contains('%', StringComparison.Ordinal) ? WebUtility.UrlDecode(value) : value;
    }

    private static byte[] DecodeBase64(string text)
    {
        if (Base64.IsValid(text))
        {
            return Convert.FromBase64String(text);
        }

        throw ToolException.Unreadable(
            "The input is neither XML nor base64 nor a form body with the field SAMLResponse. Nothing was written.");
    }

    /// <summary>The text of octets, whatever is wrong with them, and whether no byte order mark says UTF-16.</summary>
    public static string DecodeLoosely(byte[] octets, out bool isUtf8)
    {
        using StreamReader reader = new(new MemoryStream(octets), Encoding.UTF8, true);
        string text = reader.ReadToEnd();
        isUtf8 = reader.CurrentEncoding is UTF8Encoding;
        return text;
    }

    private static string Decode(byte[] octets)
    {
        try
        {
            // Shells write UTF-16 as well, with a mark.
            using StreamReader reader = new(new MemoryStream(octets), s_utf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw ToolException.Unreadable("The input is not UTF-8. Nothing was written.");
        }
    }

    /// <summary>Whether a text is XML rather than a form value: no base64 begins with a tag.</summary>
    public static bool LooksLikeXml(string text) => text.AsSpan().TrimStart() is ['<', ..];

    private static void CheckEncoding(string xml)
    {
        Match match = DeclaredEncoding().Match(xml);
        if (match.Success && !match.Groups[1].Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw ToolException.Unreadable("The XML declares another encoding than UTF-8. Nothing was written.");
        }
    }

    [GeneratedRegex("""^<\?xml\s[^>]*\bencoding\s*=\s*["']([^"']*)""")]
    private static partial Regex DeclaredEncoding();
}
