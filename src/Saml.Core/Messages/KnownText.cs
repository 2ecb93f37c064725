using System.Text;

namespace Saml.Core.Messages;

/// <summary>Strings that nearly every message repeats; they are not made anew for each.</summary>
internal static class KnownText
{
    private static readonly (byte[] Octets, string Text)[] s_table =
    [
        .. new[]
        {
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
        }.Select(text => (Encoding.ASCII.GetBytes(text), text)),
    ];

    /// <summary>The text as a string.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        foreach ((byte[] octets, string text) in s_table)
        {
            if (utf8.SequenceEqual(octets))
            {
                return text;
            }
        }

        return Encoding.UTF8.GetString(utf8);
    }
}
