using BenchmarkDotNet.Attributes;

namespace Saml.Core.Benchmarks;

/// <summary>How cost grows with the number of attribute values.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private BenchmarkMessage _message = null!;

    [Params(100, 1_000, 10_000, 100_000)]
    public int Values { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _message = BenchmarkMessage.WithGroups(Values);
        WarmUp.Once(() =>
        {
            Floor();
            Validate();
            SignaturesOnly();
        });
    }

    [Benchmark(Baseline = true)]
    public bool Floor() => _message.Floor.Run();

    [Benchmark]
    public FlexIdentity Validate() => _message.Validate();

    [Benchmark]
    public bool SignaturesOnly() => _message.VerifySignatures();
}
