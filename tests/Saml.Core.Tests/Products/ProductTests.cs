using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Flex;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Products;

/// <summary>What each product sends is accepted under its preset; what goes wrong with it is said in its own words.</summary>
public sealed class ProductTests
{
    // Each row is a product's typical fault, and the words that its hint has to end in.
    private static readonly Dictionary<string, (string Product, SamlErrorCode Code, string Says, Func<Vector, Vector> Change)>
        s_faults = new()
        {
            ["Okta: Response unsigned"] = (
            "Okta", ResponseNotSigned, "Okta: SAML Settings > Show Advanced Settings > Response: Signed.",
            v => v with { Signed = SignaturePlacement.Assertion }),
            ["Okta: assertion unsigned"] = (
            "Okta", AssertionNotSigned, "Okta: SAML Settings > Show Advanced Settings > Assertion Signature: Signed.",
            v => v with { Signed = SignaturePlacement.Response }),
            ["Okta: encrypted"] = (
            "Okta", EncryptedAssertionNotSupported,
            "Okta: SAML Settings > Show Advanced Settings > Assertion Encryption: Unencrypted.", Encrypted()),
            ["Okta: another connection"] = (
            "Okta", AudienceMismatch, "Okta: Audience URI (SP Entity ID).",
            Template(t => t with { Audience = "urn:flex:JQ00000000000000000000000000000001" })),
            ["Okta: userType empty"] = (
            "Okta", RequiredAttributeEmpty, "the user attribute behind it must be filled, such as userType.",
            AttributeChange.Values("roles", "")),

            ["Entra ID: assertion alone signed"] = (
            "Entra ID", ResponseNotSigned,
            "Entra ID: SAML Certificates > Signing Option: Sign SAML response and assertion.",
            v => v with { Signed = SignaturePlacement.Assertion }),
            ["Entra ID: claim with a namespace"] = (
            "Entra ID", AttributeNamespaced, "with an empty Namespace; the app role's Value is sent.",
            AttributeChange.Renamed("roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role")),
            ["Entra ID: slash"] = (
            "Entra ID", ResponseIssuerMismatch,
            "Entra ID: https://sts.windows.net/<tenant>/, with the slash at its end.", Configured(issuer => issuer[..^1])),

            ["Google: both asked for"] = (
            "Google", AssertionNotSigned,
            "Google: it signs one of the two: keep Signed response checked and set RequiredSignatures to Response.",
            v => v with { RequiredSignatures = SignatureRequirement.ResponseAndAssertion }),
            ["Google: Signed response unchecked"] = (
            "Google", ResponseNotSigned, "so set RequiredSignatures to Response.",
            v => v with { Signed = SignaturePlacement.Assertion }),
            ["Google: SSO URL as the issuer"] = (
            "Google", ResponseIssuerMismatch, "https://accounts.google.com/o/saml2?idpid=…, not the SSO URL.",
            Configured(issuer => issuer.Replace("saml2?", "saml2/idp?", StringComparison.Ordinal))),

            ["Auth0: the template's SHA-1"] = (
            "Auth0", Sha1NotAllowed,
            "Auth0: SAML2 Web App > Settings: \"signatureAlgorithm\": \"rsa-sha256\", \"digestAlgorithm\": \"sha256\".",
            v => v with
            {
                SignatureSettings = v.SignatureSettings! with
                {
                    Algorithm = SigningAlgorithm.RsaSha1,
                    Digest = DigestAlgorithm.Sha1,
                },
            }),
            ["Auth0: host as the issuer"] = (
            "Auth0", ResponseIssuerMismatch, "urn:<tenant>.auth0.com, not the host name.",
            Configured(_ => "https://example.auth0.com")),
            ["Auth0: not yet valid"] = (
            "Auth0", AssertionNotYetValid, "Auth0: it has no setting for NotBefore: allow its clock in ClockSkew.",
            Template(t => t with { NotBefore = Vector.Noon.AddMinutes(3) })),

            ["ADFS: not yet valid"] = (
            "ADFS", AssertionNotYetValid, "ADFS: Set-AdfsRelyingPartyTrust -NotBeforeSkew 2.",
            Template(t => t with { NotBefore = Vector.Noon.AddMinutes(3) })),
            ["ADFS: encrypted"] = (
            "ADFS", EncryptedAssertionNotSupported, "ADFS: Set-AdfsRelyingPartyTrust -EncryptClaims $false.", Encrypted()),
            ["ADFS: no rule for the Name ID"] = (
            "ADFS", NameIdMissing, "ADFS: a claim rule that issues the Name ID.", Remove("NameID")),

            ["OneLogin: {recipient}"] = (
            "OneLogin", DestinationMismatch, "OneLogin: Configuration > Recipient and ACS (Consumer) URL, both filled.",
            Template(t => t with { Destination = "{recipient}" })),
            ["OneLogin: SHA-1"] = (
            "OneLogin", Sha1NotAllowed, "OneLogin: SSO > SAML Signature Algorithm: SHA-256.",
            v => v with { SignatureSettings = v.SignatureSettings! with { Algorithm = SigningAlgorithm.RsaSha1 } }),
            ["OneLogin: semicolons"] = (
            "OneLogin", NoRoles, "with Semicolon Delimited input (Multi-value output).",
            AttributeChange.Values("roles", "agent;supervisor")),

            ["PingOne: assertion alone signed"] = (
            "PingOne", ResponseNotSigned, "PingOne: Configuration > Signing key: sign the assertion and the response.",
            v => v with { Signed = SignaturePlacement.Assertion }),

            ["Keycloak: three times Role"] = (
            "Keycloak", RequiredAttributeMissing,
            "Keycloak: role list mapper > Role attribute name: roles, Single Role Attribute: On.",
            Edit(x => x.Descendants(AssertionNamespace + "Attribute")
                .Where(attribute => (string?)attribute.Attribute("Name") == "roles").ToList()
                .ForEach(attribute => attribute.SetAttributeValue("Name", "Role")))),

            ["Salesforce: another host"] = (
            "Salesforce", ResponseIssuerMismatch,
            "https://<domain>.my.salesforce.com, to be compared with what was configured, a slash at the end included.",
            Configured(_ => "https://example.salesforce.com")),
            ["Salesforce: encrypted"] = (
            "Salesforce", EncryptedAssertionNotSupported,
            "Salesforce: connected app > Encrypt SAML Response: unchecked.", Encrypted()),

            ["Shibboleth: encrypted"] = (
            "Shibboleth", EncryptedAssertionNotSupported,
            "Shibboleth: conf/relying-party.xml: p:encryptAssertions=\"false\" on the bean SAML2.SSO.", Encrypted()),
            ["SimpleSAMLphp: Response unsigned"] = (
            "SimpleSAMLphp", ResponseNotSigned,
            "SimpleSAMLphp: metadata/saml20-sp-remote.php: 'saml20.sign.response' => true.",
            v => v with { Signed = SignaturePlacement.Assertion }),
        };

