using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Api;

/// <summary>A validator is not made from options that cannot be used; the exception lists every problem at once.</summary>
public sealed class SamlValidatorOptionsTests
{
    private static readonly DateTimeOffset s_start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_end = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [CatalogueRow("FO-5")]
    [InlineData("https://sp.example.com/acs", true)]
    [InlineData("https://sp.example.com:8443/acs?a=b&c=d", true)]
    [InlineData("https://sp.example.com", true)]
    [InlineData("http://localhost/acs", true)]
    [InlineData("http://localhost:5000/acs", true)]
    [InlineData("http://127.0.0.1:5000/acs", true)]
    [InlineData("http://[::1]:5000/acs", true)]
    [InlineData("http://sp.example.com/acs", false)]
    [InlineData("http://localhost.example.com/acs", false)]
    [InlineData("http://localhost@sp.example.com/acs", false)]
    [InlineData("http://127.0.0.1.example.com/acs", false)]
    [InlineData("http://[::1].example.com/acs", false)]
    [InlineData("https://", false)]
    [InlineData("https:///acs", false)]
    [InlineData("https:sp.example.com/acs", false)]
    [InlineData("/acs", false)]
    [InlineData("sp.example.com/acs", false)]
    [InlineData("ftp://sp.example.com/acs", false)]
    [InlineData(" https://sp.example.com/acs", false)]
    [InlineData("https://sp.example.com/acs ", false)]
    [InlineData("https://sp.example.com/a cs", false)]
    [InlineData("https://sp.example.com/acs\n", false)]
    [InlineData("https://sp.example.com/acs#here", false)]
    [InlineData("https://sp.example.com/{recipient}", false)]
    [InlineData("hhttps://sp.example.com/acs", false)]
    [InlineData("https://ACS_URL", false)]
    [InlineData("https://iam.twilio.com/v1/Accounts/ACxxxx/saml2", false)]
    [InlineData("https://login.flex.us1.twilio.com/login/callback?connection=JQxxxx", false)]
    [InlineData("", false)]
    public void The_service_URL_is_https_or_on_loopback(string url, bool expected) =>
        Check(new Vector { AssertionConsumerServiceUrl = url }, expected ? None : AssertionConsumerServiceUrlInvalid);

    [Theory]
    [CatalogueRow("FO-5")]
    [InlineData("urn:flex:JQ0f1e2d3c4b5a69788796a5b4c3d2e1f0", true)]
    [InlineData("https://sp.example.com", true)]
    [InlineData("any text", true)]
    [InlineData("", false)]
    [InlineData(" \t", false)]
    [InlineData("urn:flex:JQxxxx", false)]
    [InlineData("https://entity_ID", false)]
    public void The_entity_id_is_neither_blank_nor_a_placeholder(string entityId, bool expected) =>
        Check(new Vector { ServiceProviderEntityId = entityId }, expected ? None : OptionsInvalid);

