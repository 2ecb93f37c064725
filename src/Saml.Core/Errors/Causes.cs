using static Saml.Core.IdentityProviderSetting;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Errors;

/// <summary>
/// The causes that can be recognised, in the order in which they are tried; the last row of a code is its usual cause.
/// Asked when a hint is read and never before, so that a refusal costs nothing for it.
/// </summary>
internal static class Causes
{
    private static readonly TimeSpan s_littleAhead = TimeSpan.FromMinutes(10);

    private static readonly SamlErrorCode[] s_urls = [DestinationMismatch, RecipientMismatch];
    private static readonly SamlErrorCode[] s_issuers = [ResponseIssuerMismatch, AssertionIssuerMismatch];
    private static readonly SamlErrorCode[] s_names = [.. s_urls, .. s_issuers, AudienceMismatch];
    private static readonly SamlErrorCode[] s_future =
        [ResponseIssuedInFuture, AssertionIssuedInFuture, AuthnInstantInFuture, AssertionNotYetValid];

    private static readonly (SamlErrorCode[] Codes, Cause Cause)[] s_table =
    [
        .. Names(),
        .. Urls(),
        .. Audiences(),
        .. Issuers(),
        .. Requests(),
        .. Refusals(),
        .. Times(),
        .. Signatures(),
        .. Subjects(),
        .. Identities(),
    ];

    /// <summary>The hint of the first cause that is recognised; null when there is none.</summary>
    /// <param name="symptom">The refusal.</param>
    /// <param name="found">
    /// The sentence of a cause that the rule itself has found; null for none. It stands instead of the one that is recognised here.
    /// </param>
    public static string? Hint(in Symptom symptom, string? found)
    {
        if (found?.Contains(Cause.ChangeMark, StringComparison.Ordinal) == true)
        {
            return found;
        }

        foreach ((SamlErrorCode[] codes, Cause cause) in s_table)
        {
            if (codes.Contains(symptom.Code) && cause.IsRecognised(symptom))
            {
                return (found is null ? cause : cause with { Sentence = found }).ToHint(symptom.Preset);
            }
        }

        return found;
    }

