using System.Text;
using Saml.Core.Errors;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Errors;

public sealed class SafeTextTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "", "" },
        { "plain ~ text", "plain ~ text" },
        { "m\u00FCnchen", "m\u00FCnchen" },
        { "\U0001F600", "\U0001F600" },
        { "\0", "\\u{0000}" },
        { "a\r\nb", "a\\u{000D}\\u{000A}b" },
        { "\u001B[31m", "\\u{001B}[31m" },
        { "\u007F", "\\u{007F}" },
        { "\u00AD", "\\u{00AD}" },
        { "\u202E\u2066", "\\u{202E}\\u{2066}" },
        { "\u200B\uFEFF", "\\u{200B}\\u{FEFF}" },
        { "\u2028\u2029", "\\u{2028}\\u{2029}" },
        { "\u00A0\u3000", "\\u{00A0}\\u{3000}" },
        { "\uE000", "\\u{E000}" },
        { "\uFFFE", "\\u{FFFE}" },
        { "\U000E0041", "\\u{E0041}" },
        { "\\u{0000}", "\\u{0000}" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_cannot_be_seen_is_written_out(string text, string expected)
    {
        SafeText.Of(text).Should().Be(expected);
        SafeText.Of(text.AsSpan()).Should().Be(expected);
        SafeText.Of(Encoding.UTF8.GetBytes(text)).Should().Be(expected);
        SafeText.Of(expected).Should().Be(expected, "safe text passes unchanged");
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 }, "\\x{C3}")]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62 }, "a\\x{FF}b")]
    [InlineData(new byte[] { 0xE2, 0x82 }, "\\x{E2}\\x{82}")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "\\x{C0}\\x{AF}")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\\x{ED}\\x{A0}\\x{80}")]
    public void Bytes_that_are_not_UTF8_are_written_out(byte[] octets, string expected) =>
        SafeText.Of(octets).Should().Be(expected);

    /// <summary>A row cannot hold one: it would become U+FFFD.</summary>
    [Fact]
    public void Lone_surrogates_are_written_out()
    {
        SafeText.Of("\uD800").Should().Be("\\u{D800}");
        SafeText.Of("a\uDC00b").Should().Be("a\\u{DC00}b");
    }

    [Theory]
    [InlineData("x", 256, 256)]
    [InlineData("x", 257, 257)]
    [InlineData("x", 100_000, 257)]
    [InlineData("\n", 10_000, 257)]
    [InlineData("\U0001F600", 10_000, 257)]
    [CatalogueRow("RX-22")]
    public void A_long_text_is_cut_with_an_ellipsis(string unit, int count, int mostCharacters)
    {
        string text = string.Concat(Enumerable.Repeat(unit, count));

        string safe = SafeText.Of(text);

        safe.Length.Should().BeLessThanOrEqualTo(mostCharacters);
        safe.EndsWith('…').Should().Be(text.Length > SafeText.MaxLength);
        safe.EnumerateRunes().Should().NotContain(Rune.ReplacementChar, "no character is cut in two");
        SafeText.Of(Encoding.UTF8.GetBytes(text)).Should().Be(safe);
        SafeText.Of(text.AsSpan()).Should().Be(safe);
    }

    [Fact]
    public void Nothing_is_said_to_be_absent() => SafeText.Of((string?)null).Should().Be("(absent)");

    public static TheoryData<TimeSpan, string> Durations => new()
    {
        { TimeSpan.Zero, "0 s" },
        { TimeSpan.FromTicks(1), "under 1 ms" },
        { TimeSpan.FromMilliseconds(5), "5 ms" },
        { TimeSpan.FromMinutes(2), "2 min" },
        { new TimeSpan(0, 0, 5, 3), "5 min 3 s" },
        { new TimeSpan(0, 0, 2, 0, 5), "2 min 5 ms" },
        { new TimeSpan(1, 3, 0, 0), "1 d 3 h" },
        { new TimeSpan(1, 3, 4, 5, 6), "1 d 3 h 4 min" },
        { TimeSpan.FromMinutes(-2), "-2 min" },
        { TimeSpan.MaxValue, "10675199 d 2 h 48 min" },
        { TimeSpan.MinValue, "-10675199 d 2 h 48 min" },
    };

    [Theory]
    [MemberData(nameof(Durations))]
    public void Durations_are_read_easily(TimeSpan duration, string expected) =>
        SafeText.Of(duration).Should().Be(expected);

    [Fact]
    public void Instants_are_shown_in_UTC()
    {
        DateTimeOffset instant = new(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2));

        SafeText.Of(instant).Should().Be("2026-01-01T00:00:00Z");
        SafeText.Of(instant.AddMilliseconds(7)).Should().Be("2026-01-01T00:00:00.007Z");
        SafeText.Of(DateTimeOffset.MinValue).Should().Be("0001-01-01T00:00:00Z");
        SafeText.Of(DateTimeOffset.MaxValue).Should().Be("9999-12-31T23:59:59.999Z");
    }
}
