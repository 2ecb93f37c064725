namespace Saml.Core.Fuzz.Targets;

/// <summary>What a fuzzer can be pointed at; an exception is a finding.</summary>
internal static class Target
{
    public static Action<byte[]>? Find(string name) => name switch
    {
        "reader" => ReaderTarget.Run,
        "canonicalizer" => CanonicalizerTarget.Run,
        "validator" => ValidatorTarget.Run,
        "sealed" => SealedTarget.Run,
        _ => null,
    };
}
