using System.Xml.Linq;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>AuthnStatements (SAML Core 2.7.2), instants of issue; bounds are in <see cref="TimeBoundTests"/>.</summary>
public sealed class AuthnRulesTests
{
    private const string Password = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";
    private const string Transport = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    internal static readonly VectorTable Table = new()
    {
        { "no AuthnStatement", AuthnStatementMissing, Remove("AuthnStatement") },
        {
            "AuthzDecisionStatement instead", AuthnStatementMissing,
            Replace("AuthnStatement", Element("AuthzDecisionStatement"))
        },
        {
            "Statement that says to be an AuthnStatement", AuthnStatementMissing,
            Edit(x => x.The("AuthnStatement").Add(Type("AuthnStatementType")))
                .And(Rename("AuthnStatement", AssertionNamespace + "Statement"))
        },
        { "AuthnStatement without AuthnContext", MissingElement, Remove("AuthnContext") },
        { "AuthnStatement without AuthnInstant", MissingAttribute, Set("AuthnStatement", "AuthnInstant", null) },

        { "class not accepted", AuthnContextNotAllowed, Accept(Password) },
        {
            "class only begins with an accepted one", AuthnContextNotAllowed,
            Accept(Password).And(Text("AuthnContextClassRef", Password + "X"))
        },
        {
            "class in another case", AuthnContextNotAllowed,
            Accept(Password).And(Text("AuthnContextClassRef", Password.ToUpperInvariant()))
        },
        {
            "class not named, some accepted", AuthnContextNotAllowed,
            Accept(Transport).And(Replace("AuthnContextClassRef", Element("AuthnContextDeclRef", Transport)))
        },
        { "class accepted", None, Accept(Password, Transport) },
        { "class accepted, padded", None, Accept(Transport).And(Text("AuthnContextClassRef", $"\n  {Transport}\n")) },

        { "session over", SessionExpired, Set("AuthnStatement", "SessionNotOnOrAfter", "2026-01-01T11:58:00Z") },
        { "session not over", None, Set("AuthnStatement", "SessionNotOnOrAfter", "2026-01-01T20:00:00Z") },
        {
            "a second session over", SessionExpired,
            After("AuthnStatement", Statement("2026-01-01T12:00:00Z", "2026-01-01T11:00:00Z"))
        },
        {
            "the first of two sessions over", SessionExpired,
            Before("AuthnStatement", Statement("2026-01-01T12:00:00Z", "2026-01-01T11:00:00Z"))
        },
        {
            "several sessions, none over", None,
            After(
                "AuthnStatement",
                Statement("2026-01-01T12:00:00Z", "2026-01-01T13:00:00Z"),
                Statement("2026-01-01T12:00:00Z", null))
        },

        {
            "authenticated too long ago", AuthnInstantTooOld,
            Template(t => t with { AuthnInstant = Vector.Noon.AddHours(-1) })
                .And(v => v with { MaximumAuthenticationAge = TimeSpan.FromMinutes(30) })
        },
        {
            "authenticated long ago, no maximum", None,
            Template(t => t with { AuthnInstant = Vector.Noon.AddDays(-1) })
        },
        {
            "authenticated in the future", AuthnInstantInFuture,
            Template(t => t with { AuthnInstant = Vector.Noon.AddMinutes(3) })
        },

        {
            "Response issued in the future", ResponseIssuedInFuture,
            Set("Response", "IssueInstant", "2026-01-01T12:03:00Z")
        },
        {
            "Response too old", ResponseTooOld,
            Set("Response", "IssueInstant", "2026-01-01T10:00:00Z")
                .And(v => v with { MaximumAssertionAge = TimeSpan.FromHours(1) })
        },
        {
            "Assertion issued in the future", AssertionIssuedInFuture,
            Set("Assertion", "IssueInstant", "2026-01-01T12:03:00Z")
        },
        {
            "Assertion too old", AssertionTooOld,
            Set("Assertion", "IssueInstant", "2026-01-01T10:00:00Z")
                .And(v => v with { MaximumAssertionAge = TimeSpan.FromHours(1) })
        },
        { "issued hours ago, no maximum", None, Set("Assertion", "IssueInstant", "2026-01-01T01:00:00Z") },
    };

    public static TheoryData<string, SamlErrorCode> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answers(string name, SamlErrorCode expected)
    {
        Answer answer = await Table.CheckAsync(name);

        answer.Code.Should().Be(expected);
    }

    [Fact]
    public async Task Of_several_statements_the_first_is_shown_with_the_earliest_end_of_all()
    {
        Vector vector = new Vector().Edit(x => x.The("AuthnStatement").AddBeforeSelf(
            Statement("2026-01-01T11:30:00Z", "2026-01-01T14:00:00Z"),
            Statement("2026-01-01T11:40:00Z", "2026-01-01T13:00:00Z")));

        SamlAssertion assertion = (await vector.ShouldAnswerAsync(None)).Result.Assertion!;

        assertion.AuthnInstant.Should().Be(Vector.Noon.AddMinutes(-30));
        assertion.SessionIndex.Should().Be("session of 2026-01-01T11:30:00Z");
        assertion.AuthnContextClassRef.Should().Be(Password);
        assertion.SessionNotOnOrAfter.Should().Be(Vector.Noon.AddHours(1));
    }

    private static Func<Vector, Vector> Accept(params string[] classRefs) =>
        vector => vector with { AcceptedAuthnContextClassRefs = classRefs };

    private static XElement Statement(string authnInstant, string? sessionEnd) =>
        Element(
            "AuthnStatement",
            Attr("AuthnInstant", authnInstant),
            Attr("SessionIndex", "session of " + authnInstant),
            Attr("SessionNotOnOrAfter", sessionEnd),
            Element("AuthnContext", Element("AuthnContextClassRef", Password)));
}
