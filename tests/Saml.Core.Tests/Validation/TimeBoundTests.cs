using System.Globalization;
using System.Xml.Linq;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// Every bound in time at the last instant that is inside and the first that is outside, for several skews. The skew
/// counts in favour of the message; a beginning is inclusive, an end exclusive.
/// </summary>
public sealed class TimeBoundTests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan s_age = TimeSpan.FromMinutes(30);

    /// <summary>The bound stands at noon; how it is set, and what is answered beyond it.</summary>
    private static readonly Dictionary<string, (SamlErrorCode Beyond, Func<Vector, Vector> Change)> s_beginnings = new()
    {
        ["Conditions/@NotBefore"] = (AssertionNotYetValid, Set("Conditions", "NotBefore", "2026-01-01T12:00:00Z")),
        ["Response/@IssueInstant"] = (ResponseIssuedInFuture, Set("Response", "IssueInstant", "2026-01-01T12:00:00Z")),
        ["Assertion/@IssueInstant"] =
            (AssertionIssuedInFuture, Set("Assertion", "IssueInstant", "2026-01-01T12:00:00Z")),
        ["@AuthnInstant"] = (AuthnInstantInFuture, Set("AuthnStatement", "AuthnInstant", "2026-01-01T12:00:00Z")),
    };

    private static readonly Dictionary<string, (SamlErrorCode Beyond, Func<Vector, Vector> Change)> s_ends = new()
    {
        ["SubjectConfirmationData/@NotOnOrAfter"] =
            (ConfirmationExpired, Set("SubjectConfirmationData", "NotOnOrAfter", "2026-01-01T12:00:00Z")),
        ["Conditions/@NotOnOrAfter"] = (AssertionExpired, Set("Conditions", "NotOnOrAfter", "2026-01-01T12:00:00Z")),
        ["@SessionNotOnOrAfter"] =
            (SessionExpired, Set("AuthnStatement", "SessionNotOnOrAfter", "2026-01-01T12:00:00Z")),
    };

    /// <summary>Noon is the latest that the age allows, itself included.</summary>
    private static readonly Dictionary<string, (SamlErrorCode Beyond, Func<Vector, Vector> Change)> s_ages = new()
    {
        ["age of the Response"] = (
            ResponseTooOld,
            Set("Response", "IssueInstant", "2026-01-01T11:30:00Z").And(v => v with { MaximumAssertionAge = s_age })),
        ["age of the assertion"] = (
            AssertionTooOld,
            Set("Assertion", "IssueInstant", "2026-01-01T11:30:00Z").And(v => v with { MaximumAssertionAge = s_age })),
        ["age of the authentication"] = (
            AuthnInstantTooOld,
            Set("AuthnStatement", "AuthnInstant", "2026-01-01T11:30:00Z")
                .And(v => v with { MaximumAuthenticationAge = s_age })),
    };

    public static TheoryData<string, int> Beginnings => WithSkews(s_beginnings.Keys);

    public static TheoryData<string, int> Ends => WithSkews(s_ends.Keys);

    public static TheoryData<string, int> Ages => WithSkews(s_ages.Keys);

    /// <summary>Each bound, long before it and long behind it.</summary>
    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        from bound in s_beginnings.Concat(s_ends).Concat(s_ages)
        from hours in new[] { -1, 1 }
        let vector = bound.Value.Change(Issued(Vector.Noon.AddHours(-1)))
        select ($"{bound.Key}, {hours} h", vector with { Now = Vector.Noon.AddHours(hours) });

    [Theory]
    [CatalogueRow("TM-1")]
    [MemberData(nameof(Beginnings))]
    public async Task A_beginning_is_inclusive(string bound, int skewSeconds)
    {
        (SamlErrorCode beyond, Func<Vector, Vector> change) = s_beginnings[bound];
        Vector vector = change(Issued(Vector.Noon.AddHours(-1))) with { ClockSkew = TimeSpan.FromSeconds(skewSeconds) };
        DateTimeOffset first = Vector.Noon - vector.ClockSkew;

        await (vector with { Now = first }).ShouldAnswerAsync(None);
        await (vector with { Now = first - s_tick }).ShouldAnswerAsync(beyond);
    }

    [Theory]
    [CatalogueRow("TM-2")]
    [MemberData(nameof(Ends))]
    public async Task An_end_is_exclusive(string bound, int skewSeconds)
    {
        (SamlErrorCode beyond, Func<Vector, Vector> change) = s_ends[bound];
        Vector vector = change(Issued(Vector.Noon.AddHours(-1))) with { ClockSkew = TimeSpan.FromSeconds(skewSeconds) };
        DateTimeOffset end = Vector.Noon + vector.ClockSkew;

        await (vector with { Now = end - s_tick }).ShouldAnswerAsync(None);
        await (vector with { Now = end }).ShouldAnswerAsync(beyond);
    }

    [Theory]
    [CatalogueRow("TM-14")]
    [MemberData(nameof(Ages))]
    public async Task A_longest_age_is_inclusive(string bound, int skewSeconds)
    {
        (SamlErrorCode beyond, Func<Vector, Vector> change) = s_ages[bound];
        Vector vector = change(Issued(Vector.Noon)) with { ClockSkew = TimeSpan.FromSeconds(skewSeconds) };
        DateTimeOffset last = Vector.Noon + vector.ClockSkew;

        await (vector with { Now = last }).ShouldAnswerAsync(None);
        await (vector with { Now = last + s_tick }).ShouldAnswerAsync(beyond);
    }

    [Theory]
    [CatalogueRow("TM-3", "TM-15")]
    [InlineData("from the IssueInstant, at the cap", "2026-01-01T11:00:00Z", "2026-01-02T12:00:00Z", None)]
    [InlineData("from the IssueInstant, over", "2026-01-01T11:00:00Z", "2026-01-02T12:00:00.1Z", ValidityWindowTooLong)]
    [InlineData("from a later NotBefore, at the cap", "2026-01-01T12:01:00Z", "2026-01-02T12:01:00Z", None)]
    [InlineData("from a later NotBefore", "2026-01-01T12:01:00Z", "2026-01-02T12:01:00.1Z", ValidityWindowTooLong)]
    [InlineData("without NotBefore, at the cap", null, "2026-01-02T12:00:00Z", None)]
    [InlineData("without NotBefore, over", null, "2026-01-02T12:00:00.0000001Z", ValidityWindowTooLong)]
    [InlineData("a NotBefore just before the end", "2026-01-01T12:00:59.999Z", "2026-01-01T12:01:00Z", None)]
    [InlineData("a NotBefore at the end", "2026-01-01T12:01:00Z", "2026-01-01T12:01:00Z", ValidityWindowInvalid)]
    public async Task The_window_is_open_and_no_longer_than_a_day(
        string name, string? notBefore, string notOnOrAfter, SamlErrorCode expected)
    {
        Vector vector = Set("Conditions", "NotBefore", notBefore)(new Vector());
        vector = Set("Conditions", "NotOnOrAfter", notOnOrAfter)(vector);

        Answer answer = await vector.ShouldAnswerAsync(expected);

        answer.Code.Should().Be(expected, name);
    }

    [Fact]
    public async Task The_lifetime_is_a_setting()
    {
        Vector vector = new() { MaximumAssertionLifetime = TimeSpan.FromMinutes(5) };

        await vector.ShouldAnswerAsync(None);
        await (vector with { MaximumAssertionLifetime = TimeSpan.FromMinutes(5) - s_tick })
            .ShouldAnswerAsync(ValidityWindowTooLong);
    }

    [Theory]
    [CatalogueRow("TM-9", "TM-10")]
    [InlineData("the last instant", "9999-12-31T23:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("the first instant", "0001-01-01T00:00:00Z", "0001-01-01T00:00:01Z")]
    [InlineData("from the first to the last", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public async Task No_end_of_time_overflows(string name, string start, string end)
    {
        DateTimeOffset[] clocks =
            [DateTimeOffset.MinValue, Read(start), Vector.Noon, Read(end), DateTimeOffset.MaxValue];
        Vector vector = Edit(x => SetAll(x, start, end))(new Vector()) with
        {
            ClockSkew = TimeSpan.FromMinutes(10),
            MaximumAssertionLifetime = TimeSpan.MaxValue,
            MaximumAssertionAge = TimeSpan.MaxValue,
            MaximumAuthenticationAge = TimeSpan.MaxValue,
        };

        foreach (DateTimeOffset now in clocks)
        {
            bool isInside = now >= Read(start) && now <= Read(end);
            Answer answer = await (vector with { Now = now }).SubmitAsync();

            answer.Result.IsValid.Should().Be(isInside, $"{name}, clock at {now:O}: {answer.Result.Error}");
        }
    }

    [Theory]
    [CatalogueRow("TM-17")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public async Task The_culture_does_not_matter(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            await new Vector().ShouldAnswerAsync(None);
            Answer answer = await (new Vector() with { Now = Vector.Noon.AddMinutes(7) })
                .ShouldAnswerAsync(ConfirmationExpired);

            answer.Result.Error!.Message.Should().Be(
                "Confirmation expired at 2026-01-01T12:05:00Z, 2 min ago (now 2026-01-01T12:07:00Z, skew 2 min).");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Vector Issued(DateTimeOffset instant) => new()
    {
        Template = new ResponseTemplate
        {
            IssueInstant = instant,
            NotBefore = instant,
            NotOnOrAfter = instant.AddHours(4),
        },
    };

    private static void SetAll(XDocument message, string start, string end)
    {
        message.The("Response").SetAttributeValue("IssueInstant", start);
        message.The("Assertion").SetAttributeValue("IssueInstant", start);
        message.The("Conditions").SetAttributeValue("NotBefore", start);
        message.The("Conditions").SetAttributeValue("NotOnOrAfter", end);
        message.The("SubjectConfirmationData").SetAttributeValue("NotOnOrAfter", end);
        message.The("AuthnStatement").SetAttributeValue("AuthnInstant", start);
        message.The("AuthnStatement").SetAttributeValue("SessionNotOnOrAfter", end);
    }

    private static DateTimeOffset Read(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static TheoryData<string, int> WithSkews(IEnumerable<string> bounds)
    {
        TheoryData<string, int> rows = [];
        foreach (string bound in bounds)
        {
            rows.Add(bound, 0);
            rows.Add(bound, 120);
            rows.Add(bound, 600);
        }

        return rows;
    }
}
