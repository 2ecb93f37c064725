using Saml.Core;

// Native AOT: a response of an Okta-shaped identity provider, embedded with its certificate, at the instant it is for.
StoppedClock clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
FlexConnection flex = FlexConnection.Enhanced("JQ0f1e2d3c4b5a69788796a5b4c3d2e1f0");
SamlResponseValidator validator = new(new SamlValidatorOptions
{
    ServiceProviderEntityId = flex.ServiceProviderEntityId,
    AssertionConsumerServiceUrl = flex.AssertionConsumerServiceUrl,
    IdentityProvider = IdentityProvider.FromCertificateText(
        "http://www.okta.com/exk1a2b3c4d5e6f7g8h9", ReadResource("certificate.pem")),
    TimeProvider = clock,
    ReplayStore = new InMemoryReplayStore(clock, capacity: 1),
});

SamlValidationResult result = await validator.ValidateAsync(
    ReadResource("response.b64"), ExpectedRequest.ForRequest("_3f6c1d9a8b2e4f705c6d"));
Console.WriteLine(result.IsValid ? $"Roles: {string.Join(", ", result.Identity.Roles)}" : result.Error.ToString());
return result.IsValid && result.Identity.IsInRole(FlexRole.Supervisor) ? 0 : 1;

static string ReadResource(string name)
{
    using StreamReader reader = new(typeof(StoppedClock).Assembly.GetManifestResourceStream(name)!);
    return reader.ReadToEnd();
}

internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
