using System.Globalization;
using System.Text.RegularExpressions;

namespace Saml.Core.Tool.Redaction;

/// <summary>
/// Moves every instant of a message by the same time, so that the earliest is the first of the year 2000: what lies
/// between two of them stays.
/// </summary>
internal sealed partial class ShiftedInstants
{
    private const int TickDigits = 7;

    private static readonly DateTime s_first = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private DateTime _earliest = DateTime.MaxValue;

    /// <summary>Adds an instant of the message; what is none does not count.</summary>
    public void Announce(string text)
    {
        if (TryRead(text, out DateTime instant, out _) && instant < _earliest)
        {
            _earliest = instant;
        }
    }

    /// <summary>
    /// The moved instant, in as many digits as before; null where a text is none. Another zone than UTC is not kept.
    /// </summary>
    public string? Shift(string text)
    {
        if (!TryRead(text, out DateTime instant, out Match match))
        {
            return null;
        }

        TimeSpan sinceEarliest = instant - _earliest;
        if (sinceEarliest > DateTime.MaxValue - s_first)
        {
            return null;
        }

        DateTime shifted = s_first + sinceEarliest;
        string fraction = match.Groups["fraction"].Value;
        string zone = match.Groups["zone"].Value;
        string digits = shifted.ToString("fffffff", CultureInfo.InvariantCulture).PadRight(fraction.Length, '0');
        return shifted.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            + (fraction.Length == 0 ? "" : "." + digits[..(fraction.Length - 1)])
            + (zone.Length > 1 ? "+00:00" : zone);
    }

    private static bool TryRead(string text, out DateTime instant, out Match match)
    {
        match = Form().Match(text);
        instant = default;
        if (!match.Success || !DateTime.TryParseExact(
            match.Groups["seconds"].Value,
            "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTime seconds))
        {
            return false;
        }

        string digits = match.Groups["fraction"].Value.TrimStart('.');
        string ticks = digits.Length > TickDigits ? digits[..TickDigits] : digits.PadRight(TickDigits, '0');
        long total = seconds.Ticks + long.Parse(ticks, CultureInfo.InvariantCulture) - OffsetTicks(match);
        if (total < DateTime.MinValue.Ticks || total > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTime(total, DateTimeKind.Utc);
        return true;
    }

    private static long OffsetTicks(Match match)
    {
        string zone = match.Groups["zone"].Value;
        if (zone.Length <= 1)
        {
            return 0;
        }

        int hours = int.Parse(zone[1..3], CultureInfo.InvariantCulture);
        int minutes = int.Parse(zone[4..], CultureInfo.InvariantCulture);
        long ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute;
        return zone[0] == '-' ? -ticks : ticks;
    }

    [GeneratedRegex(
        """
        ^(?<seconds>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})
        (?<fraction>\.[0-9]+)?
        (?<zone>Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?\z
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
