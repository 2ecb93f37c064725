using Saml.Core.Testing;

namespace Saml.Core.Tests.Validation;

/// <summary>Identity providers that all these tests share: a key is slow to make.</summary>
internal static class TestKeys
{
    private static readonly Lazy<TestIdentityProvider> s_okta = new(() => TestIdentityProvider.Create());

    private static readonly Lazy<TestIdentityProvider> s_other =
        new(() => TestIdentityProvider.Create("http://www.okta.com/exk9z8y7x6w5v4u3t2s1"));

    /// <summary>The one that validators trust.</summary>
    public static TestIdentityProvider Okta => s_okta.Value;

    /// <summary>Another one, with another key.</summary>
    public static TestIdentityProvider Other => s_other.Value;

    public static IdentityProvider Trust(TestIdentityProvider provider) =>
        new(provider.EntityId, [provider.Certificate]);
}
