using System.Text;
using Saml.Core;

namespace Quickstart;

/// <summary>Validates a response from a file, with a certificate from a file.</summary>
internal static class YourResponse
{
    private const string Usage =
        """
        Usage: dotnet run --project samples/Quickstart -- RESPONSE CERTIFICATE ISSUER SID [options]
               dotnet run --project samples/Quickstart -- RESPONSE CERTIFICATE ISSUER ENTITY-ID ACS-URL [options]

          RESPONSE     file with the form field SAMLResponse (base64), or with the XML
          CERTIFICATE  file with the identity provider's signing certificate (PEM or base64)
          ISSUER       the identity provider's entity id; Okta: Identity Provider Issuer, http://www.okta.com/exk...
          SID          the Flex connection (JQ...), or the account (AC...) for legacy single sign-on
          ENTITY-ID    for another service provider than Flex: its entity id, the expected audience,
          ACS-URL      and its assertion consumer service URL

          --request ID the ID of the AuthnRequest that is answered; without it the response must answer none
          --at INSTANT validate as if it were then, for instance 2026-01-01T00:00:00Z; otherwise now

        Exit code: 0 accepted, 1 refused, 2 wrong usage or configuration.
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await ValidateAsync(Arguments.Read(args));
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException
            or SamlConfigurationException)
        {
            Console.Error.WriteLine(problem.Message);
            Console.Error.WriteLine();
            Console.Error.WriteLine(Usage);
            return ExitCode.Usage;
        }
    }

    private static async Task<int> ValidateAsync(Arguments arguments)
    {
        SamlResponseValidator validator = new(new SamlValidatorOptions
        {
            ServiceProviderEntityId = arguments.EntityId,
            AssertionConsumerServiceUrl = arguments.AssertionConsumerServiceUrl,
            IdentityProvider = IdentityProvider.FromCertificateText(
                arguments.Issuer, await File.ReadAllTextAsync(arguments.CertificateFile)),
            TimeProvider = arguments.Clock,
            ReplayStore = new InMemoryReplayStore(arguments.Clock, capacity: 1),
        });
        string samlResponse = await ReadFormValueAsync(arguments.ResponseFile);

        bool isValid;
        SamlError? error;
        if (arguments.IsFlex)
        {
            SamlValidationResult result = await validator.ValidateAsync(samlResponse, arguments.Request);
            Answer.Print(result);
            (isValid, error) = (result.IsValid, result.Error);
        }
        else
        {
            SamlAssertionResult result = await validator.ValidateAssertionAsync(samlResponse, arguments.Request);
            Answer.Print(result);
            (isValid, error) = (result.IsValid, result.Error);
        }

        if (error?.Code == SamlErrorCode.InResponseToUnexpected && !arguments.KnowsRequest)
        {
            Console.WriteLine();
            Console.WriteLine($"No --request was given. To look further: --request {error.Actual}");
            Console.WriteLine("An application takes the ID from the browser's cookie, never from the response.");
        }

        if (!isValid)
        {
            ExpectedRequest? request = arguments.KnowsRequest ? arguments.Request : null;
            SamlReport report = arguments.IsFlex
                ? validator.Explain(samlResponse, request)
                : validator.ExplainAssertion(samlResponse, request);
            Console.WriteLine();
            Console.WriteLine("Every rule, walked to the end:");
            Console.WriteLine();
            Console.Write(report.ToText());
        }

        return isValid ? ExitCode.Accepted : ExitCode.Refused;
    }

    private static async Task<string> ReadFormValueAsync(string file)
    {
        byte[] content = await File.ReadAllBytesAsync(file);
        string text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') ? Convert.ToBase64String(content) : text;
    }
}
