using System.CommandLine;
using System.Text;
using Saml.Core.Tool.Settings;

namespace Saml.Core.Tool;

/// <summary><c>saml explain</c>: why a login fails, and what to change.</summary>
internal sealed class ExplainCommand
{
    private const string Description =
        """
        Asks every rule about a message and says what is wrong and what to change. Without settings it says all that can
        be said without them; what could not be compared is listed. The NameID and the values of attributes are shown as
        lengths unless --show-values is given. A report is no login.

        Exit codes: 0 verified, and no broken rule; 1 a broken rule, or nothing verified; 2 unreadable; 64 wrong usage.
        """;

    private readonly Argument<string> _file = new("file")
    {
        Description = "XML, the base64 form value, or a form body with SAMLResponse=; - for standard input.",
    };

    private readonly Option<string?> _options = new("--options")
    {
        Description = "A JSON file with settings, named like these options (entityId …); options win over it.",
        HelpName = "file",
    };

    private readonly Option<string?> _entityId = Text(
        "--entity-id", "The service provider's entity id, the expected audience.", "uri");

    private readonly Option<string?> _acs = Text(
        "--acs", "The assertion consumer service URL.", "url");

    private readonly Option<string?> _connection = Text(
        "--connection", "Both of them, from a Flex SID: JQ… or, legacy, AC….", "sid");

    private readonly Option<string?> _issuer = Text(
        "--issuer", "The identity provider's entity id.", "uri");

    private readonly Option<string?> _skew = Text(
        "--skew", "How far the clocks may differ: 90s, 2m, 00:02:00. Default 2m.", "time");

    private readonly Option<string?> _at = Text(
        "--at", "Compare times with this instant, not with now: 2026-01-31T09:30:00Z.", "instant");

    private readonly Option<string?> _preset = Text(
        "--preset",
        "The identity provider's product, for hints in its words and its usual signatures: "
            + string.Join(", ", IdentityProviderPreset.All.Select(preset => preset.Name)) + "; a beginning will do.",
        "name");

    private readonly Option<string?> _signatures = Text(
        "--signatures",
        $"Which are required: {string.Join(", ", SettingTexts.Signatures.Select(one => one.Name))}. Default both.",
        "which");

    private readonly Option<string[]> _certificates = new("--certificate")
    {
        Description = "A file with the identity provider's certificates, PEM, DER or base64; may be repeated.",
        HelpName = "file",
    };

    private readonly Option<string[]> _requests = new("--request")
    {
        Description = "The ID of the request that the message has to answer; may be repeated.",
        HelpName = "id",
    };

    private readonly Option<bool?> _unsolicited = Flag(
        "--unsolicited", "It may answer no request (identity-provider-initiated).");

    private readonly Option<bool?> _allowSha1 = Flag(
        "--allow-sha1", "Accept SHA-1, with a remark.");

    private readonly Option<bool> _showValues = new("--show-values")
    {
        Description = "Show the NameID and the values of attributes.",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Write to this file.",
        HelpName = "file",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "text, json or html.",
        DefaultValueFactory = _ => "text",
    };

    private readonly Terminal _terminal;

    private ExplainCommand(Terminal terminal)
    {
        _terminal = terminal;
        _output.AcceptOnlyFromAmong("text", "json", "html");
    }

    public static Command Create(Terminal terminal) => new ExplainCommand(terminal).ToCommand();

    private Command ToCommand()
    {
        Command command = new("explain", Description)
        {
            _file, _options, _connection, _entityId, _acs, _issuer, _certificates, _preset, _signatures, _skew,
            _requests, _unsolicited, _at, _allowSha1, _showValues, _output, _out,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        byte[] message = Files.Read(parsed.GetRequiredValue(_file), _terminal);
        SamlReport report;
        try
        {
            report = MessageExplanation.Read(ReadSettings(parsed), message, _terminal).Explain(message);
        }
        catch (SamlConfigurationException problem)
        {
            throw ToolException.Usage(string.Join(Environment.NewLine, problem.Errors.Select(Describe)));
        }

        bool showValues = parsed.GetValue(_showValues);
        byte[] written = parsed.GetRequiredValue(_output) switch
        {
            "json" => ReportJson.Write(report, showValues),
            "html" => Encoding.UTF8.GetBytes(report.ToHtml(showValues)),
            _ => Encoding.UTF8.GetBytes(report.ToText(showValues)),
        };
        Files.Write(parsed.GetValue(_out), written, _terminal);
        return report.Cause is null && report.IsVerified ? ExitCode.Success : ExitCode.Finding;
    }

    private ExplainSettings ReadSettings(ParseResult parsed)
    {
        ExplainSettings ofLine = new()
        {
            EntityId = parsed.GetValue(_entityId),
            Acs = parsed.GetValue(_acs),
            Connection = parsed.GetValue(_connection),
            Issuer = parsed.GetValue(_issuer),
            Certificates = parsed.GetValue(_certificates) ?? [],
            Signatures = parsed.GetValue(_signatures),
            Skew = parsed.GetValue(_skew),
            Requests = parsed.GetValue(_requests) ?? [],
            Unsolicited = parsed.GetValue(_unsolicited),
            At = parsed.GetValue(_at),
            Preset = parsed.GetValue(_preset),
            AllowSha1 = parsed.GetValue(_allowSha1),
        };
        return parsed.GetValue(_options) is { } path ? ofLine.Or(SettingsFile.Read(path, _terminal)) : ofLine;
    }

    private static string Describe(SamlError error) =>
        error.Code == SamlErrorCode.OptionsInvalid || error.Hint is not { } hint ? error.ToString() : $"{error} {hint}";

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    private static Option<bool?> Flag(string name, string description) => new(name) { Description = description };
}
