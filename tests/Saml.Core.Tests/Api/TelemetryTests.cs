using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Api;

/// <summary>What listeners are told of a validation: codes and settings; and without listeners, nothing is done.</summary>
public sealed class TelemetryTests
{
    private const string Issuer = TestIdentityProvider.ExampleEntityId;

    [Fact]
    public async Task An_accepted_message_is_measured()
    {
        using CapturedTelemetry telemetry = new();
        FakeTimeProvider clock = new(Vector.Noon);
        Vector vector = new() { Store = new(Later(clock, TimeSpan.FromSeconds(3))), Now = Vector.Noon.AddSeconds(90) };

        (await ValidateAsync(vector, clock)).IsValid.Should().BeTrue();

        CapturedTelemetry.Measurement duration = telemetry.Of("saml.validation.duration").Should().ContainSingle().Which;
        duration.Value.Should().Be(3, "the replay store took that long");
        duration.TagText.Should().Be("saml.outcome=accepted");
        telemetry.Of("saml.clock.offset").Should().ContainSingle().Which.Value.Should().Be(90);
        telemetry.Of("saml.validation.failures").Should().BeEmpty();
        telemetry.Of("saml.validation.warnings").Should().BeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_behind_has_a_negative_offset()
    {
        using CapturedTelemetry telemetry = new();

        await (new Vector() with { Now = Vector.Noon.AddSeconds(-60) }).ShouldAnswerAsync(None);

        telemetry.Of("saml.clock.offset").Should().ContainSingle().Which.Value.Should().Be(-60);
    }

    [Fact]
    public async Task A_refused_message_is_counted_by_its_code()
    {
        using CapturedTelemetry telemetry = new();

        await Change.Set("SubjectConfirmationData", "Recipient", "https://sp.example.com")(new Vector())
            .ShouldAnswerAsync(RecipientMismatch);

        telemetry.Of("saml.validation.failures").Should().ContainSingle()
            .Which.TagText.Should().Be("error.type=SAML5114");
        telemetry.Of("saml.validation.duration").Should().ContainSingle()
            .Which.TagText.Should().Be("saml.outcome=refused error.type=SAML5114");
        telemetry.Of("saml.clock.offset").Should().BeEmpty("nothing of a refused message is believed");
    }

    [Fact]
    public async Task A_replay_is_a_failure_and_its_warnings_are_not_counted()
    {
        using CapturedTelemetry telemetry = new();
        Vector vector = Change.Text("NameID", " jane.doe@example.com")(new Vector()) with { Store = new() };
        await vector.ShouldAnswerAsync(None);
        telemetry.Of("saml.validation.warnings").Should().ContainSingle()
            .Which.TagText.Should().Be("saml.warning=NameIdSurroundingWhiteSpace");
        telemetry.Clear();

        await vector.ShouldAnswerAsync(ReplayDetected);

        telemetry.Of("saml.validation.failures").Should().ContainSingle().Which.Tag("error.type").Should().Be("SAML5401");
        telemetry.Of("saml.validation.warnings").Should().BeEmpty();
        telemetry.Of("saml.clock.offset").Should().BeEmpty();
    }

    [Fact]
    public async Task Every_certificate_has_its_days_at_the_start_and_at_each_validation()
    {
        using CapturedTelemetry telemetry = new();
        Vector vector = new()
        {
            IdentityProvider = new IdentityProvider(Issuer, [TestKeys.Okta.Certificate, TestKeys.Other.Certificate]),
        };
        double[] days = [DaysOf(TestKeys.Okta), DaysOf(TestKeys.Other)];
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));
        telemetry.Of("saml.certificate.expiry").Select(measurement => measurement.Value).Should().Equal(days);
        telemetry.Clear();

        await validator.ValidateAsync("", vector.Request);

