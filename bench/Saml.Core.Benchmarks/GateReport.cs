using System.Globalization;
using System.Text.Json;

namespace Saml.Core.Benchmarks;

/// <summary>What the gate measured beside its limits.</summary>
internal sealed class GateReport
{
    private readonly GateLimits _limits = GateLimits.Read();
    private readonly bool _strict;
    private readonly List<GateFigure> _figures = [];

    public GateReport(bool strict)
    {
        _strict = strict;
        Console.WriteLine($"{Machine.Describe()}; limits: {(strict ? "the targets" : $"the targets, ratios by {_limits.RatioSlack}")}");
    }

    public void Add(string name, Ratio ratio) => Add(name, ratio.Median, ratio.Low, ratio.High, _strict ? 1 : _limits.RatioSlack);

    public void Add(string name, long bytes) => Add(name, bytes, bytes, bytes, slack: 1);

    /// <summary>Writes all figures as JSON; true when each limit has its figure and each figure keeps it.</summary>
    public bool Complete(string output)
    {
        string[] missing = [.. _limits.Figures.Select(limit => limit.Name).Except(_figures.Select(figure => figure.Name))];
        int broken = _figures.Count(figure => !figure.Holds);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllText(output, JsonSerializer.Serialize(
            new { machine = Machine.Describe(), strict = _strict, figures = _figures }, GateLimits.Json));
        foreach (string name in missing)
        {
            Console.WriteLine($"NOT MEASURED  {name}");
        }

        bool holds = broken == 0 && missing.Length == 0;
        Console.WriteLine($"{(holds ? "gate holds" : "GATE BROKEN")}: {_figures.Count - broken} of {_limits.Figures.Count} figures; {output}");
        return holds;
    }

    private void Add(string name, double value, double low, double high, double slack)
    {
        GateLimit limit = _limits.Figures.Single(limit => limit.Name == name);

        // Where a target is out of reach, what was reached is held all the same.
        double? reached = _strict ? null : limit.Reached;
        double bound = limit.AtMost is { } most ? (reached ?? most) * slack : (reached ?? limit.AtLeast!.Value) / slack;
        GateFigure figure = new(
            name, value, low, high, limit.Unit, bound, limit.AtMost is null ? "at least" : "at most",
            limit.AtMost is null ? value >= bound : value <= bound);
        _figures.Add(figure);
        string spread = low < high ? string.Create(CultureInfo.InvariantCulture, $" ({low:F2} to {high:F2})") : "";
        string format = limit.Unit == "B" ? "F0" : "F2";
        Console.WriteLine(
            $"{(figure.Holds ? "holds " : "BROKEN")}  {name,-46} {value.ToString(format, CultureInfo.InvariantCulture),7} {limit.Unit}{spread}"
            + $", {figure.Sense} {bound.ToString(format, CultureInfo.InvariantCulture)}");
    }
}

/// <summary>A figure beside the limit that it was held to.</summary>
internal sealed record GateFigure(
    string Name, double Value, double Low, double High, string Unit, double Limit, string Sense, bool Holds);
