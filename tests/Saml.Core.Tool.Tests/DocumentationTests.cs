using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Saml.Core.Tool.Settings;
using Saml.Core.Tool.Tests.Explanation;

namespace Saml.Core.Tool.Tests;

/// <summary>docs/tool.md names every option, and no setting that a file cannot have.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tool.md"));

    private static readonly Terminal s_terminal = new()
    {
        In = Stream.Null,
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        TimeProvider = TimeProvider.System,
    };

    private static readonly Command[] s_commands =
        [ExplainCommand.Create(s_terminal), RedactCommand.Create(s_terminal), CertCommand.Create(s_terminal)];

    public static TheoryData<string, string> Options
    {
        get
        {
            TheoryData<string, string> options = [];
            foreach (Command command in s_commands)
            {
                foreach (Option option in command.Options)
                {
                    options.Add(command.Name, option.Name);
                }
            }

            return options;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_is_in_the_section_of_its_command(string command, string option)
    {
        string section = s_page[s_page.IndexOf($"\n## saml {command}\n", StringComparison.Ordinal)..];
        int next = section.IndexOf("\n## ", 1, StringComparison.Ordinal);

        (next < 0 ? section : section[..next]).Should().MatchRegex($@"`[^`\n]*{option}\b|\n[^\n`]*{option}\b");
    }

    [Fact]
    public void Every_setting_of_a_file_is_there_and_is_read()
    {
        string[] settings = [.. Setting().Matches(s_page).Select(match => match.Groups[1].Value)];
        using TemporaryFolder folder = new();

        settings.Should().HaveCount(typeof(ExplainSettings).GetProperties().Count(property => property.CanWrite));
        foreach (string setting in settings)
        {
            string value = setting is "unsolicited" or "allowSha1" ? "true" : "\"x\"";
            string file = folder.Write($"{setting}.json", $"{{ \"{setting}\": {value} }}");

            SettingsFile.Read(file, s_terminal).Should().NotBeEquivalentTo(new ExplainSettings(), setting);
        }
    }

    [Fact]
    public void Every_member_of_the_JSON_of_a_report_is_there()
    {
        ToolRun run = ToolRun.With(Login.Mint(), "explain", "-", "--output", "json");
        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        JsonElement check = json.GetProperty("checks")[0];
        JsonElement fact = json.GetProperty("facts")[0];

        foreach (JsonProperty member in json.EnumerateObject().Concat(check.EnumerateObject()).Concat(fact.EnumerateObject()))
        {
            s_page.Should().Contain($"`{member.Name}`");
        }
    }

    [GeneratedRegex(@"(?m)^\| `--[^|]+(?:\\\|[^|]+)?\| `(\w+)` \|")]
    private static partial Regex Setting();
}
