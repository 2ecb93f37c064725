using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Interop;

/// <summary>
/// xmlsec1, a C library's command, verifies what we mint, and we accept what it signs. Skipped where it is not installed.
/// </summary>
public sealed class XmlSecTests : IDisposable
{
    private const string NotInstalled = "xmlsec1 is not installed";

    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saml-core-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [InlineData(SignaturePlacement.Response)]
    [InlineData(SignaturePlacement.Assertion)]
    [InlineData(SignaturePlacement.ResponseAndAssertion)]
    public async Task It_verifies_what_is_minted(SignaturePlacement placement)
    {
        Skip.IfNot(IsInstalled(), NotInstalled);
        using TestIdentityProvider provider = TestIdentityProvider.Create();
        string message = Write("message.xml", provider.Mint(new ResponseTemplate { IssueInstant = s_now }, placement));
        string certificate = Write("certificate.pem", provider.CertificatePem);
        string[] parents = placement == SignaturePlacement.ResponseAndAssertion
            ? ["Response", "Assertion"]
            : [placement.ToString()];

        foreach (string parent in parents)
        {
            (int exitCode, string output) = await RunAsync(
                ["--verify", "--pubkey-cert-pem", certificate, "--node-xpath",
                    $"//*[local-name()='{parent}']/*[local-name()='Signature']", message]);

            exitCode.Should().Be(0, output);
        }
    }

    [SkippableFact]
    public async Task It_refuses_what_was_changed_after_minting()
    {
        Skip.IfNot(IsInstalled(), NotInstalled);
        using TestIdentityProvider provider = TestIdentityProvider.Create();
        byte[] xml = provider.Mint(new ResponseTemplate { IssueInstant = s_now }, SignaturePlacement.Response);
        xml[xml.AsSpan().IndexOf("supervisor"u8)] = (byte)'S';

        (int exitCode, _) = await RunAsync(
            ["--verify", "--pubkey-cert-pem", Write("certificate.pem", provider.CertificatePem), Write("message.xml", xml)]);

        exitCode.Should().NotBe(0);
    }

    [SkippableTheory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512")]
    public async Task What_it_signs_from_a_template_is_accepted(string algorithm, string digest)
    {
        Skip.IfNot(IsInstalled(), NotInstalled);
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=xmlsec", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(s_now.AddYears(-1), s_now.AddYears(1));
        ResponseTemplate template = new() { IssueInstant = s_now, Issuer = "urn:example:xmlsec" };
        string unsigned = Write("template.xml", WithTemplate(template, algorithm, digest));
        string signed = Path.Combine(_folder.FullName, "signed.xml");

        (int exitCode, string output) = await RunAsync(
            ["--sign", "--privkey-pem", Write("key.pem", key.ExportPkcs8PrivateKeyPem()), "--output", signed, unsigned]);
        exitCode.Should().Be(0, output);
        SamlValidationResult result = await Validator(template, certificate).ValidateXmlAsync(
            await File.ReadAllBytesAsync(signed), ExpectedRequest.ForRequest(template.InResponseTo!));

        result.Error.Should().BeNull();
        result.Assertion!.SignedParts.Should().Be(SignatureRequirement.Assertion);
    }

    private static SamlResponseValidator Validator(ResponseTemplate template, X509Certificate2 certificate)
    {
        FakeTimeProvider clock = new(s_now);
        return new SamlResponseValidator(new SamlValidatorOptions
        {
            ServiceProviderEntityId = template.Audience!,
            AssertionConsumerServiceUrl = template.Recipient!,
            IdentityProvider = new IdentityProvider("urn:example:xmlsec", [certificate]),
            RequiredSignatures = SignatureRequirement.Assertion,
            TimeProvider = clock,
            ReplayStore = new InMemoryReplayStore(clock, 10),
        });
    }

    private static string WithTemplate(ResponseTemplate template, string algorithm, string digest)
    {
        const string exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
        string signature =
            $"""
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{exclusive}"/><ds:SignatureMethod Algorithm="{algorithm}"/><ds:Reference URI="#{template.AssertionId}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="{exclusive}"><ec:InclusiveNamespaces xmlns:ec="{exclusive}" PrefixList="xs"/></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="{digest}"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/></ds:Signature>
            """;
        string xml = template.ToXml();
        int behindIssuer = xml.LastIndexOf("</saml2:Issuer>", StringComparison.Ordinal) + "</saml2:Issuer>".Length;
        return xml.Insert(behindIssuer, signature);
    }

    private static bool IsInstalled() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "xmlsec1")));

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments)
    {
        string[] ids =
        [
            "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion",
            "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:protocol:Response",
        ];
        ProcessStartInfo start = new("xmlsec1", [arguments[0], .. ids, .. arguments[1..]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] octets)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, octets);
        return path;
    }
}
