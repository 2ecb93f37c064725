using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Saml.Core.Tests.Cost;

/// <summary>A service provider that trusts the key which signs hostile messages.</summary>
internal static class HostileServiceProvider
{
    public const string EntityId = "urn:flex:JQ0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    public const string AssertionConsumerServiceUrl =
        "https://login.flex.us1.twilio.com/login/callback?connection=JQ0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    /// <summary>A bearer confirmation that holds.</summary>
    public const string Confirmation =
        "<a:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><a:SubjectConfirmationData"
        + " InResponseTo=\"" + HostileMessage.RequestId + "\" NotOnOrAfter=\"2026-01-15T12:05:00Z\""
        + " Recipient=\"" + AssertionConsumerServiceUrl + "\"/></a:SubjectConfirmation>";

    private static readonly RSA s_key = RSA.Create(2048);

    /// <summary>The most that an operator can allow.</summary>
    public static XmlLimits WidestLimits { get; } = new()
    {
        MaxMessageBytes = 64 * 1024 * 1024,
        MaxDepth = 65_536,
        MaxNodes = 16 * 1024 * 1024,
        MaxAttributes = 1024 * 1024,
        MaxNamespaces = 1024 * 1024,
        MaxNameLength = 8 * 1024,
    };

    public static X509Certificate2 Certificate { get; } = CreateCertificate();

    public static ExpectedRequest Request { get; } = ExpectedRequest.ForRequest(HostileMessage.RequestId);

    public static byte[] Sign(ReadOnlySpan<byte> octets) =>
        s_key.SignHash(SHA256.HashData(octets), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static SamlResponseValidator CreateValidator(XmlLimits limits, params X509Certificate2[] certificates) =>
        CreateValidator(limits, new IdentityProvider(
            HostileMessage.EntityId, certificates.Length == 0 ? [Certificate] : certificates));

    public static SamlResponseValidator CreateValidator(XmlLimits limits, IdentityProvider identityProvider) =>
        new(ToOptions(limits, identityProvider));

    public static SamlValidatorOptions ToOptions(XmlLimits limits, IdentityProvider? identityProvider = null) => new()
    {
        ServiceProviderEntityId = EntityId,
        AssertionConsumerServiceUrl = AssertionConsumerServiceUrl,
        IdentityProvider = identityProvider ?? new IdentityProvider(HostileMessage.EntityId, [Certificate]),
        RequiredSignatures = SignatureRequirement.ResponseAndAssertion,
        TimeProvider = new StoppedClock(),
        ReplayStore = new ForgetfulReplayStore(),
        XmlLimits = limits,
    };

    /// <summary>The answer, which comes at once: this replay store does not wait.</summary>
    public static SamlValidationResult Validate(this SamlResponseValidator validator, string? formValue)
    {
        ValueTask<SamlValidationResult> validation = validator.ValidateAsync(formValue, Request);
        return validation.IsCompletedSuccessfully
            ? validation.Result
            : throw new InvalidOperationException("The answer did not come at once.");
    }

    private static X509Certificate2 CreateCertificate() =>
        new CertificateRequest("CN=hostile", s_key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 15, 12, 1, 0, TimeSpan.Zero);
    }

    private sealed class ForgetfulReplayStore : IReplayStore
    {
        public ValueTask<bool> TryAddAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
            ValueTask.FromResult(true);
    }
}
