using Saml.Core;
using Saml.Core.Testing;

namespace Quickstart;

/// <summary>A login as Okta sends it, accepted; the same login with one byte changed, refused.</summary>
internal static class Demonstration
{
    public static async Task<int> RunAsync()
    {
        // What Okta does. In your application this is the form field SAMLResponse that the browser posts.
        using TestIdentityProvider okta = TestIdentityProvider.Create();
        byte[] response = okta.Mint(
            new ResponseTemplate(),
            SignaturePlacement.ResponseAndAssertion,
            new SignatureSettings { PrefixList = "xs" });

        // What you do, once: make a validator and keep it.
        FlexConnection flex = FlexConnection.Enhanced(ResponseTemplate.ExampleConnectionSid);
        SamlResponseValidator validator = new(new SamlValidatorOptions
        {
            ServiceProviderEntityId = flex.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = flex.AssertionConsumerServiceUrl,
            IdentityProvider = IdentityProvider.FromCertificateText(okta.EntityId, okta.CertificatePem),
        });

        // And for each login: the ID of the request that this browser was sent away with.
        ExpectedRequest request = ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId);
        SamlValidationResult accepted = await validator.ValidateAsync(
            TestIdentityProvider.ToFormValue(response), request);
        Console.WriteLine("A response, signed twice:");
        Answer.Print(accepted);

        int place = response.AsSpan().IndexOf("jane.doe"u8);
        response[place] = (byte)'J';
        SamlValidationResult refused = await validator.ValidateAsync(
            TestIdentityProvider.ToFormValue(response), request);
        Console.WriteLine();
        Console.WriteLine($"The same response, byte {place} changed:");
        Answer.Print(refused);

        Console.WriteLine();
        Console.WriteLine("Your own response: dotnet run --project samples/Quickstart -- --help");
        return accepted.IsValid && !refused.IsValid ? ExitCode.Accepted : ExitCode.Refused;
    }
}
