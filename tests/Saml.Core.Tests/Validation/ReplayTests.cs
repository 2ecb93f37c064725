using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>An assertion is accepted once (SAML Profiles 4.1.4.5), and only accepted ones are remembered.</summary>
public sealed class ReplayTests
{
    private const int Submissions = 50;

    [Fact]
    [CatalogueRow("RP-1")]
    public async Task The_same_message_is_accepted_once()
    {
        Vector vector = new() { Store = new() };
        await vector.ShouldAnswerAsync(None);

        Answer answer = await vector.ShouldAnswerAsync(ReplayDetected);

        answer.Result.Error!.Actual.Should().Be(vector.Template.AssertionId);
    }

    [Fact]
    [CatalogueRow("RP-2")]
    public async Task The_same_assertion_in_a_fresh_unsigned_Response_is_a_replay()
    {
        Vector vector = new Vector { Store = new() }.WithUnsignedResponse();
        await vector.ShouldAnswerAsync(None);

        await Forge("ID", "_fresh").And(Forge("IssueInstant", "2026-01-01T12:00:01Z"))(vector)
            .ShouldAnswerAsync(ReplayDetected);
    }

    [Fact]
    [CatalogueRow("RP-6")]
    [CatalogueRow("BT-5")]
    public async Task Another_way_to_write_the_same_assertion_is_a_replay()
    {
        Vector vector = new() { Store = new() };
        await vector.ShouldAnswerAsync(None);

        await vector.Tamper("<saml2:Subject ", "<saml2:Subject\n\t").ShouldAnswerAsync(ReplayDetected);
        await (vector with { FormSuffix = "\r\n" }).ShouldAnswerAsync(ReplayDetected);
    }

