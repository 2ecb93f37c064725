using System.Xml.Linq;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;
using Change = System.Func<Saml.Core.Tests.Validation.Vector, Saml.Core.Tests.Validation.Vector>;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group SM: genuinely signed, but meant for somebody else, for another time, or for nobody.</summary>
internal static class SemanticAttacks
{
    private const string RequestId = Validation.Vector.RequestId;
    private const string EntityId = Validation.Vector.EntityId;
    private const string FlexUrl = Validation.Vector.ServiceUrl;
    private const string Saml11Assertion = "urn:oasis:names:tc:SAML:1.0:assertion";
    private const string ServiceProvider = "https://sp.example.com/saml";
    private const string ServiceUrl = "https://sp.example.com/saml/acs?a=1&b=2";
    private const string OtherUrl = "https://other.example.com/saml/acs";
    private const string StatusPrefix = "urn:oasis:names:tc:SAML:2.0:status:";
    private const string Issuer = TestIdentityProvider.ExampleEntityId;

    private static readonly VectorTable s_response = ResponseRulesTests.Table;
    private static readonly VectorTable s_subject = SubjectRulesTests.Table;
    private static readonly VectorTable s_conditions = ConditionRulesTests.Table;
    private static readonly VectorTable s_authentication = AuthnRulesTests.Table;

