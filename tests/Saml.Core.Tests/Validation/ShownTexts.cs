namespace Saml.Core.Tests.Validation;

/// <summary>
/// The texts that somebody may log or show to an administrator, but for hints, or the part of them, that are the same for every message.
/// </summary>
internal static class ShownTexts
{
    public static IEnumerable<string> Of(SamlValidationResult result) =>
    [
        .. Of(result.ToString(), result.Identity, result.Identity?.Roles.Count),
        .. Of(result.Assertion),
        .. Of(result.Error),
        .. result.Warnings.SelectMany(Of),
    ];

    public static IEnumerable<string> Of(SamlAssertionResult result) =>
        [result.ToString(), .. Of(result.Assertion), .. Of(result.Error), .. result.Warnings.SelectMany(Of)];

    public static IEnumerable<string> Of(SamlError? error) => error is null
        ? []
        : Of(
            error,
            error.Id,
            error.Message,
            error.Expected,
            error.Actual,
            CauseOf(error),
            error.HelpLink,
            error.Location,
            new SamlValidationException(error));

    /// <summary>Without what was logged at the start, before there was a message.</summary>
    public static IEnumerable<string> Of(CapturedLog log) => log.OfMessages.SelectMany(entry => Of(
        [entry.EventId, entry.Message, entry.Exception, .. entry.State.Select(pair => pair.Value)]));

    public static IEnumerable<string> Of(params object?[] shown) => shown.Select(value => value?.ToString() ?? "");

    // What follows the cause is of a table, in the words of products.
    private static string? CauseOf(SamlError error)
    {
        string? cause = Cause(error);
        return cause == Cause(new SamlError(error.Code, null, null, null, null)) ? null : cause;

        static string? Cause(SamlError error) => error.Hint?.Split(" Change: ")[0];
    }

    private static IEnumerable<string> Of(SamlAssertion? assertion)
    {
        IReadOnlyList<SamlAttribute> attributes = assertion?.Attributes ?? [];
        return Of([assertion, .. attributes, .. attributes.SelectMany(attribute => attribute.Values)]);
    }

    private static IEnumerable<string> Of(SamlWarning warning) => Of(warning, warning.Message);
}
