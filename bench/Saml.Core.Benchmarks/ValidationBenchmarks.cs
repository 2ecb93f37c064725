using BenchmarkDotNet.Attributes;

namespace Saml.Core.Benchmarks;

/// <summary>The same message verified by the bare cryptography, by this library, and by what .NET developers write today.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private BenchmarkMessage _message = null!;
    private SignedXmlBaseline _baseline = null!;

    [Params(MessageSize.Okta, MessageSize.Large, MessageSize.Huge)]
    public MessageSize Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _message = BenchmarkMessage.Of(Size);
        _baseline = new SignedXmlBaseline(_message.Certificate);
        WarmUp.Once(() =>
        {
            Floor();
            SignedXml();
            Validate();
            ValidateXml();
            SignaturesOnly();
        });
    }

    [Benchmark(Baseline = true)]
    public bool Floor() => _message.Floor.Run();

    [Benchmark]
    public int SignedXml() => _baseline.Verify(_message.Xml);

    /// <summary>Form value in, identity out, replay store asked.</summary>
    [Benchmark]
    public FlexIdentity Validate() => _message.Validate();

    [Benchmark]
    public FlexIdentity ValidateXml() => _message.ValidateXml();

    [Benchmark]
    public bool SignaturesOnly() => _message.VerifySignatures();
}
