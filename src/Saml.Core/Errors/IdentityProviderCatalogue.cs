using static Saml.Core.IdentityProviderSetting;
using static Saml.Core.SignatureRequirement;

namespace Saml.Core.Errors;

/// <summary>
/// What identity providers' products do and what their consoles call it, one block a product: the one place where such
/// words stand. Hints are made of them, and <c>docs/errors.md</c> shows them. What is signed and for how long is documented
/// by the vendor or by Twilio, or was seen in a recorded message; labels of consoles are theirs to change.
/// </summary>
internal static class IdentityProviderCatalogue
{
    public static IdentityProviderRow Okta => new("Okta", ResponseAndAssertion)
    {
        EntityIdMark = "http://www.okta.com/",
        UsualNotBefore = TimeSpan.FromMinutes(-5),
        UsualNotOnOrAfter = TimeSpan.FromMinutes(5),
        Quirks =
        [
            "The issuer begins with http://www.okta.com/, whatever the organisation's URL is.",
            "AuthnInstant can be hours older than IssueInstant, since a session is used again.",
            "A new signing certificate does not become active by itself.",
            "A user who is not assigned sees Okta's own page, and no response is posted.",
            "A group attribute statement named roles sends every group that its filter lets through, Everyone too.",
        ],
        Settings = new()
        {
            [SignResponse] = "SAML Settings > Show Advanced Settings > Response: Signed",
            [SignAssertion] = "SAML Settings > Show Advanced Settings > Assertion Signature: Signed",
            [SignatureAlgorithm] =
                "SAML Settings > Show Advanced Settings > Signature Algorithm: RSA-SHA256, Digest Algorithm: SHA256; an "
                + "application made long ago needs a SHA-256 certificate too",
            [Encryption] = "SAML Settings > Show Advanced Settings > Assertion Encryption: Unencrypted",
            [Certificate] = "Sign On > SAML Signing Certificates: the one that is active",
            [Issuer] = "Identity Provider Issuer, http://www.okta.com/exk…, with http, not the organisation's URL",
            [AssertionConsumerServiceUrl] =
                "Single sign-on URL, with Use this for Recipient URL and Destination URL checked",
            [Audience] = "Audience URI (SP Entity ID)",
            [NameId] = "Name ID format: Unspecified; Application username is the Name ID",
            [Attributes] =
                "SAML Settings > Attribute Statements: full_name, email; the user attribute behind each must be filled, "
                + "such as displayName",
            [Roles] =
                "SAML Settings > Attribute Statements: roles; the user attribute behind it must be filled, such as "
                + "userType",
            [Assignment] = "Assignments of the application",
            [ForceAuthn] = "SAML Settings > Show Advanced Settings > Honor Force Authentication: Yes",
            [RelayState] = "Default RelayState: blank",
        },
    };

    public static IdentityProviderRow EntraId => new("Entra ID", ResponseAndAssertion)
    {
        EntityIdMark = "https://sts.windows.net/",
        UsualNotBefore = TimeSpan.FromMinutes(-5),
        UsualNotOnOrAfter = TimeSpan.FromMinutes(60),
        Quirks =
        [
            "The issuer ends in a slash.",
            "The AttributeStatement stands before the AuthnStatement; attributes have no NameFormat, values no xsi:type.",
            "Claims with names under http://schemas.microsoft.com/ come along, and those under http://schemas.xmlsoap.org/ "
            + "unless they are removed; Flex maps neither.",
            "A transformation of a claim with several values is applied to the first alone, by default.",
            "user.mail can be empty, and a Name ID that comes out empty is replaced by a pairwise one.",
        ],
        Settings = new()
        {
            [SignResponse] = "SAML Certificates > Signing Option: Sign SAML response and assertion",
            [SignAssertion] = "SAML Certificates > Signing Option: Sign SAML response and assertion",
            [SignatureAlgorithm] = "SAML Certificates > Signing Algorithm: SHA-256",
            [Encryption] = "Token encryption: no certificate activated",
            [Certificate] = "SAML Certificates > Certificate (Base64)",
            [Issuer] = "https://sts.windows.net/<tenant>/, with the slash at its end",
            [AssertionConsumerServiceUrl] = "Basic SAML Configuration > Reply URL",
            [Audience] = "Basic SAML Configuration > Identifier (Entity ID)",
            [NameId] = "Attributes & Claims > Unique User Identifier (Name ID): user.mail or user.userprincipalname",
            [Attributes] =
                "Attributes & Claims: email from user.mail, full_name from user.displayname, each with an empty Namespace",
            [Roles] =
                "Attributes & Claims: roles from user.assignedroles, not from groups, with an empty Namespace; the app "
                + "role's Value is sent",
            [Assignment] = "Users and groups of the enterprise application",
        },
    };

