using System.Globalization;

namespace Saml.Core.Errors;

/// <summary>
/// A refusal as far as its cause is recognised from it. What it holds comes from the message in part, and is never put
/// into a hint.
/// </summary>
internal readonly record struct Symptom(
    SamlErrorCode Code,
    string? Expected,
    string? Actual,
    string? IdentityProviderMessage,
    SamlValidatorOptions? Options)
{
    /// <summary>The text between two items where a rule found several.</summary>
    private const string Separator = ", ";

    /// <summary>The product that is configured, or whose name the configured identity provider has.</summary>
    public IdentityProviderPreset? Preset => IdentityProviderPreset.Of(Options);

    /// <summary>Whether something holds of what was expected and of what came, or of one of several that came.</summary>
    public bool Compares(Func<string, string, bool> holds)
    {
        if (Expected is not { } expected || Actual is not { } actual)
        {
            return false;
        }

        return holds(expected, actual) || Array.Exists(actual.Split(Separator), one => holds(expected, one));
    }

    /// <summary>How far an instant lies ahead of this server's clock, to the second, where the rule compared the two.</summary>
    public TimeSpan? Ahead()
    {
        const string mark = "now ";
        string now = Expected?.StartsWith(mark, StringComparison.Ordinal) == true
            ? Expected[mark.Length..].Split(',')[0]
            : "";
        return Instant(Actual) - Instant(now);
    }

    // An instant as SafeText writes it. The rules read instants their own way, and never from a text of ours.
    private static DateTimeOffset? Instant(string? text)
    {
        if (text is not { Length: 20 or 24 } || text[10] != 'T' || text[^1] != 'Z')
        {
            return null;
        }

        int year = Number(text, 0, 4);
        int month = Number(text, 5, 2);
        int day = Number(text, 8, 2);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            .AddSeconds((Number(text, 11, 2) * 3600) + (Number(text, 14, 2) * 60) + Number(text, 17, 2));
    }

    private static int Number(string text, int start, int length) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;
}
