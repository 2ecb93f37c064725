using BenchmarkDotNet.Attributes;
using Saml.Core.Testing;

namespace Saml.Core.Benchmarks;

/// <summary>The Okta message by each kind of key, with a signature on the Response, on the assertion, and on both.</summary>
[MemoryDiagnoser]
public class KeyBenchmarks
{
    private BenchmarkMessage _message = null!;

    [Params(SignerKey.Rsa2048, SignerKey.Rsa4096, SignerKey.EcdsaP256)]
    public SignerKey Key { get; set; }

    [Params(SignaturePlacement.Response, SignaturePlacement.Assertion, SignaturePlacement.ResponseAndAssertion)]
    public SignaturePlacement Signed { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _message = BenchmarkMessage.Of(MessageSize.Okta, Key, Signed);
        WarmUp.Once(() =>
        {
            Floor();
            Validate();
        });
    }

    [Benchmark(Baseline = true)]
    public bool Floor() => _message.Floor.Run();

    [Benchmark]
    public FlexIdentity Validate() => _message.Validate();
}
