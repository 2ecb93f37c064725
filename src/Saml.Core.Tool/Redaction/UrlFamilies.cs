namespace Saml.Core.Tool.Redaction;

/// <summary>
/// URLs and URNs of which a part is the same for every customer of a product. That part is kept: it says whether the
/// right field of the right product was filled in.
/// </summary>
internal static class UrlFamilies
{
    private const char Hole = '*';
    private const char SidHole = '~';

    // The first that fits is taken, so the longer ones come first.
    private static readonly string[] s_families =
    [
        "https://login.flex.us1.twilio.com/login/callback?connection=JQ~",
        "urn:flex:JQ~",
        "https://iam.twilio.com/v1/Accounts/AC~/saml2/metadata",
        "https://iam.twilio.com/v1/Accounts/AC~/saml2/",
        "https://iam.twilio.com/v1/Accounts/AC~/saml2",
        "https://preview.twilio.com/iam/Accounts/AC~/saml2",
        "https://flex.twilio.com/*",
        "http://www.okta.com/exk*",
        "http://www.okta.com/*",
        "https://sts.windows.net/*/",
        "https://login.microsoftonline.com/*/saml2",
        "https://accounts.google.com/o/saml2?idpid=*",
        "https://app.onelogin.com/saml/metadata/*",
        "https://auth.pingone.com/*",
        "urn:*.auth0.com",
        "https://*.auth0.com/*",
        "https://*.okta.com/*",
        "https://*.onelogin.com/*",
        "https://*.my.salesforce.com",
        "https://*.salesforce.com/",
        "http://*/adfs/services/trust",
        "https://*/adfs/services/trust",
        "https://*/realms/*",
        "https://*/idp/shibboleth",
        "https://*/saml2/idp/metadata.php",
    ];

    // Kept as they are, because they are what was forgotten to be replaced.
    private static readonly HashSet<string> s_placeholders = new(StringComparer.Ordinal)
    {
        "{recipient}", "https://ACS_URL", "https://entity_ID", "http://www.okta.com/Issuer",
        "user.userType", "user.email", "user.profileUrl",
    };

    private static readonly string[] s_schemes = ["https:", "http:", "urn:", "mailto:", "tel:", "sip:", "client:"];

    /// <summary>The same URL with nothing but what every customer of a product shares; null where it is no URL.</summary>
    public static string? Replace(string text)
    {
        if (s_placeholders.Contains(text))
        {
            return text;
        }

        foreach (string family in s_families)
        {
            if (Fill(family, text) is { } filled)
            {
                return filled;
            }
        }

        string? scheme = Array.Find(s_schemes, one => text.StartsWith(one, StringComparison.Ordinal));
        return scheme is null ? null : scheme + Mask.Text(text[scheme.Length..]);
    }

    private static string? Fill(string family, string text)
    {
        string filled = "";
        int at = 0;
        while (family.Length > 0)
        {
            int hole = family.IndexOfAny([Hole, SidHole]);
            string before = hole < 0 ? family : family[..hole];
            if (!text.AsSpan(at).StartsWith(before))
            {
                return null;
            }

            filled += before;
            at += before.Length;
            if (hole < 0)
            {
                break;
            }

            bool isSid = family[hole] == SidHole;
            family = family[(hole + 1)..];
            int end = EndOfHole(family, text, at);
            if (end <= at)
            {
                return null;
            }

            filled += isSid ? Mask.Sid(text[at..end]) : Mask.Text(text[at..end]);
            at = end;
        }

        return at == text.Length ? filled : null;
    }

    private static int EndOfHole(string rest, string text, int at)
    {
        if (rest.Length == 0)
        {
            return text.Length;
        }

        int next = rest.IndexOfAny([Hole, SidHole]);
        string after = next < 0 ? rest : rest[..next];
        return next < 0
            ? text.EndsWith(after, StringComparison.Ordinal) ? text.Length - after.Length : -1
            : text.IndexOf(after, at, StringComparison.Ordinal);
    }
}
