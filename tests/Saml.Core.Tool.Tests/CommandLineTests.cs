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
}
