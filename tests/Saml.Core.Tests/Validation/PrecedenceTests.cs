using System.Text.RegularExpressions;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// A message with several faults gets the code of the first stage that finds one. The stages stand here in their order,
/// one fault each, and every pair of them is tried; below, pairs within a stage.
/// </summary>
public sealed class PrecedenceTests
{
    private static readonly (string Stage, SamlErrorCode Code, Func<Vector, Vector> Fault)[] s_stages =
    [
        ("input", InvalidBase64, v => v with { FormSuffix = "!" }),
        ("XML", DtdNotAllowed, v => v.Tamper(new Regex("^"), "<!DOCTYPE x>")),
        ("version", UnsupportedSamlVersion, Set("Response", "Version", "1.1")),
        ("status", AssertionWithErrorStatus, Set("StatusCode", "Value", "urn:x")),
        ("encryption", EncryptedIdNotSupported, Replace("NameID", Element("EncryptedID"))),
        ("issuer", ResponseIssuerMismatch, Text("Response/Issuer", "http://www.okta.com/exkother")),
        ("required signatures", AssertionNotSigned, v => v with { Signed = SignaturePlacement.Response }),
        ("cryptography", DigestMismatch, v => v.Tamper("Springfield", "Shelbyville")),
        ("destination", DestinationMismatch, Set("Response", "Destination", "https://sp.example.com")),
        ("request", InResponseToMismatch, v => v with { Request = ExpectedRequest.ForRequest("_other") }),
        ("issue instants", ResponseIssuedInFuture, Set("Response", "IssueInstant", "2026-01-01T13:00:00Z")),
        ("subject", RecipientMismatch, Set("SubjectConfirmationData", "Recipient", "https://sp.example.com")),
        ("conditions", AudienceMismatch, Text("Audience", "https://sp.example.com")),
        ("authentication", AuthnStatementMissing, Remove("AuthnStatement")),
        ("Flex", RequiredAttributeMissing, Edit(x => x.Attribute("roles").Remove())),
        ("replay", ReplayDetected, v => v with { Store = new((_, _) => ValueTask.FromResult(false)) }),
    ];

