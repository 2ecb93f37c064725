using System.Buffers;
using System.Globalization;
using System.Text;

namespace Saml.Core.Errors;

/// <summary>
/// Text from a message, made safe to print: capped in length, and every character that is invisible, moves the cursor
/// or reorders the line is written as <c>\u{202E}</c>, every byte that is not UTF-8 as <c>\x{C3}</c>. Safe text passes
/// unchanged, so that applying it twice does no harm.
/// </summary>
internal static class SafeText
{
    /// <summary>The cap of one item from a message: a long URL fits, a flood does not.</summary>
    public const int MaxLength = 256;

    /// <summary>The cap of a whole text: a list of all accepted algorithms or of twenty attribute names fits.</summary>
    public const int MaxListLength = 1024;

    /// <summary>What stands where a message has nothing.</summary>
    public const string Absent = "(absent)";

    private const char Ellipsis = '…';

    // The longest escape is \u{10FFFF}.
    private const int MaxEscapeLength = 10;

    /// <summary>The text, capped and escaped; "(absent)" for null.</summary>
    public static string Of(string? text)
    {
        return text is null ? Absent : Of(text, MaxLength);
    }

    /// <summary>The text with another cap, at most <see cref="MaxListLength"/>.</summary>
    public static string Of(string text, int maxLength)
    {
        return IsPlainAscii(text, maxLength) ? text : Escape(text, maxLength) ?? text;
    }

    public static string Of(ReadOnlySpan<char> text)
    {
        return (IsPlainAscii(text, MaxLength) ? null : Escape(text, MaxLength)) ?? new string(text);
    }

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= MaxLength && !utf8.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return Encoding.ASCII.GetString(utf8);
        }

        Span<char> buffer = stackalloc char[MaxLength + 1];
        Span<char> scratch = stackalloc char[MaxEscapeLength];
        int written = 0;
        while (!utf8.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed);
            ReadOnlySpan<char> piece = status switch
            {
                OperationStatus.Done when IsPrintable(rune) => scratch[..rune.EncodeToUtf16(scratch)],
                OperationStatus.Done => EscapeOf('u', rune.Value, scratch),
                _ => EscapeOf('x', utf8[0], scratch),
            };
            if (!TryAppend(piece, buffer, ref written))
            {
                break;
            }

            // A byte at a time where it is not UTF-8, so that every one of them shows.
            utf8 = utf8[(status == OperationStatus.Done ? consumed : 1)..];
        }

        return new string(buffer[..written]);
    }

    /// <summary>The instant in UTC, with milliseconds only where there are any: <c>2026-01-01T00:00:00Z</c>.</summary>
    public static string Of(DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[32];
        return new string(text[..Write(instant, text)]);
    }

    /// <summary>What the clock says, and the skew that was allowed: <c>now 2026-01-01T00:00:00Z, skew 1 min</c>.</summary>
    public static string OfClock(DateTimeOffset now, TimeSpan skew)
    {
        Span<char> text = stackalloc char[128];
        "now ".CopyTo(text);
        int written = "now ".Length + Write(now, text["now ".Length..]);
        ", skew ".CopyTo(text[written..]);
        written += ", skew ".Length;
        return new string(text[..(written + Write(skew, text[written..]))]);
    }

    /// <summary>
    /// The duration in the largest unit that it fills and the two below it, rounded down: <c>5 min 3 s</c>,
    /// <c>2 min 5 ms</c>, <c>1 d 3 h</c>; a minus before a negative one.
    /// </summary>
    public static string Of(TimeSpan duration)
    {
        Span<char> text = stackalloc char[64];
        return new string(text[..Write(duration, text)]);
    }

    private static int Write(DateTimeOffset instant, Span<char> text)
    {
        DateTime utc = instant.UtcDateTime;
        string format = utc.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        utc.TryFormat(text, out int written, format, CultureInfo.InvariantCulture);
        return written;
    }

    private static int Write(TimeSpan duration, Span<char> text)
    {
        // The smallest TimeSpan has no positive counterpart; one tick does not show.
        TimeSpan length = duration == TimeSpan.MinValue ? TimeSpan.MaxValue : duration.Duration();
        if (length < TimeSpan.FromMilliseconds(1))
        {
            string little = length == TimeSpan.Zero ? "0 s" : "under 1 ms";
            little.CopyTo(text);
            return little.Length;
        }

        ReadOnlySpan<int> amounts = [length.Days, length.Hours, length.Minutes, length.Seconds, length.Milliseconds];
        ReadOnlySpan<string> units = ["d", "h", "min", "s", "ms"];
        int first = amounts.IndexOfAnyExcept(0);
        int written = 0;
        for (int i = first; i < Math.Min(first + 3, amounts.Length); i++)
        {
            if (amounts[i] != 0)
            {
                string before = written > 0 ? " " : duration < TimeSpan.Zero ? "-" : "";
                text[written..].TryWrite(
                    CultureInfo.InvariantCulture, $"{before}{amounts[i]} {units[i]}", out int characters);
                written += characters;
            }
        }

        return written;
    }

    private static bool IsPlainAscii(ReadOnlySpan<char> text, int maxLength)
    {
        return text.Length <= maxLength && !text.ContainsAnyExceptInRange(' ', '~');
    }

    /// <summary>The escaped text, or null where it would be the same.</summary>
    private static string? Escape(ReadOnlySpan<char> text, int maxLength)
    {
        Span<char> buffer = stackalloc char[MaxListLength + 1];
        buffer = buffer[..(maxLength + 1)];
        Span<char> scratch = stackalloc char[MaxEscapeLength];
        ReadOnlySpan<char> rest = text;
        int written = 0;
        while (!rest.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf16(rest, out Rune rune, out int consumed);
            ReadOnlySpan<char> piece = status switch
            {
                OperationStatus.Done when IsPrintable(rune) => rest[..consumed],
                OperationStatus.Done => EscapeOf('u', rune.Value, scratch),
                _ => EscapeOf('u', rest[0], scratch),
            };
            if (!TryAppend(piece, buffer, ref written))
            {
                break;
            }

            rest = rest[consumed..];
        }

        ReadOnlySpan<char> escaped = buffer[..written];
        return escaped.SequenceEqual(text) ? null : new string(escaped);
    }

    /// <summary>Appends the piece, or the ellipsis where only its one place is left.</summary>
    private static bool TryAppend(ReadOnlySpan<char> piece, Span<char> buffer, ref int written)
    {
        if (piece.Length >= buffer.Length - written)
        {
            buffer[written++] = Ellipsis;
            return false;
        }

        piece.CopyTo(buffer[written..]);
        written += piece.Length;
        return true;
    }

    private static ReadOnlySpan<char> EscapeOf(char kind, int value, Span<char> scratch)
    {
        string format = kind == 'x' ? "X2" : "X4";
        scratch.TryWrite(CultureInfo.InvariantCulture, $"\\{kind}{{", out int start);
        value.TryFormat(scratch[start..], out int digits, format, CultureInfo.InvariantCulture);
        scratch[start + digits] = '}';
        return scratch[..(start + digits + 1)];
    }

    private static bool IsPrintable(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) switch
        {
            // Format holds the bidirectional controls, the zero-width characters and the byte order mark; unassigned
            // holds U+FFFE and U+FFFF.
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate => false,
            UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => false,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,

            // A no-break space looks like a space and is the reason why two texts differ.
            UnicodeCategory.SpaceSeparator => rune.Value == ' ',
            _ => true,
        };
    }
}
