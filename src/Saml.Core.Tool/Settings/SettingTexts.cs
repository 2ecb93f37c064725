using System.Globalization;

namespace Saml.Core.Tool.Settings;

/// <summary>Reads the texts of settings. What is wrong has the library's own code.</summary>
internal static class SettingTexts
{
    /// <summary>The values of <c>--signatures</c>.</summary>
    public static readonly (string Name, SignatureRequirement Value)[] Signatures =
    [
        ("both", SignatureRequirement.ResponseAndAssertion),
        ("response", SignatureRequirement.Response),
        ("assertion", SignatureRequirement.Assertion),
        ("either", SignatureRequirement.ResponseOrAssertion),
    ];

    public static SamlConfigurationException Problem(string detail) =>
        new([new SamlError(SamlErrorCode.OptionsInvalid, null, detail, "1", null)]);

    public static SignatureRequirement ReadSignatures(string text)
    {
        foreach ((string name, SignatureRequirement value) in Signatures)
        {
            if (Is(text, name) || Is(text, value.ToString()))
            {
                return value;
            }
        }

        throw Problem($"signatures is \"{text}\"; allowed are {string.Join(", ", Signatures.Select(one => one.Name))}");
    }

    /// <summary>For instance <c>90s</c>, <c>2m</c> or <c>00:02:00</c>.</summary>
    public static TimeSpan ReadSkew(string text)
    {
        if (text.Length > 1 && text[^1] is 's' or 'm'
            && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return text[^1] == 's' ? TimeSpan.FromSeconds(number) : TimeSpan.FromMinutes(number);
        }

        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan skew)
            ? skew
            : throw Problem($"skew is \"{text}\"; write 90s, 2m or 00:02:00");
    }

    public static DateTimeOffset ReadInstant(string text) => Instants.TryRead(text, out DateTimeOffset instant)
        ? instant
        : throw Problem($"at is \"{text}\", which is no instant such as 2026-01-31T09:30:00Z");

    /// <summary>The name of a product, or the beginning of one alone: <c>entra</c>, <c>entra-id</c>, <c>ping</c>.</summary>
    public static IdentityProviderPreset ReadPreset(string text)
    {
        string beginning = Letters(text);
        IdentityProviderPreset[] found = beginning.Length == 0
            ? []
            : [.. IdentityProviderPreset.All.Where(preset => Begins(preset, beginning))];
        return found switch
        {
            [IdentityProviderPreset preset] => preset,
            [] => throw Problem($"preset is \"{text}\"; known are {Names(IdentityProviderPreset.All)}"),
            _ => Array.Find(found, preset => Letters(preset.Name) == beginning) ?? throw Problem(
                $"preset is \"{text}\", with which {Names(found)} begin; known are {Names(IdentityProviderPreset.All)}"),
        };
    }

    private static bool Begins(IdentityProviderPreset preset, string beginning) =>
        Letters(preset.Name).StartsWith(beginning, StringComparison.Ordinal);

    private static string Names(IEnumerable<IdentityProviderPreset> presets) =>
        string.Join(", ", presets.Select(preset => preset.Name));

    // Blanks and punctuation are written in many ways: Entra ID, entra-id, SimpleSAMLphp, simple_saml_php.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
