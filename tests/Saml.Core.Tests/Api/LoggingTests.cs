using Microsoft.Extensions.Logging;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Api;

/// <summary>
/// Event ids and names are stable, and no personal data are logged at any level: the invariants of every vector search
/// the log for them.
/// </summary>
public sealed class LoggingTests
{
    private static readonly DateTimeOffset s_end = Vector.Noon.AddDays(100);

    private static readonly Lazy<TestIdentityProvider> s_ending =
        new(() => TestIdentityProvider.Create(notBefore: s_end.AddDays(-100), notAfter: s_end));

    [Fact]
    public async Task An_accepted_message_is_logged_by_its_ids()
    {
        Vector vector = new();

        CapturedLog.Entry entry = (await vector.ShouldAnswerAsync(None)).Log.OfMessages.Should().ContainSingle().Which;

        entry.EventId.Should().Be(new EventId(1, "Accepted"));
        entry.Level.Should().Be(LogLevel.Debug);
        entry.Message.Should().Be(
            $"Accepted assertion {vector.Template.AssertionId} of {TestIdentityProvider.ExampleEntityId}");
    }

    [Fact]
    public async Task A_refused_message_is_logged_by_its_error()
    {
        Answer answer = await (new Vector() with { Request = ExpectedRequest.None })
            .ShouldAnswerAsync(InResponseToUnexpected);

        CapturedLog.Entry entry = answer.Log.OfMessages.Should().ContainSingle().Which;
        entry.EventId.Should().Be(new EventId(2, "Refused"));
        entry.Level.Should().Be(LogLevel.Warning);
        entry.Message.Should().Contain("SAML2015").And.Contain(answer.Result.Error!.Message);
    }

    /// <summary>A logger may take objects apart: an error would show it the identity provider's words.</summary>
    [Fact]
    public async Task What_is_logged_are_texts_and_numbers_not_objects()
    {
        Answer refused = await (new Vector() with { Request = ExpectedRequest.None })
            .ShouldAnswerAsync(InResponseToUnexpected);
        Answer accepted = await new Vector().ShouldAnswerAsync(None);

        IEnumerable<object?> logged = refused.Log.Entries.Concat(accepted.Log.Entries)
            .SelectMany(entry => entry.State.Select(pair => pair.Value));

        logged.Should().OnlyContain(value => value is string || value is int);
    }

    [Fact]
    public async Task A_failing_store_is_logged_with_what_it_threw()
    {
        IOException failure = new("no connection");
        Vector vector = new() { Store = new((_, _) => throw failure) };

        Answer answer = await vector.ShouldAnswerAsync(ReplayStoreUnavailable);

        answer.Log.OfMessages.Select(entry => entry.EventId)
            .Should().Equal(new EventId(3, "ReplayStoreFailed"), new EventId(2, "Refused"));
        answer.Log.OfMessages[0].Exception.Should().BeSameAs(failure);
    }

    [Fact]
    public async Task A_warning_is_logged_before_the_acceptance()
    {
        Vector vector = Change.Text("NameID", " jane.doe@example.com")(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Log.OfMessages.Select(entry => (entry.EventId, entry.Level)).Should().Equal(
            (new EventId(4, "AcceptedWithWarning"), LogLevel.Information),
            (new EventId(1, "Accepted"), LogLevel.Debug));
        answer.Log.OfMessages[0].Message.Should().Contain(vector.Template.AssertionId)
            .And.Contain("NameIdSurroundingWhiteSpace").And.Contain(answer.Result.Warnings[0].Message);
    }

    /// <summary>Its warnings would say that it was accepted.</summary>
    [Fact]
    public async Task No_warning_is_logged_of_a_replay()
    {
        Vector vector = Change.Text("NameID", " jane.doe@example.com")(new Vector()) with
        {
            Store = new((_, _) => ValueTask.FromResult(false)),
        };

        Answer answer = await vector.ShouldAnswerAsync(ReplayDetected);

        answer.Log.OfMessages.Select(entry => entry.EventId).Should().Equal(new EventId(2, "Refused"));
    }

    [Fact]
    public void The_settings_are_logged_at_the_start()
    {
        CapturedLog.Entry entry = StartOf(new Vector()).Should().ContainSingle().Which;

        entry.EventId.Should().Be(new EventId(12, "Made"));
        entry.Level.Should().Be(LogLevel.Information);
        entry.Message.Should().Be(
            $"Validates responses of {TestIdentityProvider.ExampleEntityId} to {Vector.EntityId} at "
            + $"{Vector.ServiceUrl}: ResponseAndAssertion signed, by one of 1 certificates; clocks may differ by 00:02:00");
    }

    [Fact]
    public void What_is_dangerous_is_logged_at_the_start()
    {
        Vector vector = new() { Dangerous = new DangerousOptions { AllowSha1 = true, MinimumRsaKeyBits = 1024 } };

        IEnumerable<CapturedLog.Entry> entries = StartOf(vector).Where(entry => entry.EventId.Id != 12);

        entries.Select(entry => entry.EventId)
            .Should().Equal(new EventId(10, "Sha1Allowed"), new EventId(11, "SmallKeysAllowed"));
        entries.Should().OnlyContain(entry => entry.Level == LogLevel.Warning);
        entries.Last().Message.Should().Contain("1024");
    }

    /// <summary>Days from the end of the certificate, which is valid for a hundred; an end is itself inside.</summary>
    [Theory]
    [InlineData("long before its end", -61, null)]
    [InlineData("sixty days before its end", -60, null)]
    [InlineData("less than sixty days before its end", -59, "CertificateExpiresSoon")]
    [InlineData("at its end", 0, "CertificateExpiresSoon")]
    [InlineData("after its end", 1, "CertificateExpired")]
    [InlineData("before its beginning", -101, "CertificateNotYetValid")]
    public void A_certificate_near_its_end_is_logged_at_the_start(string name, int days, string? expected)
    {
        Vector vector = new()
        {
            Now = s_end.AddDays(days),
            IdentityProvider = TestKeys.Trust(s_ending.Value),
        };

        CapturedLog.Entry[] entries = [.. StartOf(vector).Where(entry => entry.EventId.Id > 12)];

        entries.Select(entry => entry.EventId.Name).Should().Equal(expected is null ? [] : [expected], name);
        foreach (CapturedLog.Entry entry in entries)
        {
            entry.Level.Should().Be(LogLevel.Warning);
            entry.Message.Should().Contain(s_ending.Value.Certificate.Subject);
        }

        StartOf(vector with { CertificateExpiry = CertificateExpiryPolicy.Ignore })
            .Should().ContainSingle("the policy is to ignore it");
    }

    [Fact]
    public async Task A_message_that_is_not_even_XML_shows_nothing_of_its_content()
    {
        Vector vector = new Vector().Tamper("</saml2:NameID>", "</saml2:NameId>");

        Answer answer = await vector.ShouldAnswerAsync(MalformedXml);

        answer.Secrets.Should().Contain("jane.doe@example.com");
    }

    private static IReadOnlyList<CapturedLog.Entry> StartOf(Vector vector)
    {
        CapturedLog log = new();
        _ = new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore()), log);
        return log.Entries;
    }
}
