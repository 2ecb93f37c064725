using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Api;

/// <summary>Certificates in every form that consoles show them in, and what is often pasted instead.</summary>
public sealed class IdentityProviderTests
{
    private const string EntityId = TestIdentityProvider.ExampleEntityId;

    private static readonly Lazy<TestIdentityProvider> s_ecdsa =
        new(() => TestIdentityProvider.CreateEcdsa(EntityId, ECCurve.NamedCurves.nistP256));

    private static string Pem => TestKeys.Okta.CertificatePem;

    private static string OtherPem => TestKeys.Other.CertificatePem;

    private static string Base64 => Convert.ToBase64String(TestKeys.Okta.Certificate.RawData);

    private static readonly Dictionary<string, (Func<string> Text, int Certificates)> s_readable = new()
    {
        ["PEM"] = (() => Pem, 1),
        ["PEM with CR LF"] = (() => Pem.ReplaceLineEndings("\r\n"), 1),
        ["PEM with white space around"] = (() => $"\n  {Pem}\n\n", 1),
        ["PEM with text around"] = (() => $"Bag Attributes\n  friendlyName: x\n{Pem}\nthe end", 1),
        ["two PEM"] = (() => Pem + "\n" + OtherPem, 2),
        ["the same PEM twice"] = (() => Pem + "\n" + Pem, 1),
        ["bare base64"] = (() => Base64, 1),
        ["bare base64 in lines"] = (() => Lines(Base64, "\n"), 1),
        ["bare base64 in lines with CR LF"] = (() => Lines(Base64, "\r\n") + "\r\n", 1),
        ["an ECDSA certificate"] = (() => s_ecdsa.Value.CertificatePem, 1),
        ["RSA and ECDSA"] = (() => Pem + "\n" + s_ecdsa.Value.CertificatePem, 2),
    };

    private static readonly Dictionary<string, (Func<string> Text, SamlErrorCode Code, string Says)> s_foreign = new()
    {
        ["empty"] = (() => "", NoSigningCertificates, "No identity provider signing certificate"),
        ["blank"] = (() => " \r\n\t", NoSigningCertificates, "No identity provider signing certificate"),
        ["a private key"] = (() => Key().ExportPkcs8PrivateKeyPem(), CertificateUnreadable, "private key"),
        ["an RSA private key"] = (() => Key().ExportRSAPrivateKeyPem(), CertificateUnreadable, "private key"),
        ["an encrypted private key"] = (EncryptedKey, CertificateUnreadable, "private key"),
        ["a certificate and its private key"] =
            (() => Pem + "\n" + Key().ExportPkcs8PrivateKeyPem(), CertificateUnreadable, "private key"),
        ["a public key"] = (() => Key().ExportSubjectPublicKeyInfoPem(), CertificateUnreadable, "public key"),
        ["a certificate request"] = (Request, CertificateUnreadable, "certificate request"),
        ["PKCS #7"] = (Pkcs7, CertificateUnreadable, "PKCS #7"),
        ["an HTML page"] = (() => "<!DOCTYPE html><html><body>Sign in</body></html>", CertificateUnreadable, "HTML"),
        ["an HTML page with a PEM in it"] = (() => $"<HTML><pre>{Pem}</pre></HTML>", CertificateUnreadable, "HTML"),
        ["metadata"] = (() => $"<EntityDescriptor>{Base64}</EntityDescriptor>", CertificateUnreadable, "metadata"),
        ["a file name"] = (() => "okta.cert", CertificateUnreadable, "not base64"),
        ["PEM without its end"] = (() => Pem[..^30], CertificateUnreadable, "damaged"),
        ["PEM without its beginning"] = (() => Pem[30..], CertificateUnreadable, "not base64"),
        ["PEM of half a certificate"] = (() => Wrap(Base64[..400]), CertificateUnreadable, "not the DER form"),
        ["two PEM without a line between"] = (() => Pem + OtherPem, CertificateUnreadable, "damaged"),
        ["a second PEM without its end"] = (() => Pem + "\n" + OtherPem[..^30], CertificateUnreadable, "damaged"),
        ["a first PEM without its end"] = (() => Pem[..^30] + "\n" + OtherPem, CertificateUnreadable, "damaged"),
        ["a first PEM that is not base64"] = (() => Wrap("*" + Base64) + OtherPem, CertificateUnreadable, "damaged"),
        ["half of the bare base64"] = (() => Base64[..400], CertificateUnreadable, "not the DER form"),
        ["bare base64 with a character too many"] = (() => Base64 + "A", CertificateUnreadable, "not base64"),
        ["base64 of a private key"] =
            (() => Convert.ToBase64String(Key().ExportPkcs8PrivateKey()), CertificateUnreadable, "not the DER form"),
        ["a key of an unusual curve"] = (() => CurvePem("1.3.132.0.10"), CertificateUnreadable, "elliptic curve"),
        ["an Ed25519 key"] = (() => KeyPem("1.3.101.112"), CertificateUnreadable, "neither RSA nor ECDSA"),
        ["an RSA key that is none"] =
            (() => KeyPem("1.2.840.113549.1.1.1"), CertificateUnreadable, "its key cannot be used: "),
    };

    public static TheoryData<string> Readable => [.. s_readable.Keys];

    public static TheoryData<string> Unreadable => [.. s_foreign.Keys];

