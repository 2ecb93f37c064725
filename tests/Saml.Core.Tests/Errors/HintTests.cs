using Saml.Core.Testing;
using Saml.Core.Tests.Flex;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Errors;

/// <summary>
/// Hints are made from causes: each that can be recognised has a message with it, and one nearly like it without it, both
/// given to the validator.
/// </summary>
public sealed class HintTests
{
    private const string Sid = ResponseTemplate.ExampleConnectionSid;
    private const string Account = "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private const string OtherSid = "JQ00000000000000000000000000000001";
    private const string LegacyUrl = $"https://iam.twilio.com/v1/Accounts/{Account}/saml2";
    private const string LegacyAudience = LegacyUrl + "/metadata";
    private const string Elsewhere = "https://sp.example.com/acs";
    private const string Policy = "urn:oasis:names:tc:SAML:2.0:status:";

    private static readonly Func<Vector, Vector> s_legacy =
        v => v with { ServiceProviderEntityId = LegacyAudience, AssertionConsumerServiceUrl = LegacyUrl };

    private static readonly HintTable s_table = new()
    {
        Urls("Destination", DestinationMismatch, url => Template(t => t with { Destination = url })),
        Urls("Recipient", RecipientMismatch, url => v => v with
        {
            Template = v.Template with { Destination = v.AssertionConsumerServiceUrl, Recipient = url },
        }),

        {
            "audience: placeholder", AudienceMismatch, "placeholder of the guide",
            AudienceIs("urn:flex:JQxxxx"), AudienceIs("urn:flex:x")
        },
        {
            "audience: of the preview", AudienceMismatch, "placeholder of the guide",
            AudienceIs("https://entity_ID"), AudienceIs("https://entity-id.example.com")
        },
        {
            "audience: white space", AudienceMismatch, "Only white space",
            AudienceIs("\n " + Vector.EntityId + " \t"), AudienceIs(Vector.EntityId + " x")
        },
        {
            "audience: case", AudienceMismatch, "upper and lower case",
            AudienceIs("URN:flex:" + Sid), AudienceIs("URM:flex:" + Sid)
        },
        {
            "audience: slash", AudienceMismatch, "Only a slash",
            AudienceIs(Vector.EntityId + "/"), AudienceIs(Vector.EntityId + "/x")
        },
        {
            "audience: scheme", AudienceMismatch, "Only http and https",
            s_legacy.And(AudienceIs(LegacyAudience.Replace("https", "http", StringComparison.Ordinal))).And(ToLegacy()),
            s_legacy.And(AudienceIs(LegacyAudience.Replace("https", "ftp", StringComparison.Ordinal))).And(ToLegacy())
        },
        {
            "audience: spn", AudienceMismatch, "prefix spn:",
            AudienceIs("spn:" + Vector.EntityId), AudienceIs("spn:urn:flex:other")
        },
        {
            "audience: the URL", AudienceMismatch, "was entered as the audience",
            AudienceIs(Vector.ServiceUrl), AudienceIs(Elsewhere)
        },
        {
            "audience: the URL among others", AudienceMismatch, "was entered as the audience",
            Audiences(Elsewhere, Vector.ServiceUrl), Audiences(Elsewhere, Elsewhere)
        },
        {
            "audience: still legacy", AudienceMismatch, "still that of legacy",
            AudienceIs(LegacyAudience), AudienceIs("https://iam.example.com/saml2/metadata")
        },
        {
            "audience: enhanced already", AudienceMismatch, "enhanced single sign-on already",
            s_legacy.And(ToLegacy()), s_legacy.And(ToLegacy()).And(AudienceIs("urn:other:" + Sid))
        },
        {
            "audience: obsolete preview", AudienceMismatch, "obsolete preview",
            AudienceIs($"https://preview.twilio.com/iam/Accounts/{Account}/saml2"),
            AudienceIs($"https://preview.example.com/iam/Accounts/{Account}/saml2")
        },
        {
            "audience: invented", AudienceMismatch, "does not document",
            AudienceIs("https://iam.twilio.com/v2/saml2/metadata/FO0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
            AudienceIs("https://iam.example.com/v2/saml2/metadata")
        },
        {
            "audience: instance SID", AudienceMismatch, "does not document",
            AudienceIs("urn:flex:FO0f1e2d3c4b5a69788796a5b4c3d2e1f0"), AudienceIs("urn:flex:FO")
        },
        {
            "audience: other connection", AudienceMismatch, "SID of another connection",
            AudienceIs("urn:flex:" + OtherSid), AudienceIs("urn:flex:" + OtherSid[..^1])
        },

        {
            "issuer: placeholder", ResponseIssuerMismatch, "placeholder of the guide",
            IssuerIs("http://www.okta.com/Issuer"), IssuerIs("http://www.okta.com/exk0")
        },
        {
            "issuer: scheme", ResponseIssuerMismatch, "Only http and https",
            IssuerIs("https" + TestIdentityProvider.ExampleEntityId[4..]), IssuerIs("https://www.okta.com/exk0")
        },
        {
            "issuer: slash", ResponseIssuerMismatch, "Only a slash",
            IssuerIs(TestIdentityProvider.ExampleEntityId + "/"), IssuerIs(TestIdentityProvider.ExampleEntityId + "x")
        },
        {
            "issuer: case", ResponseIssuerMismatch, "upper and lower case",
            IssuerIs(TestIdentityProvider.ExampleEntityId.ToUpperInvariant()), IssuerIs("HTTP://WWW.OKTA.COM/EXK")
        },
        {
            "issuer: white space", ResponseIssuerMismatch, "Only white space",
            IssuerIs(" " + TestIdentityProvider.ExampleEntityId + "\u00A0"), IssuerIs(" x ")
        },
        {
            "issuer: Assertion's alone", AssertionIssuerMismatch, "Only a slash",
            AssertionIssuerIs(TestIdentityProvider.ExampleEntityId + "/"), AssertionIssuerIs("x")
        },
        {
            "issuer: Okta's organisation", ResponseIssuerMismatch, "URL of the organisation",
            IssuerIs("https://example.okta.com"), IssuerIs("https://example.com")
        },
        {
            "issuer: Google's SSO URL", ResponseIssuerMismatch, "Google's SSO URL",
            Trusting("https://accounts.google.com/o/saml2/idp?idpid=C01", "https://accounts.google.com/o/saml2?idpid=C01"),
            Trusting("https://accounts.google.com/o/saml2?idpid=C01", "https://accounts.google.com/o/saml2?idpid=C02")
        },
        {
            "issuer: Auth0's host", ResponseIssuerMismatch, "tenant's host name",
            Trusting("https://example.auth0.com", "urn:example.auth0.com"),
            Trusting("urn:example.auth0.com", "urn:other.auth0.com")
        },
        {
            "issuer: Entra's login page", ResponseIssuerMismatch, "URL of its login pages",
            Trusting("https://login.microsoftonline.com/1/saml2", "https://sts.windows.net/1/"),
            Trusting("https://sts.windows.net/2/", "https://sts.windows.net/1/")
        },
        {
            "issuer: Salesforce's hosts", ResponseIssuerMismatch, "Both are of Salesforce",
            Trusting("https://example.my.salesforce.com", "https://example.salesforce.com"),
            Trusting("https://example.my.salesforce.com", "https://example.com")
        },

        {
            "request: cookie lost", InResponseToUnexpected, "the cookie that held it",
            v => v with { Request = ExpectedRequest.None }, v => v with { Request = ExpectedRequest.Unsolicited }
        },
        {
            "request: none wanted", InResponseToUnexpected, "only logins that the identity provider starts",
            v => v with { Request = ExpectedRequest.Unsolicited }, v => v with { Request = ExpectedRequest.None }
        },
        {
            "request: none answered", UnsolicitedResponse, "began at the identity provider",
            Template(t => t with { InResponseTo = null }), Template(t => t with { InResponseTo = "_other" })
        },

        {
            "status: InvalidNameIDPolicy", IdpReturnedError, "InvalidNameIDPolicy",
            Status("Requester", "InvalidNameIDPolicy"), Status("Requester", "RequestUnsupported")
        },
        {
            "status: not assigned", IdpRequestDenied, "not assigned",
            Status("Responder", "RequestDenied"), Status("Responder", "AuthnFailed")
        },
        {
            "status: not assigned, in a message", IdpReturnedError, "not assigned",
            Status("Responder", null, "AADSTS50105: The signed in user is not assigned."),
            Status("Responder", null, "AADSTS50011: Reply address.")
        },
        {
            "status: the URL of the request", IdpReturnedError, "another assertion consumer service URL",
            Status("Requester", null, "Invalid request, ACS Url in request doesn't match configured ACS Url."),
            Status("Requester", null, "Invalid request.")
        },
        {
            "encrypted assertion", EncryptedAssertionNotSupported, "Assertion Encryption: Unencrypted",
            Encrypted(), Preset(IdentityProviderPreset.Google).And(Encrypted())
        },

        {
            "clock: a whole hour", ResponseIssuedInFuture, "whole number of hours",
            Ahead(TimeSpan.FromMinutes(60.5)), Ahead(TimeSpan.FromMinutes(62))
        },
        {
            "clock: five hours", ResponseIssuedInFuture, "whole number of hours",
            Ahead(TimeSpan.FromMinutes(299.5)), Ahead(TimeSpan.FromHours(15))
        },
        {
            "clock: ahead", ResponseIssuedInFuture, "clock is ahead of this server's",
            Ahead(TimeSpan.FromMinutes(7)), Ahead(TimeSpan.FromHours(2))
        },
        {
            "clock: NotBefore", AssertionNotYetValid, "does not put it back",
            NotBefore(TimeSpan.FromMinutes(4)), NotBefore(TimeSpan.FromMinutes(11))
        },
        {
            "clock: AuthnInstant", AuthnInstantInFuture, "clock is ahead of this server's",
            Template(t => t with { AuthnInstant = Vector.Noon.AddMinutes(4) }),
            Template(t => t with { AuthnInstant = Vector.Noon.AddHours(1) })
        },
        {
            "late", AssertionExpired, "posted late",
            Set("Conditions", "NotOnOrAfter", "2026-01-01T11:57:00Z"), NotBefore(TimeSpan.FromMinutes(4))
        },

        {
            "unsigned Response", ResponseNotSigned, "Show Advanced Settings > Response: Signed",
            v => v with { Signed = SignaturePlacement.Assertion },
            Preset(IdentityProviderPreset.Adfs).And(v => v with { Signed = SignaturePlacement.Assertion })
        },
        {
            "unsigned assertion", AssertionNotSigned, "Assertion Signature: Signed",
            v => v with { Signed = SignaturePlacement.Response },
            Preset(IdentityProviderPreset.EntraId).And(v => v with { Signed = SignaturePlacement.Response })
        },
        {
            "nothing signed", NothingSigned, "belongs to Explain",
            v => v with { Signed = SignaturePlacement.None }, v => v with { Signed = SignaturePlacement.Assertion }
        },
        {
            "more asked for than is signed", AssertionNotSigned, "that of the preset",
            Preset(IdentityProviderPreset.Google).And(v => v with { Signed = SignaturePlacement.Response }),
            Preset(IdentityProviderPreset.Okta).And(v => v with { Signed = SignaturePlacement.Response })
        },
        {
            "SHA-1", Sha1NotAllowed, "\"signatureAlgorithm\": \"rsa-sha256\"",
            Preset(IdentityProviderPreset.Auth0).And(WithSha1()), Preset(IdentityProviderPreset.Okta).And(WithSha1())
        },
        {
            "changed in transit", DigestMismatch, "re-formatted in transit",
            v => v.Tamper("agent, supervisor", "agent,  supervisor"), v => v with { SignedBy = TestKeys.Other }
        },

        {
            "attribute: Role", RequiredAttributeMissing, "sent Role x3, expected roles. Change:",
            Keycloak(), AttributeChange.Without("roles")
        },
        {
            "attribute: roles missing", RequiredAttributeMissing, "such as userType",
            AttributeChange.Without("roles"), AttributeChange.Without("email")
        },
        {
            "attribute: roles empty", RequiredAttributeEmpty, "such as userType",
            AttributeChange.Values("roles", ""), AttributeChange.Values("full_name", "")
        },
        {
            "attribute: namespace", AttributeNamespaced, "namespace before the name",
            AttributeChange.Renamed("email", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/email"),
            AttributeChange.Renamed("email", "Email")
        },
        {
            "attribute: no address", EmailInvalid, "of the form user.… that was typed as text",
            AttributeChange.Values("email", "user.email"), AttributeChange.Values("email", "")
        },
        {
            "attribute: no base role", NoRoles, "at commas only",
            AttributeChange.Values("roles", "agent;admin"), AttributeChange.Values("roles", "")
        },
        {
            "NameID missing", NameIdMissing, "Application username",
            Remove("NameID"), Preset(IdentityProviderPreset.Adfs).And(Remove("NameID"))
        },
        {
            "long validity", ValidityWindowTooLong, "-TokenLifetime 60",
            Preset(IdentityProviderPreset.Adfs).And(Template(t => t with { NotOnOrAfter = Vector.Noon.AddHours(25) })),
            Preset(IdentityProviderPreset.Auth0).And(Template(t => t with { NotOnOrAfter = Vector.Noon.AddHours(25) }))
        },
    };

    private static readonly string[] s_presets = [.. IdentityProviderPreset.All.Select(preset => preset.Name)];

    private static readonly SamlErrorCode[] s_reported =
        [.. Enum.GetValues<SamlErrorCode>().Where(code => code != None && !ReservedCodes.Contains(code))];

    public static TheoryData<string> Names => s_table.Names;

    public static TheoryData<string> Presets => [.. s_presets];

    public static TheoryData<SamlErrorCode> Reported => [.. s_reported];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_cause_is_named(string name) => s_table.CheckAsync(name);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Its_neighbour_is_not(string name) => s_table.CheckNeighbourAsync(name);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hint_is_a_cause_and_then_a_change(string name)
    {
        string hint = await s_table.HintAsync(name);

        hint.Should().MatchRegex(@"^\S[^\n]*\. Change: \S[^\n]*\.$").And.NotContain("  ").And.NotContain("..");
        hint.Length.Should().BeLessThanOrEqualTo(1024);
    }

    /// <summary>With a preset no other product is named, whatever the error is.</summary>
    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_speaks_alone(string name)
    {
        IdentityProviderPreset preset = IdentityProviderPreset.Find(name)!;
        SamlValidatorOptions options = new Vector { Preset = preset }.ToOptions(new RecordingReplayStore());
        string[] others = [.. s_presets.Where(other => other != name)];

        foreach (SamlErrorCode code in s_reported)
        {
            string hint = new SamlError(code, "roles", "x", null, null, options: options).Hint ?? "";

            others.Where(other => hint.Contains(other, StringComparison.Ordinal)).Should().BeEmpty(hint);
        }
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void Without_a_preset_the_list_is_short(SamlErrorCode code)
    {
        string hint = new SamlError(code, "x", "y", null, null).Hint ?? "";

        hint.Should().NotEndWith("…");
        IdentityProviderPreset.All.Count(preset => hint.Contains($" {preset.Name}: ")).Should().BeLessThanOrEqualTo(6);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public async Task Every_product_has_its_words_for_a_name_that_differs(string name)
    {
        IdentityProviderPreset preset = IdentityProviderPreset.Find(name)!;

        Vector vector = Preset(preset).And(AudienceIs(Elsewhere))(new Vector());
        Answer answer = await vector.ShouldAnswerAsync(AudienceMismatch);

        answer.Result.Error!.Hint.Should().EndWith(
            $" {name}: {preset.Settings.GetValueOrDefault(IdentityProviderSetting.Audience)}.");
    }

    /// <summary>NotBeforeSkew puts NotBefore back, and no IssueInstant.</summary>
    [Fact]
    public async Task A_clock_that_is_ahead_is_no_matter_of_NotBefore()
    {
        Vector vector = Preset(IdentityProviderPreset.Adfs).And(Ahead(TimeSpan.FromMinutes(7)))(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(ResponseIssuedInFuture);

        answer.Result.Error!.Hint.Should().EndWith("raise ClockSkew only for what remains.");
    }

    [Fact]
    public void A_hint_holds_nothing_of_a_message()
    {
        const string mark = "fd3b";

        foreach (SamlErrorCode code in s_reported)
        {
            new SamlError(code, mark, mark + "/", mark, null, identityProviderMessage: mark)
                .Hint?.Should().NotContain(mark);
        }
    }

    private static HintTable Urls(string place, SamlErrorCode code, Func<string, Func<Vector, Vector>> set) => new()
    {
        { $"{place}: {{recipient}}", code, "sent literally", set("{recipient}"), set("{acs}") },
        { $"{place}: placeholder", code, "placeholder of the guide", set("https://ACS_URL"), set(Elsewhere) },
        {
            $"{place}: placeholder SID", code, "placeholder of the guide",
            set("https://login.flex.us1.twilio.com/login/callback?connection=JQxxxx"),
            set("https://login.flex.us1.twilio.com/login/callback?connection=JQ")
        },
        { $"{place}: hhttps", code, "hhttps", set("h" + Vector.ServiceUrl), set(Elsewhere) },
        {
            $"{place}: white space", code, "Only white space",
            set(Vector.ServiceUrl + " "), set(Vector.ServiceUrl + " x")
        },
        {
            $"{place}: case", code, "upper and lower case",
            set(Vector.ServiceUrl.Replace("login/callback", "Login/Callback", StringComparison.Ordinal)),
            set(Vector.ServiceUrl.Replace("callback", "Call-back", StringComparison.Ordinal))
        },
        { $"{place}: slash", code, "Only a slash", set(Vector.ServiceUrl + "/"), set(Vector.ServiceUrl + "/x") },
        {
            $"{place}: scheme", code, "TLS ends at a proxy",
            set("http" + Vector.ServiceUrl[5..]), set("http" + Vector.ServiceUrl[5..] + "x")
        },
        {
            $"{place}: host", code, "Only the host",
            set(Vector.ServiceUrl.Replace("login.flex", "proxy", StringComparison.Ordinal)), set(Elsewhere)
        },
        {
            $"{place}: query", code, "?connection=JQ… is missing",
            set(Vector.ServiceUrl[..Vector.ServiceUrl.IndexOf('?', StringComparison.Ordinal)]),
            set("https://login.flex.us1.twilio.com/login?connection=" + Sid)
        },
        { $"{place}: audience", code, "audience stands where", set(Vector.EntityId), set("urn:flex:other") },
        {
            $"{place}: still legacy", code, "still that of legacy",
            set(LegacyUrl), set("https://iam.example.com/saml2")
        },
        {
            $"{place}: enhanced already", code, "enhanced single sign-on already",
            s_legacy.And(set(Vector.ServiceUrl)), s_legacy.And(set(Elsewhere))
        },
        {
            $"{place}: legacy with a slash", code, "Only a slash",
            s_legacy.And(set(LegacyUrl + "/")), s_legacy.And(set(LegacyAudience))
        },
        {
            $"{place}: other account", code, "SID of another connection",
            s_legacy.And(set(LegacyUrl.Replace("AC0", "AC1", StringComparison.Ordinal))),
            s_legacy.And(set(LegacyUrl.Replace("AC0", "AC", StringComparison.Ordinal)))
        },
        {
            $"{place}: other connection", code, "SID of another connection",
            set(Vector.ServiceUrl.Replace(Sid, OtherSid, StringComparison.Ordinal)), set(Vector.ServiceUrl[..^1])
        },
        {
            $"{place}: instance SID", code, "does not document",
            set("https://iam.twilio.com/v2/saml2/authenticate/FO0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
            set("https://iam.example.com/v2/saml2/authenticate")
        },
        {
            $"{place}: obsolete preview", code, "obsolete preview",
            set($"https://preview.twilio.com/iam/Accounts/{Account}/saml2"), set(Elsewhere)
        },
        { $"{place}: anything else", code, "has another URL for this application", set(Elsewhere), set(LegacyUrl) },
    };

    private static Func<Vector, Vector> Preset(IdentityProviderPreset preset) => v => v with { Preset = preset };

    private static Func<Vector, Vector> Unsigned(Func<Vector, Vector> change) =>
        change.And(v => v with { Signed = SignaturePlacement.None });

    private static Func<Vector, Vector> Encrypted() => Unsigned(Replace("Assertion", Element("EncryptedAssertion")));

    private static Func<Vector, Vector> AudienceIs(string audience) => Template(t => t with { Audience = audience });

    private static Func<Vector, Vector> ToLegacy() =>
        Template(t => t with { Destination = LegacyUrl, Recipient = LegacyUrl });

    private static Func<Vector, Vector> Audiences(params string[] audiences) =>
        Replace("Audience", [.. audiences.Select(audience => Element("Audience", audience))]);

    private static Func<Vector, Vector> IssuerIs(string issuer) => Template(t => t with { Issuer = issuer });

    private static Func<Vector, Vector> AssertionIssuerIs(string issuer) => Text("Assertion/Issuer", issuer);

    private static Func<Vector, Vector> Trusting(string configured, string sent) => IssuerIs(sent).And(
        v => v with { IdentityProvider = new IdentityProvider(configured, [TestKeys.Okta.Certificate]) });

    private static Func<Vector, Vector> Ahead(TimeSpan ahead) => Set(
        "Response", "IssueInstant", ResponseTemplate.FormatInstant(Vector.Noon + ahead));

    private static Func<Vector, Vector> NotBefore(TimeSpan ahead) => Template(
        t => t with { NotBefore = Vector.Noon + ahead, NotOnOrAfter = Vector.Noon.AddHours(1) });

    private static Func<Vector, Vector> WithSha1() => v => v with
    {
        SignatureSettings = new SignatureSettings { Algorithm = SigningAlgorithm.RsaSha1, Digest = DigestAlgorithm.Sha1 },
    };

    private static Func<Vector, Vector> Keycloak() => AttributeChange.Without("roles")
        .And(AttributeChange.Again("Role", "agent")).And(AttributeChange.Again("Role", "supervisor"))
        .And(AttributeChange.Again("Role", "offline_access"));

    private static Func<Vector, Vector> Status(string top, string? nested, string? message = null) => Unsigned(
        Remove("Assertion")).And(Replace("Status", ProtocolElement(
            "Status",
            ProtocolElement(
                "StatusCode",
                Attr("Value", Policy + top),
                nested is null ? null : ProtocolElement("StatusCode", Attr("Value", Policy + nested))),
            message is null ? null : ProtocolElement("StatusMessage", message))));
}
