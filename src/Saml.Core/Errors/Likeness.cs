using System.Buffers;

namespace Saml.Core.Errors;

/// <summary>In what two names or URLs that should be the same differ, and what kind of Flex name each is.</summary>
internal static class Likeness
{
    private const int SidDigits = 32;

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    // As SafeText shows the white space and the invisible characters that are copied along with a value.
    private static readonly string[] s_blanks =
        [" ", "\\u{0009}", "\\u{000A}", "\\u{000D}", "\\u{00A0}", "\\u{200B}", "\\u{FEFF}"];

    // The texts of Twilio's guide and of Okta's preview that stand for one's own.
    private static readonly string[] s_placeholders =
        ["ACxxx", "JQxxx", "ACXXX", "JQXXX", "//ACS_URL", "//entity_ID", "http://www.okta.com/Issuer"];

    public static bool IsPlaceholder(string text) =>
        Array.Exists(s_placeholders, one => text.Contains(one, StringComparison.Ordinal));

    public static bool DifferInBlanks(string expected, string actual) => expected != actual && Trim(actual) == Trim(expected);

    public static bool DifferInCase(string expected, string actual) =>
        expected != actual && expected.Equals(actual, StringComparison.OrdinalIgnoreCase);

    public static bool DifferInLastSlash(string expected, string actual) =>
        actual == expected + "/" || expected == actual + "/";

    public static bool DifferInScheme(string expected, string actual) =>
        Scheme(expected) != Scheme(actual) && WithoutScheme(expected) is { } rest && WithoutScheme(actual) == rest;

    public static bool DifferInHost(string expected, string actual) =>
        WithoutScheme(expected) is { } one && WithoutScheme(actual) is { } other && Scheme(expected) == Scheme(actual)
        && PathOf(one) == PathOf(other) && PathOf(one).Length > 1;

    public static bool LacksQuery(string expected, string actual) =>
        expected.Contains('?', StringComparison.Ordinal)
        && actual.TrimEnd('?') == expected[..expected.IndexOf('?', StringComparison.Ordinal)];

    public static bool IsEnhanced(string text) =>
        text.StartsWith("urn:flex:", StringComparison.Ordinal)
        || (text.StartsWith("https://login.flex.", StringComparison.Ordinal)
            && text.Contains("/login/callback", StringComparison.Ordinal));

    public static bool IsLegacy(string text) =>
        text.StartsWith("https://iam.twilio.com/v1/Accounts/", StringComparison.Ordinal);

    public static bool IsObsoletePreview(string text) =>
        text.StartsWith("https://preview.twilio.com/iam/", StringComparison.Ordinal);

    /// <summary>URLs that guides on the web show and that Twilio's pages do not.</summary>
    public static bool IsInvented(string text) =>
        text.StartsWith("https://iam.twilio.com/v2/", StringComparison.Ordinal)
        || (HasSid(text, "FO") && (IsEnhanced(text) || IsLegacy(text)));

    public static bool DifferInSid(string expected, string actual) => DifferInSid(expected, actual, "JQ")
        || DifferInSid(expected, actual, "AC");

    private static bool DifferInSid(string expected, string actual, string prefix) =>
        expected != actual && HasSid(expected, prefix) && HasSid(actual, prefix)
        && WithoutSid(expected, prefix) == WithoutSid(actual, prefix);

    private static bool HasSid(string text, string prefix) => FindSid(text, prefix) >= 0;

    private static string WithoutSid(string text, string prefix) =>
        text.Remove(FindSid(text, prefix), prefix.Length + SidDigits);

    private static int FindSid(string text, string prefix)
    {
        int start = text.IndexOf(prefix, StringComparison.Ordinal);
        while (start >= 0)
        {
            ReadOnlySpan<char> digits = text.AsSpan(start + prefix.Length);
            if (digits.Length >= SidDigits && !digits[..SidDigits].ContainsAnyExcept(s_hexadecimal))
            {
                return start;
            }

            start = text.IndexOf(prefix, start + 1, StringComparison.Ordinal);
        }

        return -1;
    }

    private static string Trim(string text)
    {
        while (true)
        {
            string shorter = text;
            foreach (string blank in s_blanks)
            {
                shorter = shorter.StartsWith(blank, StringComparison.Ordinal) ? shorter[blank.Length..] : shorter;
                shorter = shorter.EndsWith(blank, StringComparison.Ordinal) ? shorter[..^blank.Length] : shorter;
            }

            if (shorter.Length == text.Length)
            {
                return text;
            }

            text = shorter;
        }
    }

    private static string Scheme(string url) => WithoutScheme(url) is { } rest ? url[..^rest.Length] : "";

    private static string? WithoutScheme(string url)
    {
        if (url.StartsWith("https://", StringComparison.Ordinal))
        {
            return url["https://".Length..];
        }

        return url.StartsWith("http://", StringComparison.Ordinal) ? url["http://".Length..] : null;
    }

    private static string PathOf(string withoutScheme)
    {
        int slash = withoutScheme.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : withoutScheme[slash..];
    }
}
