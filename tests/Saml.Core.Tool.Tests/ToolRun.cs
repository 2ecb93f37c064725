using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Saml.Core.Tool.Tests;

/// <summary>One command line, run in process, and what came of it.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <summary>What the clock says unless a test sets it.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public static ToolRun Of(params string[] arguments) => With([], arguments);

    public static ToolRun With(string input, params string[] arguments) =>
        With(Encoding.UTF8.GetBytes(input), arguments);

    public static ToolRun With(byte[] input, params string[] arguments) => With(input, isInteractive: false, arguments);

    public static ToolRun With(byte[] input, bool isInteractive, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = Run(input, output, error, isInteractive, arguments);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    public static int Run(byte[] input, TextWriter output, TextWriter error, bool isInteractive, string[] arguments) =>
        SamlCommand.Run(arguments, new Terminal
        {
            In = new MemoryStream(input),
            Out = output,
            Error = error,
            TimeProvider = new FakeTimeProvider(Now),
            IsInteractive = isInteractive,
        });
}