    public static IdentityProviderRow Google => new("Google", Response)
    {
        EntityIdMark = "https://accounts.google.com/",
        UsualNotBefore = TimeSpan.FromMinutes(-5),
        UsualNotOnOrAfter = TimeSpan.FromMinutes(5),
        Quirks =
        [
            "It signs the assertion or, with Signed response, the Response instead: never both.",
            "A login into Flex cannot begin at Google.",
            "The Name ID can be called persistent although it is an e-mail address.",
            "A wrong ACS URL shows as a response with an error status and a message about it.",
        ],
        Settings = new()
        {
            [SignResponse] =
                "Service provider details > Signed response: checked; it then signs the Response instead of the "
                + "assertion, so set RequiredSignatures to Response",
            [SignAssertion] =
                "it signs one of the two: keep Signed response checked and set RequiredSignatures to Response",
            [Certificate] = "Google Identity Provider details > Certificate",
            [Issuer] =
                "Google Identity Provider details > Entity ID, https://accounts.google.com/o/saml2?idpid=…, not the SSO URL",
            [AssertionConsumerServiceUrl] = "Service provider details > ACS URL",
            [Audience] = "Service provider details > Entity ID",
            [NameId] = "Service provider details > Name ID format: EMAIL, Name ID: Primary email",
            [Attributes] = "Attribute mapping > App attributes: full_name, email, in this case",
            [Roles] = "Attribute mapping > App attributes: roles, from a custom attribute of the user",
            [Assignment] = "User access of the application",
        },
    };

    public static IdentityProviderRow Auth0 => new("Auth0", ResponseOrAssertion)
    {
        EntityIdMark = ".auth0.com",
        UsualNotBefore = TimeSpan.Zero,
        UsualNotOnOrAfter = TimeSpan.FromMinutes(60),
        Quirks =
        [
            "The template of its dashboard signs with SHA-1.",
            "NotBefore is not put back: the clocks must agree.",
            "\"signResponse\" chooses between Response and assertion.",
            "Without nameIdentifierProbes the Name ID is auth0|…, which makes a second worker.",
        ],
        Settings = new()
        {
            [SignResponse] =
                "SAML2 Web App > Settings: \"signResponse\": true; set RequiredSignatures to ResponseOrAssertion",
            [SignAssertion] =
                "SAML2 Web App > Settings: \"signResponse\": false; set RequiredSignatures to ResponseOrAssertion",
            [SignatureAlgorithm] =
                "SAML2 Web App > Settings: \"signatureAlgorithm\": \"rsa-sha256\", \"digestAlgorithm\": \"sha256\"",
            [Certificate] = "SAML2 Web App > Usage > Identity Provider Certificate",
            [Issuer] = "SAML2 Web App > Usage > Issuer, urn:<tenant>.auth0.com, not the host name",
            [AssertionConsumerServiceUrl] = "SAML2 Web App > Settings > Application Callback URL",
            [Audience] = "SAML2 Web App > Settings: \"audience\"",
            [NameId] = "SAML2 Web App > Settings: \"nameIdentifierProbes\"",
            [Attributes] = "SAML2 Web App > Settings: \"mappings\" to full_name and email, without a namespace",
            [Roles] = "the Action that sets roles, from event.user.app_metadata.flex.roles",
            [Clock] = "it has no setting for NotBefore: allow its clock in ClockSkew",
            [Lifetime] = "SAML2 Web App > Settings: \"lifetimeInSeconds\"",
        },
    };

