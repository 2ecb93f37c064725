using System.Text;

namespace Saml.Core.Errors;

/// <summary>A cause that can be recognised, in one sentence, and what to change then.</summary>
internal sealed record Cause(string Sentence, Func<Symptom, bool> IsRecognised)
{
    /// <summary>What stands between the cause and what mends it.</summary>
    public const string ChangeMark = " Change: ";

    // Of products that have words for the same setting, the first ones are met with Flex; more would be no hint.
    private const int MaxProducts = 6;

    /// <summary>What this side changes; null: what the first of <see cref="Settings"/> is to become.</summary>
    public string? Change { get; init; }

    /// <summary>The settings at the identity provider.</summary>
    public IdentityProviderSetting[] Settings { get; init; } = [];

    /// <summary>The one product that does this; null: any.</summary>
    public IdentityProviderPreset? Product { get; init; }

    /// <summary>The sentence and the change, in the words of the product where it is known.</summary>
    public string ToHint(IdentityProviderPreset? preset)
    {
        StringBuilder hint = new(Sentence);
        hint.Append(ChangeMark).Append(Change ?? IdentityProviderCatalogue.Describe(Settings[0])).Append('.');
        int named = 0;
        foreach (IdentityProviderPreset product in preset is null ? IdentityProviderPreset.All : [preset])
        {
            bool isMeant = preset is not null || Product is null || Product == product;
            string words = isMeant ? Words(product) : "";
            if (words.Length > 0 && named++ < MaxProducts)
            {
                hint.Append(' ').Append(product.Name).Append(": ").Append(words).Append('.');
            }
        }

        return SafeText.Of(hint.ToString(), SafeText.MaxListLength);
    }

    private string Words(IdentityProviderPreset product) => string.Join(
        "; ", Settings.Where(setting => Knows(product, setting)).Select(setting => product.Settings[setting]).Distinct());

    // Of a product that is not set up to sign both, one of the two settings is enough; together they contradict each other.
    private bool Knows(IdentityProviderPreset product, IdentityProviderSetting setting)
    {
        bool isSecond = setting != Settings[0] && setting == IdentityProviderSetting.SignAssertion;
        return product.Settings.ContainsKey(setting)
            && (!isSecond || product.RequiredSignatures == SignatureRequirement.ResponseAndAssertion);
    }
}
