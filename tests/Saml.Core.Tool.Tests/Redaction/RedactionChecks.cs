using System.Globalization;
using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>What holds for every message and its redacted form.</summary>
internal static class RedactionChecks
{
    // Pseudonyms of so few characters have letters in them.
    private const int ShortId = 4;

    /// <summary>Redacts a message, checks everything about it, and gives the result.</summary>
    public static string Redact(string xml, string name)
    {
        string redacted = RedactedMessage.Of(xml);
        Check(xml, redacted, name);
        return redacted;
    }

    /// <summary>Checks what was made of a message.</summary>
    public static void Check(string xml, string redacted, string name)
    {
        IReadOnlyList<DocumentValue> before = DocumentValue.ReadAll(xml);
        IReadOnlyList<DocumentValue> after = DocumentValue.ReadAll(redacted);

        after.Select(value => value.Place).Should().Equal(before.Select(value => value.Place), name);
        (DocumentValue Before, DocumentValue After)[] pairs = [.. before.Zip(after)];
        pairs.Where(pair => !HasRightLength(pair.Before, pair.After)).Should().BeEmpty(name);
        CheckValues(pairs, name);
        CheckIds(pairs, name);
        CheckInstants(pairs, name);
    }

    private static void CheckValues((DocumentValue Before, DocumentValue After)[] pairs, string name)
    {
        // Prefixes stay, in tags and in lists.
        HashSet<string> prefixes = [.. pairs.Select(pair => pair.Before.Prefix).OfType<string>()];
        pairs = [.. pairs.Where(pair => !pair.Before.Place.EndsWith("PrefixList", StringComparison.Ordinal)
            || !pair.Before.Text.Split(' ').Any(prefixes.Contains))];
        pairs.Select(pair => pair.After).Where(value => !IsHarmless(value)).Should().BeEmpty(name);

        string shown = string.Join('\n', pairs.Select(pair => pair.After.Text)
            .Where(text => !PublicText.IsPublic(text)).Select(PublicText.WithoutFixedParts));
        string[] secrets =
        [
            .. pairs.Select(pair => pair.Before).Where(value => !PublicText.IsPublic(value.Text))
                .Select(value => Untyped(value).Trim()).Where(PublicText.IsTelling).Distinct(),
        ];
        secrets.Where(secret => shown.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty(name);
        Hosts(pairs.Select(pair => pair.Before.Text))
            .Where(host => shown.Contains(host, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty(name);
    }

    // Where different texts have to stay different, a short one may need more room.
    private static bool HasRightLength(DocumentValue before, DocumentValue after) =>
        after.Length == before.Length || (after.Length > before.Length && IsShortPseudonym(before));

    private static bool IsHarmless(DocumentValue value) =>
        IsShortPseudonym(value)
        || PublicText.IsPublic(value.Text)
        || Untyped(value).Split(Separators(value)).All(part => PublicText.IsPublic(part) || PublicText.IsMasked(part));

    private static bool IsShortPseudonym(DocumentValue value) =>
        (value.Id ?? value.Prefix) is not null
        && PublicText.WithoutFixedParts(value.Text).Count(char.IsLetterOrDigit) < ShortId;

    private static char[] Separators(DocumentValue value) =>
        value.Place.EndsWith("@PrefixList", StringComparison.Ordinal) ? [' '] : [',', ';', '|'];

    // Names of attributes keep a type behind the last dot.
    private static string Untyped(DocumentValue value) =>
        value.Place.EndsWith("Attribute@Name", StringComparison.Ordinal)
        && value.Text.LastIndexOf('.') is > 0 and int dot
        && !value.Text.Contains('/', StringComparison.Ordinal)
            ? value.Text[..dot]
            : value.Text;

    // What belongs to a product, not to a customer.
    private static IEnumerable<string> Hosts(IEnumerable<string> texts) => texts
        .Where(text => text.Contains("://", StringComparison.Ordinal) && !PublicText.IsPublic(text))
        .Select(text => text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/', '?', ':', ' ', '\n')[0])
        .Where(host => PublicText.IsTelling(host) && host is not (
            "www.okta.com" or "app.onelogin.com" or "sts.windows.net" or "accounts.google.com" or "schemas.xmlsoap.org"
            or "schemas.microsoft.com" or "login.flex.us1.twilio.com" or "iam.twilio.com" or "login.microsoftonline.com"
            or "auth.pingone.com"))
        .Distinct();

    private static void CheckIds((DocumentValue Before, DocumentValue After)[] pairs, string name)
    {
        (string? Before, string? After)[] ids =
            [.. pairs.Where(pair => pair.Before.Id is { Length: > 0 }).Select(pair => (pair.Before.Id, pair.After.Id))];

        ids.Select(pair => pair.After).Should().NotContainNulls(name);
        ids.Distinct().Count().Should().Be(ids.Select(pair => pair.Before).Distinct().Count(), "equal stays equal: {0}", name);
        ids.Distinct().Count().Should().Be(ids.Select(pair => pair.After).Distinct().Count(), "others stay others: {0}", name);
    }

    private static void CheckInstants((DocumentValue Before, DocumentValue After)[] pairs, string name)
    {
        (DateTimeOffset Before, DateTimeOffset After)[] instants =
        [
            .. pairs.Where(pair => pair.Before.IsInstant && PublicText.IsInstant(pair.Before.Text)
                    && TryRead(pair.Before.Text) is not null)
                .Select(pair => (TryRead(pair.Before.Text)!.Value, TryRead(pair.After.Text) ?? default)),
        ];
        if (instants.Length == 0)
        {
            return;
        }

        instants.Min(pair => pair.After).Should().Be(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), name);
        TimeSpan shift = instants[0].Before - instants[0].After;
        instants.Should().OnlyContain(
            pair => (pair.Before - pair.After - shift).Duration() < TimeSpan.FromSeconds(1), name);
    }

    private static DateTimeOffset? TryRead(string text) =>
        DateTimeOffset.TryParse(
            text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
}
