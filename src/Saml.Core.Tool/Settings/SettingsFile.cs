using System.Text.Json;

namespace Saml.Core.Tool.Settings;

/// <summary>
/// A JSON file with settings: one object, its members named like the options of the command line. What it does not know
/// is an error, so that a misspelt setting is not taken for an absent one.
/// </summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions s_json = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static ExplainSettings Read(string path, Terminal terminal)
    {
        byte[] octets = Files.Read(path, terminal, ExitCode.Usage);
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutMark(octets), s_json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? ReadObject(document.RootElement, path)
                : throw SettingTexts.Problem($"{path} is no JSON object");
        }
        catch (JsonException problem)
        {
            throw SettingTexts.Problem($"{path} is no JSON: line {problem.LineNumber + 1}");
        }
        catch (InvalidOperationException)
        {
            // What the platform's reader of JSON says of a string only once it is asked for it.
            throw SettingTexts.Problem($"{path} has a string that is no Unicode: half a pair of \\u…, or not UTF-8");
        }
    }

    // Some editors begin a file with a byte order mark.
    private static ReadOnlyMemory<byte> WithoutMark(byte[] octets) =>
        octets is [0xEF, 0xBB, 0xBF, ..] ? octets.AsMemory(3) : octets;

    private static ExplainSettings ReadObject(JsonElement json, string path)
    {
        ExplainSettings settings = new();
        foreach (JsonProperty member in json.EnumerateObject())
        {
            settings = member.Name switch
            {
                "entityId" => settings with { EntityId = Text(member) },
                "acs" => settings with { Acs = Text(member) },
                "connection" => settings with { Connection = Text(member) },
                "issuer" => settings with { Issuer = Text(member) },
                "certificate" => settings with { Certificates = [.. Texts(member).Select(file => Beside(path, file))] },
                "signatures" => settings with { Signatures = Text(member) },
                "skew" => settings with { Skew = Text(member) },
                "request" => settings with { Requests = Texts(member) },
                "unsolicited" => settings with { Unsolicited = Boolean(member) },
                "at" => settings with { At = Text(member) },
                "preset" => settings with { Preset = Text(member) },
                "allowSha1" => settings with { AllowSha1 = Boolean(member) },
                _ => throw SettingTexts.Problem($"{path} has \"{member.Name}\", which is no setting"),
            };
        }

        return settings;
    }

    // A file that is named in a file lies beside it, wherever the command is run.
    private static string Beside(string settings, string file) =>
        Path.Combine(Path.GetDirectoryName(settings) ?? "", file);

    private static string Text(JsonProperty member) => member.Value.ValueKind == JsonValueKind.String
        ? member.Value.GetString()!
        : throw SettingTexts.Problem($"\"{member.Name}\" is no string");

    private static bool Boolean(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw SettingTexts.Problem($"\"{member.Name}\" is neither true nor false"),
    };

    private static string[] Texts(JsonProperty member)
    {
        if (member.Value.ValueKind == JsonValueKind.String)
        {
            return [member.Value.GetString()!];
        }

        bool isList = member.Value.ValueKind == JsonValueKind.Array
            && member.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
        return isList
            ? [.. member.Value.EnumerateArray().Select(item => item.GetString()!)]
            : throw SettingTexts.Problem($"\"{member.Name}\" is neither a string nor a list of strings");
    }
}
