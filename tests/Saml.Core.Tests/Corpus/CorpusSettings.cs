using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Saml.Core.Tests.Corpus;

/// <summary>The settings that a row of the corpus asks for; what it does not know is taken from the message.</summary>
internal sealed record CorpusSettings
{
    public required string EntityId { get; init; }

    public required string AssertionConsumerServiceUrl { get; init; }

    public required string Issuer { get; init; }

    public required string CertificatePem { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required ExpectedRequest Request { get; init; }

    public SignatureRequirement RequiredSignatures { get; init; } = SignatureRequirement.ResponseOrAssertion;

    // Recorded messages were often made to last for ever.
    public TimeSpan MaximumAssertionLifetime { get; init; } = TimeSpan.MaxValue;

    public required DangerousOptions Dangerous { get; init; }

    public IdentityProvider IdentityProvider => IdentityProvider.FromCertificateText(Issuer, CertificatePem);

    public static CorpusSettings Of(CorpusRow row)
    {
        CorpusMessage message = new(row.ReadMessage());
        return new CorpusSettings
        {
            EntityId = Given(row.Audience ?? message.Audience, "https://sp.example.com/"),
            AssertionConsumerServiceUrl = Given(row.Recipient ?? message.Recipient, "https://sp.example.com/acs"),
            Issuer = Given(row.Issuer ?? message.Issuer, "https://idp.example.com/"),
            CertificatePem = Given(row.CertificatePem, CorpusRow.Find("accept/027-okta.xml").CertificatePem),
            Now = row.ValidAt ?? Instant(message.IssueInstant) ?? DateTimeOffset.UnixEpoch,
            Request = message.Request,
            Dangerous = new DangerousOptions
            {
                AllowSha1 = row.AllowsSha1,
                MinimumRsaKeyBits = row.AllowsSmallKeys ? 1024 : 2048,
            },
        };
    }

    public SamlValidatorOptions ToOptions()
    {
        FakeTimeProvider clock = new(Now);
        return new SamlValidatorOptions
        {
            ServiceProviderEntityId = EntityId,
            AssertionConsumerServiceUrl = AssertionConsumerServiceUrl,
            IdentityProvider = IdentityProvider,
            RequiredSignatures = RequiredSignatures,
            MaximumAssertionLifetime = MaximumAssertionLifetime,
            TimeProvider = clock,
            ReplayStore = new InMemoryReplayStore(clock, capacity: 1),
            Dangerous = Dangerous,
        };
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;

    private static string Given(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;
}
