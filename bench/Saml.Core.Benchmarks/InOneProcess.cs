using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Saml.Core.Benchmarks;

/// <summary>
/// The full set runs in this one process: whatever is compared has the same heap, the same keys and the same machine
/// code behind it. Each class warms up what it measures until the tiered compiler is done with it.
/// </summary>
internal sealed class InOneProcess : ManualConfig
{
    public InOneProcess()
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(150))
            .WithWarmupCount(3)
            .WithIterationCount(15));
        AddExporter(JsonExporter.Brief);
        WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
    }
}
