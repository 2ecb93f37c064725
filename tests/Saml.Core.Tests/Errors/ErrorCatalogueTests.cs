using System.Text.RegularExpressions;
using Saml.Core.Errors;

namespace Saml.Core.Tests.Errors;

/// <summary>Every code that is reported has words; a reserved one has none.</summary>
public sealed class ErrorCatalogueTests
{
    public static TheoryData<SamlErrorCode> Reported =>
        [.. Enum.GetValues<SamlErrorCode>().Where(code => code != SamlErrorCode.None && !ReservedCodes.Contains(code))];

    public static TheoryData<SamlErrorCode> Reserved =>
        [.. ReservedCodes.Numbers.Select(number => (SamlErrorCode)number)];

    [Theory]
    [MemberData(nameof(Reported))]
    public void A_reported_code_has_a_row(SamlErrorCode code)
    {
        (string template, string? hint) = ErrorCatalogue.Describe(code);

        template.Should().NotBeNullOrWhiteSpace().And.NotContain("  ");
        Regex.Replace(template, "\\{[eas]\\}", "").Should().NotContainAny("{", "}");
        (char.IsUpper(template[0]) || template[0] == '{').Should().BeTrue("it is a sentence");
        (hint ?? "x").Should().NotBeNullOrWhiteSpace().And.NotContain("  ");
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void A_reported_code_composes_a_message_from_anything(SamlErrorCode code)
    {
        ErrorCatalogue.Compose(code, null, null, null).Should().NotBeNullOrWhiteSpace();
        ErrorCatalogue.Compose(code, "", "", "").Should().NotBeNullOrWhiteSpace();
        ErrorCatalogue.Compose(code, "{a}", "{s}", "{e}{").Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void A_reported_code_says_what_to_change(SamlErrorCode code) =>
        new SamlError(code, null, null, null, null).Hint.Should().MatchRegex(@"^(\S.*\. )?Change: \S.*\.$");

    [Theory]
    [MemberData(nameof(Reserved))]
    public void A_reserved_code_has_no_row(SamlErrorCode code)
    {
        Enum.IsDefined(code).Should().BeTrue("its number is kept");
        FluentActions.Invoking(() => ErrorCatalogue.Describe(code)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1100)]
    [InlineData(4007)]
    [InlineData(5107)]
    [InlineData(9999)]
    public void No_number_without_a_code_has_a_row(int number) =>
        FluentActions.Invoking(() => ErrorCatalogue.Describe((SamlErrorCode)number))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Texts_are_put_in_once_and_are_no_templates()
    {
        string message = ErrorCatalogue.Compose(SamlErrorCode.DestinationMismatch, "{a}", "{e}", null);

        message.Should().Be("Destination is {e}, this assertion consumer service is {a}.");
    }

    [Fact]
    public void What_is_missing_is_said() =>
        ErrorCatalogue.Compose(SamlErrorCode.DestinationMismatch, "", null, null)
            .Should().Be("Destination is (absent), this assertion consumer service is (empty).");
}
