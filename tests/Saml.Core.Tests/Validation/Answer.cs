using Microsoft.Extensions.Logging;

namespace Saml.Core.Tests.Validation;

/// <summary>What a validator answered, with what it logged and stored on the way.</summary>
internal sealed record Answer(
    SamlValidationResult Result, CapturedLog Log, RecordingReplayStore Store, IReadOnlyList<string> Secrets)
{
    public SamlErrorCode Code => Result.Error?.Code ?? SamlErrorCode.None;

    /// <summary>What holds for every answer, accepted or refused.</summary>
    public void CheckInvariants()
    {
        if (Result.IsValid)
        {
            CheckAccepted();
        }
        else
        {
            CheckRefused(Result.Error);
        }

        foreach (string text in ShownTexts.Of(Result).Concat(ShownTexts.Of(Log)))
        {
            foreach (string secret in Secrets)
            {
                text.Should().NotContain(secret, "no personal data belong in a text for logs");
            }
        }
    }

    private void CheckAccepted()
    {
        Result.Error.Should().BeNull();
        Result.Identity.Should().BeSameAs(Result.GetRequiredIdentity());
        Result.Assertion.Should().NotBeNull();
        Result.Warnings.Where(warning => !warning.Message.EndsWith('.')).Should().BeEmpty("a warning is a sentence");
        Store.Calls.Should().NotBeEmpty("an accepted assertion is remembered");
        Log.Entries[^1].Level.Should().Be(LogLevel.Debug);
    }

    private void CheckRefused(SamlError error)
    {
        Result.IsValid.Should().BeFalse();
        Result.Identity.Should().BeNull();
        Result.Assertion.Should().BeNull();
        Result.Warnings.Should().BeEmpty();
        Result.Invoking(result => result.GetRequiredIdentity())
            .Should().Throw<SamlValidationException>().Which.Error.Should().BeSameAs(error);
        error.Id.Should().Be($"SAML{(int)error.Code}");
        error.Message.Should().NotBeNullOrWhiteSpace();
        error.HelpLink.Should().Be($"docs/errors.md#saml{(int)error.Code}");
        if (error.Code is not (SamlErrorCode.ReplayDetected or SamlErrorCode.ReplayStoreUnavailable))
        {
            Store.Calls.Should().BeEmpty("a refused message is not remembered");
        }
    }
}
