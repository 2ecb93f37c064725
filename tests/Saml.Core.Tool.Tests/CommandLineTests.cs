using System.Text.Json;

namespace Saml.Core.Tool.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => ["explain", "redact", "cert"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_names_the_exit_codes(string command)
    {
        ToolRun run = ToolRun.Of(command, "--help");

        run.ExitCode.Should().Be(ExitCode.Success);
        run.Out.Should().Contain("Exit codes:").And.Contain("64").And.Contain("<file>");
    }

    [Fact]
    public void No_argument_is_a_file_of_arguments()
    {
        using TemporaryFolder folder = new();

        ToolRun.Of("cert", "@" + folder.Write("arguments", "--help")).ExitCode.Should().Be(ExitCode.Unusable);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_wrong_command_line_is_64_and_writes_nothing(string command)
    {
        foreach (string[] wrong in new[] { [command], [command, "-", "--no-such-option"], new[] { "no-such-command" } })
        {
            ToolRun run = ToolRun.Of(wrong);

            run.ExitCode.Should().Be(ExitCode.Usage);
            run.Out.Should().BeEmpty();
            run.Error.Should().EndWith("See saml --help.\n");
        }
    }

    [Theory]
    [InlineData("redact", ExitCode.Unusable)]
    [InlineData("cert", ExitCode.Unusable)]
    [InlineData("explain", ExitCode.Unusable)]
    [InlineData("explain <a/> --options", ExitCode.Usage)]
    [InlineData("explain <a/> --certificate", ExitCode.Usage)]
    public void A_file_of_over_4_MiB_is_not_read(string command, int exitCode)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("large", new byte[(4 * 1024 * 1024) + 1]);
        string message = folder.Write("message.xml", "<a/>");

        ToolRun run = ToolRun.Of([.. command.Split(' ').Select(one => one == "<a/>" ? message : one), file]);

        run.Should().Be(new ToolRun(exitCode, "", "The input is larger than 4194304 bytes.\n"));
    }

    [Fact]
    public void A_file_of_4_MiB_is_read() =>
        ToolRun.With(new byte[4 * 1024 * 1024], "cert", "-").Out.Should().StartWith("Unusable: it is neither PEM");

    [Fact]
    public void What_is_allowed_is_listed() =>
        ToolRun.Of("cert", "-", "--output", "xml").Error.Should().Contain("Must be one of: 'text' 'json'\n");

    [Theory]
    [InlineData("cert", "{hostile}")]
    [InlineData("cert", "-", "--at", "{hostile}")]
    [InlineData("cert", "-", "{hostile}")]
    [InlineData("cert", "-", "--output", "{hostile}")]
    [InlineData("redact", "{message}", "-o", "no-such-folder/{hostile}")]
    [InlineData("explain", "-", "--options", "{hostile}")]
    [InlineData("explain", "-", "--certificate", "{hostile}")]
    [InlineData("explain", "-", "--options", "{settings}")]
    [InlineData("explain", "-", "--preset", "{hostile}")]
    [InlineData("explain", "-", "--at", "{hostile}")]
    [InlineData("explain", "-", "--entity-id", "{hostile}")]
    public void What_was_given_does_not_steer_the_terminal(params string[] command)
    {
        const string Hostile = "a\u001B[31mRED\u001B]0;title\u0007\u009B2J\u202Eb\r\nfake line";
        using TemporaryFolder folder = new();
        string message = folder.Write("message.xml", "<a/>");
        string settings = folder.Write("settings.json", JsonSerializer.Serialize(new { certificate = new[] { Hostile } }));

        ToolRun run = ToolRun.Of([.. command.Select(one => one
            .Replace("{hostile}", Hostile, StringComparison.Ordinal)
            .Replace("{message}", message, StringComparison.Ordinal)
            .Replace("{settings}", settings, StringComparison.Ordinal))]);

        run.ExitCode.Should().BeOneOf(ExitCode.Usage, ExitCode.Unusable, ExitCode.Finding);
        (run.Out + run.Error).Should().NotContainAny("\u001B", "\u0007", "\u009B", "\u202E", "\r", "\nfake").And
            .NotBeEmpty();
    }

    [Theory]
    [InlineData(false, "redact", "-")]
    [InlineData(false, "redact", "-", "--form")]
    [InlineData(false, "explain", "-")]
    [InlineData(false, "explain", "-", "--output", "json")]
    [InlineData(false, "cert", "-")]
    [InlineData(true, "cert", "-")]
    [InlineData(false, "cert", "-", "--output", "json")]
    [InlineData(false, "--help")]
    public void Output_that_cannot_be_written_is_2(bool isInteractive, params string[] command)
    {
        foreach (Exception problem in new Exception[] { new IOException(), new UnauthorizedAccessException() })
        {
            using FullWriter full = new(problem);
            using StringWriter error = new();

            int exitCode = ToolRun.Run("<a/>"u8.ToArray(), full, error, isInteractive, command);

            exitCode.Should().Be(ExitCode.Unusable);
            error.ToString().Should().Be("Standard output cannot be written; what came out is not all.\n");
            ToolRun.Run("<a/>"u8.ToArray(), full, full, isInteractive, command).Should().Be(ExitCode.Unusable);
        }
    }

    [Fact]
    public void A_wrong_command_line_is_64_even_where_nobody_is_told()
    {
        using FullWriter full = new(new IOException());

        ToolRun.Run([], full, full, isInteractive: false, ["cert"]).Should().Be(ExitCode.Usage);
    }
}