        CapturedTelemetry.Measurement[] expiries = [.. telemetry.Of("saml.certificate.expiry")];
        expiries.Select(measurement => measurement.Value).Should().Equal(days);
        expiries[0].Tag("saml.identity_provider").Should().Be(Issuer);
        expiries[0].Tag("saml.certificate.sha256").Should().Be(
            TestKeys.Okta.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task An_accepted_message_is_an_activity()
    {
        using CapturedTelemetry telemetry = new();

        await Change.Text("NameID", " jane.doe@example.com")(new Vector()).ShouldAnswerAsync(None);

        Activity activity = telemetry.Activities.Should().ContainSingle().Which;
        activity.OperationName.Should().Be("saml.validate");
        activity.Status.Should().Be(ActivityStatusCode.Unset);
        activity.TagObjects.Should().BeEquivalentTo(new KeyValuePair<string, object?>[]
        {
            new("saml.identity_provider", Issuer),
            new("saml.outcome", "accepted"),
            new("saml.signed_parts", "ResponseAndAssertion"),
            new("saml.warnings", new[] { "NameIdSurroundingWhiteSpace" }),
        });
    }

    [Fact]
    public async Task A_refused_message_is_a_failed_activity()
    {
        using CapturedTelemetry telemetry = new();
        Vector vector = Change.Text("Response/Issuer", "https://anybody.example")(new Vector());

        await vector.ShouldAnswerAsync(ResponseIssuerMismatch);

        Activity activity = telemetry.Activities.Should().ContainSingle().Which;
        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.StatusDescription.Should().Be("ResponseIssuerMismatch");
        activity.TagObjects.Should().BeEquivalentTo(new KeyValuePair<string, object?>[]
        {
            new("saml.identity_provider", Issuer),
            new("saml.outcome", "refused"),
            new("error.type", "SAML2002"),
        });
    }

    [Fact]
    public async Task The_door_without_Flex_is_observed_as_well()
    {
        using CapturedTelemetry telemetry = new();
        Vector vector = Change.Edit(x => x.Attribute("roles").Remove())(new Vector());
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));

        (await validator.ValidateAssertionAsync(vector.ToFormValue(), vector.Request)).IsValid.Should().BeTrue();

        telemetry.Activities.Should().ContainSingle().Which.GetTagItem("saml.outcome").Should().Be("accepted");
        telemetry.Of("saml.validation.duration").Should().ContainSingle();
    }

    /// <summary>The activity is the store's current one, and never the caller's.</summary>
    [Fact]
    public async Task The_caller_keeps_the_current_activity()
    {
        using CapturedTelemetry telemetry = new();
        Activity? ofStore = null;
        Vector vector = new()
        {
            Store = new((_, _) =>
            {
                ofStore = Activity.Current;
                return ValueTask.FromResult(true);
            }),
        };
        SamlResponseValidator validator = new(vector.ToOptions(vector.Store));
        using Activity caller = new Activity("caller").Start();

        ValueTask<SamlValidationResult> validation = validator.ValidateAsync(vector.ToFormValue(), vector.Request);

        Activity.Current.Should().BeSameAs(caller);
        (await validation).IsValid.Should().BeTrue();
        Activity.Current.Should().BeSameAs(caller);
        ofStore.Should().BeSameAs(telemetry.Activities.Should().ContainSingle().Which);
        ofStore!.ParentId.Should().Be(caller.Id);
    }

    [Fact]
    public async Task A_cancelled_call_measures_nothing_and_ends_its_activity()
    {
        using CapturedTelemetry telemetry = new();
        using CancellationTokenSource source = new();
        Vector vector = new()
        {
            Store = new(async (_, cancellationToken) =>
            {
                await source.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return true;
            }),
        };
        SamlResponseValidator validator = new(vector.ToOptions(vector.Store));
        Func<Task> validate = () =>
            validator.ValidateAsync(vector.ToFormValue(), vector.Request, source.Token).AsTask();

        await validate.Should().ThrowAsync<OperationCanceledException>();

        telemetry.Activities.Should().ContainSingle().Which.GetTagItem("saml.outcome").Should().BeNull();
        telemetry.Of("saml.validation.duration").Should().BeEmpty();
        telemetry.Of("saml.validation.failures").Should().BeEmpty();
    }

    /// <summary>Misuse throws at once, whether somebody listens or not.</summary>
    [Fact]
    public void Misuse_is_thrown_and_not_observed()
    {
        using CapturedTelemetry telemetry = new();
        SamlResponseValidator validator = new(new Vector().ToOptions(new RecordingReplayStore()));

        FluentActions.Invoking(() => validator.ValidateAsync("", null!).AsTask().IsCompleted)
            .Should().Throw<ArgumentNullException>();

        telemetry.Activities.Should().BeEmpty();
    }

    private static double DaysOf(TestIdentityProvider provider) =>
        (provider.Certificate.NotAfter.ToUniversalTime() - Vector.Noon.UtcDateTime).TotalDays;

    private static async Task<SamlValidationResult> ValidateAsync(Vector vector, FakeTimeProvider clock)
    {
        clock.SetUtcNow(vector.Now);
        SamlValidatorOptions options = vector.ToOptions(vector.Store!);
        SamlResponseValidator validator = new(new SamlValidatorOptions
        {
            ServiceProviderEntityId = options.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = options.AssertionConsumerServiceUrl,
            IdentityProvider = options.IdentityProvider,
            TimeProvider = clock,
            ReplayStore = options.ReplayStore,
        });
        return await validator.ValidateAsync(vector.ToFormValue(), vector.Request);
    }

    private static Func<string, CancellationToken, ValueTask<bool>> Later(FakeTimeProvider clock, TimeSpan time) =>
        (_, _) =>
        {
            clock.Advance(time);
            return ValueTask.FromResult(true);
        };
}
