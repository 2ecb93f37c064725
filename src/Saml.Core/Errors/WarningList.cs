namespace Saml.Core.Errors;

/// <summary>Collects the remarks on one message; most messages get none, and then nothing is made.</summary>
internal struct WarningList
{
    private List<SamlWarning>? _warnings;

    public void Add(SamlWarningCode code, string message) => (_warnings ??= []).Add(new SamlWarning(code, message));

    public void AddRange(IReadOnlyList<SamlWarning> warnings)
    {
        if (warnings.Count > 0)
        {
            (_warnings ??= []).AddRange(warnings);
        }
    }

    public readonly IReadOnlyList<SamlWarning> ToReadOnly() => _warnings is null ? [] : _warnings.AsReadOnly();
}
