using BenchmarkDotNet.Attributes;

namespace Saml.Core.Benchmarks;

/// <summary>Throughput of threads that share one validator; each thread does as much as one thread alone does.</summary>
public class ThreadBenchmarks
{
    private const int Runs = 1_000;

    private BenchmarkMessage _message = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _message = BenchmarkMessage.Of(MessageSize.Okta);
        WarmUp.Once(() =>
        {
            _message.Floor.Run();
            _message.Validate();
        });
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Runs)]
    public double Floor() => Scaling.InParallel(() => _message.Floor.Run(), Runs, Threads);

    [Benchmark(OperationsPerInvoke = Runs)]
    public double Validate() => Scaling.InParallel(() => _message.Validate(), Runs, Threads);
}
