namespace Saml.Core;

/// <summary>How much a <see cref="SamlWarning"/> matters.</summary>
public enum SamlWarningSeverity
{
    /// <summary>Worth knowing; nothing needs to change.</summary>
    Information,

    /// <summary>Something is, or will be, other than its administrator meant it.</summary>
    Warning,
}
