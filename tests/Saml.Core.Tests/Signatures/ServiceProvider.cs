using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Signatures;

/// <summary>What a service provider trusts and requires.</summary>
internal sealed record ServiceProvider
{
    private static readonly FlexConnection s_connection =
        FlexConnection.Enhanced(ResponseTemplate.ExampleConnectionSid);

    /// <summary>The instant at which messages are issued and validated.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [Keys.Rsa.Certificate];

    public SignatureRequirement RequiredSignatures { get; init; } = SignatureRequirement.ResponseOrAssertion;

    public bool AllowSha1 { get; init; }

    public XmlLimits XmlLimits { get; init; } = new();

    /// <summary>A validator with a replay store of its own, or with the given one.</summary>
    public SamlResponseValidator CreateValidator(IReplayStore? replayStore = null) => new(ToOptions(replayStore));

    /// <summary>The options of such a validator.</summary>
    public SamlValidatorOptions ToOptions(IReplayStore? replayStore = null)
    {
        FakeTimeProvider clock = new(Now);
        return new SamlValidatorOptions
        {
            ServiceProviderEntityId = s_connection.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = s_connection.AssertionConsumerServiceUrl,
            IdentityProvider = new IdentityProvider(TestIdentityProvider.ExampleEntityId, Certificates),
            RequiredSignatures = RequiredSignatures,
            TimeProvider = clock,
            ReplayStore = replayStore ?? new InMemoryReplayStore(clock, 1000),
            XmlLimits = XmlLimits,
            Dangerous = new DangerousOptions { AllowSha1 = AllowSha1 },
        };
    }

    public async Task<SamlValidationResult> ValidateAsync(byte[] message) =>
        await CreateValidator().ValidateXmlAsync(message, ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId));
}
