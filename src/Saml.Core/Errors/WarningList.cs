namespace Saml.Core.Errors;

/// <summary>Collects the remarks on one message; most messages get none, and then nothing is made.</summary>
/// <param name="options">What the message is validated by; the words of a product depend on it.</param>
internal struct WarningList(SamlValidatorOptions options)
{
    private List<SamlWarning>? _warnings;

    public void Add(SamlWarningCode code, string message) =>
        (_warnings ??= []).Add(new SamlWarning(code, message, options));

    public void AddRange(IReadOnlyList<SamlWarning> warnings)
    {
        if (warnings.Count > 0)
        {
            (_warnings ??= []).AddRange(warnings);
        }
    }

    public readonly IReadOnlyList<SamlWarning> ToReadOnly() => _warnings is null ? [] : _warnings.AsReadOnly();
}