    public static IReadOnlyList<Attack> All { get; } =
    [
        // The status.
        .. AllOf("SM-1", StatusRulesTests.Table,
            "Requester", "Responder", "VersionMismatch", "Responder, AuthnFailed", "Requester, RequestDenied", "nested code of a product",
            "Responder with an assertion", "Responder with an encrypted assertion"),
        Of("SM-1", "Requester with an assertion", AssertionWithErrorStatus, Set("StatusCode", "Value", StatusPrefix + "Requester")),
        Of("SM-1", "an error, unsigned, with a signed assertion", AssertionWithErrorStatus,
            v => v.Tamper("status:Success", "status:Responder").WithUnsignedResponse()) with { Control = Control.NaiveVerifier },
        .. AllOf("SM-2", StatusRulesTests.Table,
            "nested Success under Responder", "Success with a blank behind", "Success with a blank behind and an assertion",
            "Success in another case", "Success without its namespace", "empty code"),
        Of("SM-2", "nested Success under Responder, with an assertion", AssertionWithErrorStatus,
            Set("StatusCode", "Value", StatusPrefix + "Responder").And(Append("StatusCode", Code("Success")))),
        Of("SM-2", "Success three levels down", AssertionWithErrorStatus,
            Replace("StatusCode", ProtocolElement("StatusCode", Attr("Value", StatusPrefix + "Responder"),
                ProtocolElement("StatusCode", Attr("Value", StatusPrefix + "AuthnFailed"), Code("Success"))))),
        Of("SM-2", "Success beside Responder", DuplicateElement, After("StatusCode", Code("Responder"))),
        Of("SM-2", "Responder beside Success", DuplicateElement, Before("StatusCode", Code("Responder"))),
        Of("SM-2", "Success as the StatusMessage of Responder", AssertionWithErrorStatus,
            Set("StatusCode", "Value", StatusPrefix + "Responder").And(Append("Status", ProtocolElement("StatusMessage", StatusPrefix + "Success")))),
        .. AllOf("SM-3", StatusRulesTests.Table, "no Status", "Status without StatusCode", "StatusCode without Value"),
        Of("SM-3", s_response, "two Status"),
        Of("SM-3", "a failure and then a success", DuplicateElement, Before("Status", ProtocolElement("Status", Code("Responder")))),
        Of("SM-3", "a success and then a failure", DuplicateElement, After("Status", ProtocolElement("Status", Code("Responder")))),
        Of("SM-3", "StatusCode of another namespace", UnexpectedElement, Rename("StatusCode", "{urn:x}StatusCode")),

        // Version, SAML 1.1.
        .. Versions("Response"),
        .. Versions("Assertion"),
        .. AllOf("SM-5", s_response, "assertion of SAML 1.1", "Response of SAML 1.1"),
        Of("SM-5", "assertion of SAML 1.1 instead", UnexpectedElement,
            Replace("Assertion", new XElement(XName.Get("Assertion", Saml11Assertion), Attr("MajorVersion", "1"), Attr("MinorVersion", "1"), Attr("AssertionID", "id3")))
                .And(SignResponse)),
        Of("SM-5", "assertion of SAML 1.1 behind", UnexpectedElement, After("Assertion", new XElement(XName.Get("Assertion", Saml11Assertion)))),
        Of("SM-5", "versions of SAML 1.1 beside those of 2.0", None,
            Edit(x => x.The("Assertion").Add(Attr("MajorVersion", "1"), Attr("MinorVersion", "1")))),
        Of("SM-5", "versions of SAML 1.1 instead of 2.0", UnsupportedSamlVersion,
            Edit(x => x.The("Assertion").Add(Attr("MajorVersion", "2"), Attr("MinorVersion", "0"))).And(Set("Assertion", "Version", null))),
        Of("SM-5", "NameIdentifier for NameID", UnexpectedElement, Replace("NameID", Element("NameIdentifier", "admin@victim.example"))),

        // The identity provider.
        .. AllOf("SM-6", s_response,
            "Assertion Issuer absent", "Assertion Issuer empty", "Assertion Issuer of another", "signed Response without Issuer",
            "Response Issuer empty", "Response Issuer of another", "both Issuers of another", "two Issuers in the assertion"),
        Of("SM-6", ToleranceTests.Table, "unsigned Response without Issuer"),
        .. AllOf("SM-7", s_response,
            "Assertion Issuer with a slash", "Assertion Issuer in another case", "Assertion Issuer by https", "Assertion Issuer with a line break",
            "Response Issuer padded", "Response Issuer Format unspecified", "Assertion Issuer Format email", "Assertion Issuer Format empty"),
        Of("SM-7", "Response Issuer with a slash", ResponseIssuerMismatch, Text("Response/Issuer", Issuer + "/")),
        Of("SM-7", "Assertion Issuer with a port", AssertionIssuerMismatch,
            Text("Assertion/Issuer", Issuer.Replace(".com/", ".com:80/", StringComparison.Ordinal))),
        Of("SM-7", "Assertion Issuer with a soft hyphen", AssertionIssuerMismatch, Text("Assertion/Issuer", Issuer + "\u00AD")),
        Of("SM-7", "Assertion Issuer the beginning", AssertionIssuerMismatch, Text("Assertion/Issuer", Issuer[..^1])),
        Of("SM-7", "Assertion Issuer Format persistent", IssuerFormatNotEntity,
            Set("Assertion/Issuer", "Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")),
        Of("SM-7", "Issuer Format entity in another case", IssuerFormatNotEntity, Set("Assertion/Issuer", "Format", Entity.ToUpperInvariant())),

        // The name is the configured one, whoever is said to qualify it.
        Of("SM-7", "Issuers with qualifiers", None, Edit(x =>
        {
            x.The("Response/Issuer").Add(Attr("NameQualifier", "urn:x"));
            x.The("Assertion/Issuer").Add(Attr("NameQualifier", "urn:x"), Attr("SPNameQualifier", "urn:y"), Attr("SPProvidedID", "z"));
        })),
        Of("SM-8", "another identity provider answers", ResponseIssuerMismatch, FromOther()),
        Of("SM-8", "another identity provider answers under the name of ours", SignatureInvalid, v => v with { SignedBy = TestKeys.Other }),
        Of("SM-8", "another identity provider puts our assertion into its Response", ResponseIssuerMismatch,
            Text("Response/Issuer", TestKeys.Other.EntityId)),
        Of("SM-8", "another identity provider, asked as well, answers the request to ours", InResponseToMismatch,
            FromOther().And(v => v with
            {
                IdentityProvider = TestKeys.Trust(TestKeys.Other),
                Request = ExpectedRequest.ForRequest("_sent_to_the_other"),
            })),

        // Audiences.
        .. AllOf("SM-9", s_conditions, "no Conditions", "no AudienceRestriction", "OneTimeUse but no AudienceRestriction"),
        Of("SM-9", "ProxyRestriction with our audience alone", AudienceRestrictionMissing,
            Replace("AudienceRestriction", Element("ProxyRestriction", Element("Audience", EntityId)))),
        .. AllOf("SM-10", s_conditions, "Audience of another service provider", "Audience of another connection", "Audience the service URL"),
        .. AllOf("SM-11", s_conditions,
            "two restrictions, the second another's", "two restrictions, the first another's", "a second AudienceRestriction, empty",
            "two restrictions, both ours"),
        .. AllOf("SM-12", s_conditions, "several audiences, ours last", "several audiences, ours first", "several audiences, none ours"),
        .. AllOf("SM-13", s_conditions,
            "Audience in another case", "Audience with a slash", "Audience a prefix", "Audience with more behind", "Audience escaped",
            "Audience with a letter that looks alike", "Audience padded", "Audience with a soft hyphen", "Audience with an element inside"),
        .. NearAudiences(
            "https://sp.example.com/saml/", "https://sp.example.com/SAML", "https://SP.example.com/saml", "HTTPS://sp.example.com/saml",
            "http://sp.example.com/saml", "https://sp.example.com:443/saml", "https://sp.example.com/./saml", "https://sp.example.com//saml",
            "https://sp.example.com%2Fsaml", "https://sp.example.com/s%61ml", "https://sp.example.com/saml?", "https://sp.example.com/saml#",
            "https://sp.example.com.evil/saml", "https://sp.example.com/saml.evil", "https://sp.example.com@evil.example/saml",
            "https://evil.example/https://sp.example.com/saml", "https://sp.ex\u0430mple.com/saml", "https://xn--sp-example-com/saml",
            "https://sp.example.com/saml https://evil.example", "https://sp.example.com/saml\u200B", "https://sp.example.com/s\u0131ml",
            "\u00A0https://sp.example.com/saml", "https://sp.example.com/saml\t", "sp.example.com/saml", "https://sp.example.com", "*"),
        .. AllOf("SM-14", s_conditions, "Audience empty", "Audience of blanks", "AudienceRestriction empty"),
        Of("SM-14", "Audience in one tag", AudienceEmpty, Edit(x => x.The("Audience").RemoveNodes())),
        Of("SM-14", "two empty Audiences", AudienceEmpty, Replace("Audience", Element("Audience"), Element("Audience", ""))),

        // Conditions.
        .. AllOf("SM-15", s_conditions,
            "a Condition of an unknown type", "a Condition that says to be an AudienceRestriction", "a condition of another namespace",
            "a condition in another case"),
        Of("SM-15", "a Condition of the type x:y", ConditionUnknown, Append("Conditions", Element("Condition", new XAttribute(XNamespace.Xmlns + "x", "urn:x"), Type("x:y")))),
        Of("SM-15", "a Condition without a type", ConditionUnknown, Prepend("Conditions", Element("Condition"))),
        Of("SM-15", "DoNotCacheCondition of SAML 1.1", ConditionUnknown, Append("Conditions", new XElement(XName.Get("DoNotCacheCondition", Saml11Assertion)))),
        .. AllOf("SM-16", s_conditions, "OneTimeUse", "ProxyRestriction", "OneTimeUse and ProxyRestriction", "two OneTimeUse", "two ProxyRestriction",
            "ProxyRestriction with a negative Count"),
        Of("SM-16", "OneTimeUse, used", ReplayDetected, Append("Conditions", Element("OneTimeUse"))
            .And(v => v with { Store = new((_, _) => ValueTask.FromResult(false)) })),

        // Recipient and Destination.
        .. s_subject.Where(name => name.StartsWith("Recipient ", StringComparison.Ordinal)).Select(name => Of("SM-17", s_subject, name)),
        .. NearUrls("SM-17", RecipientMismatch, url => t => t with { Recipient = url }),
        .. s_response.Where(name => name.StartsWith("Destination ", StringComparison.Ordinal)).Select(name => Of("SM-18", s_response, name)),
        Of("SM-18", ToleranceTests.Table, "unsigned Response without Destination"),
        Of("SM-18", "unsigned Response with an empty Destination", DestinationMismatch, Set("Response", "Destination", ""), v => v.WithUnsignedResponse()),
        .. NearUrls("SM-18", DestinationMismatch, url => t => t with { Destination = url }),
        Of("SM-19", s_response, "Destination with more behind"),
        Of("SM-19", "Destination the beginning", DestinationMismatch, Set("Response", "Destination", "https://sp.example.com/saml/acs"), AtOther()),
        Of("SM-19", "Destination with more behind the path", DestinationMismatch,
            Set("Response", "Destination", "https://sp.example.com/acs.evil"), AtOther("https://sp.example.com/acs")),
        Of("SM-19", "Destination with more behind the host", DestinationMismatch,
            Set("Response", "Destination", "https://sp.example.com.evil"), AtOther("https://sp.example.com")),

        // Subject confirmation.
        .. AllOf("SM-20", s_subject,
            "no SubjectConfirmation", "holder-of-key alone", "sender-vouches alone", "Method in another case", "Method of SAML 1.1", "Method empty",
            "Method absent"),
        Of("SM-20", "Method unknown", BearerConfirmationMissing, Set("SubjectConfirmation", "Method", "urn:x")),
        Of("SM-20", "Method padded", BearerConfirmationMissing, Set("SubjectConfirmation", "Method", Bearer + " ")),
        Of("SM-20", "holder-of-key and sender-vouches", BearerConfirmationMissing,
            Set("SubjectConfirmation", "Method", "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key")
                .And(After("SubjectConfirmation", Element("SubjectConfirmation", Attr("Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"))))),
        .. AllOf("SM-21", s_subject,
            "bearer behind holder-of-key", "good bearer behind bad ones", "good bearer before bad ones", "good data under another method",
            "two halves that are good together only", "the best of several is named, last", "the best of several is named, first"),
        .. AllOf("SM-22", s_subject, "no SubjectConfirmationData", "two SubjectConfirmationData", "NotOnOrAfter absent"),
        Of("SM-22", "SubjectConfirmationData of another namespace", UnexpectedElement, Rename("SubjectConfirmationData", "{urn:x}SubjectConfirmationData")),
        Of("SM-23", s_subject, "NotBefore present, though passed"),
        Of("SM-23", "NotBefore in the future", ConfirmationNotBeforePresent, Set("SubjectConfirmationData", "NotBefore", "2026-01-01T13:00:00Z")),
        Of("SM-23", "NotBefore empty", InvalidDateTime, Set("SubjectConfirmationData", "NotBefore", "")),

        // The request.
        Answers("SM-24", "the Response alone names it", InResponseToInconsistent, RequestId, null),
        Answers("SM-24", "the confirmation names another", InResponseToMismatch, RequestId, "_other"),
        Answers("SM-24", "the Response names another", InResponseToMismatch, "_other", RequestId),
        Answers("SM-24", "the Response names none, as an empty one", InResponseToMismatch, "", RequestId),
        Answers("SM-24", "the confirmation names none, as an empty one", InResponseToMismatch, RequestId, ""),
        Of("SM-24", "both name an outstanding one, but not the same", InResponseToInconsistent, Answer(RequestId, "_second")
            .And(v => v with { Request = ExpectedRequest.ForAnyOf([RequestId, "_second"]) })),
        Answers("SM-25", "a request that nobody sent", InResponseToMismatch, "_other", "_other"),
        Of("SM-25", "the request of another session", InResponseToMismatch, v => v with { Request = ExpectedRequest.ForRequest("_of_this_session") }),
        Of("SM-25", "none of several requests of this session", InResponseToMismatch, v => v with { Request = ExpectedRequest.ForAnyOf(["_a", "_b"]) }),
        Of("SM-25", "a request that was forgotten, answered or too old", InResponseToUnexpected, v => v with { Request = ExpectedRequest.None }),
        Of("SM-25", "a request that was forgotten, where logins may be unsolicited", InResponseToUnexpected,
            v => v with { Request = ExpectedRequest.None.OrUnsolicited() }),
        Answers("SM-25", "the request in another case", InResponseToMismatch, null, RequestId.ToUpperInvariant()),
        Answers("SM-26", "no request is named", UnsolicitedResponse, null, null),
        Of("SM-26", "no request is named, the browser has none", UnsolicitedResponse, Answer(null, null).And(v => v with { Request = ExpectedRequest.None })),
        Stripped("of another session", InResponseToMismatch, ExpectedRequest.ForRequest("_of_this_session")),
        Stripped("while there is none", InResponseToUnexpected, ExpectedRequest.None),
        Stripped("where logins may be unsolicited", InResponseToUnexpected, ExpectedRequest.Unsolicited),

        // What the confirmation says is signed, and enough.
        Stripped("of this session", None, ExpectedRequest.ForRequest(RequestId)),
        Of("SM-27", "unsolicited, though both name a request", InResponseToUnexpected, v => v with { Request = ExpectedRequest.Unsolicited }),
        Of("SM-27", "unsolicited, though the Response names a request", InResponseToUnexpected,
            Answer(RequestId, null).And(v => v with { Request = ExpectedRequest.Unsolicited })),
        Of("SM-27", "unsolicited, though the confirmation names a request", InResponseToUnexpected,
            Answer(null, RequestId).And(v => v with { Request = ExpectedRequest.Unsolicited })),
        Of("SM-27", "unsolicited, with an empty name", InResponseToUnexpected, Answer("", null).And(v => v with { Request = ExpectedRequest.Unsolicited })),

        // An unsigned Response may refuse and never help.
        .. AllOf("SM-28", UnsignedResponseTests.Refusing, v => v.WithUnsignedResponse()).Select(attack => attack with { Control = Control.NaiveVerifier }),
        .. AllOf("SM-28", UnsignedResponseTests.NeverAccepting, v => v.WithUnsignedResponse()),

        // Authentication.
        Of("SM-29", s_authentication, "no AuthnStatement"),
        Of("SM-29", s_authentication, "several sessions, none over"),
        Of("SM-29", "AuthnStatement of another namespace", UnexpectedElement, Rename("AuthnStatement", "{urn:x}AuthnStatement")),
        .. AllOf("SM-30", s_authentication, "session over", "a second session over", "the first of two sessions over", "session not over"),
        .. AllOf("SM-31", s_authentication,
            "authenticated in the future", "authenticated too long ago", "class not accepted", "class only begins with an accepted one",
            "class in another case", "class not named, some accepted"),
        Of("SM-31", "the weak class first, an accepted one behind", DuplicateElement,
            After("AuthnContextClassRef", Element("AuthnContextClassRef", "urn:strong")).And(v => v with { AcceptedAuthnContextClassRefs = ["urn:strong"] })),
        .. AllOf("SM-32", s_authentication, "AuthzDecisionStatement instead", "Statement that says to be an AuthnStatement"),
        .. AllOf("SM-32", ToleranceTests.Table, "AuthzDecisionStatement", "Statement of an unknown type"),
        Of("SM-32", "Statement of an unknown type instead", AuthnStatementMissing, Replace("AuthnStatement", Element("Statement", Type("x")))),
        Of("SM-33", ToleranceTests.Table, "Address"),
        Of("SM-33", "Address that is none", None, Set("SubjectConfirmationData", "Address", "' OR 1=1 --")),

        // Extensions.
        .. AllOf("SM-34", ToleranceTests.Table, "Extensions", "StatusDetail"),
        .. InExtensions("a NameID", None, Element("NameID", "admin@victim.example")),
        .. InExtensions("a Subject", None, Element("Subject", Element("NameID", "admin@victim.example"))),
        .. InExtensions("attributes", None, Element("AttributeStatement", Element("Attribute", Attr("Name", "roles"), Element("AttributeValue", "admin")))),
        .. InExtensions("another Issuer", None, Element("Issuer", "http://www.okta.com/exkother")),
        .. InExtensions("another Status", None, ProtocolElement("Status", Code("Responder"))),
        .. InExtensions("an assertion", UnexpectedElement, Element("Assertion", Attr("ID", "id3"))),
        .. InExtensions("another Response", UnexpectedElement, ProtocolElement("Response", Element("Assertion"))),
        Of("SM-34", "two Extensions", DuplicateElement, Before("Status", ProtocolElement("Extensions"), ProtocolElement("Extensions"))),

        // The schema.
        .. AllOf("SM-35", s_response, "unknown SAML element"),
        .. new[]
        {
            "Response", "Status", "Assertion", "Subject", "SubjectConfirmation", "AudienceRestriction", "AuthnStatement", "AuthnContext",
            "AttributeStatement",
        }.SelectMany(Unknown),
        Of("SM-35", "unknown element in Conditions", ConditionUnknown, Append("Conditions", Element("Foo"))),
        Of("SM-35", "unknown element in Attribute", UnexpectedElement, Edit(x => x.Attribute("roles").Add(Element("Foo")))),
        Of("SM-35", "unknown element in NameID", UnexpectedElement, Append("NameID", Element("Foo"))),
        Of("SM-35", "text in the assertion", UnexpectedElement, Edit(x => x.The("Assertion").Add("x"))),
        Of("SM-35", "qualified attribute beside the real one", NamespaceNotAllowed,
            Edit(x => x.The("SubjectConfirmationData").Add(new XAttribute(AssertionNamespace + "Recipient", FlexUrl)))),
        Of("SM-35", "qualified attribute instead of the real one", NamespaceNotAllowed, Edit(x =>
        {
            x.The("SubjectConfirmationData").SetAttributeValue("Recipient", null);
            x.The("SubjectConfirmationData").Add(new XAttribute(AssertionNamespace + "Recipient", FlexUrl));
        })),
        Of("SM-35", "unknown attributes, which nothing reads", None, Edit(x =>
        {
            x.The("Assertion").Add(Attr("Foo", "x"));
            x.The("NameID").Add(Attr("recipient", "x"));
            x.The("SubjectConfirmationData").Add(Attr("recipient", OtherUrl));
        })),
        Of("SM-36", s_response, "Conditions before Subject"),
        .. Misordered(
            ("Assertion/Issuer", "Conditions"), ("AuthnStatement", "Subject"), ("AttributeStatement", "Conditions"), ("Response/Issuer", "Assertion"),
            ("Assertion", "Status"), ("SubjectConfirmation", "NameID")),
        Of("SM-36", "StatusMessage before StatusCode", UnexpectedElement, Before("StatusCode", ProtocolElement("StatusMessage", "x"))),
        Of("SM-36", "Extensions behind Status", UnexpectedElement, After("Status", ProtocolElement("Extensions"))),
        Of("SM-36", "SubjectLocality behind AuthnContext", UnexpectedElement, After("AuthnContext", Element("SubjectLocality"))),
        Of("SM-36", "AuthenticatingAuthority before the class", UnexpectedElement, Before("AuthnContextClassRef", Element("AuthenticatingAuthority", "x"))),
        Of("SM-36", "Advice before Conditions", UnexpectedElement, Before("Conditions", Element("Advice"))),

        // Other messages.
        .. AllOf("SM-38", s_response, "LogoutResponse", "Response in another case"),
        .. new[] { "AuthnRequest", "ArtifactResponse", "ArtifactResolve", "NameIDMappingResponse" }.Select(name =>
            Of("SM-38", name, UnexpectedMessageType, Rename("Response", ProtocolNamespace + name))),
        Of("SM-38", "the assertion without a Response", UnexpectedMessageType, Edit(x =>
        {
            XElement assertion = x.The("Assertion");
            assertion.Remove();
            x.Root!.ReplaceWith(assertion);
        }).And(v => v with { Signed = SignaturePlacement.Assertion })),
        Of("SM-38", "sent to another endpoint of this service provider", DestinationMismatch,
            t => t with { Template = t.Template with { Destination = "https://sp.example.com/saml/slo", Recipient = "https://sp.example.com/saml/slo" } },
            AtOther()),
        Of("SM-37", "LogoutRequest, unsigned", UnexpectedMessageType, Rename("Response", ProtocolNamespace + "LogoutRequest")
            .And(v => v with { Signed = SignaturePlacement.None })),
        Of("SM-37", "LogoutRequest, signed", UnexpectedMessageType, Rename("Response", ProtocolNamespace + "LogoutRequest")),

        // An identity provider that is trusted no longer.
        .. Vector("SM-39", "key: signed by one that was removed"),
        Of("SM-39", "signed by an identity provider that is not configured now", ResponseIssuerMismatch,
            v => v with { IdentityProvider = TestKeys.Trust(TestKeys.Other) }),
    ];