    // What can be wrong with any name or URL that is compared octet by octet.
    private static (SamlErrorCode[] Codes, Cause Cause)[] Names() =>
    [
        .. OfEach(
            s_names,
            "A placeholder of the guide was never replaced by the value of your own.",
            symptom => symptom.Compares(
                (expected, actual) => Likeness.IsPlaceholder(expected) || Likeness.IsPlaceholder(actual))),
        .. OfEach(
            s_names,
            "Only white space around it differs: it was copied along.",
            symptom => symptom.Compares(Likeness.DifferInBlanks)),
        .. OfEach(
            s_names,
            "Only upper and lower case differ; SAML compares them.",
            symptom => symptom.Compares(Likeness.DifferInCase)),
        .. OfEach(
            s_names,
            "Only a slash at the end differs.",
            symptom => symptom.Compares(Likeness.DifferInLastSlash)),
        .. OfEach(
            [.. s_issuers, AudienceMismatch],
            "Only http and https differ; here they are part of a name, and nothing is fetched.",
            symptom => symptom.Compares(Likeness.DifferInScheme)),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Urls() =>
    [
        (s_urls, new(
            "The text {recipient} was sent literally: the field Recipient was left blank.",
            symptom => symptom.Actual == "{recipient}")
        {
            Settings = [AssertionConsumerServiceUrl],
            Product = IdentityProviderPreset.OneLogin,
        }),
        (s_urls, new(
            "The URL begins with hhttps, a slip of the pen in a guide.",
            symptom => symptom.Actual?.StartsWith("hhttps:", StringComparison.Ordinal) == true)
        {
            Settings = [AssertionConsumerServiceUrl],
        }),
        (s_urls, new(
            "Only http and https differ, often since TLS ends at a proxy and the application builds its URL from the request.",
            symptom => symptom.Compares(Likeness.DifferInScheme))
        {
            Change = "let the proxy forward the scheme (X-Forwarded-Proto) and the application honour it, and enter the URL "
                + "with https at the identity provider",
            Settings = [AssertionConsumerServiceUrl],
        }),
        (s_urls, new(
            "The query ?connection=JQ… is missing from the URL.",
            symptom => symptom.Compares(Likeness.LacksQuery))
        {
            Settings = [AssertionConsumerServiceUrl],
        }),
        (s_urls, new(
            "The audience stands where the URL belongs.",
            symptom => symptom.Actual is { } actual && actual == symptom.Options?.ServiceProviderEntityId)
        {
            Settings = [AssertionConsumerServiceUrl],
        }),
        .. Families(s_urls, AssertionConsumerServiceUrl, "The URL"),
        (s_urls, new(
            "Only the host differs: the application is known by another host name, often behind a proxy, or the message was "
            + "meant for another service provider.",
            symptom => symptom.Compares(Likeness.DifferInHost))
        {
            Change = "enter the URL that the browser sees, here and at the identity provider, as a constant and never from a "
                + "header of the request",
            Settings = [AssertionConsumerServiceUrl],
        }),
        Usual(
            [.. s_urls, DestinationMissing, RecipientMissing],
            "The identity provider has another URL for this application, or none.",
            AssertionConsumerServiceUrl),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Audiences() =>
    [
        ([AudienceMismatch], new(
            "The prefix spn: stands before the audience, as in old tokens.",
            symptom => symptom.Compares((expected, actual) => actual == "spn:" + expected))
        {
            Settings = [Audience],
        }),
        ([AudienceMismatch], new(
            "The assertion consumer service URL was entered as the audience.",
            symptom => symptom.Compares((_, actual) => actual == symptom.Options?.AssertionConsumerServiceUrl))
        {
            Change = "enter the expected audience (ServiceProviderEntityId): urn:flex:JQ…, or in legacy single sign-on the URL "
                + "with /metadata",
            Settings = [Audience],
        }),
        .. Families([AudienceMismatch], Audience, "The audience"),
        Usual(
            [AudienceMismatch, AudienceEmpty, AudienceRestrictionMissing],
            "The assertion is meant for another service provider, or for none.",
            Audience),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Issuers() =>
    [
        (s_issuers, new(
            "One of the two is Google's SSO URL, the other its Entity ID.",
            symptom => symptom.Compares((expected, actual) =>
                AreOf(expected, actual, "://accounts.google.com/o/saml2/idp?", "://accounts.google.com/o/saml2?")))
        {
            Settings = [Issuer],
            Product = IdentityProviderPreset.Google,
        }),
        (s_issuers, new(
            "One of the two is the URL of the organisation, the other the issuer of the application.",
            symptom => symptom.Compares((expected, actual) => AreOf(expected, actual, "http://www.okta.com/", ".okta")))
        {
            Settings = [Issuer],
            Product = IdentityProviderPreset.Okta,
        }),
        (s_issuers, new(
            "One of the two is the tenant's host name, the other its URN.",
            symptom => symptom.Compares((expected, actual) => AreOf(expected, actual, "urn:", ".auth0.com")))
        {
            Settings = [Issuer],
            Product = IdentityProviderPreset.Auth0,
        }),
        (s_issuers, new(
            "One of the two is the tenant's issuer, the other is a URL of its login pages.",
            symptom => symptom.Compares((expected, actual) =>
                AreOf(expected, actual, "https://sts.windows.net/", "://login.microsoftonline.com/")))
        {
            Settings = [Issuer],
            Product = IdentityProviderPreset.EntraId,
        }),
        (s_issuers, new(
            "Both are of Salesforce, under different host names.",
            symptom => symptom.Compares((expected, actual) =>
                expected.Contains(".salesforce.com", StringComparison.Ordinal)
                && actual.Contains(".salesforce.com", StringComparison.Ordinal)))
        {
            Settings = [Issuer],
            Product = IdentityProviderPreset.Salesforce,
        }),
        Usual(
            s_issuers,
            "The message is of another identity provider or application than the one that is configured.",
            Issuer),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Requests() =>
    [
        ([InResponseToUnexpected], new(
            "A request was sent and its ID is lost: the cookie that held it did not come back, since the identity provider "
            + "posts from another site.",
            symptom => symptom.Expected == ExpectedRequest.LostDescription)
        {
            Change = "set the cookie with SameSite=None and Secure, on the host and path that the message is posted to, for "
                + "longer than a login takes",
        }),
        ([InResponseToUnexpected], new(
            "The message answers a request, and only logins that the identity provider starts are expected here.",
            symptom => symptom.Expected == ExpectedRequest.UnsolicitedDescription)
        {
            Change = "pass the request with ExpectedRequest.ForRequest or ForAnyOf, and add OrUnsolicited where both may come",
        }),
        ([UnsolicitedResponse], new(
            "The login began at the identity provider, not here: no request is answered.",
            static _ => true)
        {
            Change = "start the login at Flex, or allow such logins on purpose with ExpectedRequest.Unsolicited or "
                + "OrUnsolicited (login cross-site request forgery: see the documentation)",
        }),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Refusals() =>
    [
        ([IdpReturnedError], new(
            "The Name ID cannot be made as the request asks (InvalidNameIDPolicy): its format differs from the "
            + "application's, or no rule issues it.",
            symptom => symptom.Actual?.EndsWith("InvalidNameIDPolicy", StringComparison.Ordinal) == true)
        {
            Settings = [NameId],
        }),
        ([IdpReturnedError, IdpRequestDenied, IdpAuthnFailed], new(
            "The user is not assigned to the application.",
            symptom => Says(symptom, "AADSTS50105"))
        {
            Settings = [Assignment],
        }),
        Usual([IdpRequestDenied], "Usually the user is not assigned to the application.", Assignment),
        ([IdpReturnedError, IdpAuthnFailed], new(
            "The request asks for another assertion consumer service URL than the identity provider has.",
            symptom => Says(symptom, "ACS Url"))
        {
            Settings = [AssertionConsumerServiceUrl],
        }),
        Usual(
            [EncryptedAssertionNotSupported, EncryptedIdNotSupported],
            "The identity provider encrypts, which Twilio Flex does not support.",
            Encryption),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Times() =>
    [
        (s_future, new(
            "The difference is a whole number of hours: local time was written as if it were UTC.",
            symptom => symptom.Ahead() is { } ahead && IsWholeHours(ahead))
        {
            Change = "set time zone and clock of the identity provider's server right, then this server's; SAML instants are "
                + "in UTC",
        }),
        ([AssertionNotYetValid], new(
            "NotBefore is a little ahead of this server's clock: the identity provider does not put it back far enough for "
            + "clocks that differ.",
            symptom => symptom.Ahead() is { } ahead && ahead <= s_littleAhead)
        {
            Settings = [Clock],
        }),
        Usual([AssertionNotYetValid], "The identity provider's clock is ahead of this server's.", Clock),
        (s_future, new("The identity provider's clock is ahead of this server's.", static _ => true)
        {
            Change = IdentityProviderCatalogue.Describe(Clock),
        }),
        ([ValidityWindowTooLong], new(
            "The identity provider makes its assertions valid for longer than MaximumAssertionLifetime.",
            static _ => true)
        {
            Change = IdentityProviderCatalogue.Describe(Lifetime) + ", or raise MaximumAssertionLifetime",
            Settings = [Lifetime],
        }),
        ([AuthnInstantTooOld], new("The identity provider used an older session again.", static _ => true)
        {
            Change = IdentityProviderCatalogue.Describe(ForceAuthn) + ", or raise MaximumAuthenticationAge",
            Settings = [ForceAuthn],
        }),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Signatures() =>
    [
        MoreThanThePreset(ResponseNotSigned, SignResponse),
        MoreThanThePreset(AssertionNotSigned, SignAssertion),
        Usual([ResponseNotSigned], "The Response is not signed, only the assertion.", SignResponse),
        Usual([AssertionNotSigned], "The assertion is not signed, only the Response.", SignAssertion),
        ([NothingSigned], new(
            "Signing is turned off; or this is the preview of an assertion, which is never signed and belongs to Explain.",
            static _ => true)
        {
            Change = "let the identity provider sign the Response and the assertion",
            Settings = [SignResponse, SignAssertion],
        }),
        Usual([Sha1NotAllowed], "The identity provider still signs with SHA-1.", SignatureAlgorithm),
        Usual([CertificateExpired], "The identity provider signs with a certificate that is over.", Certificate),
        Usual(
            [SignerNotTrusted],
            "The identity provider may have changed its certificate; never trust one from a message.",
            Certificate),
        Usual([NoSigningCertificates], "Without a certificate no message can be verified.", Certificate),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Subjects() =>
    [
        Usual([NameIdMissing], "The application or its rules issue no Name ID.", NameId),
        ([NameIdEmpty], new("The attribute behind the Name ID has no value.", static _ => true)
        {
            Change = "fill it, or choose one that is filled for everybody",
            Settings = [NameId],
        }),
        ([NameIdFormatNotAllowed], new(
            "The Name ID format is none of AcceptedNameIdFormats; a transient one would make a new worker at every login.",
            static _ => true)
        {
            Change = "choose another format at the identity provider, or add this one to AcceptedNameIdFormats if it stays",
            Settings = [NameId],
        }),
        ([MessageTooLarge], new("Usually all groups of the user are sent.", static _ => true)
        {
            Change = "send the roles for Flex only, not all groups",
            Settings = [Roles],
        }),
        Usual([RelayStateTooLong], "The identity provider sends a RelayState that nobody asked for.", RelayState),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause)[] Identities() =>
    [
        ([RequiredAttributeMissing], new(
            "The roles came under the name Role.",
            symptom => symptom.Expected == "roles" && symptom.Compares((_, actual) => actual == "Role"))
        {
            Settings = [Roles],
            Product = IdentityProviderPreset.Keycloak,
        }),
        Usual(
            [RequiredAttributeMissing],
            IsRoles,
            "No attribute has exactly this name, or the identity provider sends none for this user.",
            Roles),
        Usual(
            [RequiredAttributeMissing],
            "No attribute has exactly this name, or the identity provider sends none for this user.",
            Attributes),
        .. OfAttributes(
            RequiredAttributeEmpty,
            "The user attribute behind it has no value for this user.",
            "fill it for this user, or map another one that is filled"),
        ([EmailInvalid], new(
            "The value is no address: another attribute was mapped, or an expression was typed as text and sent as it is.",
            static _ => true)
        {
            Change = "map the user's e-mail address to the attribute email",
            Settings = [Attributes],
        }),
        .. OfAttributes(
            AttributeNamespaced,
            "The identity provider puts a namespace before the name.",
            "remove the namespace, and send the attribute under its plain name"),
        Usual(
            [NoRoles],
            "Flex splits roles at commas only and compares them with their case: agent, supervisor, admin.",
            Roles),
        ([RoleNotAllowed], new(
            "FlexPolicy.AcceptedRoles lacks this role; often the groups of the user are sent as roles.",
            static _ => true)
        {
            Change = "send the roles for Flex only, or add this one to AcceptedRoles",
            Settings = [Roles],
        }),
    ];

    // The families of URLs and audiences that Flex has had, and the states between them.
    private static (SamlErrorCode[] Codes, Cause Cause)[] Families(
        SamlErrorCode[] codes, IdentityProviderSetting setting, string subject) =>
    [
        (codes, new(
            $"{subject} has a form that Twilio does not document and some guides on the web show, such as with the SID of an "
            + "instance (FO…).",
            symptom => symptom.Compares((_, actual) => Likeness.IsInvented(actual)))
        {
            Settings = [setting],
        }),
        (codes, new(
            $"{subject} is of the obsolete preview of Flex single sign-on.",
            symptom => symptom.Compares((_, actual) => Likeness.IsObsoletePreview(actual)))
        {
            Settings = [setting],
        }),
        (codes, new(
            $"{subject} is still that of legacy single sign-on, and enhanced is configured here: half migrated.",
            symptom => symptom.Compares(
                (expected, actual) => Likeness.IsEnhanced(expected) && Likeness.IsLegacy(actual)))
        {
            Settings = [setting],
        }),
        (codes, new(
            $"{subject} is that of enhanced single sign-on already, and legacy is configured here: half migrated.",
            symptom => symptom.Compares(
                (expected, actual) => Likeness.IsLegacy(expected) && Likeness.IsEnhanced(actual)))
        {
            Change = "configure FlexConnection.Enhanced here, and enter its URL and its audience at the identity provider",
            Settings = [setting],
        }),
        (codes, new(
            $"{subject} has the SID of another connection or account: the message is meant for another Flex.",
            symptom => symptom.Compares(Likeness.DifferInSid))
        {
            Change = IdentityProviderCatalogue.Describe(setting) + ", or configure the other connection here if it is the right one",
            Settings = [setting],
        }),
    ];

    private static (SamlErrorCode[] Codes, Cause Cause) MoreThanThePreset(
        SamlErrorCode code, IdentityProviderSetting setting) =>
        ([code], new Cause(
            "RequiredSignatures asks for more than this product usually signs.",
            symptom => symptom.Options is { Preset.RequiredSignatures: not SignatureRequirement.ResponseAndAssertion } options
                && options.Preset.RequiredSignatures != options.RequiredSignatures)
        {
            Change = "set RequiredSignatures to that of the preset, or let the product sign more where it can",
            Settings = [setting],
        });

    private static IEnumerable<(SamlErrorCode[] Codes, Cause Cause)> OfEach(
        SamlErrorCode[] codes, string sentence, Func<Symptom, bool> isRecognised) =>
        codes.Select(code => (new[] { code }, new Cause(sentence, isRecognised) { Settings = [SettingOf(code)] }));

    private static IdentityProviderSetting SettingOf(SamlErrorCode code) => code switch
    {
        AudienceMismatch => Audience,
        DestinationMismatch or RecipientMismatch => AssertionConsumerServiceUrl,
        _ => Issuer,
    };

    private static (SamlErrorCode[] Codes, Cause Cause) Usual(
        SamlErrorCode[] codes, string sentence, IdentityProviderSetting setting) =>
        Usual(codes, static _ => true, sentence, setting);

    private static (SamlErrorCode[] Codes, Cause Cause) Usual(
        SamlErrorCode[] codes, Func<Symptom, bool> isRecognised, string sentence, IdentityProviderSetting setting) =>
        (codes, new Cause(sentence, isRecognised) { Settings = [setting] });

    // The attribute roles has settings of its own.
    private static (SamlErrorCode[] Codes, Cause Cause)[] OfAttributes(SamlErrorCode code, string sentence, string change) =>
    [
        ([code], new(sentence, IsRoles) { Change = change, Settings = [Roles] }),
        ([code], new(sentence, static _ => true) { Change = change, Settings = [Attributes] }),
    ];

    private static bool IsRoles(Symptom symptom) => symptom.Expected == "roles";

    private static bool Says(in Symptom symptom, string text) =>
        symptom.IdentityProviderMessage?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>One of the two holds the first mark, the other the second mark and not the first.</summary>
    private static bool AreOf(string expected, string actual, string first, string second) =>
        expected.Contains(first, StringComparison.Ordinal) != actual.Contains(first, StringComparison.Ordinal)
        && (expected.Contains(first, StringComparison.Ordinal) ? actual : expected)
            .Contains(second, StringComparison.Ordinal);

    private static bool IsWholeHours(TimeSpan ahead)
    {
        double hours = Math.Round(ahead.TotalHours);
        return hours is >= 1 and <= 14 && (ahead - TimeSpan.FromHours(hours)).Duration() <= TimeSpan.FromMinutes(1);
    }
}
