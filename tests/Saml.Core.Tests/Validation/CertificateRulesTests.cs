using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Validation;

/// <summary>What the validity period of a signing certificate means, by the policy; and a remark on SHA-1.</summary>
public sealed class CertificateRulesTests
{
    private static readonly DateTimeOffset s_start = Vector.Noon.AddDays(-100);
    private static readonly DateTimeOffset s_end = Vector.Noon.AddDays(100);

    private static readonly Lazy<TestIdentityProvider> s_provider =
        new(() => TestIdentityProvider.Create(notBefore: s_start, notAfter: s_end));

    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        from days in new[] { -101, 0, 50, 101 }
        from policy in Enum.GetValues<CertificateExpiryPolicy>()
        select ($"day {days}, {policy}", At(Vector.Noon.AddDays(days)) with { CertificateExpiry = policy });

    [Theory]
    [InlineData("before the period", -101, CertificateExpiryPolicy.Reject, CertificateNotYetValid)]
    [InlineData("in the period", 0, CertificateExpiryPolicy.Reject, None)]
    [InlineData("after the period", 101, CertificateExpiryPolicy.Reject, CertificateExpired)]
    [InlineData("before the period, Warn", -101, CertificateExpiryPolicy.Warn, None)]
    [InlineData("after the period, Warn", 101, CertificateExpiryPolicy.Warn, None)]
    [InlineData("before the period, Ignore", -101, CertificateExpiryPolicy.Ignore, None)]
    [InlineData("after the period, Ignore", 101, CertificateExpiryPolicy.Ignore, None)]
    [CatalogueRow("KY-13")]
    public async Task The_policy_decides(string name, int days, CertificateExpiryPolicy policy, SamlErrorCode expected)
    {
        Vector vector = At(Vector.Noon.AddDays(days)) with { CertificateExpiry = policy };

        Answer answer = await vector.ShouldAnswerAsync(expected);

        answer.Code.Should().Be(expected, name);
    }

    [Theory]
    [InlineData(0, None)]
    [InlineData(1, CertificateExpired)]
    public async Task The_last_instant_is_inside(long ticksBehindEnd, SamlErrorCode expected) =>
        await (At(s_end.AddTicks(ticksBehindEnd)) with { CertificateExpiry = CertificateExpiryPolicy.Reject })
            .ShouldAnswerAsync(expected);

    [Theory]
    [InlineData(0, None)]
    [InlineData(1, CertificateNotYetValid)]
    public async Task The_first_instant_is_inside(long ticksBeforeStart, SamlErrorCode expected) =>
        await (At(s_start.AddTicks(-ticksBeforeStart)) with { CertificateExpiry = CertificateExpiryPolicy.Reject })
            .ShouldAnswerAsync(expected);

    [Theory]
    [InlineData("the Response's certificate is over", 101, true, CertificateExpired)]
    [InlineData("the Assertion's certificate is over", 101, false, CertificateExpired)]
    [InlineData("the Response's certificate is yet to begin", -101, true, CertificateNotYetValid)]
    [InlineData("the Assertion's certificate is yet to begin", -101, false, CertificateNotYetValid)]
    public async Task Each_of_two_signers_may_refuse(string name, int days, bool response, SamlErrorCode expected)
    {
        Vector vector = At(Vector.Noon.AddDays(days)) with { CertificateExpiry = CertificateExpiryPolicy.Reject };
        TestIdentityProvider outer = response ? s_provider.Value : TestKeys.Okta;
        TestIdentityProvider inner = response ? TestKeys.Okta : s_provider.Value;

        SamlValidationResult result = await ValidateAsync(vector, outer, inner);

        result.Error!.Code.Should().Be(expected, name);
        result.Error.Actual.Should().Be(days > 0 ? "2026-04-11T12:00:00Z" : "2025-09-23T12:00:00Z");
        result.Error.Message.Should().Contain(s_provider.Value.Certificate.Subject);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(39, null)]
    [InlineData(40, null)]
    [InlineData(41, SamlWarningCode.CertificateExpiresSoon)]
    [InlineData(100, SamlWarningCode.CertificateExpiresSoon)]
    [InlineData(101, SamlWarningCode.CertificateExpiredAccepted)]
    public async Task Warnings_begin_sixty_days_before_the_end(int days, SamlWarningCode? expected)
    {
        Answer answer = await At(Vector.Noon.AddDays(days)).ShouldAnswerAsync(None);

        answer.Result.Warnings.Select(warning => (SamlWarningCode?)warning.Code)
            .Should().Equal(expected is null ? [] : [expected]);
    }

