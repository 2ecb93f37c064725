using System.Text;
using Saml.Core.Errors;

namespace Saml.Core.Tests.Architecture;

/// <summary>The block of docs/errors.md that shows a preset: written from its data, so that neither can drift.</summary>
internal static class PresetBlock
{
    public static string Write(IdentityProviderPreset preset)
    {
        StringBuilder block = new($"`RequiredSignatures`: `{preset.RequiredSignatures}`.");
        if (preset is { UsualNotBefore: { } start, UsualNotOnOrAfter: { } end })
        {
            string before = start == TimeSpan.Zero ? "when it is issued" : $"{SafeText.Of(-start)} before it is issued";
            block.Append($" Usually valid from {before} to {SafeText.Of(end)} after.");
        }

        block.Append("\n\n");
        foreach ((IdentityProviderSetting setting, string words) in preset.Settings)
        {
            block.Append($"- *{setting}*: {Escape(words)}\n");
        }

        block.Append("\nWorth knowing:\n\n");
        foreach (string quirk in preset.Quirks)
        {
            block.Append($"- {Escape(quirk)}\n");
        }

        return block.ToString().TrimEnd('\n');
    }

    // Markdown would take <tenant> for an element.
    private static string Escape(string text) => text.Replace("<", "\\<", StringComparison.Ordinal);
}
