using System.Globalization;
using System.Text;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Xml;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Messages;

/// <summary>Instants: xs:dateTime in UTC, written with Z, and nothing else (SAML Core 1.3.3).</summary>
public class SamlInstantTests
{
    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.0000000")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12-31T23:59:59.0000000")]
    [InlineData("2024-02-29T12:00:00Z", "2024-02-29T12:00:00.0000000")]
    [InlineData("2000-02-29T12:00:00Z", "2000-02-29T12:00:00.0000000")]
    [InlineData("2026-01-01T00:00:00.1Z", "2026-01-01T00:00:00.1000000")]
    [InlineData("2026-01-01T00:00:00.12Z", "2026-01-01T00:00:00.1200000")]
    [InlineData("2026-01-01T00:00:00.123Z", "2026-01-01T00:00:00.1230000")]
    [InlineData("2026-01-01T00:00:00.123456Z", "2026-01-01T00:00:00.1234560")]
    [InlineData("2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00:00.1234567")]
    [InlineData("2026-01-01T00:00:00.123456789Z", "2026-01-01T00:00:00.1234567")]
    [InlineData("2026-01-01T00:00:00.99999999Z", "2026-01-01T00:00:00.9999999")]
    [InlineData("2026-01-01T00:00:00.0000000000001Z", "2026-01-01T00:00:00.0000000")]
    [InlineData("2026-01-01T00:00:00.0000000000000000001Z", "2026-01-01T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    public void Is_read(string text, string expected)
    {
        SamlInstant.TryRead(Encoding.UTF8.GetBytes(text), out DateTimeOffset instant).Should().BeTrue();

        instant.Offset.Should().Be(TimeSpan.Zero);
        instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("another offset", "2026-01-01T01:00:00+01:00")]
    [InlineData("the offset zero", "2026-01-01T00:00:00+00:00")]
    [InlineData("the offset minus zero", "2026-01-01T00:00:00-00:00")]
    [InlineData("no zone", "2026-01-01T00:00:00")]
    [InlineData("no zone, as long as with one", "2026-01-01T00:00:00.")]
    [InlineData("a leap second", "2016-12-31T23:59:60Z")]
    [InlineData("the end of a day", "2026-01-01T24:00:00Z")]
    [InlineData("year zero", "0000-01-01T00:00:00Z")]
    [InlineData("a negative year", "-0001-01-01T00:00:00Z")]
    [InlineData("five digits", "10000-01-01T00:00:00Z")]
    [InlineData("a sign before the year", "+2026-01-01T00:00:00Z")]
    [InlineData("a dot without digits", "2026-01-01T00:00:00.Z")]
    [InlineData("a comma", "2026-01-01T00:00:00,5Z")]
    [InlineData("two dots", "2026-01-01T00:00:00.1.2Z")]
    [InlineData("a letter in the fraction", "2026-01-01T00:00:00.1a2Z")]
    [InlineData("white space before", " 2026-01-01T00:00:00Z")]
    [InlineData("white space behind", "2026-01-01T00:00:00Z ")]
    [InlineData("a line end behind", "2026-01-01T00:00:00Z\n")]
    [InlineData("American order", "01/02/2026 00:00:00Z")]
    [InlineData("one digit each", "2026-1-1T0:0:0Z")]
    [InlineData("one digit each, made long enough", "2026-1-01T00:00:00.0Z")]
    [InlineData("Arabic digits", "\u0662\u0660\u0662\u0666-01-01T00:00:00Z")]
    [InlineData("full-width digits", "2026-01-01T00:00:0\uff10Z")]
    [InlineData("a small t", "2026-01-01t00:00:00Z")]
    [InlineData("a small z", "2026-01-01T00:00:00z")]
    [InlineData("a space for T", "2026-01-01 00:00:00Z")]
    [InlineData("no separators", "20260101T000000.00000Z")]
    [InlineData("other separators", "2026/01/01T00:00:00Z")]
    [InlineData("other separators in the time", "2026-01-01T00.00.00Z")]
    [InlineData("another separator before the month", "2026/01-01T00:00:00Z")]
    [InlineData("another separator before the day", "2026-01/01T00:00:00Z")]
    [InlineData("another separator before the minute", "2026-01-01T00.00:00Z")]
    [InlineData("another separator before the second", "2026-01-01T00:00.00Z")]
    [InlineData("a letter in the year", "20x6-01-01T00:00:00Z")]
    [InlineData("a letter in the month", "2026-0x-01T00:00:00Z")]
    [InlineData("a letter in the day", "2026-01-0xT00:00:00Z")]
    [InlineData("a letter in the hour", "2026-01-01T0x:00:00Z")]
    [InlineData("a letter in the minute", "2026-01-01T00:0x:00Z")]
    [InlineData("a letter in the second", "2026-01-01T00:00:0xZ")]
    [InlineData("a letter in front of the fraction", "2026-01-01T00:00:00x5Z")]
    [InlineData("a date alone", "2026-01-01Z")]
    [InlineData("no seconds", "2026-01-01T00:00Z")]
    [InlineData("two Z", "2026-01-01T00:00:00ZZ")]
    [InlineData("longer than any clock", "2026-01-01T00:00:00.00000000000000000000Z")]
    [InlineData("month zero", "2026-00-01T00:00:00Z")]
    [InlineData("month 13", "2026-13-01T00:00:00Z")]
    [InlineData("day zero", "2026-01-00T00:00:00Z")]
    [InlineData("day 32", "2026-01-32T00:00:00Z")]
    [InlineData("31 April", "2026-04-31T00:00:00Z")]
    [InlineData("29 February of no leap year", "2026-02-29T00:00:00Z")]
    [InlineData("29 February 1900", "1900-02-29T00:00:00Z")]
    [InlineData("hour 25", "2026-01-01T25:00:00Z")]
    [InlineData("minute 60", "2026-01-01T00:60:00Z")]
    [InlineData("second 61", "2026-01-01T00:00:61Z")]
    [InlineData("a signed hour", "2026-01-01T+1:00:00Z")]
    [InlineData("a blank for a digit", "2026-01-01T 1:00:00Z")]
    public void Is_refused(string name, string text)
    {
        SamlInstant.TryRead(Encoding.UTF8.GetBytes(text), out DateTimeOffset instant).Should().BeFalse(name);

        instant.Should().Be(default);
    }

    [Theory]
    [CatalogueRow("TM-17")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void Does_not_depend_on_the_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            SamlInstant.TryRead("2026-01-31T10:00:00.5Z"u8, out DateTimeOffset instant).Should().BeTrue();

            instant.Should().Be(new DateTimeOffset(2026, 1, 31, 10, 0, 0, 500, TimeSpan.Zero));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Attribute_that_is_no_instant_is_named()
    {
        using XmlTree tree = Reading.Read("<Conditions NotBefore='2026-01-01T00:00:00+01:00&#x202E;'/>");

        SamlRejection rejection = tree.Root.Invoking(element => SamlInstant.ReadOptional(element, "NotBefore"u8))
            .Should().Throw<SamlRejection>().Which;

        rejection.ToError().Message.Should().Be(
            "Conditions/@NotBefore = \"2026-01-01T00:00:00+01:00\\u{202E}\" is not an xs:dateTime in UTC.");
        rejection.Code.Should().Be(SamlErrorCode.InvalidDateTime);
    }

    [Fact]
    public void Attribute_that_is_absent_is_null_or_missing()
    {
        using XmlTree tree = Reading.Read("<Conditions/>");

        SamlInstant.ReadOptional(tree.Root, "NotBefore"u8).Should().BeNull();
        tree.Root.Invoking(element => SamlInstant.Read(element, "NotOnOrAfter"u8))
            .Should().Throw<SamlRejection>().Which.Code.Should().Be(SamlErrorCode.MissingAttribute);
    }
}
