using Saml.Core.Testing;

namespace Saml.Core.Tests.Signatures;

/// <summary>What an error about a signature says: what was expected, what came, and where.</summary>
public sealed class SignatureErrorTests
{
    private const string Signature = "/Response/Assertion/Signature";
    private const string SignedInfo = Signature + "/SignedInfo";
    private const string Reference = SignedInfo + "/Reference";
    private const string Transforms = Reference + "/Transforms";
    private const string Method = SignedInfo + "/CanonicalizationMethod";
    private const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    private const string SignatureAlgorithms =
        More + "rsa-sha256, " + More + "rsa-sha384, " + More + "rsa-sha512, "
        + "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1, "
        + "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1, "
        + "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1, "
        + More + "ecdsa-sha256, " + More + "ecdsa-sha384, " + More + "ecdsa-sha512";

    private const string DigestAlgorithms =
        "http://www.w3.org/2001/04/xmlenc#sha256, " + More + "sha384, http://www.w3.org/2001/04/xmlenc#sha512";

    [Theory]
    [InlineData("structure: removed", null, null, "/Response")]
    [InlineData("structure: an empty one before it", "1", "2", "/Response/Assertion")]
    [InlineData("structure: a copy in the Subject", null, "/Response/Assertion/Subject/Signature", "/Response/Assertion/Subject/Signature")]
    [InlineData("structure: a copy in the Status", null, "/Response/Status/Signature", "/Response/Status/Signature")]
    [InlineData("structure: another one in its KeyInfo", null, Signature + "/KeyInfo/Signature", Signature + "/KeyInfo/Signature")]
    [InlineData("structure: empty", "SignedInfo", null, Signature)]
    [InlineData("structure: an empty SignedInfo", "CanonicalizationMethod", null, SignedInfo)]
    [InlineData("structure: without SignatureValue", "SignatureValue", null, Signature)]
    [InlineData("structure: a forged SignedInfo last", "no SignedInfo at this place", null, Signature)]
    [InlineData("structure: a foreign attribute", "no attribute x", null, Signature)]
    [InlineData("structure: an attribute on SignatureValue", "no attribute x", null, Signature + "/SignatureValue")]
    [InlineData("structure: an Object before KeyInfo", null, null, Signature + "/Object")]
    [InlineData("reference: eleven of them", "1", "11", SignedInfo)]
    [InlineData("reference: no Reference: the signature covers nothing", "1", "0", SignedInfo)]
    [InlineData("reference: URI: no URI", null, null, Reference)]
    [InlineData("reference: URI: an empty URI", null, "", Reference)]
    [InlineData("reference: URI: #element()", null, "#element(/1/3)", Reference)]
    [InlineData("reference: URI: an ID that is nowhere", SignedMessage.AssertionId, "#absent", Reference)]
    [InlineData("reference: to the parent, without transforms", Enveloped, null, Reference)]
    [InlineData("reference: a Type", "no attribute Type", null, Reference)]
    [InlineData("reference: a foreign child", "no x at this place", null, Reference)]
    [InlineData("reference: no DigestMethod", "DigestMethod", null, Reference)]
    [InlineData("reference: no DigestValue", "DigestValue", null, Reference)]
    [InlineData("reference: digest of 31 octets", "32 bytes", "31 bytes", Reference + "/DigestValue")]
    [InlineData("reference: digest empty", "32 bytes", "0 bytes", Reference + "/DigestValue")]
    [InlineData("reference: digest not base64", "32 bytes", "not base64", Reference + "/DigestValue")]
    [InlineData("reference: digest of nothing", null, null, "/Response/Assertion")]
    [InlineData("transform: only exclusive canonicalization", Enveloped, Exclusive, Transforms + "/Transform")]
    [InlineData("transform: only enveloped-signature", Exclusive, null, Transforms)]
    [InlineData("transform: enveloped-signature twice", Exclusive, Enveloped, Transforms + "/Transform")]
    [InlineData("transform: another one behind", null, "urn:x", Transforms + "/Transform")]
    [InlineData("transform: a foreign element among them", null, null, Transforms + "/x")]
    [InlineData("transform: no Algorithm", Enveloped, null, Transforms + "/Transform")]
    [InlineData("transform: an attribute on Transforms", "no attribute x", null, Transforms)]
    [InlineData("transform: method: unknown", Exclusive, "urn:x", Method)]
    [InlineData("transform: method: no Algorithm", Exclusive, null, Method)]
    [InlineData("transform: method: a foreign child", "no x at this place", null, Method)]
    [InlineData("transform: PrefixList: not a prefix", null, "xs,saml2", Transforms + "/Transform/InclusiveNamespaces")]
    [InlineData("transform: InclusiveNamespaces: in no namespace", "no InclusiveNamespaces at this place", null, Transforms + "/Transform")]
    [InlineData("algorithm: SHA-1: signature", null, "http://www.w3.org/2000/09/xmldsig#rsa-sha1", null)]
    [InlineData("algorithm: SHA-1: digest", null, "http://www.w3.org/2000/09/xmldsig#sha1", null)]
    [InlineData("algorithm: signature algorithm: hmac-md5", SignatureAlgorithms, More + "hmac-md5", null)]
    [InlineData("algorithm: signature algorithm: unknown", SignatureAlgorithms, "urn:x", null)]
    [InlineData("algorithm: digest algorithm: an OID", DigestAlgorithms, "2.16.840.1.101.3.4.2.1", null)]
    [InlineData("algorithm: digest algorithm: of another length", "64 bytes", "32 bytes", Reference + "/DigestValue")]
    [InlineData("algorithm: value one octet long", "256 bytes", "257 bytes", Signature + "/SignatureValue")]
    [InlineData("algorithm: value empty", "256 bytes", "0 bytes", Signature + "/SignatureValue")]
    [InlineData("algorithm: value not base64", "256 bytes", "not base64", Signature + "/SignatureValue")]
    [InlineData("key: signed by RSA where only ECDSA is trusted", "RSA", More + "rsa-sha256", null)]
    [InlineData("key: signed by ECDSA where only RSA is trusted", "ECDSA", More + "ecdsa-sha256", null)]
    [InlineData("key: signed by one that was removed, of two others", "any of the 2 configured certificates", null, Signature)]
    [InlineData("key: signed by a stranger on a smaller curve", "96 bytes", "64 bytes", Signature + "/SignatureValue")]
    public async Task Says_what_was_expected_what_came_and_where(
        string name, string? expected, string? actual, string? elementPath)
    {
        SamlError error = await RefuseAsync(SignatureVectorTests.Find(name));

        error.Expected.Should().Be(expected);
        error.Actual.Should().Be(actual);
        (error.Location?.ElementPath).Should().Be(elementPath);
    }

