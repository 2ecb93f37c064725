using System.CommandLine;
using System.CommandLine.Parsing;
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
            terminal.Error.WriteLine(problem.Message);
            return problem.ExitCode;
        }
    }

    private static int RefuseUsage(ParseResult parsed, Terminal terminal)
    {
        foreach (ParseError error in parsed.Errors)
        {
            // It quotes what was given, which may have been pasted from anywhere, and lists what is allowed in lines with tabs.
            string message = error.Message.ReplaceLineEndings("").Replace('\t', ' ');
            terminal.Error.WriteLine(SafeText.Of(message, SafeText.MaxListLength));
        }

        terminal.Error.WriteLine("See saml --help.");
        return ExitCode.Usage;
    }
}
