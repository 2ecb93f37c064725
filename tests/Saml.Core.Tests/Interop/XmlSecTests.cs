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
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly XmlSec _xmlsec = new();

    public void Dispose() => _xmlsec.Dispose();

    [SkippableTheory]
    [InlineData(SignaturePlacement.Response)]
    [InlineData(SignaturePlacement.Assertion)]
    [InlineData(SignaturePlacement.ResponseAndAssertion)]
    public async Task It_verifies_what_is_minted(SignaturePlacement placement)
    {
        using TestIdentityProvider provider = TestIdentityProvider.Create();
        string message = _xmlsec.Write("message.xml", provider.Mint(new ResponseTemplate { IssueInstant = s_now }, placement));
        string certificate = _xmlsec.Write("certificate.pem", provider.CertificatePem);
        string[] parents = placement == SignaturePlacement.ResponseAndAssertion
            ? ["Response", "Assertion"]
            : [placement.ToString()];

        foreach (string parent in parents)
        {
            (int exitCode, string output) =
                await _xmlsec.VerifyAsync(message, certificate, $"//*[local-name()='{parent}']");

            exitCode.Should().Be(0, output);
        }
    }

    [SkippableFact]
    public async Task It_refuses_what_was_changed_after_minting()
    {
        using TestIdentityProvider provider = TestIdentityProvider.Create();
        byte[] xml = provider.Mint(new ResponseTemplate { IssueInstant = s_now }, SignaturePlacement.Response);
        xml[xml.AsSpan().IndexOf("supervisor"u8)] = (byte)'S';

        (int exitCode, _) = await _xmlsec.VerifyAsync(
            _xmlsec.Write("message.xml", xml), _xmlsec.Write("certificate.pem", provider.CertificatePem), "/*");

        exitCode.Should().NotBe(0);
    }

    [SkippableTheory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512")]
    public async Task What_it_signs_from_a_template_is_accepted(string algorithm, string digest)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=xmlsec", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(s_now.AddYears(-1), s_now.AddYears(1));
        ResponseTemplate template = new() { IssueInstant = s_now, Issuer = "urn:example:xmlsec" };
        string unsigned = _xmlsec.Write("template.xml", WithTemplate(template, algorithm, digest));
        string signed = _xmlsec.PathOf("signed.xml");

        (int exitCode, string output) = await _xmlsec.RunAsync(
            "--sign", ["--privkey-pem", _xmlsec.Write("key.pem", key.ExportPkcs8PrivateKeyPem()), "--output", signed, unsigned]);
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
}
