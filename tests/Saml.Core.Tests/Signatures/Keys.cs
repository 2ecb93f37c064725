using System.Security.Cryptography;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Signatures;

/// <summary>The identity providers of these tests; they differ in nothing but their keys.</summary>
internal static class Keys
{
    /// <summary>The one that is trusted where nothing else is said.</summary>
    public static TestIdentityProvider Rsa { get; } = TestIdentityProvider.Create();

    /// <summary>Somebody else under the same name, with a certificate of the same subject.</summary>
    public static TestIdentityProvider Stranger { get; } = TestIdentityProvider.Create();

    public static TestIdentityProvider P256 { get; } = CreateEcdsa(ECCurve.NamedCurves.nistP256);

    public static TestIdentityProvider StrangeP256 { get; } = CreateEcdsa(ECCurve.NamedCurves.nistP256);

    public static TestIdentityProvider P384 { get; } = CreateEcdsa(ECCurve.NamedCurves.nistP384);

    public static TestIdentityProvider P521 { get; } = CreateEcdsa(ECCurve.NamedCurves.nistP521);

    private static TestIdentityProvider CreateEcdsa(ECCurve curve) =>
        TestIdentityProvider.CreateEcdsa(TestIdentityProvider.ExampleEntityId, curve);
}
