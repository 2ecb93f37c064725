using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Saml.Core.Tool;

/// <summary>Instants as they are written on a command line and in a result.</summary>
internal static class Instants
{
    private static readonly string[] s_forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>The option <c>--at</c>.</summary>
    public static Option<DateTimeOffset?> Option(string description) => new("--at")
    {
        Description = description + " For instance 2026-01-31T09:30:00Z.",
        HelpName = "instant",
        CustomParser = Parse,
    };

    /// <summary>Reads an instant; what names no zone is UTC.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text,
        s_forms,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out instant);

    /// <summary>For instance <c>2026-01-31T09:30:00Z</c>.</summary>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (TryRead(text, out DateTimeOffset instant))
        {
            return instant;
        }

        result.AddError($"--at: \"{text}\" is no instant such as 2026-01-31T09:30:00Z.");
        return null;
    }
}
