namespace Saml.Core;

/// <summary>
/// Thrown where a caller required an identity and the message has none, because it broke a rule. Its message is that
/// of the error, for logs and administrators; show end users nothing but <see cref="SamlError.Id"/>.
/// </summary>
public sealed class SamlValidationException : Exception
{
    internal SamlValidationException(SamlError error)
        : base(error.ToString())
    {
        Error = error;
    }

    /// <summary>The rule that the message broke.</summary>
    public SamlError Error { get; }
}