    public static TheoryData<string> Products => [.. ProductMessages.Names];

    public static TheoryData<string> Faults => [.. s_faults.Keys];

    [Fact]
    public void Every_preset_has_a_message_and_a_fault()
    {
        IEnumerable<string> presets = IdentityProviderPreset.All.Select(preset => preset.Name);

        ProductMessages.Names.Should().Equal(presets);
        s_faults.Values.Select(fault => fault.Product).Distinct().Should().Equal(presets);
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_login_in_the_shape_of_the_product_is_accepted(string product)
    {
        Answer answer = await ProductMessages.Of(product).ShouldAnswerAsync(None);

        FlexIdentity identity = answer.Result.GetRequiredIdentity();
        identity.FullName.Should().Be("Jane Doe");
        identity.Email.Should().Be("jane.doe@example.com");
        identity.Roles.Take(2).Should().Equal(FlexRole.Agent, FlexRole.Supervisor);
        answer.Result.Warnings.Should().NotContain(warning => warning.Code == SamlWarningCode.ClockOffsetObserved);
    }

    /// <summary>The same as minted, with the XML declaration and every character where the product puts it.</summary>
    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_minted_message_is_accepted_too(string product)
    {
        Vector vector = ProductMessages.Of(product);
        byte[] message = TestKeys.Okta.Mint(vector.Template, vector.Signed, vector.SignatureSettings);
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));

        SamlValidationResult result = await validator.ValidateXmlAsync(message, vector.Request);

        result.Error.Should().BeNull("{0}", Encoding.UTF8.GetString(message));
        result.Assertion!.SignedParts.ToString().Should().Be(vector.Signed.ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_typical_fault_is_refused_with_a_hint_in_its_words(string name)
    {
        (string product, SamlErrorCode code, string says, Func<Vector, Vector> change) = s_faults[name];

        Answer answer = await change(ProductMessages.Of(product)).ShouldAnswerAsync(code);

        answer.Result.Error!.Hint.Should().EndWith(says).And.Contain(" Change: ");
    }

    private static Func<Vector, Vector> Configured(Func<string, string> issuer) => v => v with
    {
        IdentityProvider = new IdentityProvider(issuer(v.Template.Issuer), [TestKeys.Okta.Certificate]),
    };

    private static Func<Vector, Vector> Encrypted() => Replace("Assertion", Element("EncryptedAssertion"))
        .And(v => v with { Signed = SignaturePlacement.None });
}
