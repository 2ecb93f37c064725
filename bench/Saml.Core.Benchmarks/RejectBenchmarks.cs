using BenchmarkDotNet.Attributes;

namespace Saml.Core.Benchmarks;

/// <summary>What a refusal costs, by what is wrong; an acceptance of the same message is the measure.</summary>
[MemoryDiagnoser]
public class RejectBenchmarks
{
    public static IEnumerable<Refusal> Refusals => Refusal.All;

    [ParamsSource(nameof(Refusals))]
    public Refusal Wrong { get; set; } = null!;

    [GlobalSetup]
    public void Setup() => WarmUp.Once(() =>
    {
        Accept();
        foreach (Refusal refusal in Refusal.All)
        {
            refusal.Run();
        }
    });

    [Benchmark(Baseline = true)]
    public FlexIdentity Accept() => Refusal.Genuine.Validate();

    [Benchmark]
    public SamlError Reject() => Wrong.Run();
}
