using Saml.Core.Errors;

namespace Saml.Core;

/// <summary>
/// Something worth a look about a message that was accepted. The text may name entity ids, URLs, instants, algorithms,
/// attributes, roles and certificates, never a NameID or an attribute's value.
/// </summary>
public sealed class SamlWarning
{
    private readonly SamlValidatorOptions? _options;

    internal SamlWarning(SamlWarningCode code, string message, SamlValidatorOptions? options)
    {
        Code = code;
        Message = message;
        _options = options;
    }

    /// <summary>What was observed.</summary>
    public SamlWarningCode Code { get; }

    /// <summary>How much it matters; the same for every warning of a code.</summary>
    public SamlWarningSeverity Severity => WarningCatalogue.Describe(Code).Severity;

    /// <summary>The observation in one sentence, for logs and administrators.</summary>
    public string Message { get; }

    /// <summary>
    /// What to change, and where, in the words of the identity provider's product where that is known; null where nothing has
    /// to change.
    /// </summary>
    public string? Hint => WarningCatalogue.Describe(Code).ToHint(IdentityProviderPreset.Of(_options));

    /// <summary>The code's name and the message.</summary>
    /// <returns>For instance <c>Sha1Accepted: The Assertion is signed with SHA-1.</c></returns>
    public override string ToString() => $"{Code}: {Message}";
}
