using System.Text;

namespace Saml.Core.Messages;

/// <summary>Strings that nearly every message repeats; they are not made anew for each.</summary>
internal static class KnownText
{
    private static readonly string[] s_texts =
    [
        "email", "roles", "full_name", "image_url",
        "urn:oasis:names:tc:SAML:2.0:attrname-format:basic",
        "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified",
        "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
        "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
        "urn:oasis:names:tc:SAML:2.0:nameid-format:entity",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
    ];

    // By length: hardly two have the same.
    private static readonly string[][] s_byLength =
    [
        .. Enumerable.Range(0, s_texts.Max(text => text.Length) + 1)
            .Select(length => s_texts.Where(text => text.Length == length).ToArray()),
    ];

    /// <summary>The text as a string.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < s_byLength.Length)
        {
            foreach (string text in s_byLength[utf8.Length])
            {
                if (Ascii.Equals(utf8, text))
                {
                    return text;
                }
            }
        }

        return Encoding.UTF8.GetString(utf8);
    }
}
