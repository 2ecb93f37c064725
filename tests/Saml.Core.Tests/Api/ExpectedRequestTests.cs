using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Api;

/// <summary>How it is made; what it lets pass is in <see cref="InResponseToTests"/>.</summary>
public sealed class ExpectedRequestTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\t")]
    public void A_blank_id_is_misuse(string? id)
    {
        FluentActions.Invoking(() => ExpectedRequest.ForRequest(id!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ExpectedRequest.ForAnyOf([id!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ExpectedRequest.ForAnyOf(["_a", id!])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void No_id_at_all_is_misuse()
    {
        FluentActions.Invoking(() => ExpectedRequest.ForAnyOf(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ExpectedRequest.ForAnyOf([])).Should().Throw<ArgumentException>()
            .WithMessage("*None*");
    }

    [Fact]
    public async Task The_callers_list_is_copied()
    {
        List<string> ids = ["_first", Vector.RequestId];
        ExpectedRequest request = ExpectedRequest.ForAnyOf(ids);

        ids.Clear();
        ids.Add("_other");

        await (new Vector() with { Request = request }).ShouldAnswerAsync(SamlErrorCode.None);
    }

    [Fact]
    public async Task Widening_makes_a_new_expectation()
    {
        ExpectedRequest request = ExpectedRequest.ForRequest("_a");

        request.OrUnsolicited().Should().NotBeSameAs(request);

        Vector unsolicited = Change.Template(t => t with { InResponseTo = null })(new Vector());
        await (unsolicited with { Request = request }).ShouldAnswerAsync(SamlErrorCode.UnsolicitedResponse);
        await (unsolicited with { Request = request.OrUnsolicited() }).ShouldAnswerAsync(SamlErrorCode.None);
    }

    [Fact]
    public void Its_text_counts_and_shows_no_id()
    {
        ExpectedRequest.ForAnyOf(["_secret1", "_secret2"]).OrUnsolicited().ToString()
            .Should().Be("2 request(s) or unsolicited");
        ExpectedRequest.None.ToString().Should().Be("0 request(s), id lost");
    }
}
