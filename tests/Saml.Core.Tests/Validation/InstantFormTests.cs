using Saml.Core.Tests.Attacks;
using static Saml.Core.Tests.Validation.Change;

namespace Saml.Core.Tests.Validation;

/// <summary>How instants may be written (SAML Core 1.3.3): in UTC, with Z, and no other way.</summary>
public sealed class InstantFormTests
{
    public static TheoryData<string> Bad =>
    [
        "2026-01-01T12:00:00",
        "2026-01-01T12:00:00+00:00",
        "2026-01-01T12:00:00-00:00",
        "2026-01-01T13:00:00+01:00",
        "2026-01-01T12:00:00+14:01",
        "2026-01-01T24:00:00Z",
        "2026-01-01T23:59:60Z",
        "2026-01-01T12:60:00Z",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-01-00T12:00:00Z",
        "0000-01-01T12:00:00Z",
        "-0001-01-01T12:00:00Z",
        "10000-01-01T12:00:00Z",
        "2026-01-01t12:00:00Z",
        "2026-01-01T12:00:00z",
        "2026-01-01 12:00:00Z",
        " 2026-01-01T12:00:00Z",
        "2026-01-01T12:00:00Z ",
        "2026-1-1T12:0:0Z",
        "01/02/2026",
        "2026-01-01",
        "2026-01-01T12:00Z",
        "2026-01-01T12:00:00.Z",
        "2026-01-01T12:00:00,5Z",
        "2026-01-01T12:00:00.5.5Z",
        "2026-01-01T12:00:00.\u0665Z",
        "\u0662\u0660\u0662\u0666-01-01T12:00:00Z",
        "2026-01-01T12:00:00.123456789012345678901234567890Z",
        "",
    ];

    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        from row in (IEnumerable<object[]>)Bad
        let text = (string)row[0]
        select ($"an instant written \"{text}\"", Set("Assertion", "IssueInstant", text)(new Vector()));

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Any_other_form_is_refused(string text)
    {
        Vector vector = Set("Assertion", "IssueInstant", text)(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(SamlErrorCode.InvalidDateTime);

        answer.Result.Error!.Message.Should().StartWith("Assertion/@IssueInstant = ");
    }

    [Theory]
    [CatalogueRow("TM-5")]
    [InlineData("Response", "IssueInstant")]
    [InlineData("Conditions", "NotBefore")]
    [InlineData("Conditions", "NotOnOrAfter")]
    [InlineData("SubjectConfirmationData", "NotBefore")]
    [InlineData("SubjectConfirmationData", "NotOnOrAfter")]
    [InlineData("AuthnStatement", "AuthnInstant")]
    [InlineData("AuthnStatement", "SessionNotOnOrAfter")]
    public async Task Every_instant_is_read_strictly(string element, string attribute)
    {
        Vector vector = Set(element, attribute, "2026-01-01T12:00:00+00:00")(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(SamlErrorCode.InvalidDateTime);

        answer.Result.Error!.Message.Should().StartWith($"{element}/@{attribute} = ");
        answer.Result.Error.Location!.ElementPath.Should().EndWith(element);
    }

    [Theory]
    [CatalogueRow("LV-17")]
    [InlineData("2026-01-01T12:00:00Z", 0)]
    [InlineData("2026-01-01T12:00:00.0Z", 0)]
    [InlineData("2026-01-01T12:00:00.1Z", 1_000_000)]
    [InlineData("2026-01-01T12:00:00.123Z", 1_230_000)]
    [InlineData("2026-01-01T12:00:00.123456Z", 1_234_560)]
    [InlineData("2026-01-01T12:00:00.1234567Z", 1_234_567)]
    [InlineData("2026-01-01T12:00:00.123456789Z", 1_234_567)]
    [InlineData("2026-01-01T12:00:00.0000000000001Z", 0)]
    public async Task Fractions_of_any_length_are_read(string text, long ticks)
    {
        Vector vector = Set("AuthnStatement", "AuthnInstant", text)(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Assertion!.AuthnInstant.Should().Be(Vector.Noon.AddTicks(ticks));
    }

    [Theory]
    [InlineData("2024-02-29T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task Days_that_exist_are_read(string text)
    {
        Vector vector = Set("Conditions", "NotBefore", text)(new Vector());

        (await vector.ShouldAnswerAsync(SamlErrorCode.None)).Result.IsValid.Should().BeTrue();
    }
}
