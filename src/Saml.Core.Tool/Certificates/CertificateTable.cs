using Spectre.Console;

namespace Saml.Core.Tool.Certificates;

/// <summary>A file of certificates for the eyes of a person.</summary>
internal static class CertificateTable
{
    public static void Write(CertificateFile file, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Write(new Text(CertificateText.Headline(file), new Style(Colour(file.Verdict))));
        console.WriteLine();
        foreach (DescribedCertificate certificate in file.Certificates)
        {
            Table table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn("");
            foreach ((string name, string text) in CertificateText.Rows(certificate))
            {
                Color colour = name switch
                {
                    "Remark" => Color.Yellow,
                    "Saml.Core" => Colour(certificate.Verdict),
                    _ => Color.Default,
                };
                table.AddRow(new Text(name), new Text(text, new Style(colour)));
            }

            console.Write(table);
        }
    }

    private static Color Colour(Verdict verdict) => verdict switch
    {
        Verdict.Usable => Color.Green,
        Verdict.UsableWithRemark => Color.Yellow,
        _ => Color.Red,
    };
}
