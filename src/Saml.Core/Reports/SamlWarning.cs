using Saml.Core.Errors;

namespace Saml.Core;

/// <summary>
/// Something worth a look about a message that was accepted. The text may name entity ids, URLs, instants, algorithms,
/// attributes, roles and certificates, never a NameID or an attribute's value.
/// </summary>
public sealed class SamlWarning
{
    internal SamlWarning(SamlWarningCode code, string message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>What was observed.</summary>
    public SamlWarningCode Code { get; }

    /// <summary>How much it matters; the same for every warning of a code.</summary>
    public SamlWarningSeverity Severity => WarningCatalogue.Describe(Code).Severity;

    /// <summary>The observation in one sentence, for logs and administrators.</summary>
    public string Message { get; }

    /// <summary>What to change, and where; null where nothing has to change.</summary>
    public string? Hint => WarningCatalogue.Describe(Code).Hint;

    /// <summary>The code's name and the message.</summary>
    /// <returns>For instance <c>Sha1Accepted: The Assertion is signed with SHA-1.</c></returns>
    public override string ToString() => $"{Code}: {Message}";
}
