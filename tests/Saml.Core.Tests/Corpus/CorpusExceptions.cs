using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Corpus;

/// <summary>The lists of exceptions, one for each test.</summary>
internal static class CorpusExceptions
{
    private const string Http = "the URL is http and not on loopback";
    private const string NoUrl = "the Recipient is no URL";
    private const string SmallKey = "an RSA key of 512 bits; no setting allows fewer than 1024";
    private const string NoInstant = "the Response has no IssueInstant: Core 3.2.2";
    private const string Offset = "instants end in +00:00, not in Z: Core 1.3.3; found before assertions are counted";
    private const string Order = "EncryptedID stands behind SubjectConfirmation: the schema of Core 2.4.1";
    private const string Encrypted = "the Subject has an EncryptedID";
    private const string OtherIssuer = "Response and assertion name different issuers";
    private const string WhiteSpace = "the Issuer ends in a line break";
    private const string NoDestination = "a signed Response has no Destination: Bindings 3.5.5.2";
    private const string OtherDestination = "Destination and Recipient name different URLs";
    private const string NoNameId = "the Subject has no NameID";
    private const string OtherQualifier = "SPNameQualifier is not the audience: Core 8.3.7";
    private const string NoAuthn = "there is no AuthnStatement: Profiles 4.1.4.2";
    private const string LaterAuthn = "AuthnInstant is days after the window of validity";
    private const string Duplicated = "an attribute may be sent in several elements; all are handed out, in order";

    /// <summary>Signatures that other software verifies, and that are not even tried here.</summary>
    public static readonly CorpusException[] Signatures =
    [
    ];

    /// <summary>Messages of the profile's shape that break another rule.</summary>
    public static readonly CorpusException[] Accepted =
    [
        new("accept/002-adfs.xml", NameIdMissing, NoNameId),
        new("accept/017-hulu.xml", KeyTooSmall, SmallKey, None),
        new("accept/019-keycloak.xml", AuthnStatementMissing, NoAuthn),
        new("accept/036-okta.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/045-okta.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/052-onelogin.xml", AuthnInstantInFuture, LaterAuthn),
        new("accept/055-onelogin.xml", AuthnInstantInFuture, LaterAuthn),
        new("accept/056-onelogin.xml", DestinationMissing, NoDestination),
        new("accept/057-onelogin.xml", DestinationMismatch, OtherDestination),
        new("accept/059-onelogin.xml", AssertionConsumerServiceUrlInvalid, NoUrl, None),
        new(
            "accept/064-onelogin.xml",
            AssertionConsumerServiceUrlInvalid,
            NoUrl + "; " + OtherDestination,
            DestinationMismatch),
        new("accept/065-onelogin.xml", DestinationMismatch, OtherDestination),
        new("accept/066-onelogin.xml", AssertionConsumerServiceUrlInvalid, NoUrl + "; " + Order, UnexpectedElement),
        new("accept/067-onelogin.xml", DestinationMissing, NoDestination),
        new("accept/068-onelogin.xml", ResponseIssuerMismatch, OtherIssuer),
        new("accept/070-onelogin.xml", ResponseIssuerMismatch, OtherIssuer),
        new(
            "accept/076-onelogin.xml",
            AssertionConsumerServiceUrlInvalid,
            NoUrl + "; " + OtherDestination,
            DestinationMismatch),
        new("accept/077-onelogin.xml", ResponseIssuerMismatch, OtherIssuer),
        new("accept/078-onelogin.xml", AssertionConsumerServiceUrlInvalid, NoUrl, None),
        new("accept/079-onelogin.xml", AssertionIssuerMismatch, OtherIssuer),
        new("accept/082-onelogin.xml", AssertionIssuerMismatch, OtherIssuer),
        new("accept/083-onelogin.xml", AssertionConsumerServiceUrlInvalid, NoUrl, None),
        new("accept/084-onelogin.xml", AssertionConsumerServiceUrlInvalid, NoUrl, None),
        new("accept/085-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/086-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/089-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/090-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/091-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/092-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new(
            "accept/095-onelogin-toolkits-synthetic.xml",
            AssertionConsumerServiceUrlInvalid,
            NoUrl + "; " + OtherDestination,
            DestinationMismatch),
        new("accept/096-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/097-onelogin-toolkits-synthetic.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/102-openconext-engineblock.xml", NameIdMissing, NoNameId),
        new("accept/108-oracle-access-manager-idcs.xml", AuthnStatementMissing, NoAuthn),
        new(
            "accept/121-shibboleth-idp.xml",
            AssertionConsumerServiceUrlInvalid,
            Http + "; " + WhiteSpace,
            ResponseIssuerMismatch),
        new(
            "accept/129-samling.xml",
            AssertionConsumerServiceUrlInvalid,
            Http + "; " + OtherQualifier,
            NameIdQualifierMismatch),
        new(
            "accept/130-samling.xml",
            AssertionConsumerServiceUrlInvalid,
            Http + "; " + OtherQualifier,
            NameIdQualifierMismatch),
        new("accept/133-simplesamlphp.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/134-simplesamlphp.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/136-simplesamlphp.xml", UnexpectedElement, Order),
        new("accept/137-simplesamlphp.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/139-simplesamlphp.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/147-simplesamlphp.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/148-simplesamlphp.xml", AssertionConsumerServiceUrlInvalid, Http, None),
        new("accept/151-simplesamlphp.xml", UnexpectedElement, Order),
        new(
            "accept/162-synthetic-unknown.xml",
            AssertionConsumerServiceUrlInvalid,
            Http + "; " + Order,
            UnexpectedElement),
        new("accept/167-synthetic-unknown.xml", MissingAttribute, NoInstant),
        new("accept/170-synthetic-unknown.xml", EncryptedIdNotSupported, Encrypted),
        new("accept/171-synthetic-unknown.xml", KeyTooSmall, SmallKey, None),
        new("accept/176-synthetic-unknown.xml", MissingAttribute, NoInstant),
    ];

