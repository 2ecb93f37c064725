using System.Diagnostics;
using System.Text;
using Saml.Core.Tool.Tests.Explanation;

namespace Saml.Core.Tool.Tests;

/// <summary>The program as it is installed, as a process of its own.</summary>
public sealed class ExecutableTests
{
    private static readonly string s_program =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "saml.exe" : "saml");

    [Fact]
    public async Task It_redacts_from_standard_input_to_standard_output()
    {
        ToolRun run = await RunAsync("<Issuer>Þórður</Issuer>", "redact", "-");

        run.Should().Be(new ToolRun(ExitCode.Success, "<Issuer>xxxxxx</Issuer>", ""));
    }

    [Fact]
    public async Task What_is_redacted_can_still_be_explained()
    {
        ToolRun redacted = await RunAsync(Encoding.UTF8.GetString(Login.Mint()), "redact", "-", "--form");

        ToolRun run = await RunAsync(redacted.Out, "explain", "-", "--at", "2000-01-01T00:05:00Z");

        run.ExitCode.Should().Be(ExitCode.Finding, run.Error);
        run.Out.Should().StartWith("Nothing was verified, and no rule that could be asked is broken.\nChange: ");
    }

    [Fact]
    public async Task A_wrong_command_line_is_64() =>
        (await RunAsync("", "explain")).ExitCode.Should().Be(ExitCode.Usage);

    private static async Task<ToolRun> RunAsync(string input, params string[] arguments)
    {
        ProcessStartInfo start = new(s_program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output, await error);
    }
}
