using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.AllVectors;

/// <summary>
/// What a validator answered to a row, with a logger at every level and listeners to all instruments, and where a text
/// of it shows personal data.
/// </summary>
internal sealed record EveryAnswer(
    string Name, SamlErrorCode Code, SamlErrorCode SecondCode, bool HasSecrets, IReadOnlyList<string> Leaks)
{
    private const int SurelyNoWord = 8;

    private static readonly Lazy<Task<IReadOnlyList<EveryAnswer>>> s_all = new(() => GiveAsync(EveryVector.All));

    /// <summary>The answers to all rows but the recorded messages, given once for all tests.</summary>
    public static Task<IReadOnlyList<EveryAnswer>> All => s_all.Value;

    public static async Task<IReadOnlyList<EveryAnswer>> GiveAsync(IEnumerable<EveryVectorRow> rows)
    {
        using CapturedTelemetry telemetry = new();
        List<EveryAnswer> answers = [];
        foreach (EveryVectorRow row in rows)
        {
            telemetry.Clear();
            answers.Add(await GiveAsync(row.Name, row.Open(), telemetry));
        }

        return answers;
    }

    // Once through each door: an accepted message is a replay the second time.
    private static async Task<EveryAnswer> GiveAsync(
        string name, EveryVectorMessage message, CapturedTelemetry telemetry)
    {
        CapturedLog log = new();
        List<string> texts = [.. ShownTexts.Of(message.Options, message.Options.IdentityProvider, message.Request)];
        SamlErrorCode code;
        SamlErrorCode secondCode;
        try
        {
            SamlResponseValidator validator = new(message.Options, log);
            SamlValidationResult result = await validator.ValidateAsync(message.FormValue, message.Request);
            SamlAssertionResult second = await validator.ValidateAssertionAsync(message.FormValue, message.Request);
            texts.AddRange(ShownTexts.Of(result));
            texts.AddRange(ShownTexts.Of(second));
            code = result.Error?.Code ?? SamlErrorCode.None;
            secondCode = second.Error?.Code ?? SamlErrorCode.None;
        }
        catch (SamlConfigurationException exception)
        {
            texts.AddRange(ShownTexts.Of(exception));
            texts.AddRange(exception.Errors.SelectMany(ShownTexts.Of));
            code = exception.Code;
            secondCode = exception.Code;
        }

        texts.AddRange(ShownTexts.Of(log));
        texts.AddRange(telemetry.Texts());
        return new EveryAnswer(name, code, secondCode, message.Secrets.Count > 0, [.. FindLeaks(message, texts)]);
    }

    private static IEnumerable<string> FindLeaks(EveryVectorMessage message, List<string> texts)
    {
        SamlValidatorOptions options = message.Options;
        string[] configured =
        [
            options.IdentityProvider.EntityId,
            options.ServiceProviderEntityId,
            options.AssertionConsumerServiceUrl,
            .. options.IdentityProvider.Keys.Select(key => key.Subject),
        ];
        string[] secrets = [.. message.Secrets.Where(secret => !configured.Any(text => text.Contains(secret)))];
        return from text in texts.Distinct()
               from secret in secrets
               where Shows(text, secret)
               select $"\"{secret}\" in: {text}";
    }

    // A short one may be part of a longer word by chance: "come" of "outcome".
    private static bool Shows(string text, string secret)
    {
        int at = text.IndexOf(secret, StringComparison.Ordinal);
        while (at >= 0)
        {
            int end = at + secret.Length;
            bool isWord = (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isWord || secret.Length >= SurelyNoWord)
            {
                return true;
            }

            at = text.IndexOf(secret, at + 1, StringComparison.Ordinal);
        }

        return false;
    }
}