    [Theory]
    [InlineData("structure: an empty one before it", "Assertion has 2")]
    [InlineData("structure: an empty SignedInfo", "malformed at SignedInfo:")]
    [InlineData("key: signed by a stranger who embeds nothing", "Signature of Assertion does not verify")]
    [InlineData("content: signed with a canonical form many times as long", "canonicalised: its canonical form is several times as long")]
    public async Task Names_the_element(string name, string says) =>
        (await RefuseAsync(SignatureVectorTests.Find(name))).Message.Should().Contain(says);

    [Fact]
    public async Task Names_the_one_certificate_that_is_trusted()
    {
        SamlError error = await RefuseAsync(SignatureVectorTests.Find("key: signed by a stranger who embeds nothing"));

        error.Expected.Should().Be($"the configured certificate (SHA-256 {Sha256(Keys.Rsa)})");
    }

    [Fact]
    public async Task Names_each_length_of_the_trusted_keys_of_the_kind_once()
    {
        SignatureVector vector = SignatureVectorTests.Find("key: ECDSA value one octet short") with
        {
            ServiceProvider = new()
            {
                Certificates = [.. new[] { Keys.P256, Keys.Rsa, Keys.StrangeP256, Keys.P521 }.Select(key => key.Certificate)],
            },
        };

        (await RefuseAsync(vector)).Expected.Should().Be("64 or 132 bytes");
    }

    [Theory]
    [InlineData(SignaturePlacement.Response, SignatureRequirement.ResponseAndAssertion)]
    [InlineData(SignaturePlacement.Response, SignatureRequirement.Assertion)]
    [InlineData(SignaturePlacement.Assertion, SignatureRequirement.ResponseAndAssertion)]
    [InlineData(SignaturePlacement.Assertion, SignatureRequirement.Response)]
    public async Task Names_the_requirement(SignaturePlacement placement, SignatureRequirement requirement)
    {
        SamlValidationResult result = await new ServiceProvider { RequiredSignatures = requirement }
            .ValidateAsync(SignedMessage.Mint(placement));

        result.Error!.Expected.Should().Be(requirement.ToString());
        result.Error.Location!.ElementPath.Should().Be("/Response");
    }

    private static async Task<SamlError> RefuseAsync(SignatureVector vector) =>
        (await vector.ServiceProvider.ValidateAsync(vector.Message(SignaturePlacement.Assertion))).Error!;

    private static string Sha256(TestIdentityProvider identityProvider) =>
        identityProvider.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
}
