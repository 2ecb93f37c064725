using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>A validator learns nothing about keys from messages, and is told about none but the identity provider's.</summary>
public sealed class KeyConfusionTests
{
    private const string Named = "<ds:KeyInfo><ds:KeyName>the key</ds:KeyName></ds:KeyInfo>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [CatalogueRow("KY-21")]
    public async Task A_message_changes_nothing_for_the_next(bool genuineFirst)
    {
        SamlResponseValidator validator = new ServiceProvider().CreateValidator();
        byte[] genuine = Encoding.UTF8.GetBytes(
            SignatureText.Edit(Genuine.Of(SignaturePlacement.Assertion).Xml, "KeyInfo", _ => Named));
        byte[] forged = new Forgery(Attacker.Sign) { KeyInfo = Named }.Message(SignaturePlacement.Assertion);
        List<SamlErrorCode> answers = [];

        foreach (byte[] message in genuineFirst ? [genuine, forged, forged] : new[] { forged, forged, genuine })
        {
            SamlValidationResult result = await validator.ValidateXmlAsync(
                message, ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId));
            answers.Add(result.Error?.Code ?? SamlErrorCode.None);
        }

        answers.Should().Equal(genuineFirst
            ? [SamlErrorCode.None, SamlErrorCode.SignatureInvalid, SamlErrorCode.SignatureInvalid]
            : [SamlErrorCode.SignatureInvalid, SamlErrorCode.SignatureInvalid, SamlErrorCode.None]);
    }

    [Theory]
    [InlineData(SignaturePlacement.Assertion)]
    [InlineData(SignaturePlacement.Response)]
    [CatalogueRow("KY-19")]
    public async Task A_key_that_was_removed_is_refused_at_once(SignaturePlacement placement)
    {
        ServiceProvider before = new() { Certificates = [Keys.Rsa.Certificate, Keys.Stranger.Certificate] };
        ServiceProvider after = new() { Certificates = [Keys.Stranger.Certificate] };
        byte[] message = SignedMessage.Mint(placement);

        (await before.ValidateAsync(message)).Error.Should().BeNull();
        (await after.ValidateAsync(message)).Error!.Code.Should().Be(SamlErrorCode.SignatureInvalid);
        (await after.ValidateAsync(SignedMessage.Mint(placement, signer: Keys.Stranger))).Error.Should().BeNull();
    }

    [Fact]
    [CatalogueRow("KY-18")]
    public void Nothing_but_an_identity_provider_is_made_of_keys()
    {
        Type[] keys = [typeof(X509Certificate), typeof(AsymmetricAlgorithm), typeof(X509Certificate2Collection), typeof(PublicKey)];

        IEnumerable<string> members =
            from type in typeof(SamlResponseValidator).Assembly.GetExportedTypes()
            from member in type.GetMethods().Cast<System.Reflection.MethodBase>().Concat(type.GetConstructors())
            where member.GetParameters().Any(parameter => Mentions(parameter.ParameterType))
            select $"{type.Name}{member.Name}";

        members.Should().Equal("IdentityProvider.ctor");

        bool Mentions(Type type) =>
            keys.Any(key => key.IsAssignableFrom(type)) || type.GetGenericArguments().Any(Mentions);
    }

    /// <summary>The certificate names its issuer's address, an OCSP responder and a revocation list; it is its key that counts.</summary>
    [Fact]
    [CatalogueRow("KY-14")]
    public async Task A_trusted_certificate_that_names_places_to_ask_is_just_a_key()
    {
        ServiceProvider serviceProvider = new() { Certificates = [Attacker.Referring] };

        SamlValidationResult result = await serviceProvider.ValidateAsync(
            new Forgery(Attacker.Sign).Message(SignaturePlacement.Assertion));

        result.ShouldBe(Forgery.Template);
    }
}
