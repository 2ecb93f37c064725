namespace Saml.Core.Errors;

/// <summary>
/// The answer of one rule: it holds (the default), or it is broken, with the texts for the error. Texts are named as in
/// <see cref="SamlError"/>; what each code wants in them stands in <see cref="ErrorCatalogue"/>.
/// </summary>
internal readonly struct Finding
{
    // One more than the index, so that the default value names no node.
    private readonly int _nodeNumber;

    private Finding(string? expected, string? actual, string? subject, int node, string? hint)
    {
        IsBroken = true;
        Expected = expected;
        Actual = actual;
        Subject = subject;
        Hint = hint;
        _nodeNumber = node + 1;
    }

    public static Finding Holds => default;

    public bool IsBroken { get; }

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
