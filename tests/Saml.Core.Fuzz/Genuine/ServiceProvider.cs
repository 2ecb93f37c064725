using Saml.Core.Testing;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>
/// The service provider that the messages are for: a validator for each signature requirement. Its replay store has
/// forgotten everything, so that no message is refused for having come before.
/// </summary>
internal static class ServiceProvider
{
    public const string FirstRequest = "_3f6c1d9a8b2e4f705c6d";
    public const string SecondRequest = "_90aa14e6f0c37b52d81e";

    /// <summary>The requests that it waits for an answer to.</summary>
    public static ExpectedRequest Requests { get; } = ExpectedRequest.ForAnyOf([FirstRequest, SecondRequest]);

    private static readonly SamlResponseValidator[] s_validators =
        [.. Enum.GetValues<SignatureRequirement>().Order().Select(each => new SamlResponseValidator(ToOptions(each)))];

    public static SamlValidationResult Validate(byte[] message, SignatureRequirement requirement)
    {
        ValueTask<SamlValidationResult> validation =
            s_validators[(int)requirement].ValidateXmlAsync(message, Requests);
        return validation.IsCompletedSuccessfully
            ? validation.Result
            : throw new InvalidOperationException("It did not answer at once.", validation.AsTask().Exception);
    }

    public static SamlValidatorOptions ToOptions(SignatureRequirement requirement)
    {
        FlexConnection connection = FlexConnection.Enhanced(ResponseTemplate.ExampleConnectionSid);
        return new SamlValidatorOptions
        {
            ServiceProviderEntityId = connection.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = connection.AssertionConsumerServiceUrl,
            IdentityProvider = new IdentityProvider(
                TestIdentityProvider.ExampleEntityId, [Signers.Rsa.Certificate, Signers.Ecdsa.Certificate]),
            RequiredSignatures = requirement,
            TimeProvider = new FixedClock(),
            ReplayStore = new ForgetfulReplayStore(),
        };
    }

    private sealed class ForgetfulReplayStore : IReplayStore
    {
        public ValueTask<bool> TryAddAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
            ValueTask.FromResult(true);
    }
}
