using System.Text;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Tests.Architecture;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Explanation;

/// <summary>
/// A console's preview, and the one that Twilio's guide prints where it is at hand: every fault that is in it, and nothing
/// that is not so.
/// </summary>
public sealed class PreviewTests
{
    private static readonly string s_guide = Path.Combine(Repository.Root, "..", "shared", "flex-guide-preview.xml");

    [Fact]
    public void A_preview_is_told_from_a_login_and_every_fault_in_it_is_named() => Check(Encoding.UTF8.GetBytes(Preview.Xml));

    [SkippableFact]
    public void So_is_the_one_of_the_guide()
    {
        Skip.IfNot(File.Exists(s_guide), "The guide's preview is not beside the repository.");

        Check(File.ReadAllBytes(s_guide));
    }

    private static void Check(byte[] xml)
    {
        FakeTimeProvider clock = new(Vector.Noon);
        SamlReport report = new SamlResponseValidator(new Vector { Now = Vector.Noon }.ToOptions(new InMemoryReplayStore(clock, 1)))
            .ExplainXml(xml);

        (SamlErrorCode Code, string Actual, string Hint)[] expected =
        [
            (UnexpectedMessageType, "Assertion", "no login"),
            (AssertionIssuerMismatch, "http://www.okta.com/Issuer", "placeholder"),
            (NothingSigned, "", "preview is never signed"),
            (RecipientMismatch, "https://ACS_URL", "placeholder"),
            (ConfirmationExpired, "-08-26T15:24:53.549Z", "start the login anew"),
            (AssertionExpired, "-08-26T15:24:53.549Z", "start the login anew"),
            (AudienceMismatch, "https://entity_ID", "placeholder"),
            (RequiredAttributeEmpty, "", "has no value for this user"),
            (EmailInvalid, "", "an expression of the form user.…"),
            (ImageUrlInvalid, "", "an expression of the form user.…"),
            (NoRoles, "user.userType", "an expression of the form user.…"),
        ];
        SamlCheck[] broken = [.. report.Checks.Where(check => check.Outcome == SamlCheckOutcome.Broken)];
        broken.Select(check => check.Code).Should().Equal(expected.Select(one => one.Code));
        foreach ((SamlCheck check, (_, string actual, string hint)) in broken.Zip(expected))
        {
            (check.Error!.Actual ?? "").Should().EndWith(actual, "it is the one of {0}", check.Code);
            (check.Error.Hint ?? "").Should().Contain(hint, "it is the one of {0}", check.Code);
        }

        broken.Single(check => check.Code == RequiredAttributeEmpty).Error!.Expected.Should().Be("full_name");
        report.Checks.Where(check => check.Outcome == SamlCheckOutcome.Warned).Select(check => check.Warning!.ToString())
            .Should().BeEquivalentTo(
                "UnevaluatedExpression: The text of an expression came instead of its value: email.",
                "UnevaluatedExpression: The text of an expression came instead of its value: image_url.",
                "UnevaluatedExpression: The text of an expression came instead of its value: roles.");
        report.Checks.Should().NotContain(check => check.IsVerified, "nothing of it is signed");
        report.Cause!.Code.Should().Be(UnexpectedMessageType);
    }
}
