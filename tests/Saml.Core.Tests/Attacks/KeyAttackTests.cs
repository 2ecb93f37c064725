using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Attacks;

/// <summary>Rows of group KY and AL that are about what is configured.</summary>
public sealed class KeyAttackTests
{
    [Fact]
    [CatalogueRow("KY-12", "KY-14", "KY-15")]
    public async Task A_certificate_is_a_key_and_its_chain_is_not_asked()
    {
        // An authority signs two certificates with the same subject: one is configured, trust in the other does not follow.
        using RSA authority = RSA.Create(2048);
        using TestIdentityProvider pinned = TestIdentityProvider.Create();
        X500DistinguishedName subject = pinned.Certificate.SubjectName;
        using X509Certificate2 issued = Issue(subject, pinned.Certificate.PublicKey, authority);
        using X509Certificate2 other = Issue(subject, Keys.Stranger.Certificate.PublicKey, authority);
        ServiceProvider serviceProvider = new() { Certificates = [issued] };

        SamlValidationResult genuine = await serviceProvider.ValidateAsync(
            SignedMessage.Mint(SignaturePlacement.Assertion, signer: pinned));
        SamlValidationResult forged = await serviceProvider.ValidateAsync(
            SignedMessage.Mint(SignaturePlacement.Assertion, signer: Keys.Stranger));

        other.Issuer.Should().Be(issued.Issuer);
        genuine.Error.Should().BeNull("neither key usage nor the URLs of its issuer matter");
        forged.Error!.Code.Should().Be(SamlErrorCode.SignatureInvalid);
    }

    [Fact]
    [CatalogueRow("KY-17", "KY-18")]
    public async Task Another_identity_providers_key_or_our_own_is_no_better_than_a_strangers()
    {
        Answer answer = await (new Vector() with
        {
            SignedBy = TestKeys.Other,
            Template = new ResponseTemplate { IssueInstant = Vector.Noon, Issuer = TestKeys.Okta.EntityId },
        }).SubmitAsync();

        answer.Code.Should().Be(SamlErrorCode.SignatureInvalid);
    }

    [Fact]
    [CatalogueRow("KY-16")]
    public void There_is_no_identity_provider_without_a_key() =>
        FluentActions.Invoking(() => new IdentityProvider(TestIdentityProvider.ExampleEntityId, []))
            .Should().Throw<SamlConfigurationException>().Which.Code.Should().Be(SamlErrorCode.NoSigningCertificates);

    [Fact]
    [CatalogueRow("KY-20")]
    public void A_curve_that_the_certificate_describes_itself_is_refused()
    {
        // P-256 with the public key as generator, under which the private key is 1 (CVE-2020-0601).
        using ECDsa named = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PublicKey described = new(new Oid("1.2.840.10045.2.1"), new AsnEncodedData(Describe(named)), new AsnEncodedData(Point(named)));
        using RSA authority = RSA.Create(2048);
        using X509Certificate2 certificate = Issue(Keys.P256.Certificate.SubjectName, described, authority);

        FluentActions.Invoking(() => new IdentityProvider(TestIdentityProvider.ExampleEntityId, [certificate]))
            .Should().Throw<SamlConfigurationException>().Which.Code.Should().Be(SamlErrorCode.CertificateUnreadable);
    }

    [Theory]
    [CatalogueRow("AL-17")]
    [InlineData(1)]
    [InlineData(2)]
    public void An_exponent_that_hides_nothing_is_refused(byte exponent)
    {
        using TestIdentityProvider signer = TestIdentityProvider.Create();
        using RSA key = signer.Certificate.GetRSAPublicKey()!;
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(key.ExportParameters(includePrivateParameters: false).Modulus);
            writer.WriteInteger(exponent);
        }

        PublicKey weak = new(signer.Certificate.PublicKey.Oid, signer.Certificate.PublicKey.EncodedParameters, new AsnEncodedData(writer.Encode()));
        using RSA authority = RSA.Create(2048);
        using X509Certificate2 certificate = Issue(signer.Certificate.SubjectName, weak, authority);

        FluentActions.Invoking(() => new IdentityProvider(TestIdentityProvider.ExampleEntityId, [certificate]))
            .Should().Throw<SamlConfigurationException>().Which.Code.Should().Be(SamlErrorCode.CertificateUnreadable);
    }

    // SpecifiedECDomain (SEC 1, C.2).
    private static byte[] Describe(ECDsa key)
    {
        ECCurve curve = key.ExportExplicitParameters(includePrivateParameters: false).Curve;
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.1.1");
                writer.WriteIntegerUnsigned(curve.Prime);
            }

            using (writer.PushSequence())
            {
                writer.WriteOctetString(curve.A);
                writer.WriteOctetString(curve.B);
            }

            writer.WriteOctetString(Point(key));
            writer.WriteIntegerUnsigned(curve.Order);
            writer.WriteIntegerUnsigned(curve.Cofactor);
        }

        return writer.Encode();
    }

    private static byte[] Point(ECDsa key)
    {
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    private static X509Certificate2 Issue(X500DistinguishedName subject, PublicKey key, RSA authority)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(
            ["http://192.0.2.1/ocsp"], ["http://192.0.2.1/authority.cer"]));
        return request.Create(
            new X500DistinguishedName("CN=authority"),
            X509SignatureGenerator.CreateForRSA(authority, RSASignaturePadding.Pkcs1),
            ServiceProvider.Now.AddYears(-1),
            ServiceProvider.Now.AddYears(1),
            [1, 2, 3]);
    }
}
