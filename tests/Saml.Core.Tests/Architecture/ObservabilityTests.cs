using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Saml.Core.Tests.Validation;
using Saml.Core.Validation;

namespace Saml.Core.Tests.Architecture;

/// <summary>docs/observability.md lists the events, instruments and tags that there are, and no others.</summary>
public sealed partial class ObservabilityTests
{
    private static readonly string s_page = Repository.Read("docs/observability.md").ReplaceLineEndings("\n");

    private static readonly LoggerMessageAttribute[] s_events =
        [.. Events().Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!)];

    [Fact]
    public void Every_event_is_listed_with_its_name_level_and_values()
    {
        IEnumerable<string> rows = EventRow().Matches(s_page).Select(row =>
            $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value} "
            + string.Join(' ', Code().Matches(row.Groups[4].Value).Select(code => code.Groups[1].Value)));

        rows.Should().Equal(Events().Zip(s_events, (method, one) =>
            $"{one.EventId} {one.EventName ?? method.Name} {one.Level} "
            + string.Join(' ', Placeholder().Matches(one.Message).Select(value => value.Groups[1].Value))));
    }

    [Fact]
    public void Numbers_of_events_are_unique() => s_events.Select(one => one.EventId).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_instrument_is_listed_with_its_kind_and_unit()
    {
        using CapturedTelemetry telemetry = new();
        _ = ValidatorTelemetry.IsObserved;

        IEnumerable<string> rows = InstrumentRow().Matches(s_page).Select(row =>
            $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value}");

        rows.Should().BeEquivalentTo(telemetry.Instruments.Select(one => $"{one.Name} {Kind(one)} {one.Unit}"));
        telemetry.Instruments.Should().OnlyContain(one => one.Description != null);
        s_page.Should().Contain($"The meter is named `{ValidatorTelemetry.Name}`")
            .And.Contain($"The activity source is named `{ValidatorTelemetry.Name}`")
            .And.Contain($"one activity `{ValidatorTelemetry.ActivityName}`");
    }

    [Fact]
    public void Every_tag_is_listed()
    {
        IEnumerable<string> tags = typeof(ValidatorTelemetry).GetFields()
            .Where(field => field.Name.EndsWith("Tag", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!);

        TagRow().Matches(s_page).Select(row => row.Groups[1].Value).Should().BeEquivalentTo(tags);
    }

    private static IEnumerable<MethodInfo> Events() => typeof(ValidatorLog).GetMethods()
        .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)))
        .OrderBy(method => method.GetCustomAttribute<LoggerMessageAttribute>()!.EventId);

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0];

    [GeneratedRegex(@"(?m)^\| (\d+) \| (\w+) \| (\w+) \|[^|]*\|([^|]*)\|$")]
    private static partial Regex EventRow();

    [GeneratedRegex(@"(?m)^\| `([\w.]+)` \| (\w+) \| `([\w{}]+)` \|")]
    private static partial Regex InstrumentRow();

    [GeneratedRegex(@"(?m)^\| `([\w.]+)` \| (?:activity|metrics)")]
    private static partial Regex TagRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