    public static IdentityProviderRow Adfs => new("ADFS", Assertion)
    {
        EntityIdMark = "/adfs/services/trust",
        UsualNotBefore = TimeSpan.Zero,
        UsualNotOnOrAfter = TimeSpan.FromMinutes(60),
        Quirks =
        [
            "NotBefore is not put back by default: the clocks must agree.",
            "The issuer begins with http by default.",
            "Outgoing claim types are URIs by default, which Flex does not map.",
            "Without a rule for it there is no Name ID, or the status InvalidNameIDPolicy.",
            "An encryption certificate on the relying party trust encrypts the assertion.",
        ],
        Settings = new()
        {
            [SignResponse] = "Set-AdfsRelyingPartyTrust -SamlResponseSignature MessageAndAssertion",
            [SignAssertion] = "Set-AdfsRelyingPartyTrust -SamlResponseSignature MessageAndAssertion",
            [SignatureAlgorithm] = "relying party trust > Properties > Advanced > Secure hash algorithm: SHA-256",
            [Encryption] = "Set-AdfsRelyingPartyTrust -EncryptClaims $false",
            [Certificate] = "Service > Certificates > Token-signing",
            [Issuer] = "http://<host>/adfs/services/trust, with http by default",
            [AssertionConsumerServiceUrl] = "relying party trust > Properties > Endpoints",
            [Audience] = "relying party trust > Properties > Identifiers",
            [NameId] = "a claim rule that issues the Name ID",
            [Attributes] = "claim descriptions with the plain names full_name and email, and a rule for each",
            [Roles] = "a claim description with the plain name roles, and a rule for it",
            [Clock] = "Set-AdfsRelyingPartyTrust -NotBeforeSkew 2",
            [Lifetime] = "Set-AdfsRelyingPartyTrust -TokenLifetime 60",
        },
    };

    public static IdentityProviderRow OneLogin => new("OneLogin", Assertion)
    {
        EntityIdMark = "https://app.onelogin.com/saml/",
        UsualNotBefore = TimeSpan.FromMinutes(-3),
        UsualNotOnOrAfter = TimeSpan.FromMinutes(3),
        Quirks =
        [
            "Where Recipient was left blank, {recipient} is sent literally.",
            "Old applications sign with SHA-1.",
            "Several roles are one text with semicolons, unless the parameter is made a multi-value one.",
        ],
        Settings = new()
        {
            [SignResponse] = "Configuration > SAML signature element: one that includes the Response",
            [SignAssertion] = "Configuration > SAML signature element: Assertion",
            [SignatureAlgorithm] = "SSO > SAML Signature Algorithm: SHA-256",
            [AssertionConsumerServiceUrl] = "Configuration > Recipient and ACS (Consumer) URL, both filled",
            [Audience] = "Configuration > Audience (EntityID)",
            [NameId] = "Configuration > SAML nameID format",
            [Issuer] = "SSO > Issuer URL, https://app.onelogin.com/saml/metadata/…",
            [Certificate] = "SSO > X.509 Certificate",
            [Roles] =
                "Parameters > roles: Multi-value parameter, with Semicolon Delimited input (Multi-value output)",
        },
    };

