using System.Text.Json;

namespace Saml.Core.Benchmarks;

/// <summary>The reviewed file of limits.</summary>
internal sealed record GateLimits(double RatioSlack, IReadOnlyList<GateLimit> Figures)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static GateLimits Read() => JsonSerializer.Deserialize<GateLimits>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "limits.json")), Json)!;
}

/// <summary>A target; <paramref name="Reached"/> is the best so far where it is not reached.</summary>
internal sealed record GateLimit(string Name, string Unit, double? AtMost, double? AtLeast, double? Reached);