    [Theory]
    [MemberData(nameof(Readable))]
    public void Certificates_are_read_from_text(string name)
    {
        (Func<string> text, int certificates) = s_readable[name];

        IdentityProvider provider = IdentityProvider.FromCertificateText(EntityId, text(), "https://example.com/sso");

        provider.EntityId.Should().Be(EntityId);
        provider.SingleSignOnUrl.Should().Be("https://example.com/sso");
        provider.ToString().Should().Be($"{EntityId} ({certificates} certificates)");
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Anything_else_is_named_as_what_it_is(string name)
    {
        (Func<string> text, SamlErrorCode code, string says) = s_foreign[name];

        SamlConfigurationException problem = Problem(() => IdentityProvider.FromCertificateText(EntityId, text()));

        problem.Code.Should().Be(code);
        problem.Message.Should().Contain(says);
        problem.Message.Should().NotContain(Base64[..40], "what was pasted may be secret");
    }

    [Fact]
    [CatalogueRow("NP-38")]
    public async Task The_caller_may_dispose_its_certificates()
    {
        X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(TestKeys.Okta.Certificate.RawData);
        IdentityProvider provider = new(EntityId, [certificate]);

        certificate.Dispose();

        await (new Vector() with { IdentityProvider = provider }).ShouldAnswerAsync(None);
    }

    [Fact]
    public async Task Any_of_several_certificates_verifies_and_is_named()
    {
        IdentityProvider provider = IdentityProvider.FromCertificateText(EntityId, OtherPem + "\n" + Pem);

        Answer answer = await (new Vector() with { IdentityProvider = provider }).ShouldAnswerAsync(None);

        answer.Result.Assertion!.SigningCertificateSha256.Should().Be(
            TestKeys.Okta.Certificate.GetCertHashString(HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task An_ECDSA_key_verifies()
    {
        Vector vector = new()
        {
            SignedBy = s_ecdsa.Value,
            IdentityProvider = IdentityProvider.FromCertificateText(EntityId, s_ecdsa.Value.CertificatePem),
        };

        (await vector.ShouldAnswerAsync(None)).Result.IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task A_small_RSA_key_needs_a_dangerous_option()
    {
        using TestIdentityProvider small = TestIdentityProvider.CreateRsa(EntityId, 1024);
        Vector vector = new() { SignedBy = small, IdentityProvider = TestKeys.Trust(small) };

        Problem(() => new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore())))
            .Code.Should().Be(KeyTooSmall);

        Vector dangerous = vector with { Dangerous = new DangerousOptions { MinimumRsaKeyBits = 1024 } };
        SamlResponseValidator validator = new(dangerous.ToOptions(new RecordingReplayStore()));
        (await validator.ValidateAsync(dangerous.ToFormValue(), dangerous.Request)).IsValid.Should().BeTrue();
    }

    [Fact]
    public void There_is_a_most_of_certificates()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        X509Certificate2[] many = [.. Enumerable.Range(0, 17).Select(number => SelfSigned(key, $"CN={number}"))];

        new IdentityProvider(EntityId, many.Take(16)).ToString().Should().EndWith("(16 certificates)");
        Problem(() => new IdentityProvider(EntityId, many)).Code.Should().Be(OptionsInvalid);
    }

    [Fact]
    [CatalogueRow("FO-5")]
    public void Every_problem_is_listed()
    {
        SamlConfigurationException problem = Problem(() => new IdentityProvider(" ", [null!, null!]));

        problem.Errors.Select(error => error.Code)
            .Should().Equal(OptionsInvalid, CertificateUnreadable, CertificateUnreadable);
        problem.Code.Should().Be(OptionsInvalid);
        problem.Message.Should().Contain("SigningCertificates[0]").And.Contain("SigningCertificates[1]");
        Problem(() => new IdentityProvider(EntityId, [])).Code.Should().Be(NoSigningCertificates);
    }

    [Fact]
    public void Misuse_throws()
    {
        FluentActions.Invoking(() => new IdentityProvider(null!, [])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new IdentityProvider(EntityId, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => IdentityProvider.FromCertificateText(EntityId, null!))
            .Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => IdentityProvider.FromCertificateText(null!, Pem))
            .Should().Throw<ArgumentNullException>();
    }

    private static SamlConfigurationException Problem(Func<object> make) =>
        make.Should().Throw<SamlConfigurationException>().Which;

    private static RSA Key() => RSA.Create(1024);

    private static string EncryptedKey() => Key().ExportEncryptedPkcs8PrivateKeyPem(
        "password", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    private static string Pkcs7() => new X509Certificate2Collection(TestKeys.Okta.Certificate).ExportPkcs7Pem();

    private static string Request() =>
        new CertificateRequest("CN=x", Key(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSigningRequestPem();

    private static string CurvePem(string oid)
    {
        using ECDsa key = ECDsa.Create(ECCurve.CreateFromValue(oid));
        return SelfSigned(key, "CN=x").ExportCertificatePem();
    }

    // A certificate of a public key that nobody could make here.
    private static string KeyPem(string oid)
    {
        using ECDsa issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PublicKey key = new(new Oid(oid), new AsnEncodedData([5, 0]), new AsnEncodedData(new byte[32]));
        return new CertificateRequest(new X500DistinguishedName("CN=x"), key, HashAlgorithmName.SHA256)
            .Create(
                new X500DistinguishedName("CN=y"),
                X509SignatureGenerator.CreateForECDsa(issuer),
                Vector.Noon.AddYears(-1),
                Vector.Noon.AddYears(1),
                [1])
            .ExportCertificatePem();
    }

    private static X509Certificate2 SelfSigned(ECDsa key, string subject) =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(Vector.Noon.AddYears(-1), Vector.Noon.AddYears(1));

    private static string Wrap(string base64) =>
        $"-----BEGIN CERTIFICATE-----\n{Lines(base64, "\n")}\n-----END CERTIFICATE-----\n";

    private static string Lines(string text, string end) =>
        string.Join(end, text.Chunk(64).Select(line => new string(line)));
}
