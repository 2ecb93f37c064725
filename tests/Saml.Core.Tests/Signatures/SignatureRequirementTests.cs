using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.SignatureRequirement;

namespace Saml.Core.Tests.Signatures;

/// <summary>Which signatures must be there; one that is there must verify, whether it must be there or not.</summary>
public sealed class SignatureRequirementTests
{
    private const string Name = "jane.doe@example.com<";

    [Theory]
    [InlineData(SignaturePlacement.None, ResponseAndAssertion, NothingSigned)]
    [InlineData(SignaturePlacement.None, Response, NothingSigned)]
    [InlineData(SignaturePlacement.None, SignatureRequirement.Assertion, NothingSigned)]
    [InlineData(SignaturePlacement.None, ResponseOrAssertion, NothingSigned)]
    [InlineData(SignaturePlacement.Response, ResponseAndAssertion, AssertionNotSigned)]
    [InlineData(SignaturePlacement.Response, Response, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.Response, SignatureRequirement.Assertion, AssertionNotSigned)]
    [InlineData(SignaturePlacement.Response, ResponseOrAssertion, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.Assertion, ResponseAndAssertion, ResponseNotSigned)]
    [InlineData(SignaturePlacement.Assertion, Response, ResponseNotSigned)]
    [InlineData(SignaturePlacement.Assertion, SignatureRequirement.Assertion, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.Assertion, ResponseOrAssertion, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.ResponseAndAssertion, ResponseAndAssertion, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.ResponseAndAssertion, Response, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.ResponseAndAssertion, SignatureRequirement.Assertion, SamlErrorCode.None)]
    [InlineData(SignaturePlacement.ResponseAndAssertion, ResponseOrAssertion, SamlErrorCode.None)]
    [CatalogueRow("SS-2", "SS-3")]
    public async Task Requires(SignaturePlacement placement, SignatureRequirement requirement, SamlErrorCode expected)
    {
        SamlValidationResult result = await new ServiceProvider { RequiredSignatures = requirement }
            .ValidateAsync(SignedMessage.Mint(placement));

        (result.Error?.Code ?? SamlErrorCode.None).Should().Be(expected);
    }

    [Theory]
    [InlineData(SignaturePlacement.Response, Response)]
    [InlineData(SignaturePlacement.Assertion, SignatureRequirement.Assertion)]
    [InlineData(SignaturePlacement.ResponseAndAssertion, ResponseAndAssertion)]
    public async Task Says_what_was_signed_and_by_which_key(SignaturePlacement placement, SignatureRequirement expected)
    {
        SamlValidationResult result = await new ServiceProvider().ValidateAsync(SignedMessage.Mint(placement));

        result.Assertion!.SignedParts.Should().Be(expected);
        result.Assertion.SigningCertificateSha256.Should().Be(Keys.Rsa.Certificate.GetCertHashString(
            System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Theory]
    [InlineData(ResponseAndAssertion)]
    [InlineData(Response)]
    [InlineData(SignatureRequirement.Assertion)]
    [InlineData(ResponseOrAssertion)]
    public async Task A_change_of_the_assertion_breaks_both_signatures(SignatureRequirement requirement)
    {
        byte[] message = SignedMessage.Change(
            SignedMessage.Mint(SignaturePlacement.ResponseAndAssertion), xml => xml.Replace(Name, "admin@example.com<"));

        SamlValidationResult result = await new ServiceProvider { RequiredSignatures = requirement }.ValidateAsync(message);

        result.Error!.Code.Should().Be(DigestMismatch);
        result.Error.Message.Should().StartWith("Response");
    }

    [Theory]
    [InlineData("the Response's, though the Assertion's suffices", SignatureRequirement.Assertion, "Destination=\"https", "Destination=\"http", "Response")]
    [InlineData("the Assertion's, though the Response's suffices", Response, Name, "admin@example.com<", "Assertion")]
    [CatalogueRow("SS-2", "SS-3")]
    public async Task A_signature_that_need_not_be_there_must_verify(
        string name, SignatureRequirement requirement, string text, string replacement, string parent)
    {
        // The Response is signed over an Assertion whose own signature is broken already, or is broken itself.
        byte[] message = parent == "Response"
            ? SignedMessage.Change(SignedMessage.Mint(SignaturePlacement.ResponseAndAssertion), Break)
            : Keys.Rsa.Sign(
                System.Text.Encoding.UTF8.GetString(
                    SignedMessage.Change(SignedMessage.Mint(SignaturePlacement.Assertion), Break)),
                SignaturePlacement.Response);

        SamlValidationResult result = await new ServiceProvider { RequiredSignatures = requirement }.ValidateAsync(message);

        result.Error!.Code.Should().Be(DigestMismatch, name);
        result.Error.Message.Should().StartWith(parent);

        string Break(string xml) => xml.Replace(text, replacement);
    }

    [Fact]
    public async Task A_signature_of_the_assertion_taken_away_breaks_the_response()
    {
        byte[] message = SignedMessage.Change(
            SignedMessage.Mint(SignaturePlacement.ResponseAndAssertion),
            xml => SignatureText.Edit(xml, "Signature", part => part.Replace("<ds:", "<ds:")) is var kept
                ? kept.Remove(kept.LastIndexOf("<ds:Signature ", StringComparison.Ordinal), SignatureLength(kept))
                : xml);

        SamlValidationResult result = await new ServiceProvider { RequiredSignatures = Response }.ValidateAsync(message);

        result.Error!.Code.Should().Be(DigestMismatch);

        static int SignatureLength(string xml) =>
            xml.LastIndexOf("</ds:Signature>", StringComparison.Ordinal) + "</ds:Signature>".Length
            - xml.LastIndexOf("<ds:Signature ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_the_response_taken_away_leaves_a_signed_assertion()
    {
        byte[] message = SignedMessage.Change(
            SignedMessage.Mint(SignaturePlacement.ResponseAndAssertion), xml => SignatureText.Edit(xml, "Signature", _ => ""));

        SamlValidationResult result = await new ServiceProvider().ValidateAsync(message);

        result.Assertion!.SignedParts.Should().Be(SignatureRequirement.Assertion);
    }
}
