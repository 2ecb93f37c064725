namespace Saml.Core.Errors;

/// <summary>
/// The one exception by which reading, verifying and the rules refuse a message; only the validator and the explainer
/// catch it. Its texts may come from the message as they are: <see cref="SamlError"/> caps and escapes them.
/// </summary>
internal sealed class SamlRejection : Exception
{
    public SamlRejection(SamlErrorCode code, string? expected = null, string? actual = null, string? subject = null)
    {
        Code = code;
        Expected = expected;
        Actual = actual;
        Subject = subject;
    }

    public SamlErrorCode Code { get; }

    public string? Expected { get; }

    public string? Actual { get; }

    public string? Subject { get; }

    /// <summary>The place in the XML, worked out while the message is still there.</summary>
    public SamlLocation? Location { get; init; }

    public string? Hint { get; init; }

    public string? IdentityProviderMessage { get; init; }

    public override string Message => Code.ToString();

    /// <summary>The same with a cause that was recognised.</summary>
    public SamlRejection With(string hint) => new(Code, Expected, Actual, Subject)
    {
        Location = Location,
        Hint = hint,
        IdentityProviderMessage = IdentityProviderMessage,
    };

    /// <summary>The same for callers; the options tell the hint what was configured.</summary>
    public SamlError ToError(SamlValidatorOptions? options = null) =>
        new(Code, Expected, Actual, Subject, Location, Hint, IdentityProviderMessage, options);
}
