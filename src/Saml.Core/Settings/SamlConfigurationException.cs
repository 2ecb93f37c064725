namespace Saml.Core;

/// <summary>
/// The configuration cannot be used. It is thrown where the configuration is made, never for a message, and lists
/// everything that is wrong at once.
/// </summary>
public sealed class SamlConfigurationException : ArgumentException
{
    internal SamlConfigurationException(IReadOnlyList<SamlError> errors)
        : base(string.Join(Environment.NewLine, errors))
    {
        Errors = errors;
    }

    /// <summary>The problems found, at least one.</summary>
    public IReadOnlyList<SamlError> Errors { get; }

    /// <summary>The code: that of the only problem, or <see cref="SamlErrorCode.OptionsInvalid"/> for several.</summary>
    public SamlErrorCode Code => Errors.Count == 1 ? Errors[0].Code : SamlErrorCode.OptionsInvalid;
}