    public static IdentityProviderRow PingOne => new("PingOne", ResponseAndAssertion)
    {
        EntityIdMark = "https://auth.pingone.",
        Quirks =
        [
            "It signs the assertion, the Response or both, as the application says.",
            "It may sign with SHA-384 or SHA-512.",
        ],
        Settings = new()
        {
            [SignResponse] = "Configuration > Signing key: sign the assertion and the response",
            [SignAssertion] = "Configuration > Signing key: sign the assertion and the response",
            [SignatureAlgorithm] = "Configuration > Signing Algorithm: RSA_SHA256",
            [Encryption] = "Configuration > Encryption: off",
            [AssertionConsumerServiceUrl] = "Configuration > ACS URLs",
            [Audience] = "Configuration > Entity ID",
            [NameId] = "Configuration > Subject NameID Format",
            [Attributes] = "Attribute Mappings: full_name, email",
            [Roles] = "Attribute Mappings: roles",
            [Lifetime] = "Configuration > Assertion Validity Duration",
        },
    };

    public static IdentityProviderRow Keycloak => new("Keycloak", Response)
    {
        EntityIdMark = "/realms/",
        Quirks =
        [
            "The role mapper's attribute is named Role, and each role is an Attribute element of its own.",
            "Roles that the realm gives to everybody may come along.",
        ],
        Settings = new()
        {
            [SignResponse] = "Settings > Sign documents: On",
            [SignAssertion] = "Settings > Sign assertions: On; otherwise set RequiredSignatures to Response",
            [SignatureAlgorithm] = "Settings > Signature algorithm: RSA_SHA256",
            [Encryption] = "Keys > Encrypt assertions: Off",
            [AssertionConsumerServiceUrl] = "Advanced > Assertion Consumer Service POST Binding URL",
            [Audience] = "Settings > Client ID",
            [NameId] = "Settings > Name ID format, with Force name ID format: On",
            [Attributes] = "mappers of the client: full_name, email",
            [Roles] = "role list mapper > Role attribute name: roles, Single Role Attribute: On",
            [Lifetime] = "Advanced > Assertion Lifespan",
        },
    };

    public static IdentityProviderRow Salesforce => new("Salesforce", ResponseOrAssertion)
    {
        EntityIdMark = ".my.salesforce.com",
        Quirks =
        [
            "The issuer is that of the connected app, which can differ from what another page shows.",
            "The formula of roles is typed with quotes; quotes in what is sent mean that it was not read as a formula.",
        ],
        Settings = new()
        {
            [Encryption] = "connected app > Encrypt SAML Response: unchecked",
            [Issuer] =
                "connected app > Issuer: https://<domain>.my.salesforce.com, to be compared with what was configured, a "
                + "slash at the end included",
            [AssertionConsumerServiceUrl] = "connected app > ACS URL",
            [Audience] = "connected app > Entity Id",
            [NameId] = "connected app > Subject Type: Username, Name ID Format: unspecified",
            [Attributes] = "connected app > Custom Attributes: full_name, email",
            [Roles] = "connected app > Custom Attributes: roles, for instance \"agent, supervisor\" with the quotes",
        },
    };

    public static IdentityProviderRow Shibboleth => new("Shibboleth", Response)
    {
        EntityIdMark = "/idp/shibboleth",
        UsualNotBefore = TimeSpan.Zero,
        UsualNotOnOrAfter = TimeSpan.FromMinutes(5),
        Quirks =
        [
            "It signs the Response and not the assertion by default.",
            "It encrypts assertions by default, and fails where the service provider's metadata has no key for it.",
            "NotBefore is not put back: the clocks must agree.",
            "Attributes have URI names by default, which Flex does not map.",
        ],
        Settings = new()
        {
            [SignResponse] = "conf/relying-party.xml: p:signResponses=\"true\" on the bean SAML2.SSO",
            [SignAssertion] =
                "conf/relying-party.xml: p:signAssertions=\"true\" on the bean SAML2.SSO; otherwise set RequiredSignatures "
                + "to Response",
            [Encryption] = "conf/relying-party.xml: p:encryptAssertions=\"false\" on the bean SAML2.SSO",
            [SignatureAlgorithm] =
                "conf/idp.properties: idp.signing.config = shibboleth.SigningConfiguration.SHA256",
            [Certificate] = "conf/idp.properties: the file of idp.signing.cert",
            [Issuer] = "conf/idp.properties: idp.entityID",
            [AssertionConsumerServiceUrl] = "the service provider's metadata: AssertionConsumerService",
            [Audience] = "the service provider's metadata: entityID",
            [NameId] = "conf/saml-nameid.xml, and p:nameIDFormatPrecedence on the bean SAML2.SSO",
            [Attributes] = "conf/attribute-resolver.xml and conf/attribute-filter.xml: plain names, full_name and email",
            [Roles] = "conf/attribute-resolver.xml and conf/attribute-filter.xml: the plain name roles",
            [Lifetime] = "conf/relying-party.xml: p:assertionLifetime=\"PT5M\" on the bean SAML2.SSO",
        },
    };

