using Saml.Core.Errors;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Api;

/// <summary>Presets are data: names, signatures, windows and the words of consoles.</summary>
public sealed class IdentityProviderPresetTests
{
    public static TheoryData<string> Names => [.. IdentityProviderPreset.All.Select(preset => preset.Name)];

    [Theory]
    [InlineData("Okta", SignatureRequirement.ResponseAndAssertion, -300, 300)]
    [InlineData("Entra ID", SignatureRequirement.ResponseAndAssertion, -300, 3600)]
    [InlineData("Google", SignatureRequirement.Response, -300, 300)]
    [InlineData("Auth0", SignatureRequirement.ResponseOrAssertion, 0, 3600)]
    [InlineData("ADFS", SignatureRequirement.Assertion, 0, 3600)]
    [InlineData("OneLogin", SignatureRequirement.Assertion, -180, 180)]
    [InlineData("PingOne", SignatureRequirement.ResponseAndAssertion, null, null)]
    [InlineData("Keycloak", SignatureRequirement.Response, null, null)]
    [InlineData("Salesforce", SignatureRequirement.ResponseOrAssertion, null, null)]
    [InlineData("Shibboleth", SignatureRequirement.Response, 0, 300)]
    [InlineData("SimpleSAMLphp", SignatureRequirement.ResponseAndAssertion, -30, 300)]
    public void A_preset_knows_signatures_and_window(
        string name, SignatureRequirement signatures, int? notBefore, int? notOnOrAfter)
    {
        IdentityProviderPreset preset = IdentityProviderPreset.Find(name)!;

        preset.RequiredSignatures.Should().Be(signatures);
        preset.UsualNotBefore?.TotalSeconds.Should().Be(notBefore);
        preset.UsualNotOnOrAfter?.TotalSeconds.Should().Be(notOnOrAfter);
        (preset.UsualNotBefore is null).Should().Be(notBefore is null);
        (preset.UsualNotOnOrAfter is null).Should().Be(notOnOrAfter is null);
    }

    [Theory]
    [InlineData("http://www.okta.com/exk1a2b3c4d5e6f7g8h9", "Okta")]
    [InlineData("https://sts.windows.net/add29489-7269-41f4-8841-b63c95564420/", "Entra ID")]
    [InlineData("https://accounts.google.com/o/saml2?idpid=C01ab2cd3", "Google")]
    [InlineData("urn:example.auth0.com", "Auth0")]
    [InlineData("http://adfs.example.com/adfs/services/trust", "ADFS")]
    [InlineData("https://app.onelogin.com/saml/metadata/123456", "OneLogin")]
    [InlineData("https://auth.pingone.com/0a1b2c3d", "PingOne")]
    [InlineData("https://sso.example.com/realms/staff", "Keycloak")]
    [InlineData("https://example.my.salesforce.com", "Salesforce")]
    [InlineData("https://idp.example.com/idp/shibboleth", "Shibboleth")]
    [InlineData("https://idp.example.com/simplesaml/saml2/idp/metadata.php", "SimpleSAMLphp")]
    public void Without_a_preset_a_hint_speaks_of_the_product_whose_entity_ids_look_like_this(string entityId, string name)
    {
        string[] others = [.. IdentityProviderPreset.All.Select(preset => preset.Name).Where(other => other != name)];

        string hint = HintOf(entityId);

        hint.Should().Contain($" {name}: ").And.NotContainAny(others.Select(other => $" {other}: "));
    }

    [Fact]
    public void Of_an_entity_id_that_tells_nothing_several_products_are_named() =>
        HintOf("https://idp.example.com/").Should().Contain(" Okta: ").And.Contain(" Entra ID: ").And.Contain(" Google: ");

    private static string HintOf(string entityId) => new SamlRejection(SamlErrorCode.AudienceEmpty)
        .ToError(new Vector { IdentityProvider = new(entityId, [TestKeys.Okta.Certificate]) }.ToOptions(new RecordingReplayStore()))
        .Hint!;

    [Fact]
    public void All_are_told_apart_by_their_names() =>
        Names.Should().HaveCount(11).And.OnlyHaveUniqueItems();

    [Theory]
    [InlineData("okta", "Okta")]
    [InlineData("ENTRA ID", "Entra ID")]
    [InlineData("EntraId", "Entra ID")]
    [InlineData("adfs", "ADFS")]
    [InlineData("simplesamlphp", "SimpleSAMLphp")]
    [InlineData("octa", null)]
    [InlineData("", null)]
    public void A_preset_is_found_by_its_name(string name, string? expected) =>
        IdentityProviderPreset.Find(name)?.ToString().Should().Be(expected);

    [Theory]
    [InlineData("octa")]
    [InlineData("")]
    public void A_name_of_none_finds_none(string name) => IdentityProviderPreset.Find(name).Should().BeNull();

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_are_parts_of_sentences(string name)
    {
        IdentityProviderPreset preset = IdentityProviderPreset.Find(name)!;

        preset.Settings.Should().NotBeEmpty();
        preset.Settings.Values.Should().OnlyContain(words => words == SafeText.Of(words) && !words.EndsWith('.'));
        preset.Quirks.Should().NotBeEmpty().And.OnlyContain(quirk => quirk.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_of_a_preset_ask_for_its_signatures_and_speak_its_words(string name)
    {
        IdentityProviderPreset preset = IdentityProviderPreset.Find(name)!;

        SamlValidatorOptions options = preset.CreateOptions(
            TestKeys.Trust(TestKeys.Okta), FlexConnection.Enhanced(ResponseTemplate.ExampleConnectionSid));

        options.Preset.Should().BeSameAs(preset);
        options.RequiredSignatures.Should().Be(preset.RequiredSignatures);
        options.ServiceProviderEntityId.Should().Be(Vector.EntityId);
        options.AssertionConsumerServiceUrl.Should().Be(Vector.ServiceUrl);
        FluentActions.Invoking(() => new SamlResponseValidator(options)).Should().NotThrow();
    }

    [Fact]
    public void Every_setting_has_words_without_a_product() =>
        Enum.GetValues<IdentityProviderSetting>().Select(IdentityProviderCatalogue.Describe)
            .Should().OnlyHaveUniqueItems().And.NotContain(string.Empty);
}