    [Theory]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(600.001, false)]
    [InlineData(-0.001, false)]
    public void The_skew_has_bounds(double seconds, bool expected) =>
        Check(new Vector { ClockSkew = TimeSpan.FromSeconds(seconds) }, expected ? None : ClockSkewOutOfRange);

    [Theory]
    [InlineData(1, true)]
    [InlineData(long.MaxValue, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(long.MinValue, false)]
    public void Durations_are_positive(long ticks, bool expected)
    {
        TimeSpan duration = TimeSpan.FromTicks(ticks);
        SamlErrorCode code = expected ? None : OptionsInvalid;

        Check(new Vector { MaximumAssertionLifetime = duration }, code);
        Check(new Vector { MaximumAssertionAge = duration }, code);
        Check(new Vector { MaximumAuthenticationAge = duration }, code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Lists_have_no_blank_entry(string? entry)
    {
        Check(new Vector { AcceptedNameIdFormats = ["urn:x", entry!] }, OptionsInvalid);
        Check(new Vector { AcceptedAuthnContextClassRefs = ["urn:x", entry!] }, OptionsInvalid);
    }

    public static TheoryData<string, int, int> LimitBounds => new()
    {
        { nameof(XmlLimits.MaxMessageBytes), 1024, 64 * 1024 * 1024 },
        { nameof(XmlLimits.MaxDepth), 8, 65_536 },
        { nameof(XmlLimits.MaxNodes), 64, 16 * 1024 * 1024 },
        { nameof(XmlLimits.MaxAttributes), 8, 1024 * 1024 },
        { nameof(XmlLimits.MaxNamespaces), 8, 1024 * 1024 },
        { nameof(XmlLimits.MaxNameLength), 64, 8 * 1024 },
    };

    [Theory]
    [MemberData(nameof(LimitBounds))]
    public void Each_limit_has_bounds(string name, int least, int most)
    {
        Make(Options(limits: With(name, least)));
        Make(Options(limits: With(name, most)));
        foreach (int value in new[] { least - 1, most + 1, 0, -1, int.MinValue })
        {
            Problem(Options(limits: With(name, value))).Message.Should().Contain(name)
                .And.Contain($"{least} to {most}");
        }

        static XmlLimits With(string name, int value)
        {
            XmlLimits limits = new();
            typeof(XmlLimits).GetProperty(name)!.SetValue(limits, value);
            return limits;
        }
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(2048, true)]
    [InlineData(1023, false)]
    [InlineData(8193, false)]
    public void The_least_key_size_has_bounds(int bits, bool expected) =>
        Check(
            new Vector { Dangerous = new DangerousOptions { MinimumRsaKeyBits = bits } },
            expected ? None : OptionsInvalid);

    [Fact]
    [CatalogueRow("AL-17")]
    public void A_key_below_the_least_size_is_found_at_once()
    {
        Vector vector = new() { Dangerous = new DangerousOptions { MinimumRsaKeyBits = 4096 } };

        SamlError error = Check(vector, KeyTooSmall)!.Errors.Should().ContainSingle().Which;

        error.Expected.Should().Be("4096");
        error.Actual.Should().Be("2048");
    }

    [Theory]
    [InlineData((SignatureRequirement)4, CertificateExpiryPolicy.Warn)]
    [InlineData((SignatureRequirement)(-1), CertificateExpiryPolicy.Warn)]
    [InlineData(SignatureRequirement.Response, (CertificateExpiryPolicy)3)]
    public void Enumerations_have_defined_values(SignatureRequirement required, CertificateExpiryPolicy expiry) =>
        Check(new Vector { RequiredSignatures = required, CertificateExpiry = expiry }, OptionsInvalid);

    /// <summary>The shared store would forget keys by the system's clock, while another one still accepts.</summary>
    [Fact]
    public void Another_clock_needs_another_store()
    {
        SamlValidatorOptions options = new Vector().ToOptions(InMemoryReplayStore.Shared);

        Problem(options).Errors.Should().ContainSingle().Which.Code.Should().Be(OptionsInvalid);
    }

    [Fact]
    [CatalogueRow("KY-16")]
    [CatalogueRow("FO-5")]
    public void Everything_that_is_null_is_listed()
    {
        SamlConfigurationException problem = Problem(new SamlValidatorOptions
        {
            ServiceProviderEntityId = null!,
            AssertionConsumerServiceUrl = null!,
            IdentityProvider = null!,
            AcceptedNameIdFormats = null!,
            AcceptedAuthnContextClassRefs = null!,
            Flex = null!,
            TimeProvider = null!,
            ReplayStore = null!,
            XmlLimits = null!,
            Dangerous = null!,
        });

        problem.Errors.Should().HaveCount(10).And.OnlyContain(error => error.Code == OptionsInvalid);
        problem.Message.Should().ContainAll(
            "ServiceProviderEntityId", "AssertionConsumerServiceUrl", "IdentityProvider", "AcceptedNameIdFormats",
            "AcceptedAuthnContextClassRefs", "Flex", "TimeProvider", "ReplayStore", "XmlLimits", "Dangerous");
    }

    [Fact]
    public void Every_problem_is_listed()
    {
        SamlConfigurationException problem = Check(
            new Vector
            {
                ServiceProviderEntityId = "",
                AssertionConsumerServiceUrl = "http://sp.example.com",
                ClockSkew = TimeSpan.FromHours(1),
                MaximumAssertionLifetime = TimeSpan.Zero,
                AcceptedNameIdFormats = [""],
                Dangerous = new DangerousOptions { MinimumRsaKeyBits = 4096 },
                RequiredSignatures = (SignatureRequirement)9,
            },
            OptionsInvalid)!;

        problem.Errors.Select(error => error.Code).Should().BeEquivalentTo(
        [
            OptionsInvalid, AssertionConsumerServiceUrlInvalid, OptionsInvalid, ClockSkewOutOfRange, OptionsInvalid,
            OptionsInvalid, KeyTooSmall,
        ]);
        problem.Message.Should().ContainAll(problem.Errors.Select(error => error.Message));
    }

    [Fact]
    public void What_is_null_does_not_hide_other_problems() =>
        Problem(Options(store: null, skew: TimeSpan.FromHours(1))).Errors.Select(error => error.Code)
            .Should().BeEquivalentTo([OptionsInvalid, ClockSkewOutOfRange]);

    [Theory]
    [InlineData(CertificateExpiryPolicy.Ignore, 1, None)]
    [InlineData(CertificateExpiryPolicy.Warn, 1, None)]
    [InlineData(CertificateExpiryPolicy.Reject, 0, None)]
    [InlineData(CertificateExpiryPolicy.Reject, 1, CertificateExpired)]
    public void Under_Reject_an_expired_certificate_is_found_at_once(
        CertificateExpiryPolicy policy, int secondsBehindEnd, SamlErrorCode expected)
    {
        using TestIdentityProvider provider = TestIdentityProvider.Create(notBefore: s_start, notAfter: s_end);
        Vector vector = new()
        {
            IdentityProvider = TestKeys.Trust(provider),
            CertificateExpiry = policy,
            Now = s_end.AddSeconds(secondsBehindEnd),
        };

        Check(vector, expected);
    }

    [Fact]
    public void Options_are_misuse_when_they_are_null() =>
        FluentActions.Invoking(() => new SamlResponseValidator(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    [CatalogueRow("FO-4")]
    public void Every_default_is_the_strict_one()
    {
        SamlValidatorOptions options = Options();

        options.RequiredSignatures.Should().Be(SignatureRequirement.ResponseAndAssertion);
        options.ClockSkew.Should().Be(TimeSpan.FromMinutes(2));
        options.MaximumAssertionLifetime.Should().Be(TimeSpan.FromHours(24));
        options.MaximumAuthenticationAge.Should().BeNull();
        options.AcceptedNameIdFormats.Should().BeEmpty();
        options.AcceptedAuthnContextClassRefs.Should().BeEmpty();
        options.CertificateExpiry.Should().Be(CertificateExpiryPolicy.Warn);
        options.Flex.RequireKnownBaseRole.Should().BeTrue();
        options.Dangerous.AllowSha1.Should().BeFalse();
        options.Dangerous.MinimumRsaKeyBits.Should().Be(2048);
        options.XmlLimits.MaxMessageBytes.Should().Be(256 * 1024);
    }

    private static SamlValidatorOptions Options(
        XmlLimits? limits = null, IReplayStore? store = null, TimeSpan? skew = null) => new()
        {
            ServiceProviderEntityId = Vector.EntityId,
            AssertionConsumerServiceUrl = Vector.ServiceUrl,
            IdentityProvider = TestKeys.Trust(TestKeys.Okta),
            TimeProvider = new FakeTimeProvider(Vector.Noon),
            XmlLimits = limits ?? new XmlLimits(),
            ReplayStore = skew is null ? new RecordingReplayStore() : store!,
            ClockSkew = skew ?? TimeSpan.FromMinutes(2),
        };

    private static void Make(SamlValidatorOptions options) => new SamlResponseValidator(options).Should().NotBeNull();

    private static SamlConfigurationException Problem(SamlValidatorOptions options) =>
        FluentActions.Invoking(() => new SamlResponseValidator(options))
            .Should().Throw<SamlConfigurationException>().Which;

    /// <summary>Makes a validator of the vector's options, or shows why that is refused.</summary>
    private static SamlConfigurationException? Check(Vector vector, SamlErrorCode expected)
    {
        SamlValidatorOptions options = vector.ToOptions(new RecordingReplayStore());
        if (expected == None)
        {
            Make(options);
            return null;
        }

        SamlConfigurationException problem = Problem(options);
        problem.Code.Should().Be(expected);
        return problem;
    }
}
