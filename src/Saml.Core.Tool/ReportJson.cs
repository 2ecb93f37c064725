using System.Text.Json;
using Saml.Core.Explanation;

namespace Saml.Core.Tool;

/// <summary>A report for a script.</summary>
internal static class ReportJson
{
    public static byte[] Write(SamlReport report, bool showValues) => JsonOutput.ToOctets(json =>
    {
        json.WriteString("now", Instants.Write(report.Now));
        json.WriteBoolean("isVerified", report.IsVerified);
        json.WriteString("cause", report.Cause?.Id);
        foreach (SamlCheckOutcome outcome in Enum.GetValues<SamlCheckOutcome>())
        {
            json.WriteNumber(Name(outcome), report.Count(outcome));
        }

        json.WriteStartArray("checks");
        foreach (SamlCheck check in report.Checks)
        {
            Write(check, json, showValues);
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (Fact fact in report.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteString("text", fact.Show(showValues));
            json.WriteString("source", Name(fact.Source));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(SamlCheck check, Utf8JsonWriter json, bool showValues)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Id);
        json.WriteString("rule", check.Rule);
        json.WriteString("clause", check.Clause);
        json.WriteString("outcome", Name(check.Outcome));
        json.WriteBoolean("isVerified", check.IsVerified);
        json.WriteString("reason", check.Reason);
        if (check.Error is { } error)
        {
            Write(error, json, showValues);
        }

        if (check.Warning is { } warning)
        {
            json.WriteStartObject("warning");
            json.WriteString("code", warning.Code.ToString());
            json.WriteString("severity", Name(warning.Severity));
            json.WriteString("message", warning.Message);
            json.WriteString("hint", warning.Hint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(SamlError error, Utf8JsonWriter json, bool showValues)
    {
        json.WriteStartObject("error");
        json.WriteString("message", error.Message);
        json.WriteString("expected", error.Expected);
        json.WriteString("actual", error.Actual);
        json.WriteString("hint", error.Hint);
        json.WriteString("helpLink", error.HelpLink);

        // It may name the user.
        json.WriteString("identityProviderMessage", showValues ? error.IdentityProviderMessage : null);
        if (error.Location is { } location)
        {
            json.WriteStartObject("location");
            json.WriteNumber("line", location.Line);
            json.WriteNumber("column", location.Column);
            json.WriteNumber("byteOffset", location.ByteOffset);
            json.WriteString("elementPath", location.ElementPath);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
