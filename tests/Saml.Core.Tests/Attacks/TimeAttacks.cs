using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Validation.Change;
using Change = System.Func<Saml.Core.Tests.Validation.Vector, Saml.Core.Tests.Validation.Vector>;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group TM: too early, too late, for too long, and texts that other clocks take for an instant.</summary>
internal static class TimeAttacks
{
    private const string Conditions = "Conditions";
    private const string Data = "SubjectConfirmationData";
    private const string End = "9999-12-31T23:59:59.9999999Z";

    private static readonly DateTimeOffset s_noon = Validation.Vector.Noon;
    private static readonly TimeSpan s_skew = new Vector().ClockSkew;
    private static readonly TimeSpan s_millisecond = TimeSpan.FromMilliseconds(1);

    public static IReadOnlyList<Attack> All { get; } =
    [
        At("TM-1", "a millisecond before NotBefore, less the skew", AssertionNotYetValid, -s_skew - s_millisecond, Begins()),
        At("TM-1", "at NotBefore, less the skew", None, -s_skew, Begins()),
        At("TM-1", "at NotBefore", None, TimeSpan.Zero, Begins()),
        At("TM-2", "a millisecond before the end, with the skew", None, s_skew - s_millisecond, Ends()),
        At("TM-2", "at the end, with the skew", ConfirmationExpired, s_skew, Ends()),
        At("TM-2", "at the end of Conditions alone, with the skew", AssertionExpired, s_skew, Set(Conditions, "NotOnOrAfter", "2026-01-01T12:00:00Z")),

        .. AllOf("TM-3", ConditionRulesTests.Table, "ends where it begins", "ends before it begins"),
        Of("TM-3", "ends where it begins, at that instant", ValidityWindowInvalid, Window("2026-01-01T12:00:00Z", "2026-01-01T12:00:00Z")),
        .. AllOf("TM-4", ConditionRulesTests.Table, "no Conditions", "NotOnOrAfter absent"),
        Of("TM-4", "no end of the confirmation", ConfirmationNotOnOrAfterMissing, Set(Data, "NotOnOrAfter", null)),
        Of("TM-4", "no end at all", MissingAttribute, Set(Data, "NotOnOrAfter", null).And(Set(Conditions, "NotOnOrAfter", null))),

        // Forms.
        .. Forms("TM-5", InvalidDateTime,
            "2026-01-01T13:04:00+01:00", "2026-01-01T12:04:00+00:00", "2026-01-01T12:04:00-00:00", "2026-01-02T02:04:00+14:00",
            "2026-01-02T02:05:00+14:01", "2026-01-01T00:04:00-12:00", "2026-01-01T12:04:00+0000", "2026-01-01T12:04:00 UTC", "2026-01-01T12:04:00GMT"),
        .. Forms("TM-6", InvalidDateTime, "2026-01-01T12:04:00", "2026-01-01T12:04:00.000", "2026-01-01T23:59:59"),
        .. Forms("TM-7", InvalidDateTime, "2026-01-01T12:04:60Z", "2026-12-31T23:59:60Z", "2016-12-31T23:59:60Z", "2026-01-01T12:04:60.5Z"),
        .. Forms("TM-8", InvalidDateTime, "2026-01-01T24:00:00Z", "2026-01-01T24:00:00.0Z", "2026-01-01T24:00:01Z"),
        .. Forms("TM-10", InvalidDateTime,
            "0000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "-2026-01-01T12:04:00Z", "10000-01-01T00:00:00Z", "99999-12-31T23:59:59Z",
            "+2026-01-01T12:04:00Z", "226-01-01T12:04:00Z"),
        .. Forms("TM-11", InvalidDateTime, "2026-01-01T12:04:00.Z", "2026-01-01T12:04:00,5Z", "2026-01-01T12:04:00.1e1Z", "2026-01-01T12:04:00.-1Z"),
        .. Forms("TM-11", None,
            "2026-01-01T12:04:00.1Z", "2026-01-01T12:04:00.123Z", "2026-01-01T12:04:00.123456Z", "2026-01-01T12:04:00.1234567Z",
            "2026-01-01T12:04:00.123456789Z", "2026-01-01T12:04:00.0000000000001Z", "2026-01-01T12:04:00.9999999999999999999Z"),
        .. Forms("TM-12", InvalidDateTime,
            "", " ", " 2026-01-01T12:04:00Z", "2026-01-01T12:04:00Z ", "\u00A02026-01-01T12:04:00Z", "01/02/2026", "2026-1-1T0:0:0Z", "2026-01-01",
            "20260101T120400Z", "2026-W01-4T12:04:00Z", "2026-001T12:04:00Z", "Thu, 01 Jan 2026 12:04:00 GMT", "2026-01-01 12:04:00Z",
            "2026-01-01t12:04:00Z", "2026-01-01T12:04:00z", "2026-01-01T12:04Z", "1767269040", "1767269040000", "/Date(1767269040000)/", "now", "NaN",
            "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661T\u0661\u0662:\u0660\u0664:\u0660\u0660Z", "\u06F2\u06F0\u06F2\u06F6-01-01T12:04:00Z",
            "\uFF12\uFF10\uFF12\uFF16-01-01T12:04:00Z", "2026\u201001\u201001T12:04:00Z", "2026-01-01T12:04:00Z\u200F", "2569-01-01T12:04:00",
            "2026-02-30T12:04:00Z", "2026-01-32T12:04:00Z", "2026-13-01T12:04:00Z", "2026-01-01T12:60:00Z", "2026-01-01T25:04:00Z"),
        .. Forms("TM-13", InvalidDateTime,
            "2026-01-01T12:04:00." + new string('1', 20) + "Z", "2026-01-01T12:04:00." + new string('1', 100_000) + "Z", new string('1', 100_000),
            new string('2', 50_000) + "-01-01T12:04:00Z", "2026-01-01T12:04:00" + new string(' ', 50_000) + "Z", new string('-', 50_000)),

        // The ends of time.
        Of("TM-9", "the last instant of all", None, AllEnds(End).And(v => v with { MaximumAssertionLifetime = TimeSpan.MaxValue })),
        Of("TM-9", "the last instant of all, with the longest skew", None,
            AllEnds(End).And(v => v with { MaximumAssertionLifetime = TimeSpan.MaxValue, ClockSkew = TimeSpan.FromMinutes(10) })),
        Of("TM-9", "the last instant of all, at that instant", None, AllEnds(End).And(v => v with
        {
            MaximumAssertionLifetime = TimeSpan.MaxValue,
            Now = DateTimeOffset.MaxValue,
        })),
        Of("TM-9", "the last instant of all, for a lifetime that is limited", ValidityWindowTooLong, AllEnds(End)),
        Of("TM-9", "a session that ends with all time", None, Set("AuthnStatement", "SessionNotOnOrAfter", End)),
        Of("TM-9", "issued in the last instant", ResponseIssuedInFuture, Set("Response", "IssueInstant", End)),
        Of("TM-10", "valid since the first instant", None, Set(Conditions, "NotBefore", "0001-01-01T00:00:00Z")),
        Of("TM-10", "ended in the first instant", ConfirmationExpired, Set(Data, "NotOnOrAfter", "0001-01-01T00:00:00Z")),
        Of("TM-10", "issued in the first instant", AssertionTooOld, Set("Assertion", "IssueInstant", "0001-01-01T00:00:00Z").And(Young)),
        Of("TM-10", "authenticated in the first instant", AuthnInstantTooOld, Set("AuthnStatement", "AuthnInstant", "0001-01-01T00:00:00Z")
            .And(v => v with { MaximumAuthenticationAge = TimeSpan.FromHours(1) })),

        // Age and lifetime.
        .. AllOf("TM-14", AuthnRulesTests.Table,
            "Response issued in the future", "Response too old", "Assertion issued in the future", "Assertion too old", "issued hours ago, no maximum"),
        Of("TM-14", "issued in another century", ResponseIssuedInFuture, Set("Response", "IssueInstant", "2126-01-01T12:00:00Z")),
        Of("TM-14", "issued years ago, as its confirmation", ConfirmationExpired,
            Set("Assertion", "IssueInstant", "2016-01-01T12:00:00Z").And(Set(Data, "NotOnOrAfter", "2016-01-01T12:05:00Z"))),
        Of("TM-15", ConditionRulesTests.Table, "valid for a day and a bit"),
        Of("TM-15", "valid for ten years", ValidityWindowTooLong, AllEnds("2036-01-01T12:00:00Z")),
        Of("TM-15", "valid for ten years, five of them gone", ValidityWindowTooLong,
            Set("Assertion", "IssueInstant", "2021-01-01T12:00:00Z").And(Set(Conditions, "NotBefore", "2021-01-01T12:00:00Z")).And(AllEnds("2031-01-01T12:00:00Z"))),
        Of("TM-15", "the confirmation alone for ten years", None, Set(Data, "NotOnOrAfter", "2036-01-01T12:00:00Z")),
        Of("TM-16", "the confirmation over, not the conditions", ConfirmationExpired, Set(Data, "NotOnOrAfter", "2026-01-01T11:58:00Z")),
        Of("TM-16", "the conditions over, not the confirmation", AssertionExpired, Set(Conditions, "NotOnOrAfter", "2026-01-01T11:58:00Z")),
        Of("TM-16", "the conditions not begun, the confirmation not over", AssertionNotYetValid, Set(Conditions, "NotBefore", "2026-01-01T12:02:01Z")),
    ];

