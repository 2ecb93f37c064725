namespace Saml.Core.Tests.Corpus;

/// <summary>
/// The answer to a message: the code of its refusal, None for none. Where already the configuration is refused, such
/// as an http URL, the second code is the answer to the message itself.
/// </summary>
internal readonly record struct CorpusAnswer(SamlErrorCode Code, SamlErrorCode OfMessage)
{
    public CorpusAnswer(SamlErrorCode code)
        : this(code, code)
    {
    }

    public override string ToString() => Code == OfMessage ? $"{Code}" : $"{Code}, the message itself {OfMessage}";
}

/// <summary>
/// A recorded message that is answered otherwise than its index says, and why that is right. A row that no longer is
/// fails the test, so that the list cannot outlive its reasons.
/// </summary>
internal sealed record CorpusException(string File, SamlErrorCode Code, string Reason, SamlErrorCode? OfMessage = null)
{
    public CorpusAnswer Answer => new(Code, OfMessage ?? Code);
}

/// <summary>
/// A message that is called an attack or a mistake, and that is accepted under the settings of its row, with the
/// setting under which it is one.
/// </summary>
internal sealed record HarmlessMessage(
    string File, string Reason, Func<CorpusSettings, CorpusSettings> Change, SamlErrorCode Code);