    [Fact]
    public async Task Each_of_two_signers_is_warned_about()
    {
        SamlValidationResult result = await ValidateAsync(At(s_end.AddDays(1)), s_provider.Value, TestKeys.Okta);

        result.Warnings.Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.CertificateExpiredAccepted);
    }

    [Theory]
    [InlineData(50, "expires in 50 days.")]
    [InlineData(101, "expired at 2026-04-11T12:00:00Z.")]
    public async Task Warnings_name_the_certificate_and_its_end(int days, string says)
    {
        Answer answer = await At(Vector.Noon.AddDays(days)).ShouldAnswerAsync(None);

        X509Certificate2 certificate = s_provider.Value.Certificate;
        string sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        answer.Result.Warnings.Should().ContainSingle()
            .Which.Message.Should().Be($"The signing certificate {certificate.Subject} (SHA-256 {sha256}) {says}");
    }

    [Fact]
    public async Task Ignore_does_not_warn()
    {
        Vector vector = At(Vector.Noon.AddDays(101)) with { CertificateExpiry = CertificateExpiryPolicy.Ignore };

        (await vector.ShouldAnswerAsync(None)).Result.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Allowed_SHA1_is_remarked(bool signature, bool digest)
    {
        Vector vector = new()
        {
            Dangerous = new DangerousOptions { AllowSha1 = true },
            SignatureSettings = new SignatureSettings
            {
                Algorithm = signature ? SigningAlgorithm.RsaSha1 : SigningAlgorithm.RsaSha256,
                Digest = digest ? DigestAlgorithm.Sha1 : DigestAlgorithm.Sha256,
            },
        };

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Warnings.Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.Sha1Accepted);
        await (vector with { Dangerous = new DangerousOptions() }).ShouldAnswerAsync(Sha1NotAllowed);
    }

    private static async Task<SamlValidationResult> ValidateAsync(
        Vector vector, TestIdentityProvider ofResponse, TestIdentityProvider ofAssertion)
    {
        string xml = Encoding.UTF8.GetString(ofAssertion.Sign(vector.Template.ToXml(), SignaturePlacement.Assertion));
        byte[] message = ofResponse.Sign(xml, SignaturePlacement.Response);
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));
        return await validator.ValidateXmlAsync(message, vector.Request);
    }

    [Theory]
    [InlineData("the Response's signature", true)]
    [InlineData("the Assertion's signature", false)]
    public async Task SHA1_of_one_of_two_signatures_is_remarked(string name, bool ofResponse)
    {
        Vector vector = new() { Dangerous = new DangerousOptions { AllowSha1 = true } };
        SignatureSettings weak = new() { Algorithm = SigningAlgorithm.RsaSha1 };
        byte[] assertion = TestKeys.Okta.Sign(
            vector.Template.ToXml(), SignaturePlacement.Assertion, ofResponse ? null : weak);
        byte[] message = TestKeys.Okta.Sign(
            Encoding.UTF8.GetString(assertion), SignaturePlacement.Response, ofResponse ? weak : null);

        SamlValidationResult result = await new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore()))
            .ValidateXmlAsync(message, vector.Request);

        result.Warnings.Should().ContainSingle(name).Which.Code.Should().Be(SamlWarningCode.Sha1Accepted);
    }

    // A second certificate that is good: with none, no validator would be made.
    private static Vector At(DateTimeOffset now) => new()
    {
        Now = now,
        Template = new ResponseTemplate { IssueInstant = now },
        SignedBy = s_provider.Value,
        IdentityProvider = new IdentityProvider(
            TestIdentityProvider.ExampleEntityId, [s_provider.Value.Certificate, TestKeys.Okta.Certificate]),
    };
}
