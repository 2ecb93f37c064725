using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Saml.Core.Explanation;

/// <summary>A report as one page that a support engineer can mail: no script, nothing loaded, every text escaped.</summary>
internal static class ReportHtml
{
    // Nothing may be fetched or run, whoever opens the page and wherever.
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <title>SAML report</title>
        <style>
        :root { --back: #fff; --text: #1b1f24; --muted: #57606a; --line: #d0d7de; --panel: #f6f8fa;
          --bad: #b42318; --badback: #fef3f2; --warn: #8a5a00; --warnback: #fff8e6; --good: #1a7f37; --goodback: #eefbf1; }
        @media (prefers-color-scheme: dark) {
          :root { --back: #0d1117; --text: #e6edf3; --muted: #9aa4af; --line: #30363d; --panel: #161b22;
            --bad: #ff8a80; --badback: #2d1413; --warn: #f0c674; --warnback: #2a2110; --good: #7ee2a0; --goodback: #10251a; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--text);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .5rem; }
        h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
        p { margin: .25rem 0; }
        .card { border: 1px solid var(--line); border-left: .35rem solid var(--line); border-radius: .4rem;
          background: var(--panel); padding: .75rem 1rem; margin: 0 0 .75rem; }
        .card h3 { font-size: 1rem; margin: 0 0 .25rem; }
        .bad { border-left-color: var(--bad); background: var(--badback); } .bad h1, .bad h3 { color: var(--bad); }
        .warn { border-left-color: var(--warn); background: var(--warnback); } .warn h3 { color: var(--warn); }
        .good { border-left-color: var(--good); background: var(--goodback); } .good h1 { color: var(--good); }
        dl { display: grid; grid-template-columns: minmax(7rem, 14rem) 1fr; gap: .2rem 1rem; margin: .5rem 0 0; }
        dt { color: var(--muted); } dd { margin: 0; min-width: 0; }
        dd, code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .9rem; }
        details { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 1rem; margin: .75rem 0; }
        summary { cursor: pointer; font-weight: 600; }
        ul { margin: .5rem 0; padding-left: 1.2rem; }
        .tag { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem;
          font-size: .8rem; color: var(--warn); }
        footer { color: var(--muted); font-size: .9rem; margin-top: 2rem; }
        @media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
        @media print { details { break-inside: avoid; } }
        </style>
        </head>
        <body>
        <main>

        """;

    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(SamlReport report, bool showValues)
    {
        StringBuilder html = new(Head.ReplaceLineEndings("\n"));
        SamlCheck? cause = report.Cause;
        WriteVerdict(html, report, cause);
        WriteFurther(html, report, cause);
        WriteWarnings(html, report);
        WriteFacts(html, report, showValues);
        WriteRules(html, report);
        html.Append("<footer><p>This report is no login and holds no identity. ");
        html.Append(showValues
            ? "It shows personal data: the NameID and the values of attributes.</p>"
            : "The NameID and the values of attributes are left out; their lengths are shown.</p>");
        html.Append("</footer>\n</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteVerdict(StringBuilder html, SamlReport report, SamlCheck? cause)
    {
        if (cause is null && !report.IsVerified)
        {
            html.Append("<section class=\"card warn\"><h1>").Append(Text(ReportText.NothingVerified)).Append("</h1>");
            html.Append("<p>Until the identity provider's signing certificate is given, anybody can have written this.</p>");
            html.Append("</section>\n");
            return;
        }

        if (cause?.Error is not { } error)
        {
            html.Append("<section class=\"card good\"><h1>No rule is broken</h1>");
            html.Append("<p>The message meets every rule that could be asked");
            html.Append(report.IsAnyWarning ? "; something is worth a look below" : "");
            html.Append(". This is no login; only validation accepts one.</p></section>\n");
            return;
        }

        html.Append("<section class=\"card bad\"><h1>").Append(Text($"{error.Id} {error.Code}")).Append("</h1>");
        WriteError(html, cause, error);
        html.Append("</section>\n");
    }

    private static void WriteFurther(StringBuilder html, SamlReport report, SamlCheck? cause)
    {
        SamlCheck[] further =
            [.. report.Checks.Where(check => check.Outcome == SamlCheckOutcome.Broken && check != cause)];
        if (further.Length == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>Broken as well: {further.Length}</h2>\n");
        foreach (SamlCheck check in further)
        {
            SamlError error = check.Error!;
            html.Append("<section class=\"card bad\"><h3>").Append(Text($"{error.Id} {error.Code}")).Append("</h3>");
            WriteError(html, check, error);
            html.Append("</section>\n");
        }
    }

    private static void WriteError(StringBuilder html, SamlCheck check, SamlError error)
    {
        html.Append("<p>").Append(Text(error.Message)).Append("</p>");
        if (error.Hint is { } hint)
        {
            html.Append("<p>").Append(Text(hint).Replace("Change:", "<strong>Change:</strong>", StringComparison.Ordinal));
            html.Append("</p>");
        }

        if (!check.IsVerified)
        {
            html.Append("<p><span class=\"tag\">unverified</span> the message claims this, and no trusted key has signed ");
            html.Append("it</p>");
        }

        html.Append("<dl>");
        Define(html, "Expected", error.Expected);
        Define(html, "Actual", error.Actual);
        Define(html, "Where", error.Location?.ToString());
        Define(html, "Help", error.HelpLink);
        html.Append("</dl>");
    }

    private static void WriteWarnings(StringBuilder html, SamlReport report)
    {
        SamlCheck[] warned = [.. report.Checks.Where(check => check.Outcome == SamlCheckOutcome.Warned)];
        if (warned.Length == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>Worth a look: {warned.Length}</h2>\n");
        foreach (SamlCheck check in warned)
        {
            SamlWarning warning = check.Warning!;
            html.Append("<section class=\"card warn\"><h3>").Append(Text(warning.Code.ToString())).Append("</h3><p>");
            html.Append(Text(warning.Message)).Append("</p>");
            if (warning.Hint is { } hint)
            {
                html.Append("<p><strong>Change:</strong> ").Append(Text(hint)).Append("</p>");
            }

            if (!check.IsVerified)
            {
                html.Append("<p><span class=\"tag\">unverified</span></p>");
            }

            html.Append("</section>\n");
        }
    }

    private static void WriteFacts(StringBuilder html, SamlReport report, bool showValues)
    {
        WriteFacts(html, report, FactSource.Verified, "The message, signed by a trusted key", showValues);
        WriteFacts(html, report, FactSource.Unverified, "The message, unverified: anybody could have written this", showValues);
        WriteFacts(html, report, FactSource.Settings, "Settings", showValues);
    }

    private static void WriteFacts(
        StringBuilder html, SamlReport report, FactSource source, string title, bool showValues)
    {
        Fact[] facts = [.. report.Facts.Where(fact => fact.Source == source)];
        if (facts.Length == 0)
        {
            return;
        }

        html.Append("<details open><summary>").Append(Text(title)).Append("</summary><dl>");
        foreach (Fact fact in facts)
        {
            Define(html, fact.Name, fact.Show(showValues));
        }

        html.Append("</dl></details>\n");
    }

    private static void WriteRules(StringBuilder html, SamlReport report)
    {
        WriteRules(html, report, SamlCheckOutcome.Skipped, "Skipped");
        WriteRules(html, report, SamlCheckOutcome.Passed, "Passed");
    }

    private static void WriteRules(StringBuilder html, SamlReport report, SamlCheckOutcome outcome, string title)
    {
        SamlCheck[] checks = [.. report.Checks.Where(check => check.Outcome == outcome)];
        html.Append(CultureInfo.InvariantCulture, $"<details><summary>{title}: {checks.Length} rules</summary><ul>");
        foreach (SamlCheck check in checks)
        {
            html.Append("<li><code>").Append(Text($"{check.Id} {check.Rule}")).Append("</code>");
            html.Append(Text(check.Reason is null ? "" : $": {check.Reason}"));
            html.Append(Text(check.Clause is null ? "" : $" ({check.Clause})"));
            html.Append(check.IsVerified ? " verified</li>" : "</li>");
        }

        html.Append("</ul></details>\n");
    }

    private static void Define(StringBuilder html, string name, string? text)
    {
        if (text is not null)
        {
            html.Append("<dt>").Append(Text(name)).Append("</dt><dd>").Append(Text(text)).Append("</dd>");
        }
    }

    private static string Text(string text) => s_encoder.Encode(text);
}