    /// <summary>Messages outside the profile that break an earlier rule than the one that the index names.</summary>
    public static readonly CorpusException[] OutsideProfile =
    [
        new("accept/158-synthetic-unknown.xml", InvalidDateTime, Offset),
        new("accept/173-synthetic-unknown.xml", InvalidDateTime, Offset),
        new("accept/177-synthetic-unknown.xml", InvalidDateTime, Offset),
        new("accept/178-synthetic-unknown.xml", InvalidDateTime, Offset),
        new("accept/182-synthetic-unknown.xml", InvalidDateTime, Offset),
        new("accept/188-synthetic-unknown.xml", InvalidDateTime, Offset),
    ];

    /// <summary>
    /// Messages that are called attacks or mistakes, and are neither under the settings of their row. For duplicated
    /// attributes nothing but the default lifetime would refuse the message.
    /// </summary>
    public static readonly HarmlessMessage[] Harmless =
    [
        new(
            "reject/014-no-cert-response.xml",
            "no certificate stands in KeyInfo, where nobody looks for one",
            settings => settings with { Now = settings.Now.AddDays(1) },
            ConfirmationExpired),
        new(
            "reject/027-response.xml",
            "the row's certificate is the attacker's own",
            settings => settings with { CertificatePem = OtherKey },
            SignatureInvalid),
        new(
            "reject/042-expired-response.xml",
            "the row's instant is one at which it was valid",
            settings => settings with { Now = settings.Now.AddDays(1) },
            ConfirmationExpired),
        new(
            "reject/050-no-issuer-response.xml",
            "only a signed Response needs an Issuer: Profiles 4.1.4.2",
            settings => settings with { RequiredSignatures = SignatureRequirement.ResponseAndAssertion },
            ResponseNotSigned),
        new(
            "reject/058-wrong-spnamequalifier.xml",
            "its SPNameQualifier is the row's audience",
            settings => settings with { EntityId = "https://sp.example.com/" },
            NameIdQualifierMismatch),
        new(
            "reject/071-duplicated-attributes.xml",
            Duplicated,
            settings => settings with { MaximumAssertionLifetime = TimeSpan.FromHours(24) },
            ValidityWindowTooLong),
        new(
            "reject/115-signed-assertion-random-embe.xml",
            "the certificate in KeyInfo is not the signer's, and nobody looks at it",
            settings => settings with { CertificatePem = OtherKey },
            SignatureInvalid),
        new(
            "reject/136-xsw9test.xml",
            "the message as it was before the attack",
            settings => settings with { Now = settings.Now.AddDays(1) },
            ConfirmationExpired),
        new(
            "reject/161-duplicated-attributes-with-f.xml",
            Duplicated,
            settings => settings with { MaximumAssertionLifetime = TimeSpan.FromHours(24) },
            ValidityWindowTooLong),
    ];

    // As long as the keys of the rows that it stands in for.
    private static string OtherKey => CorpusRow.Find("accept/003-adfs.xml").CertificatePem;
}
