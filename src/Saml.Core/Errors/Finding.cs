namespace Saml.Core.Errors;

/// <summary>
/// The answer of one rule: it holds, or it is broken, with the texts for the error. A default value, the answer of a rule
/// that forgot to give one, is broken. Texts are named as in <see cref="SamlError"/>; what each code wants in them stands in
/// <see cref="ErrorCatalogue"/>.
/// </summary>
internal readonly struct Finding
{
    private readonly bool _holds;

    // One more than the index, so that the default value names no node.
    private readonly int _nodeNumber;

    private Finding(string? expected, string? actual, string? subject, int node, string? hint)
    {
        Expected = expected;
        Actual = actual;
        Subject = subject;
        Hint = hint;
        _nodeNumber = node + 1;
    }

    private Finding(bool holds) => _holds = holds;

    public static Finding Holds => new(holds: true);

    public bool IsBroken => !_holds;

    public string? Expected { get; }

    public string? Actual { get; }

    public string? Subject { get; }

    /// <summary>The index of the element in the tree, or -1 when unknown.</summary>
    public int Node => _nodeNumber - 1;

    public string? Hint { get; init; }

    public string? IdentityProviderMessage { get; init; }

    public static Finding Broken(
        string? expected = null,
        string? actual = null,
        string? subject = null,
        int node = -1,
        string? hint = null)
    {
        return new Finding(expected, actual, subject, node, hint);
    }
}
