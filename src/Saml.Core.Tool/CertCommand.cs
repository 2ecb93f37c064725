using System.CommandLine;
using Saml.Core.Tool.Certificates;

namespace Saml.Core.Tool;

/// <summary><c>saml cert</c>: what a certificate file is, and whether this library can use it.</summary>
internal static class CertCommand
{
    private const string Description =
        """
        Says what a certificate file is: PEM, DER, bare base64, or something that is none; and of each certificate whom
        it names, what key it pins, how long it lasts and whether Saml.Core can use it.

        Exit codes: 0 usable; 1 usable with a remark (expired, expires within 60 days, not yet valid, RSA under 2048
        bits); 2 no certificate, or none that can be used; 64 wrong usage.
        """;

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("file") { Description = "The file, or - for standard input." };
        Option<DateTimeOffset?> at = Instants.Option("Count the days left from this instant instead of now.");
        Option<string> output = new("--output") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        Command command = new("cert", Description) { file, at, output };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            DateTimeOffset now = parsed.GetValue(at) ?? terminal.TimeProvider.GetUtcNow();
            CertificateFile read = CertificateFile.Read(Files.Read(path, terminal), now);
            Write(read, parsed.GetRequiredValue(output), terminal);
            return read.Verdict switch
            {
                Verdict.Usable => ExitCode.Success,
                Verdict.UsableWithRemark => ExitCode.Finding,
                _ => ExitCode.Unusable,
            };
        });
        return command;
    }

    private static void Write(CertificateFile file, string output, Terminal terminal)
    {
        if (output == "json")
        {
            CertificateJson.Write(file, terminal.Out);
        }
        else if (terminal.IsInteractive)
        {
            CertificateTable.Write(file, terminal.Out);
        }
        else
        {
            CertificateText.Write(file, terminal.Out);
        }
    }
}