    [Fact]
    public async Task The_door_without_Flex_shares_the_memory()
    {
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));

        SamlAssertionResult first = await validator.ValidateAssertionAsync(vector.ToFormValue(), vector.Request);
        SamlValidationResult second = await validator.ValidateAsync(vector.ToFormValue(), vector.Request);
        SamlValidationResult third = await validator.ValidateXmlAsync(vector.ToOctets(), vector.Request);

        first.IsValid.Should().BeTrue();
        second.Error!.Code.Should().Be(ReplayDetected);
        third.Error!.Code.Should().Be(ReplayDetected);
    }

    [Fact]
    [CatalogueRow("RP-3")]
    public async Task Of_many_submissions_at_once_exactly_one_is_accepted()
    {
        Vector vector = new();
        string message = vector.ToFormValue();
        SamlResponseValidator validator = new(vector.ToOptions(
            new InMemoryReplayStore(new FakeTimeProvider(Vector.Noon), 1000)));
        TaskCompletionSource start = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<SamlValidationResult>[] submissions = [.. Enumerable.Range(0, Submissions).Select(_ => Submit())];

        start.SetResult();
        SamlValidationResult[] results = await Task.WhenAll(submissions);

        results.Count(result => result.IsValid).Should().Be(1);
        results.Where(result => !result.IsValid).Should().OnlyContain(result => result.Error!.Code == ReplayDetected);

        async Task<SamlValidationResult> Submit()
        {
            await start.Task;
            return await validator.ValidateAsync(message, vector.Request);
        }
    }

    [Fact]
    [CatalogueRow("RP-5")]
    public async Task Two_identity_providers_may_use_the_same_ID()
    {
        RecordingReplayStore store = new();
        Vector vector = new() { Store = store };
        Vector other = vector with
        {
            Template = vector.Template with { Issuer = TestKeys.Other.EntityId },
            SignedBy = TestKeys.Other,
            IdentityProvider = TestKeys.Trust(TestKeys.Other),
        };

        await vector.ShouldAnswerAsync(None);
        await other.ShouldAnswerAsync(None);

        store.Calls.Should().HaveCount(2);
        store.Calls[0].Key.Should().Contain(vector.Template.AssertionId).And.Contain(TestKeys.Okta.EntityId);
        store.Calls[1].Key.Should().Contain(vector.Template.AssertionId).And.Contain(TestKeys.Other.EntityId);
    }

    /// <summary>The earliest end, the skew that it is accepted in, and twice the skew for another clock.</summary>
    [Theory]
    [CatalogueRow("RP-4")]
    [InlineData("Conditions end first", 5, 9, null, 5)]
    [InlineData("the confirmation ends first", 9, 5, null, 5)]
    [InlineData("the session ends first", 9, 8, 3, 3)]
    [InlineData("the session ends later", 9, 8, 600, 8)]
    public async Task It_is_remembered_behind_the_last_instant_of_acceptance(
        string name, int conditions, int confirmation, int? session, int expected)
    {
        Vector vector = Set("Conditions", "NotOnOrAfter", In(conditions))
            .And(Set("SubjectConfirmationData", "NotOnOrAfter", In(confirmation)))
            .And(Set("AuthnStatement", "SessionNotOnOrAfter", session is { } end ? In(end) : null))(new Vector());

        foreach (int skew in new[] { 0, 2, 10 })
        {
            Answer answer = await (vector with { ClockSkew = TimeSpan.FromMinutes(skew) }).ShouldAnswerAsync(None);

            answer.Store.Calls.Should().ContainSingle(name)
                .Which.ExpiresAt.Should().Be(Vector.Noon.AddMinutes(expected + skew + 20), name);
            answer.Result.Assertion!.NotOnOrAfter.Should().Be(
                Vector.Noon.AddMinutes(Math.Min(conditions, confirmation)), "the session is shown by itself");
        }
    }

    /// <summary>It can be accepted again by the second confirmation, long after the first one has ended.</summary>
    [Fact]
    [CatalogueRow("RP-4")]
    public async Task Of_several_confirmations_the_last_end_counts()
    {
        Vector vector = Set("SubjectConfirmationData", "NotOnOrAfter", In(1))
            .And(After("SubjectConfirmation", Confirmation(In(60))))
            .And(Set("Conditions", "NotOnOrAfter", In(60)))(new Vector());
        DateTimeOffset lastAcceptance = Vector.Noon.AddMinutes(60) + vector.ClockSkew;
        await (vector with { Now = lastAcceptance.AddTicks(-1) }).ShouldAnswerAsync(None);

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Store.Calls.Should().ContainSingle()
            .Which.ExpiresAt.Should().BeOnOrAfter(lastAcceptance + TimeSpan.FromMinutes(20));
    }

    /// <summary>The invariants of every vector say the same: a refused message is not remembered.</summary>
    [Fact]
    public async Task Nothing_is_remembered_for_a_message_that_Flex_refuses()
    {
        RecordingReplayStore store = new();
        Vector vector = new() { Store = store };

        await vector.Edit(x => x.Attribute("roles").Remove()).ShouldAnswerAsync(RequiredAttributeMissing);
        await Text("NameID", new string('x', 257))(vector).ShouldAnswerAsync(IdentityTooLong);
        store.Calls.Should().BeEmpty();

        await vector.ShouldAnswerAsync(None);
        store.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task Unless_set_the_store_is_the_one_of_the_process()
    {
        InMemoryReplayStore.Shared.Should().BeSameAs(InMemoryReplayStore.Shared);
        SamlValidatorOptions options = new()
        {
            ServiceProviderEntityId = Vector.EntityId,
            AssertionConsumerServiceUrl = Vector.ServiceUrl,
            IdentityProvider = TestKeys.Trust(TestKeys.Okta),
        };

        options.ReplayStore.Should().BeSameAs(InMemoryReplayStore.Shared);

        string key = ResponseTemplate.NewId();
        (await options.ReplayStore.TryAddAsync(key, Vector.Noon, default)).Should().BeTrue();
        (await InMemoryReplayStore.Shared.TryAddAsync(key, Vector.Noon, default)).Should().BeFalse();
    }

    private static string In(int minutes) => ResponseTemplate.FormatInstant(Vector.Noon.AddMinutes(minutes));

    private static XElement Confirmation(string end) => Element(
        "SubjectConfirmation",
        Attr("Method", Bearer),
        Element(
            "SubjectConfirmationData",
            Attr("InResponseTo", Vector.RequestId),
            Attr("NotOnOrAfter", end),
            Attr("Recipient", Vector.ServiceUrl)));
}
