using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlCheckOutcome;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Explanation;

/// <summary>
/// What the explainer alone looks at: the certificate in a message, and whether a message was re-formatted. Both are hints for
/// a person, and validation knows neither.
/// </summary>
public sealed class SignerTests : IDisposable
{
    private readonly TestIdentityProvider _rotated = TestIdentityProvider.Create();
    private readonly TestIdentityProvider _ecdsa =
        TestIdentityProvider.CreateEcdsa(TestIdentityProvider.ExampleEntityId, ECCurve.NamedCurves.nistP256);
    private readonly TestIdentityProvider _large =
        TestIdentityProvider.CreateRsa(TestIdentityProvider.ExampleEntityId, 3072);

    public void Dispose()
    {
        _rotated.Dispose();
        _ecdsa.Dispose();
        _large.Dispose();
    }

    [Fact]
    public async Task A_rotation_names_the_certificate_of_the_message()
    {
        Vector vector = new() { SignedBy = _rotated };

        SamlReport report = Explain(vector);

        report.Cause!.Code.Should().Be(SignerNotTrusted);
        report.Cause.IsVerified.Should().BeFalse();
        report.Cause.Error!.Message.Should().Contain(Sha256(_rotated)).And.Contain(_rotated.Certificate.Subject)
            .And.Contain("expires 2120-01-01T00:00:00Z");
        report.Cause.Error.Hint.Should().Contain("never trust one from a message");
        await vector.ShouldAnswerAsync(SignatureInvalid);
    }

    [Fact]
    public void A_key_of_another_kind_or_size_is_named_too()
    {
        Explain(new Vector { SignedBy = _ecdsa }).Cause!.Error!.Message.Should().Contain(Sha256(_ecdsa));
        Explain(new Vector { SignedBy = _large }).Cause!.Error!.Message.Should().Contain(Sha256(_large));
    }

    [Fact]
    public void A_certificate_that_does_not_verify_is_no_rotation()
    {
        Vector vector = new Vector { SignedBy = _rotated }
            .Tamper(new Regex("(?<=<ds:SignatureValue>)[A-Za-z0-9+/]{8}"), "AAAAAAAA");

        SamlReport report = Explain(vector);

        report.Cause!.Code.Should().Be(SignatureInvalid);
        Outcome(report, SignerNotTrusted).Should().Be(Skipped);
    }

    [Fact]
    public void A_message_that_was_changed_under_the_configured_certificate_is_no_rotation()
    {
        Vector vector = new Vector().Tamper("agent", "admin");

        SamlReport report = Explain(vector);

        report.Cause!.Code.Should().Be(DigestMismatch);
        Outcome(report, SignerNotTrusted).Should().Be(Skipped);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not base64")]
    [InlineData("")]
    [InlineData("MAA=")]
    [InlineData("<ds:Part/>")]
    public void What_is_no_certificate_is_passed_over(string certificate)
    {
        Vector vector = WithCertificate(certificate);

        Explain(vector).Cause!.Code.Should().Be(SignatureInvalid);
    }

    [Fact]
    public void A_certificate_of_a_megabyte_is_not_read()
    {
        string padded = new string(' ', 20_000) + Convert.ToBase64String(_rotated.Certificate.RawData);
        Vector vector = WithCertificate(padded);

        Explain(vector).Cause!.Code.Should().Be(SignatureInvalid);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n    ")]
    [InlineData("\r\n\t")]
    public async Task A_message_that_was_indented_on_the_way_is_known(string indentation)
    {
        Vector vector = new Vector().Tamper("><saml2:Subject ", $">{indentation}<saml2:Subject ");

        SamlReport report = Explain(vector);

        report.Cause!.Code.Should().Be(DigestMismatch);
        report.Cause.Error!.Hint.Should().Contain("re-formatted");
        await vector.ShouldAnswerAsync(DigestMismatch);
    }

    [Fact]
    public void A_message_that_says_something_else_was_not_re_formatted()
    {
        Vector vector = new Vector().Tamper("><saml2:Subject ", ">\n<saml2:Subject ").Tamper("agent", "admin");

        Explain(vector).Cause!.Error!.Hint.Should().Contain("does not explain it").And.NotContain("verify once");
    }

    private Vector WithCertificate(string certificate) => new Vector
    {
        SignedBy = _rotated,
        Signed = SignaturePlacement.Response,
        RequiredSignatures = SignatureRequirement.Response,
    }
    .Tamper(new Regex("(?<=<ds:X509Certificate>)[^<]+"), certificate);

    private static SamlCheckOutcome Outcome(SamlReport report, SamlErrorCode code) =>
        report.Checks.Single(check => check.Code == code).Outcome;

    private static string Sha256(TestIdentityProvider provider) =>
        Convert.ToHexString(SHA256.HashData(provider.Certificate.RawData));

    private static SamlReport Explain(Vector vector) =>
        new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore())).ExplainXml(vector.ToOctets());
}
