using BenchmarkDotNet.Attributes;

namespace Saml.Core.Benchmarks;

/// <summary>The steps of a validation, each on what the one before it made.</summary>
[MemoryDiagnoser]
public class PartBenchmarks
{
    private MessageParts _parts = null!;

    [Params(MessageSize.Okta, MessageSize.Large, MessageSize.Huge)]
    public MessageSize Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _parts = new MessageParts(BenchmarkMessage.Of(Size));
        WarmUp.Once(() =>
        {
            Base64();
            Reading();
            UnverifiedRead();
            SignatureShape();
            Canonicalization();
            Digest();
            Signature();
            SignedAssertion();
            RulesAndAssertion();
            Identity();
        });
    }

    [GlobalCleanup]
    public void Cleanup() => _parts.Dispose();

    [Benchmark]
    public int Base64() => _parts.Base64();

    [Benchmark]
    public int Reading() => _parts.Reading();

    [Benchmark]
    public bool UnverifiedRead() => _parts.UnverifiedRead();

    [Benchmark]
    public bool SignatureShape() => _parts.SignatureShape();

    [Benchmark]
    public int Canonicalization() => _parts.Canonicalization();

    [Benchmark]
    public bool Digest() => _parts.Digest();

    [Benchmark]
    public bool Signature() => _parts.Signature();

    [Benchmark]
    public int SignedAssertion() => _parts.SignedAssertion();

    [Benchmark]
    public bool RulesAndAssertion() => _parts.RulesAndAssertion();

    [Benchmark]
    public FlexIdentity Identity() => _parts.Identity();
}
