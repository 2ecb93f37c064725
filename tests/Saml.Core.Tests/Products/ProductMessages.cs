using Saml.Core.Testing;
using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Products;

/// <summary>
/// A login into Flex in the shape in which each product sends it: prefixes, order, what is left out, signatures, window,
/// Name ID and the way in which several roles are sent. The values are ours.
/// </summary>
internal static class ProductMessages
{
    private const string EmailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    private const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    private const string Unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    private const string Entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    private static readonly SignatureSettings s_plain = new() { PrefixList = null };
    private static readonly SignatureSettings s_defaultNamespace = s_plain with { Prefix = "" };

    private static readonly Dictionary<string, Vector> s_vectors = new()
    {
        ["Okta"] = Of(
            IdentityProviderPreset.Okta,
            SignaturePlacement.ResponseAndAssertion,
            new SignatureSettings(),
            new ResponseTemplate { Issuer = TestIdentityProvider.ExampleEntityId, NameIdFormat = Unspecified }),

        ["Entra ID"] = Of(
            IdentityProviderPreset.EntraId,
            SignaturePlacement.ResponseAndAssertion,
            s_defaultNamespace,
            new ResponseTemplate
            {
                Shape = new ResponseShape { AssertionPrefix = "", AttributesFirst = true },
                Issuer = "https://sts.windows.net/5a3b1c9e-0d2f-4e68-8b7a-6c5d4e3f2a1b/",
                NameIdFormat = EmailAddress,
                Attributes =
                [
                    new(
                        "http://schemas.microsoft.com/identity/claims/objectidentifier", null,
                        ["c7d6e5f4-a3b2-4c1d-8e9f-0a1b2c3d4e5f"]),
                    .. User(nameFormat: null, "agent", "supervisor"),
                ],
            }),

        ["Google"] = Of(
            IdentityProviderPreset.Google,
            SignaturePlacement.Response,
            s_plain with { EmbedSubjectName = true },
            new ResponseTemplate
            {
                Shape = new ResponseShape
                {
                    XmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>",
                    ProtocolPrefix = "saml2p",
                    AssertionPrefix = "saml2",
                    AttributesFirst = true,
                },
                Issuer = "https://accounts.google.com/o/saml2?idpid=C01abc2de",
                NameIdFormat = Persistent,
                AuthnContextClassRef = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
                Attributes = User(nameFormat: null, "agent", "supervisor"),
            }),

        ["Auth0"] = Of(
            IdentityProviderPreset.Auth0,
            SignaturePlacement.Assertion,
            s_defaultNamespace,
            new ResponseTemplate
            {
                Shape = new ResponseShape { TypesValues = true },
                Issuer = "urn:example.auth0.com",
                NameIdFormat = Unspecified,
                Attributes = User(TemplateAttribute.BasicNameFormat, "agent", "supervisor"),
            }),

        ["ADFS"] = Of(
            IdentityProviderPreset.Adfs,
            SignaturePlacement.Assertion,
            s_plain with { KeyInfoPrefix = "" },
            new ResponseTemplate
            {
                Shape = new ResponseShape
                {
                    AssertionPrefix = "",
                    Consent = "urn:oasis:names:tc:SAML:2.0:consent:unspecified",
                },
                Issuer = "http://adfs.example.com/adfs/services/trust",
                NameIdFormat = null,
                Attributes = User(nameFormat: null, "agent", "supervisor"),
            }),

        ["OneLogin"] = Of(
            IdentityProviderPreset.OneLogin,
            SignaturePlacement.Assertion,
            s_plain,
            new ResponseTemplate
            {
                Shape = new ResponseShape { TypesValues = true },
                ResponseId = "R0f1e2d3c4b5a69788796a5b4c3d2e1f00112233",
                AssertionId = "pfx0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                Issuer = "https://app.onelogin.com/saml/metadata/123456",
                NameIdFormat = EmailAddress,
                Attributes = User(TemplateAttribute.BasicNameFormat, "agent", "supervisor"),
            }),

        ["PingOne"] = Of(
            IdentityProviderPreset.PingOne,
            SignaturePlacement.ResponseAndAssertion,
            s_plain with { Algorithm = SigningAlgorithm.RsaSha512, Digest = DigestAlgorithm.Sha512 },
            new ResponseTemplate
            {
                Shape = new ResponseShape { TypesValues = true },
                Issuer = "https://auth.pingone.com/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                NameIdFormat = Unspecified,
                Attributes = User(TemplateAttribute.BasicNameFormat, "agent", "supervisor"),
            }),

        // One Attribute element for each role, as with Single Role Attribute off.
        ["Keycloak"] = Of(
            IdentityProviderPreset.Keycloak,
            SignaturePlacement.Response,
            s_plain with { Prefix = "dsig" },
            new ResponseTemplate
            {
                Shape = new ResponseShape { TypesValues = true },
                Issuer = "https://keycloak.example.com/realms/example",
                NameIdFormat = EmailAddress,
                Attributes =
                [
                    .. User(TemplateAttribute.BasicNameFormat, "agent"),
                    TemplateAttribute.Basic("roles", "supervisor"),
                    TemplateAttribute.Basic("roles", "offline_access"),
                ],
            }),

        ["Salesforce"] = Of(
            IdentityProviderPreset.Salesforce,
            SignaturePlacement.Assertion,
            s_plain,
            new ResponseTemplate
            {
                Shape = new ResponseShape { TypesValues = true, IssuerFormat = Entity },
                Issuer = "https://example.my.salesforce.com",
                NameIdFormat = Unspecified,
                Attributes = User(TemplateAttribute.UnspecifiedNameFormat, "agent, supervisor"),
            }),

        ["Shibboleth"] = Of(
            IdentityProviderPreset.Shibboleth,
            SignaturePlacement.Response,
            s_plain,
            new ResponseTemplate
            {
                Shape = new ResponseShape { ProtocolPrefix = "saml2p", AssertionPrefix = "saml2" },
                Issuer = "https://idp.example.com/idp/shibboleth",
                NameIdFormat = Persistent,
                Attributes = User(TemplateAttribute.UriNameFormat, "agent", "supervisor"),
            }),

        ["SimpleSAMLphp"] = Of(
            IdentityProviderPreset.SimpleSamlPhp,
            SignaturePlacement.ResponseAndAssertion,
            s_plain,
            new ResponseTemplate
            {
                Shape = new ResponseShape { TypesValues = true },
                Issuer = "https://idp.example.com/simplesaml/saml2/idp/metadata.php",
                NameIdFormat = EmailAddress,
                Attributes = User(TemplateAttribute.BasicNameFormat, "agent", "supervisor"),
            }),
    };

    public static IEnumerable<string> Names => s_vectors.Keys;

    /// <summary>The message, and a validator that is set up by the product's preset.</summary>
    public static Vector Of(string product) => s_vectors[product];

    private static Vector Of(
        IdentityProviderPreset preset,
        SignaturePlacement signed,
        SignatureSettings settings,
        ResponseTemplate template) => new()
        {
            Preset = preset,
            RequiredSignatures = preset.RequiredSignatures,
            Signed = signed,
            SignatureSettings = settings,
            IdentityProvider = new IdentityProvider(template.Issuer, [TestKeys.Okta.Certificate]),
            Template = template with
            {
                IssueInstant = Vector.Noon,
                NotBefore = Vector.Noon + (preset.UsualNotBefore ?? TimeSpan.Zero),
                NotOnOrAfter = Vector.Noon + (preset.UsualNotOnOrAfter ?? TimeSpan.FromMinutes(5)),
            },
        };

    private static IReadOnlyList<TemplateAttribute> User(string? nameFormat, params string[] roles) =>
    [
        new("full_name", nameFormat, ["Jane Doe"]),
        new("email", nameFormat, ["jane.doe@example.com"]),
        new("roles", nameFormat, roles),
    ];
}
