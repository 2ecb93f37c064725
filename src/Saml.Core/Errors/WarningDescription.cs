namespace Saml.Core.Errors;

/// <summary>What every warning of a code has in common.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Change">What to change; null where nothing has to change.</param>
/// <param name="Setting">The setting at the identity provider that it is about.</param>
/// <param name="Usual">The product that is told of where none is known.</param>
internal readonly record struct WarningDescription(
    SamlWarningSeverity Severity,
    string? Change = null,
    IdentityProviderSetting? Setting = null,
    IdentityProviderPreset? Usual = null)
{
    /// <summary>The change, and the words that a product has for the setting.</summary>
    public string? ToHint(IdentityProviderPreset? preset) =>
        Setting is { } setting && (preset ?? Usual) is { } product && product.Settings.TryGetValue(setting, out string? words)
            ? $"{Change} {product.Name}: {words}."
            : Change;
}
