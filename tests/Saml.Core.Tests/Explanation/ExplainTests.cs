using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlCheckOutcome;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Explanation;

/// <summary>What <see cref="SamlResponseValidator.Explain"/> finds, and what it never does.</summary>
public sealed class ExplainTests
{
    // XML is no form value, and these options are as they are by default.
    private static readonly SamlErrorCode[] s_notAsked =
    [
        MissingSamlResponse, InvalidBase64, ResponseTooOld, AssertionTooOld, NameIdFormatNotAllowed, AuthnContextNotAllowed,
        AuthnInstantTooOld, CertificateExpired, CertificateNotYetValid, RoleNotAllowed,
    ];

    [Fact]
    public void A_good_message_breaks_no_rule()
    {
        SamlReport report = Explain(new Vector(), request: ExpectedRequest.ForRequest(Vector.RequestId));

        report.Cause.Should().BeNull();
        Codes(report, Broken).Should().BeEmpty();
        Codes(report, Skipped).Should().BeEquivalentTo([.. s_notAsked, ReplayDetected, ReplayStoreUnavailable]);
        report.Checks.Where(check => check.Outcome == Passed && check.Code > NothingSigned)
            .Should().OnlyContain(check => check.IsVerified);
    }

    /// <summary>A remark that asks for a change is not contradicted by the second line, which is all that many read.</summary>
    [Theory]
    [InlineData("jane.doe", "Change nothing: ", false)]
    [InlineData("auth0|5f7c8ec7c33c", "Change what is worth a look below: ", true)]
    public void The_second_line_of_a_good_message_sends_to_the_remarks(string nameId, string second, bool hasRemarks)
    {
        Vector vector = new Vector { Template = new() { IssueInstant = Vector.Noon, NameId = nameId } };

        SamlReport report = Explain(vector, ExpectedRequest.ForRequest(Vector.RequestId));

        report.ToText().Split('\n')[1].Should().StartWith(second);
        report.ToHtml().Contains("something is worth a look below", StringComparison.Ordinal).Should().Be(hasRemarks);
    }

    [Fact]
    public void Without_a_request_the_rules_about_one_are_skipped()
    {
        SamlReport report = Explain(new Vector());

        Codes(report, Skipped).Should().BeEquivalentTo(
        [
            .. s_notAsked, UnsolicitedResponse, InResponseToUnexpected, InResponseToMismatch, ReplayDetected,
            ReplayStoreUnavailable,
        ]);
    }

    [Fact]
    public void A_lost_request_is_no_missing_one() =>
        Codes(Explain(new Vector(), ExpectedRequest.None), Broken).Should().Equal(InResponseToUnexpected);

    [Fact]
    public void It_names_every_fault_and_not_what_follows_from_one()
    {
        Vector vector = new Vector()
            .Edit(x => x.The("Subject").Remove())
            .Edit(x => x.The("Conditions/AudienceRestriction").Remove())
            .Edit(x => x.The("Assertion/Issuer").Value = "http://www.okta.com/exkOther");

        SamlReport report = Explain(vector);

        Codes(report, Broken).Should().Equal(AssertionIssuerMismatch, SubjectMissing, AudienceRestrictionMissing);
        Codes(report, Skipped).Should().Contain(
            [NameIdMissing, NameIdEmpty, SubjectConfirmationMissing, RecipientMismatch, AudienceMismatch]);
    }

    [Fact]
    public void What_nobody_signed_is_labelled()
    {
        Vector vector = new() { SignedBy = TestKeys.Other, Template = new() { IssueInstant = Vector.Noon.AddDays(-1) } };

        SamlReport report = Explain(vector);

        Codes(report, Broken).Should().Contain([SignatureInvalid, AssertionExpired, ConfirmationExpired]);
        report.Checks.Should().NotContain(check => check.IsVerified);
    }

    [Fact]
    public void Of_an_assertion_that_alone_is_signed_the_Response_is_labelled()
    {
        SamlReport report = Explain(new Vector().WithUnsignedResponse());

        report.Checks.Where(check => check.IsVerified).Select(check => check.Code)
            .Should().Contain(AudienceMismatch).And.NotContain([DestinationMismatch, IdpReturnedError, InResponseToInconsistent]);
    }