    private static XElement Code(string name) => ProtocolElement("StatusCode", Attr("Value", StatusPrefix + name));

    private static IEnumerable<Attack> Versions(string element) =>
        new[] { "1.0", "1.1", "2", "2.00", "2.1", "02.0", "2.0 ", " 2.0", "2,0", "3.0", "", null }.Select(version =>
            Of("SM-4", $"{element} \"{version ?? "none"}\"", UnsupportedSamlVersion, Set(element, "Version", version)));

    private static Change FromOther() => vector => vector with
    {
        Template = vector.Template with { Issuer = TestKeys.Other.EntityId },
        SignedBy = TestKeys.Other,
    };

    private static IEnumerable<Attack> NearAudiences(params string[] audiences) => audiences.Select(audience =>
        Of("SM-13", $"\"{audience}\" for \"{ServiceProvider}\"", AudienceMismatch, Template(t => t with { Audience = audience }), AtOther()));

    private static IEnumerable<Attack> NearUrls(
        string row, SamlErrorCode expected, Func<string, Func<ResponseTemplate, ResponseTemplate>> change) =>
        new[]
        {
            "https://sp.example.com/saml/acs?b=2&a=1", "https://sp.example.com/saml/acs?a=1&b=2&", "https://sp.example.com/saml/acs?a=1&amp;b=2",
            "https://sp.example.com/saml/acs?a=1", "https://sp.example.com/saml/acs", "https://sp.example.com/saml/acs/?a=1&b=2",
            "https://sp.example.com/saml/ACS?a=1&b=2", "https://SP.example.com/saml/acs?a=1&b=2", "https://sp.example.com:443/saml/acs?a=1&b=2",
            "http://sp.example.com/saml/acs?a=1&b=2", "https://sp.example.com/x/../saml/acs?a=1&b=2", "https://sp.example.com/saml/%61cs?a=1&b=2",
            "https://sp.example.com/saml/acs?a=1&b=2#", "https://sp.example.com./saml/acs?a=1&b=2", "https://x@sp.example.com/saml/acs?a=1&b=2",
            "//sp.example.com/saml/acs?a=1&b=2", "/saml/acs?a=1&b=2", OtherUrl,
        }.Select(url => Of(row, $"\"{url}\"", expected, Template(change(url)), AtOther()));

