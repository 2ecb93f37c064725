namespace Saml.Core.Errors;

/// <summary>
/// The answer of one rule: it holds, or it is broken, with the texts for the error. A default value, the answer of a rule
/// that forgot to give one, is broken. Texts are named as in <see cref="SamlError"/>; what each code wants in them stands in
/// <see cref="ErrorCatalogue"/>.
/// </summary>
internal readonly struct Finding
{
    private readonly Texts? _texts;
    private readonly bool _holds;

    private Finding(Texts texts) => _texts = texts;

    private Finding(bool holds) => _holds = holds;

    public static Finding Holds => new(holds: true);

    public bool IsBroken => !_holds;

    public string? Expected => _texts?.Expected;

    public string? Actual => _texts?.Actual;

    public string? Subject => _texts?.Subject;

    /// <summary>The index of the element in the tree, or -1 when unknown.</summary>
    public int Node => _texts?.Node ?? -1;

    /// <summary>
    /// A cause that the rule itself has found, in one sentence, and perhaps after "Change:" what mends it; without, what
    /// usually mends the code is added.
    /// </summary>
    public string? Hint
    {
        get => _texts?.Hint;
        init => _texts = (_texts ?? new Texts()) with { Hint = value };
    }

    public string? IdentityProviderMessage
    {
        get => _texts?.IdentityProviderMessage;
        init => _texts = (_texts ?? new Texts()) with { IdentityProviderMessage = value };
    }

    public static Finding Broken(
        string? expected = null,
        string? actual = null,
        string? subject = null,
        int node = -1,
        string? hint = null)
    {
        return new Finding(new Texts { Expected = expected, Actual = actual, Subject = subject, Node = node, Hint = hint });
    }

    // Of a broken rule alone: the many answers that a rule holds are as small as they can be.
    private sealed record Texts
    {
        public string? Expected { get; init; }

        public string? Actual { get; init; }

        public string? Subject { get; init; }

        public int Node { get; init; } = -1;

        public string? Hint { get; init; }

        public string? IdentityProviderMessage { get; init; }
    }
}
