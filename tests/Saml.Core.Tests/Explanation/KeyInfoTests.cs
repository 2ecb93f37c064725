using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Explanation;

/// <summary>
/// Validation never reads a KeyInfo, so that nothing in one decides; the explainer reads it for a person, and nothing in
/// it may decide there either.
/// </summary>
public sealed class KeyInfoTests
{
    [Theory]
    [InlineData("<ds:KeyInfo>")]
    [InlineData("<ds:X509Data>")]
    [InlineData("</ds:X509Certificate>")]
    public async Task Text_in_a_KeyInfo_of_an_accepted_message_breaks_no_rule(string behind)
    {
        // The first is the Response's, which the enveloped-signature transform takes out of what is signed.
        Vector vector = new Vector().Tamper(behind, $"{behind}x");
        await vector.ShouldAnswerAsync(None);

        SamlReport report = Explain(vector);

        report.Cause.Should().BeNull("validation accepts it");
    }

    [Fact]
    public void Text_in_a_KeyInfo_hides_no_other_fault()
    {
        Vector vector = new Vector().Tamper("<ds:X509Data>", "<ds:X509Data>x").Tamper("jane.doe@", "john.doe@");

        Explain(vector).Cause!.Code.Should().Be(DigestMismatch);
    }

    [Fact]
    public void Each_rule_is_told_once()
    {
        SamlReport report = Explain(new Vector().Tamper("<ds:X509Data>", "<ds:X509Data>x"));

        report.Checks.Where(check => check.Outcome != SamlCheckOutcome.Warned).Select(check => check.Code)
            .Should().OnlyHaveUniqueItems();
    }

    private static SamlReport Explain(Vector vector) =>
        new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore())).ExplainXml(vector.ToOctets(), vector.Request);
}