    private static Attack At(string row, string name, SamlErrorCode expected, TimeSpan behindNoon, Change change) =>
        Of(row, name, expected, change.And(v => v with { Now = s_noon + behindNoon }));

    // Issued long before, so that noon is the bound that decides.
    private static Change Begins() => Issued(-10).And(Set(Conditions, "NotBefore", "2026-01-01T12:00:00Z")).And(AllEnds("2026-01-01T13:00:00Z"));

    private static Change Ends() => Issued(-10).And(AllEnds("2026-01-01T12:00:00Z"));

    private static Change Issued(int minutes) => Template(t => t with { IssueInstant = s_noon.AddMinutes(minutes) });

    private static Change AllEnds(string end) => Set(Conditions, "NotOnOrAfter", end).And(Set(Data, "NotOnOrAfter", end));

    private static Change Window(string start, string end) => Set(Conditions, "NotBefore", start).And(Set(Conditions, "NotOnOrAfter", end));

    private static Vector Young(Vector vector) => vector with { MaximumAssertionAge = TimeSpan.FromHours(1) };

    /// <summary>A text as the end of the conditions and of the confirmation, where a wrong reading lets an old login in.</summary>
    private static IEnumerable<Attack> Forms(string row, SamlErrorCode expected, params string[] texts) => texts.SelectMany(text => new[]
    {
        Of(row, $"Conditions end at \"{Shown(text)}\"", expected, Set(Conditions, "NotOnOrAfter", text)),
        Of(row, $"the confirmation ends at \"{Shown(text)}\"", expected, Set(Data, "NotOnOrAfter", text)),
    });

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..20]}…{text[^20..]}, {text.Length} long";
}