    public static IdentityProviderRow SimpleSamlPhp => new("SimpleSAMLphp", ResponseAndAssertion)
    {
        EntityIdMark = "/saml2/idp/metadata.php",
        UsualNotBefore = TimeSpan.FromSeconds(-30),
        UsualNotOnOrAfter = TimeSpan.FromMinutes(5),
        Quirks =
        [
            "NotBefore is put back by 30 seconds only.",
            "The Name ID format transient makes a new Name ID at every login.",
        ],
        Settings = new()
        {
            [SignResponse] = "metadata/saml20-sp-remote.php: 'saml20.sign.response' => true",
            [SignAssertion] = "metadata/saml20-sp-remote.php: 'saml20.sign.assertion' => true",
            [SignatureAlgorithm] =
                "metadata/saml20-sp-remote.php: 'signature.algorithm' => "
                + "'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'",
            [Encryption] = "metadata/saml20-sp-remote.php: 'assertion.encryption' => false, 'nameid.encryption' => false",
            [Certificate] = "metadata/saml20-idp-hosted.php: 'certificate'",
            [Issuer] = "metadata/saml20-idp-hosted.php: the entity ID, the array's key",
            [AssertionConsumerServiceUrl] = "metadata/saml20-sp-remote.php: 'AssertionConsumerService'",
            [Audience] = "metadata/saml20-sp-remote.php: the entity ID, the array's key",
            [NameId] = "metadata/saml20-sp-remote.php: 'NameIDFormat' and 'simplesaml.nameidattribute'",
            [Attributes] = "metadata/saml20-sp-remote.php: 'attributes' => ['full_name', 'email', 'roles']",
            [Roles] = "metadata/saml20-sp-remote.php: 'authproc' with a core:AttributeMap to roles",
            [Lifetime] = "metadata/saml20-sp-remote.php: 'assertion.lifetime' => 300",
        },
    };

    /// <summary>What a setting is to become, in the words of no product.</summary>
    public static string Describe(IdentityProviderSetting setting) => setting switch
    {
        SignResponse => "let the identity provider sign the Response",
        SignAssertion => "let the identity provider sign the assertion",
        SignatureAlgorithm => "let the identity provider sign with RSA-SHA256 and digest with SHA-256",
        Encryption => "turn encryption off at the identity provider; Twilio Flex supports none",
        Certificate => "configure the signing certificate that the identity provider's own console shows",
        Issuer => "configure the entity id that the identity provider's own console shows, byte for byte",
        AssertionConsumerServiceUrl => "enter the expected URL (AssertionConsumerServiceUrl) at the identity provider, byte for byte",
        Audience => "enter the expected audience (ServiceProviderEntityId) at the identity provider, byte for byte",
        NameId => "let the identity provider send a Name ID that stays, such as the user name",
        Attributes => "let the identity provider send full_name and email under exactly these names",
        Roles => "let the identity provider send the attribute roles, with a role that Flex knows",
        Assignment => "assign the user to the application at the identity provider",
        Clock => "synchronise this server's clock (NTP), then the identity provider's; raise ClockSkew only for what remains",
        Lifetime => "shorten the assertion's lifetime at the identity provider",
        ForceAuthn => "send ForceAuthn, and let the identity provider honour it",
        RelayState => "let the identity provider send no RelayState of its own",
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No setting."),
    };
}
