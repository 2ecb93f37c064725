using System.Text;

namespace Saml.Core.Explanation;

/// <summary>
/// A report as plain text. The first line says what is wrong and the second what to change: more than that many people
/// never read.
/// </summary>
internal static class ReportText
{
    /// <summary>What a report says first about a message that nothing speaks against and that no trusted key signed.</summary>
    public const string NothingVerified = "Nothing was verified, and no rule that could be asked is broken";

    private const string VerifyFirst =
        "Change: give the identity provider's signing certificate, as its own console shows it; until then anybody can have "
        + "written this.";

    private const string Nothing =
        "Change nothing: the message meets every rule that could be asked. This is no login; only validation accepts one.";

    private const string RemarksOnly =
        "Change what is worth a look below: the message meets every rule that could be asked. This is no login; only "
        + "validation accepts one.";

    private const int NameWidth = 32;

    private static readonly (FactSource Source, string Title)[] s_titles =
    [
        (FactSource.Settings, "Settings"),
        (FactSource.Verified, "The message, signed by a trusted key"),
        (FactSource.Unverified, "The message, unverified: anybody could have written this"),
    ];

    public static string Write(SamlReport report, bool showValues)
    {
        StringBuilder text = new();
        SamlCheck? cause = report.Cause;
        if (cause?.Error is { } error)
        {
            WriteCause(text, cause, error);
        }
        else
        {
            text.Append(report.IsVerified ? "No rule is broken.\n" : $"{NothingVerified}.\n");
            Line(text, 0, !report.IsVerified ? VerifyFirst : report.IsAnyWarning ? RemarksOnly : Nothing);
        }

        WriteFurther(text, report, cause);
        WriteWarnings(text, report);
        WriteSkipped(text, report);
        Line(text, 0, $"Passed: {report.Count(SamlCheckOutcome.Passed)} rules");
        WriteFacts(text, report, showValues);
        return text.ToString();
    }

    private static void WriteCause(StringBuilder text, SamlCheck cause, SamlError error)
    {
        Line(text, 0, $"{error.Id} {error.Code}: {error.Message}");
        Line(text, 0, Advice(error) ?? $"Change: see {error.HelpLink}");
        WriteDetails(text, 0, cause, error);
    }

    // A hint is a cause and what to change, or the latter alone.
    private static string? Advice(SamlError error) =>
        error.Hint is { } hint && !hint.StartsWith("Change:", StringComparison.Ordinal) ? $"Cause: {hint}" : error.Hint;

    private static void WriteDetails(StringBuilder text, int indent, SamlCheck check, SamlError error)
    {
        if (error.Expected is { } expected)
        {
            Line(text, indent, $"Expected: {expected}");
        }

        if (error.Actual is { } actual)
        {
            Line(text, indent, $"Actual:   {actual}");
        }

        if (error.Location is { } location)
        {
            Line(text, indent, $"Where:    {location}");
        }

        if (!check.IsVerified)
        {
            Line(text, indent, "Trust:    unverified; the message claims this, and no trusted key has signed it");
        }

        Line(text, indent, $"Help:     {error.HelpLink}");
    }

    private static void WriteFurther(StringBuilder text, SamlReport report, SamlCheck? cause)
    {
        SamlCheck[] further =
            [.. report.Checks.Where(check => check.Outcome == SamlCheckOutcome.Broken && check != cause)];
        if (further.Length == 0)
        {
            return;
        }

        Line(text, 0, "");
        Line(text, 0, $"Broken as well: {further.Length}");
        foreach (SamlCheck check in further)
        {
            SamlError error = check.Error!;
            Line(text, 1, $"{error.Id} {error.Code}: {error.Message}");
            if (Advice(error) is { } advice)
            {
                Line(text, 2, advice);
            }

            WriteDetails(text, 2, check, error);
        }
    }

    private static void WriteWarnings(StringBuilder text, SamlReport report)
    {
        SamlCheck[] warned = [.. report.Checks.Where(check => check.Outcome == SamlCheckOutcome.Warned)];
        if (warned.Length == 0)
        {
            return;
        }

        Line(text, 0, "");
        Line(text, 0, $"Worth a look: {warned.Length}");
        foreach (SamlCheck check in warned)
        {
            SamlWarning warning = check.Warning!;
            string trust = check.IsVerified ? "" : " (unverified)";
            Line(text, 1, $"{warning.Severity} {warning.Code}: {warning.Message}{trust}");
            if (warning.Hint is { } hint)
            {
                Line(text, 2, $"Change: {hint}");
            }
        }
    }

    // Many rules are skipped for one reason.
    private static void WriteSkipped(StringBuilder text, SamlReport report)
    {
        Line(text, 0, "");
        Line(text, 0, $"Skipped: {report.Count(SamlCheckOutcome.Skipped)} rules");
        IEnumerable<IGrouping<string, SamlCheck>> byReason = report.Checks
            .Where(check => check.Outcome == SamlCheckOutcome.Skipped)
            .GroupBy(check => check.Reason ?? "");
        foreach (IGrouping<string, SamlCheck> group in byReason)
        {
            Line(text, 1, $"{group.Count()}, {group.Key}: {string.Join(", ", group.Select(check => check.Rule))}");
        }
    }

    private static void WriteFacts(StringBuilder text, SamlReport report, bool showValues)
    {
        foreach ((FactSource source, string title) in s_titles)
        {
            Fact[] facts = [.. report.Facts.Where(fact => fact.Source == source)];
            if (facts.Length == 0)
            {
                continue;
            }

            Line(text, 0, "");
            Line(text, 0, title);
            int width = facts.Max(fact => fact.Name.Length);
            foreach (Fact fact in facts)
            {
                Line(text, 1, $"{fact.Name.PadRight(Math.Min(width, NameWidth))}  {fact.Show(showValues)}");
            }
        }
    }

    private static void Line(StringBuilder text, int indent, string line) =>
        text.Append(' ', indent * 2).Append(line).Append('\n');
}
