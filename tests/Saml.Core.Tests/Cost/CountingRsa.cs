using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Saml.Core.Signatures;

namespace Saml.Core.Tests.Cost;

/// <summary>Counts the public-key operations of a trusted key, whose own handle does them.</summary>
internal sealed class CountingRsa(RSA inner) : RSA
{
    public int Operations { get; private set; }

    /// <summary>Puts a counter before each key of an identity provider.</summary>
    public static CountingRsa[] Of(IdentityProvider identityProvider) => [.. identityProvider.Keys.Select(key =>
    {
        ref RSA? handle = ref Handle(key);
        CountingRsa counting = new(handle!);
        handle = counting;
        return counting;
    })];

    public override bool VerifyHash(
        ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Operations++;
        return inner.VerifyHash(hash, signature, hashAlgorithm, padding);
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) => throw new NotSupportedException();

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    // The product has no place for a counter, and needs none.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_rsa")]
    private static extern ref RSA? Handle(TrustedKey key);
}
