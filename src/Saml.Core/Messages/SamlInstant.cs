using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>
/// The time values of SAML: xs:dateTime in UTC, written with <c>Z</c> (SAML Core 1.3.3). No other zone, no
/// <c>24:00:00</c> and no leap second; digits behind the seventh of a fraction are cut off.
/// </summary>
internal static class SamlInstant
{
    private const int MaxLength = 40;
    private const int FractionDigits = 7;

    /// <summary>The value of an attribute that must be there.</summary>
    public static DateTimeOffset Read(XmlElement element, ReadOnlySpan<byte> attribute) =>
        Read(element, attribute, element.Attribute(attribute));

    /// <summary>The value of an attribute, null when it is absent.</summary>
    public static DateTimeOffset? ReadOptional(XmlElement element, ReadOnlySpan<byte> attribute) =>
        element.TryAttribute(attribute, out ReadOnlySpan<byte> text) ? Read(element, attribute, text) : null;

    /// <summary>Reads <c>yyyy-MM-ddTHH:mm:ss[.f…]Z</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is < 20 or > MaxLength || text[^1] != (byte)'Z'
            || text[4] != (byte)'-' || text[7] != (byte)'-' || text[10] != (byte)'T'
            || text[13] != (byte)':' || text[16] != (byte)':'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month)
            || !TryDigits(text[8..10], out int day) || !TryDigits(text[11..13], out int hour)
            || !TryDigits(text[14..16], out int minute) || !TryDigits(text[17..19], out int second)
            || !TryFraction(text[19..^1], out int ticks))
        {
            return false;
        }

        bool exists = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour <= 23 && minute <= 59 && second <= 59;
        if (exists)
        {
            instant = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).AddTicks(ticks);
        }

        return exists;
    }

    private static DateTimeOffset Read(XmlElement element, ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> text)
    {
        if (TryRead(text, out DateTimeOffset instant))
        {
            return instant;
        }

        throw element.Reject(
            SamlErrorCode.InvalidDateTime,
            actual: SafeText.Of(text),
            subject: $"{element.DisplayName()}/@{SafeText.Of(attribute)}");
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out int ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != (byte)'.' || text.Length == 1 || text[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        for (int i = 0; i < FractionDigits; i++)
        {
            ticks = (ticks * 10) + (i + 1 < text.Length ? text[i + 1] - '0' : 0);
        }

        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }
}
