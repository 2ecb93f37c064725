using System.Text.RegularExpressions;
using Saml.Core.Bindings;
using Saml.Core.Explanation;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlCheckOutcome;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Explanation;

/// <summary>What a report says to somebody who has a message and no settings.</summary>
public sealed class UnsetExpectationTests
{
    private static readonly UnsetExpectations s_all = new()
    {
        ServiceProviderEntityId = "no entity id",
        AssertionConsumerServiceUrl = "no URL",
        IdentityProviderEntityId = "no issuer",
        SigningCertificates = "no certificate",
    };

    private static readonly Vector s_elsewhere = new()
    {
        ServiceProviderEntityId = "urn:elsewhere",
        AssertionConsumerServiceUrl = "https://elsewhere.example.com/",
        IdentityProvider = new IdentityProvider("urn:elsewhere", [TestKeys.Okta.Certificate]),
    };

    [Fact]
    public void What_was_not_given_is_compared_with_nothing()
    {
        SamlReport report = Explain(s_elsewhere, s_all);

        report.Cause.Should().BeNull();
        Reasons(report, [AudienceMismatch, NameIdQualifierMismatch]).Should().Equal("no entity id");
        Reasons(report, [DestinationMismatch, RecipientMismatch]).Should().Equal("no URL");
        Reasons(report, [ResponseIssuerMismatch, AssertionIssuerMismatch]).Should().Equal("no issuer");
        Reasons(report, [CertificateExpired, CertificateNotYetValid]).Should().Equal("no certificate");
        report.ToText().Should().NotContain("elsewhere");
    }

    [Fact]
    public void What_was_given_is_compared()
    {
        SamlReport report = Explain(s_elsewhere, UnsetExpectations.None);

        report.Checks.Where(check => check.Outcome == Broken).Select(check => check.Code).Should().Equal(
            ResponseIssuerMismatch, AssertionIssuerMismatch, DestinationMismatch, RecipientMismatch, AudienceMismatch);
    }

    [Fact]
    public void Nothing_is_verified_by_the_certificate_of_the_message()
    {
        SamlReport report = Explain(new Vector(), s_all);

        report.Checks.Should().NotContain(check => check.IsVerified);
        Reasons(report, [SignatureInvalid, DigestMismatch, SignerNotTrusted]).Should().ContainSingle()
            .Which.Should().StartWith("no certificate; ");
        report.Facts.Should().NotContain(fact => fact.Source == FactSource.Verified);
        report.ToText().Should().NotContain("signed by a trusted key\n");
    }

    [Fact]
    public void A_change_after_signing_is_found_by_it() =>
        Explain(new Vector().Tamper("Springfield", "Shelbyville"), s_all).Cause!.Code.Should().Be(DigestMismatch);

    [Fact]
    public void Where_it_does_not_fit_nothing_is_called_wrong()
    {
        Vector[] vectors =
        [
            new() { SignedBy = TestKeys.Other },
            new Vector().Tamper(new Regex("(?<=<ds:SignatureValue>)[A-Za-z0-9+/]{8}"), "AAAAAAAA"),
        ];
        foreach (Vector vector in vectors)
        {
            SamlReport report = Explain(vector, s_all);

            report.Cause.Should().BeNull();
            Reasons(report, [SignatureInvalid, SignerNotTrusted, MultipleSignatures]).Should().Equal("no certificate");
            report.Checks.Single(check => check.Code == NothingSigned).Outcome.Should().Be(Passed);
        }
    }

    [Fact]
    public void A_missing_signature_is_missing_nevertheless() =>
        Explain(new Vector { Signed = Testing.SignaturePlacement.Assertion }, s_all)
            .Cause!.Code.Should().Be(ResponseNotSigned);

    private static SamlReport Explain(Vector vector, UnsetExpectations unset) =>
        new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore()))
            .ExplainPosted(PostedMessage.OfXml(vector.ToOctets()), request: null, unset);

    private static IEnumerable<string?> Reasons(SamlReport report, SamlErrorCode[] codes)
    {
        SamlCheck[] checks = [.. report.Checks.Where(check => codes.Contains(check.Code))];
        checks.Should().HaveCount(codes.Length).And.OnlyContain(check => check.Outcome == Skipped);
        return checks.Select(check => check.Reason).Distinct();
    }
}