    [Fact]
    public void A_required_signature_that_is_missing_hides_nothing()
    {
        Vector vector = new() { Signed = SignaturePlacement.Assertion, Now = Vector.Noon.AddHours(2) };

        SamlReport report = Explain(vector);

        Codes(report, Broken).Should().Equal(ResponseNotSigned, ConfirmationExpired, AssertionExpired);
        report.Checks.Single(check => check.Code == AssertionExpired).IsVerified.Should().BeTrue();
    }

    [Fact]
    public void What_time_alone_has_broken_is_mended_last()
    {
        Vector old = new() { Now = Vector.Noon.AddDays(1) };

        Explain(old).Cause!.Code.Should().Be(ConfirmationExpired, "nothing else is broken");
        Explain(old.Edit(x => x.The("Audience").Value = "urn:x")).Cause!.Code.Should().Be(AudienceMismatch);
    }

    [Fact]
    public void The_words_of_the_identity_provider_are_shown_to_who_asks_for_values()
    {
        SamlReport report = Explain(new Vector().Edit(x => x.The("StatusCode").AddAfterSelf(
            Markup.ProtocolElement("StatusMessage", "Jane is on leave"))));

        report.ToText().Should().NotContain("Jane is on leave").And.Contain("(16 characters)");
        report.ToText(showValues: true).Should().Contain("Jane is on leave");
        report.ToHtml().Should().NotContain("Jane is on leave");
    }

    [Theory]
    [InlineData("", MissingSamlResponse)]
    [InlineData(" \r\n", MissingSamlResponse)]
    [InlineData("%%%", InvalidBase64)]
    [InlineData("<a", MalformedXml)]
    [InlineData("<!DOCTYPE a><a/>", DtdNotAllowed)]
    [InlineData("<a/>", UnexpectedMessageType)]
    public void What_cannot_be_read_breaks_one_rule(string text, SamlErrorCode expected)
    {
        SamlReport report = Validator(new Vector()).Explain(text);

        Codes(report, Broken).Should().Equal(expected);
        report.Cause!.Code.Should().Be(expected);
        report.Checks.SkipWhile(check => check.Code != expected).Should().NotContain(check => check.Outcome == Passed);
    }

    [Fact]
    public void Text_and_octets_and_the_form_value_give_the_same_report()
    {
        Vector vector = new();
        SamlResponseValidator validator = Validator(vector);
        byte[] xml = vector.ToOctets();

        string ofForm = Checks(validator.Explain(TestIdentityProvider.ToFormValue(xml)));

        Checks(validator.ExplainXml(xml)).Should().Be(ofForm);
        Checks(validator.Explain(Encoding.UTF8.GetString(xml))).Should().Be(ofForm);
        validator.Explain("\uFEFF\n" + Encoding.UTF8.GetString(xml)).Cause.Should().BeNull("a byte order mark is no text");
    }

    [Fact]
    public void Null_is_misuse() => FluentActions.Invoking(() => Validator(new Vector()).Explain(null!))
        .Should().Throw<ArgumentNullException>();

    [Fact]
    public void The_replay_store_is_not_touched()
    {
        RecordingReplayStore store = new();
        Vector vector = new();

        _ = new SamlResponseValidator(vector.ToOptions(store)).ExplainXml(vector.ToOctets());

        store.Calls.Should().BeEmpty();
    }

    [Fact]
    public void A_report_has_no_identity() =>
        typeof(SamlReport).GetProperties().Concat(typeof(SamlCheck).GetProperties())
            .Should().NotContain(property =>
                property.PropertyType == typeof(FlexIdentity) || property.PropertyType == typeof(SamlAssertion)
                || property.PropertyType == typeof(bool) && property.Name == "IsValid");

    // Behind those of the form value.
    private static string Checks(SamlReport report) =>
        string.Join('\n', report.Checks.SkipWhile(check => check.Code != InvalidUtf8));

    private static IEnumerable<SamlErrorCode> Codes(SamlReport report, SamlCheckOutcome outcome) =>
        report.Checks.Where(check => check.Outcome == outcome).Select(check => check.Code);

    private static SamlResponseValidator Validator(Vector vector) => new(vector.ToOptions(new RecordingReplayStore()));

    private static SamlReport Explain(Vector vector, ExpectedRequest? request = null) =>
        Validator(vector).ExplainXml(vector.ToOctets(), request);
}