    /// <summary>Another service provider, at a URL with more to it than that of Flex.</summary>
    private static Change AtOther(string url = ServiceUrl) => vector => vector with
    {
        ServiceProviderEntityId = ServiceProvider,
        AssertionConsumerServiceUrl = url,
        Template = vector.Template with { Audience = ServiceProvider, Destination = url, Recipient = url },
    };

    private static Change Answer(string? response, string? confirmation) =>
        Template(t => t with { ResponseInResponseTo = response, ConfirmationInResponseTo = confirmation });

    private static Attack Answers(string row, string name, SamlErrorCode expected, string? response, string? confirmation) =>
        Of(row, name, expected, Answer(response, confirmation));

    private static Attack Stripped(string name, SamlErrorCode expected, ExpectedRequest request) =>
        Of("SM-26", $"InResponseTo taken off an unsigned Response to a request {name}", expected,
            v => v.Tamper($" InResponseTo=\"{RequestId}\"", "") with { Request = request },
            v => v.WithUnsignedResponse()) with
        {
            Control = Control.NaiveVerifier,
        };

    private static IEnumerable<Attack> InExtensions(string name, SamlErrorCode expected, XElement content)
    {
        Change change = Before("Status", ProtocolElement("Extensions", content));
        return
        [
            Of("SM-34", $"{name} in Extensions", expected, change),
            Of("SM-34", $"{name} in Extensions of an unsigned Response", expected, change, v => v.WithUnsignedResponse()),
        ];
    }

    private static IEnumerable<Attack> Unknown(string parent) =>
    [
        Of("SM-35", $"unknown element last in {parent}", UnexpectedElement, Append(parent, Element("Foo"))),
        Of("SM-35", $"unknown element first in {parent}", UnexpectedElement, Prepend(parent, Element("Foo"))),
        Of("SM-35", $"foreign element in {parent}", UnexpectedElement, Append(parent, Foreign("Foo"))),
    ];

    private static IEnumerable<Attack> Misordered(params (string Element, string Before)[] moves) =>
        moves.Select(move => Of("SM-36", $"{move.Element} before {move.Before}", UnexpectedElement, Move(move.Element, move.Before)));

    private static Vector SignResponse(Vector vector) => vector with { Signed = SignaturePlacement.Response };
}