    /// <summary>Both faults of a row belong to one stage.</summary>
    internal static readonly VectorTable Within = new()
    {
        {
            "encrypted before several", EncryptedAssertionNotSupported,
            Before("Assertion", Element("EncryptedAssertion")).And(Duplicate("Assertion", "id2"))
        },
        {
            "several before EncryptedID", MultipleAssertions,
            Replace("NameID", Element("EncryptedID")).And(Duplicate("Assertion", "id2"))
        },
        {
            "Issuer of the Response before its Format", ResponseIssuerMismatch,
            Text("Response/Issuer", "http://x").And(Set("Response/Issuer", "Format", "urn:x"))
        },
        {
            "Format before the Issuer of the assertion", IssuerFormatNotEntity,
            Text("Assertion/Issuer", "http://x").And(Set("Assertion/Issuer", "Format", "urn:x"))
        },
        {
            "Format of the Response before no Issuer", IssuerFormatNotEntity,
            Remove("Assertion/Issuer").And(Set("Response/Issuer", "Format", "urn:x"))
        },
        {
            "SignedInfo before the digest", SignatureInvalid,
            v => v.Tamper("Springfield", "Shelbyville") with { SignedBy = TestKeys.Other }
        },
        {
            "the Response too old before an assertion of the future", ResponseTooOld,
            Set("Response", "IssueInstant", "2026-01-01T09:00:00Z")
                .And(Set("Assertion", "IssueInstant", "2026-01-01T13:00:00Z"))
                .And(v => v with { MaximumAssertionAge = TimeSpan.FromHours(1) })
        },
        { "no Recipient before no end", RecipientMissing, WithoutData("Recipient", "NotOnOrAfter") },
        {
            "no end before a beginning", ConfirmationNotOnOrAfterMissing,
            WithoutData("NotOnOrAfter").And(Set("SubjectConfirmationData", "NotBefore", "2026-01-01T12:00:00Z"))
        },
        {
            "an empty NameID before its Format", NameIdEmpty,
            Text("NameID", "").And(v => v with { AcceptedNameIdFormats = ["urn:x"] })
        },
        {
            "NameID Format before SPNameQualifier", NameIdFormatNotAllowed,
            Set("NameID", "SPNameQualifier", "x").And(v => v with { AcceptedNameIdFormats = ["urn:x"] })
        },
        {
            "no NameID before no confirmation", NameIdMissing,
            Remove("NameID").And(Remove("SubjectConfirmation"))
        },
        {
            "expired before no audience", AssertionExpired,
            Set("Conditions", "NotOnOrAfter", "2026-01-01T11:57:00Z").And(Remove("AudienceRestriction"))
        },
        {
            "not yet valid before an empty window", AssertionNotYetValid,
            Set("Conditions", "NotBefore", "2026-01-01T12:05:00Z")
        },
        {
            "a long window before another audience", ValidityWindowTooLong,
            Set("Conditions", "NotOnOrAfter", "2026-02-01T12:00:00Z").And(Text("Audience", "x"))
        },
        {
            "another audience before an empty restriction", AudienceMismatch,
            Text("Audience", "x").And(Prepend("Conditions", Element("AudienceRestriction")))
        },
        {
            "an empty audience before an unknown condition", AudienceEmpty,
            Text("Audience", "").And(Append("Conditions", Element("Condition")))
        },
        {
            "an unknown condition before a double one", ConditionUnknown,
            Append("Conditions", Element("OneTimeUse"), Element("OneTimeUse"), Element("Condition"))
        },
        {
            "the class before the session", AuthnContextNotAllowed,
            Set("AuthnStatement", "SessionNotOnOrAfter", "2026-01-01T11:00:00Z")
                .And(v => v with { AcceptedAuthnContextClassRefs = ["x"] })
        },
        {
            "the session before the authentication's age", SessionExpired,
            Set("AuthnStatement", "SessionNotOnOrAfter", "2026-01-01T11:00:00Z")
                .And(Set("AuthnStatement", "AuthnInstant", "2026-01-01T11:00:00Z"))
                .And(v => v with { MaximumAuthenticationAge = TimeSpan.FromMinutes(5) })
        },
    };

    public static TheoryData<string, string, SamlErrorCode> Pairs
    {
        get
        {
            TheoryData<string, string, SamlErrorCode> pairs = [];
            for (int first = 0; first < s_stages.Length; first++)
            {
                for (int second = first + 1; second < s_stages.Length; second++)
                {
                    pairs.Add(s_stages[first].Stage, s_stages[second].Stage, s_stages[first].Code);
                }
            }

            return pairs;
        }
    }

    public static TheoryData<string, SamlErrorCode> Rows => Within.Rows;

    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        from first in s_stages
        from second in s_stages
        where first.Stage != second.Stage
        select ($"{first.Stage}, {second.Stage}", first.Fault.And(second.Fault)(new Vector()));

    [Theory]
    [CatalogueRow("FO-3")]
    [MemberData(nameof(Pairs))]
    public async Task The_earlier_stage_answers(string first, string second, SamlErrorCode expected)
    {
        Vector vector = Fault(first).And(Fault(second))(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(expected);

        answer.Code.Should().NotBe(s_stages.Single(stage => stage.Stage == second).Code);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_earlier_rule_answers(string name, SamlErrorCode expected) =>
        (await Within.CheckAsync(name)).Code.Should().Be(expected);

    [Fact]
    public async Task Each_fault_alone_is_found_by_its_stage()
    {
        foreach ((_, SamlErrorCode code, Func<Vector, Vector> fault) in s_stages)
        {
            await fault(new Vector()).ShouldAnswerAsync(code);
        }
    }

    private static Func<Vector, Vector> Fault(string name) => s_stages.Single(stage => stage.Stage == name).Fault;

    private static Func<Vector, Vector> WithoutData(params string[] attributes) => Edit(x =>
    {
        foreach (string attribute in attributes)
        {
            x.The("SubjectConfirmationData").SetAttributeValue(attribute, null);
        }
    });
}
