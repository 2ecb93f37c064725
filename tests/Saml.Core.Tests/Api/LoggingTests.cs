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
    [Fact]
    public async Task An_accepted_message_is_logged_by_its_ids()
    {
        Vector vector = new();

        CapturedLog.Entry entry = (await vector.ShouldAnswerAsync(None)).Log.Entries.Should().ContainSingle().Which;

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

        CapturedLog.Entry entry = answer.Log.Entries.Should().ContainSingle().Which;
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

        answer.Log.Entries.Select(entry => entry.EventId)
            .Should().Equal(new EventId(3, "ReplayStoreFailed"), new EventId(2, "Refused"));
        answer.Log.Entries[0].Exception.Should().BeSameAs(failure);
    }

    [Fact]
    public void What_is_dangerous_is_logged_at_the_start()
    {
        CapturedLog log = new();
        Vector vector = new() { Dangerous = new DangerousOptions { AllowSha1 = true, MinimumRsaKeyBits = 1024 } };

        _ = new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore()), log);

        log.Entries.Select(entry => entry.EventId)
            .Should().Equal(new EventId(10, "Sha1Allowed"), new EventId(11, "SmallKeysAllowed"));
        log.Entries.Should().OnlyContain(entry => entry.Level == LogLevel.Warning);
        log.Entries[1].Message.Should().Contain("1024");
    }

    [Fact]
    public void Without_anything_dangerous_nothing_is_logged_at_the_start()
    {
        CapturedLog log = new();

        _ = new SamlResponseValidator(new Vector().ToOptions(new RecordingReplayStore()), log);

        log.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_message_that_is_not_even_XML_shows_nothing_of_its_content()
    {
        Vector vector = new Vector().Tamper("</saml2:NameID>", "</saml2:NameId>");

        Answer answer = await vector.ShouldAnswerAsync(MalformedXml);

        answer.Secrets.Should().Contain("jane.doe@example.com");
    }
}
