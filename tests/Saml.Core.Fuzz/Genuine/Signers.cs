using System.Security.Cryptography;
using Saml.Core.Testing;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>Who signs the messages.</summary>
internal static class Signers
{
    public static RSA RsaKey { get; } = DerivedKeys.Rsa("trusted");

    public static ECDsa EcdsaKey { get; } = DerivedKeys.P256("trusted");

    /// <summary>The identity provider that is trusted.</summary>
    public static TestIdentityProvider Rsa { get; } =
        TestIdentityProvider.FromKey(TestIdentityProvider.ExampleEntityId, RsaKey);

    /// <summary>The same with its other key, which is trusted as well.</summary>
    public static TestIdentityProvider Ecdsa { get; } =
        TestIdentityProvider.FromKey(TestIdentityProvider.ExampleEntityId, EcdsaKey);

    /// <summary>Somebody else under the same name.</summary>
    public static TestIdentityProvider Stranger { get; } =
        TestIdentityProvider.FromKey(TestIdentityProvider.ExampleEntityId, DerivedKeys.Rsa("stranger"));

    /// <summary>Somebody else with a key of the other kind.</summary>
    public static TestIdentityProvider StrangerEcdsa { get; } =
        TestIdentityProvider.FromKey(TestIdentityProvider.ExampleEntityId, DerivedKeys.P256("stranger"));
}
