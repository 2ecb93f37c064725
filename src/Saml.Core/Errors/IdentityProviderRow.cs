namespace Saml.Core.Errors;

/// <summary>What the catalogue holds about one product; <see cref="IdentityProviderPreset"/> says what each part is.</summary>
internal sealed record IdentityProviderRow(string Name, SignatureRequirement RequiredSignatures)
{
    /// <summary>What its entity ids hold, unless somebody has chosen another.</summary>
    public required string EntityIdMark { get; init; }

    public TimeSpan? UsualNotBefore { get; init; }

    public TimeSpan? UsualNotOnOrAfter { get; init; }

    public required string[] Quirks { get; init; }

    /// <summary>Without a full stop, so that a sentence or a list can be made of each.</summary>
    public required Dictionary<IdentityProviderSetting, string> Settings { get; init; }
}
