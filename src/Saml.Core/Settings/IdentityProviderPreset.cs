using Saml.Core.Errors;

namespace Saml.Core;

/// <summary>
/// What is known of an identity provider's product when it is set up for Twilio Flex: which signatures it makes, and what
/// its console calls the settings that matter. It decides nothing by itself; it is put into
/// <see cref="SamlValidatorOptions.RequiredSignatures"/> and <see cref="SamlValidatorOptions.Preset"/>.
/// </summary>
/// <remarks>
/// <see cref="CreateOptions"/> is enough for a start. To set more, write the options out:
/// <code>
/// new SamlValidatorOptions
/// {
///     ServiceProviderEntityId = connection.ServiceProviderEntityId,
///     AssertionConsumerServiceUrl = connection.AssertionConsumerServiceUrl,
///     IdentityProvider = identityProvider,
///     RequiredSignatures = IdentityProviderPreset.Google.RequiredSignatures,
///     Preset = IdentityProviderPreset.Google,
///     ClockSkew = TimeSpan.FromMinutes(1),
/// }
/// </code>
/// </remarks>
public sealed class IdentityProviderPreset
{
    private IdentityProviderPreset(IdentityProviderRow row)
    {
        Name = row.Name;
        EntityIdMark = row.EntityIdMark;
        RequiredSignatures = row.RequiredSignatures;
        UsualNotBefore = row.UsualNotBefore;
        UsualNotOnOrAfter = row.UsualNotOnOrAfter;
        Quirks = Array.AsReadOnly(row.Quirks);
        Settings = row.Settings.AsReadOnly();
    }

    /// <summary>Okta Workforce Identity.</summary>
    public static IdentityProviderPreset Okta { get; } = new(IdentityProviderCatalogue.Okta);

    /// <summary>Microsoft Entra ID.</summary>
    public static IdentityProviderPreset EntraId { get; } = new(IdentityProviderCatalogue.EntraId);

    /// <summary>Google Workspace.</summary>
    public static IdentityProviderPreset Google { get; } = new(IdentityProviderCatalogue.Google);

    /// <summary>Auth0, the SAML2 Web App add-on.</summary>
    public static IdentityProviderPreset Auth0 { get; } = new(IdentityProviderCatalogue.Auth0);

    /// <summary>Active Directory Federation Services.</summary>
    public static IdentityProviderPreset Adfs { get; } = new(IdentityProviderCatalogue.Adfs);

    /// <summary>OneLogin.</summary>
    public static IdentityProviderPreset OneLogin { get; } = new(IdentityProviderCatalogue.OneLogin);

    /// <summary>PingOne.</summary>
    public static IdentityProviderPreset PingOne { get; } = new(IdentityProviderCatalogue.PingOne);

    /// <summary>Keycloak.</summary>
    public static IdentityProviderPreset Keycloak { get; } = new(IdentityProviderCatalogue.Keycloak);

    /// <summary>Salesforce as an identity provider.</summary>
    public static IdentityProviderPreset Salesforce { get; } = new(IdentityProviderCatalogue.Salesforce);

    /// <summary>The Shibboleth Identity Provider.</summary>
    public static IdentityProviderPreset Shibboleth { get; } = new(IdentityProviderCatalogue.Shibboleth);

    /// <summary>SimpleSAMLphp as an identity provider.</summary>
    public static IdentityProviderPreset SimpleSamlPhp { get; } = new(IdentityProviderCatalogue.SimpleSamlPhp);

    /// <summary>Every preset, those that are met most often with Flex first.</summary>
    public static IReadOnlyList<IdentityProviderPreset> All { get; } = Array.AsReadOnly<IdentityProviderPreset>(
        [Okta, EntraId, Google, Auth0, Adfs, OneLogin, PingOne, Keycloak, Salesforce, Shibboleth, SimpleSamlPhp]);

    /// <summary>The product's name, for instance <c>Entra ID</c>.</summary>
    public string Name { get; }

    /// <summary>The signatures that it makes once it is set up for Flex.</summary>
    public SignatureRequirement RequiredSignatures { get; }

    /// <summary>Conditions/@NotBefore less IssueInstant, as recorded or documented; null where neither is known.</summary>
    public TimeSpan? UsualNotBefore { get; }

    /// <summary>Conditions/@NotOnOrAfter less IssueInstant, as recorded or documented; null where neither is known.</summary>
    public TimeSpan? UsualNotOnOrAfter { get; }

    /// <summary>What it does otherwise than one would expect, a sentence each.</summary>
    public IReadOnlyList<string> Quirks { get; }

    /// <summary>
    /// What to set, and where, in the words of the product's own console or files; a setting is missing where the product
    /// has none or its words are not known.
    /// </summary>
    public IReadOnlyDictionary<IdentityProviderSetting, string> Settings { get; }

    /// <summary>The preset of this name; null when there is none.</summary>
    /// <param name="name">A <see cref="Name"/>, whatever its case and without regard to blanks: <c>entraid</c>.</param>
    /// <returns>The preset.</returns>
    public static IdentityProviderPreset? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(preset => Squeeze(preset.Name).Equals(Squeeze(name), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Options for a Flex connection, with everything else at its default.</summary>
    /// <param name="identityProvider">The identity provider, a set-up of this product.</param>
    /// <param name="connection">The Flex connection.</param>
    /// <returns>Options with <see cref="RequiredSignatures"/> and this preset.</returns>
    public SamlValidatorOptions CreateOptions(IdentityProvider identityProvider, FlexConnection connection)
    {
        ArgumentNullException.ThrowIfNull(identityProvider);
        ArgumentNullException.ThrowIfNull(connection);
        return new SamlValidatorOptions
        {
            ServiceProviderEntityId = connection.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = connection.AssertionConsumerServiceUrl,
            IdentityProvider = identityProvider,
            RequiredSignatures = RequiredSignatures,
            Preset = this,
        };
    }

    /// <summary>The product that is configured, or whose entity ids the configured identity provider's looks like.</summary>
    internal static IdentityProviderPreset? Of(SamlValidatorOptions? options) =>
        options is null ? null : options.Preset ?? OfEntityId(options.IdentityProvider.EntityId);

    /// <summary>The preset of the product whose entity ids look like this one; null when none does.</summary>
    internal static IdentityProviderPreset? OfEntityId(string entityId) =>
        All.FirstOrDefault(preset => entityId.Contains(preset.EntityIdMark, StringComparison.Ordinal));

    private string EntityIdMark { get; }

    /// <summary>The product's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private static string Squeeze(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
