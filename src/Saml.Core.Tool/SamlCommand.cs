using System.CommandLine;
using Saml.Core.Errors;

namespace Saml.Core.Tool;

/// <summary>The command <c>saml</c>. It works offline: nothing is fetched, and nothing is reported to anybody.</summary>
internal static class SamlCommand
{
    private const string Description =
        """
        Explains SAML 2.0 messages, makes them safe to mail, and says what a certificate file is. Works offline.

        Exit codes: 0 done; 1 done, with a finding; 2 the input cannot be read or used; 64 wrong usage or settings.
        """;

    // An argument that begins with @ is no file to read arguments from.
    private static readonly ParserConfiguration s_parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        RootCommand root = new(Description)
        {
            ExplainCommand.Create(terminal),
            RedactCommand.Create(terminal),
            CertCommand.Create(terminal),
        };
        ParseResult parsed = root.Parse(arguments, s_parser);
        if (parsed.Errors.Count > 0)
        {
            return RefuseUsage(parsed, terminal);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (ToolException problem)
        {
            return End(problem.ExitCode, problem.Message, terminal);
        }
        catch (Exception problem) when (IsOfOutput(problem))
        {
            // Files are read and written by Files, which says what is wrong with them.
            return End(ExitCode.Unusable, "Standard output cannot be written; what came out is not all.", terminal);
        }
    }

    private static int End(int exitCode, string message, Terminal terminal)
    {
        try
        {
            terminal.Error.WriteLine(message);
        }
        catch (Exception problem) when (IsOfOutput(problem))
        {
            // Nobody is left to tell; the exit code says it.
        }

        return exitCode;
    }

    // Access is what is denied to a stream that the caller has closed.
    private static bool IsOfOutput(Exception problem) => problem is IOException or UnauthorizedAccessException;

    // A message quotes what was given, which may have been pasted from anywhere, and lists what is allowed in lines with tabs.
    private static int RefuseUsage(ParseResult parsed, Terminal terminal)
    {
        IEnumerable<string> lines = parsed.Errors
            .Select(error => error.Message.ReplaceLineEndings("").Replace('\t', ' '))
            .Select(message => SafeText.Of(message, SafeText.MaxListLength))
            .Append("See saml --help.");
        return End(ExitCode.Usage, string.Join(Environment.NewLine, lines), terminal);
    }
}
