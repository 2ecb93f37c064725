using System.Xml.Linq;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>The Conditions: SAML Core 2.5.1. Their bounds in time are in <see cref="TimeBoundTests"/>.</summary>
public sealed class ConditionRulesTests
{
    private const string Other = "https://sp.example.com";

    internal static readonly VectorTable Table = new()
    {
        { "no Conditions", ConditionsMissing, Remove("Conditions") },
        { "two Conditions", DuplicateElement, Duplicate("Conditions", [null]) },
        { "NotOnOrAfter absent", MissingAttribute, Set("Conditions", "NotOnOrAfter", null) },
        { "NotBefore absent", None, Set("Conditions", "NotBefore", null) },
        { "not yet valid", AssertionNotYetValid, Template(t => t with { NotBefore = Vector.Noon.AddMinutes(4) }) },
        { "expired", AssertionExpired, Set("Conditions", "NotOnOrAfter", "2026-01-01T11:57:00Z") },
        { "ends where it begins", ValidityWindowInvalid, Window("2026-01-01T12:00:30Z", "2026-01-01T12:00:30Z") },
        { "ends before it begins", ValidityWindowInvalid, Window("2026-01-01T12:01:00Z", "2026-01-01T11:59:00Z") },
        {
            "valid for a day and a bit", ValidityWindowTooLong,
            Template(t => t with { NotOnOrAfter = Vector.Noon.AddHours(25) })
        },

        // SAML Core 2.5.1.4
        { "no AudienceRestriction", AudienceRestrictionMissing, Remove("AudienceRestriction") },
        {
            "OneTimeUse but no AudienceRestriction", AudienceRestrictionMissing,
            Replace("AudienceRestriction", Element("OneTimeUse"))
        },
        { "Audience of another service provider", AudienceMismatch, Template(t => t with { Audience = Other }) },
        { "Audience the service URL", AudienceMismatch, Template(t => t with { Audience = Vector.ServiceUrl }) },
        {
            "Audience of another connection", AudienceMismatch,
            Template(t => t with { Audience = Vector.EntityId[..^1] + "1" })
        },
        {
            "Audience in another case", AudienceMismatch,
            Template(t => t with { Audience = Vector.EntityId.ToUpperInvariant() })
        },
        { "Audience a prefix", AudienceMismatch, Template(t => t with { Audience = Vector.EntityId[..^1] }) },
        {
            "Audience with more behind", AudienceMismatch,
            Template(t => t with { Audience = Vector.EntityId + ".evil" })
        },
        { "Audience with a slash", AudienceMismatch, Template(t => t with { Audience = Vector.EntityId + "/" }) },
        {
            "Audience escaped", AudienceMismatch,
            Template(t => t with { Audience = Vector.EntityId.Replace(":", "%3A", StringComparison.Ordinal) })
        },
        { "Audience padded", AudienceMismatch, Template(t => t with { Audience = " " + Vector.EntityId + "\n" }) },
        {
            "Audience with a soft hyphen", AudienceMismatch,
            Template(t => t with { Audience = Vector.EntityId + "\u00AD" })
        },
        {
            "Audience with a letter that looks alike", AudienceMismatch,
            Template(t => t with { Audience = Vector.EntityId.Replace("e", "\u0435", StringComparison.Ordinal) })
        },
        {
            "Audience with an element inside", UnexpectedElement,
            Append("Audience", Element("Audience", Vector.EntityId))
        },
        { "Audience empty", AudienceEmpty, Template(t => t with { Audience = "" }) },
        { "Audience of blanks", AudienceEmpty, Template(t => t with { Audience = " \n" }) },
        { "AudienceRestriction empty", AudienceEmpty, Remove("Audience") },
        { "a second AudienceRestriction, empty", AudienceEmpty, Append("Conditions", Element("AudienceRestriction")) },
        { "several audiences, ours last", None, Before("Audience", Element("Audience", Other), Element("Audience")) },
        { "several audiences, ours first", None, After("Audience", Element("Audience", Other)) },
        {
            "several audiences, none ours", AudienceMismatch,
            Replace(
                "Audience",
                Element("Audience", "https://a.example.com"),
                Element("Audience", "https://b.example.com"))
        },
        { "two restrictions, both ours", None, Append("Conditions", Audiences(Other, Vector.EntityId)) },
        { "two restrictions, the second another's", AudienceMismatch, Append("Conditions", Audiences(Other)) },
        { "two restrictions, the first another's", AudienceMismatch, Prepend("Conditions", Audiences(Other)) },

        // SAML Core 2.5.1.1, 2.5.1.5, 2.5.1.6
        { "OneTimeUse", None, Append("Conditions", Element("OneTimeUse")) },
        {
            "ProxyRestriction", None,
            Prepend("Conditions", Element("ProxyRestriction", Attr("Count", "1"), Element("Audience", Other)))
        },
        {
            "ProxyRestriction with a negative Count", InvalidValue,
            Append("Conditions", Element("ProxyRestriction", Attr("Count", "-1")))
        },
        {
            "ProxyRestriction with an empty Count", InvalidValue,
            Append("Conditions", Element("ProxyRestriction", Attr("Count", "")))
        },
        {
            "OneTimeUse and ProxyRestriction", None,
            Append("Conditions", Element("OneTimeUse"), Element("ProxyRestriction"))
        },
        { "two OneTimeUse", DuplicateCondition, Append("Conditions", Element("OneTimeUse"), Element("OneTimeUse")) },
        {
            "two ProxyRestriction", DuplicateCondition,
            Append("Conditions", Element("ProxyRestriction"), Element("OneTimeUse"), Element("ProxyRestriction"))
        },
        {
            "a Condition of an unknown type", ConditionUnknown,
            Append("Conditions", Element("Condition", Type("DelegationRestrictionType")))
        },
        {
            "a Condition that says to be an AudienceRestriction", ConditionUnknown,
            Append("Conditions", Element("Condition", Type("AudienceRestrictionType")))
        },
        { "a condition of another namespace", ConditionUnknown, Append("Conditions", Foreign("OneTimeUse")) },
        { "a condition in another case", ConditionUnknown, Append("Conditions", Element("oneTimeUse")) },
    };

    public static TheoryData<string, SamlErrorCode> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answers(string name, SamlErrorCode expected)
    {
        Answer answer = await Table.CheckAsync(name);

        answer.Code.Should().Be(expected);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("0", 0)]
    [InlineData("3", 3)]
    [InlineData("99999999999", int.MaxValue)]
    public async Task ProxyRestriction_is_shown(string? count, int? expected)
    {
        Vector vector = Append("Conditions", Element("ProxyRestriction", Attr("Count", count)))(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Assertion!.ProxyRestrictionCount.Should().Be(expected);
    }

    [Theory]
    [InlineData("OneTimeUse", true)]
    [InlineData("several audiences, ours last", false)]
    public async Task OneTimeUse_is_shown(string name, bool expected) =>
        (await Table.CheckAsync(name)).Result.Assertion!.IsOneTimeUse.Should().Be(expected);

    [Fact]
    public async Task The_audiences_that_came_are_listed() =>
        (await Table.CheckAsync("several audiences, none ours")).Result.Error!.Message
            .Should().Contain(Vector.EntityId).And.Contain("[https://a.example.com, https://b.example.com]");

    private static XElement Audiences(params string[] audiences) =>
        Element("AudienceRestriction", audiences.Select(audience => Element("Audience", audience)));

    private static Func<Vector, Vector> Window(string notBefore, string notOnOrAfter) =>
        Set("Conditions", "NotBefore", notBefore).And(Set("Conditions", "NotOnOrAfter", notOnOrAfter));
}
