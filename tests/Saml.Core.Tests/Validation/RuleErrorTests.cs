using Saml.Core.Testing;

namespace Saml.Core.Tests.Validation;

/// <summary>What the error of a rule says: what was expected, what came, and where.</summary>
public sealed class RuleErrorTests
{
    private const string Issuer = TestIdentityProvider.ExampleEntityId;
    private const string OtherIssuer = "http://www.okta.com/exkother";
    private const string Unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    private const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    private const string Classes = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
    private const string Now = "now 2026-01-01T12:00:00Z, skew 2 min";
    private const string Assertion = "/Response/Assertion";
    private const string Subject = Assertion + "/Subject";
    private const string Confirmation = Subject + "/SubjectConfirmation";
    private const string Conditions = Assertion + "/Conditions";
    private const string Authn = Assertion + "/AuthnStatement";

    private static readonly Dictionary<string, VectorTable> s_tables = new()
    {
        ["response"] = ResponseRulesTests.Table,
        ["status"] = StatusRulesTests.Table,
        ["subject"] = SubjectRulesTests.Table,
        ["conditions"] = ConditionRulesTests.Table,
        ["authentication"] = AuthnRulesTests.Table,
    };

    [Theory]
    [InlineData("response", "Response Version 2", "2.0", "2", "/Response")]
    [InlineData("response", "Response Version absent", "2.0", null, "/Response")]
    [InlineData("response", "Assertion Version 1.1", "2.0", "1.1", Assertion)]
    [InlineData("response", "Assertion Version absent", "2.0", null, Assertion)]
    [InlineData("response", "no assertion", null, null, "/Response")]
    [InlineData("response", "three assertions", "1", "3", "/Response")]
    [InlineData("response", "encrypted assertion alone", null, null, "/Response")]
    [InlineData("response", "Destination absent", Vector.ServiceUrl, null, "/Response")]
    [InlineData("response", "Destination a template that was left", Vector.ServiceUrl, "{recipient}", "/Response")]
    [InlineData("response", "Response Issuer of another", Issuer, OtherIssuer, "/Response/Issuer")]
    [InlineData("response", "Response Issuer Format unspecified", Markup.Entity, Unspecified, "/Response/Issuer")]
    [InlineData("response", "Assertion Issuer of another", Issuer, OtherIssuer, Assertion + "/Issuer")]
    [InlineData("response", "Assertion Issuer Format empty", Markup.Entity, "", Assertion + "/Issuer")]
    [InlineData("response", "Assertion Issuer absent", Issuer, null, Assertion)]
    [InlineData(
        "response", "signed Response without Issuer", "Issuer, which a signed Response must have", null, "/Response")]

    [InlineData("status", "no Status", null, null, "/Response")]
    [InlineData("status", "Requester", "Success", "Requester", "/Response")]
    [InlineData("status", "Responder, AuthnFailed", "Success", "Responder / AuthnFailed", "/Response")]
    [InlineData("status", "Responder with an assertion", "Success", "Responder / AuthnFailed", "/Response")]
    [InlineData("status", "Success without its namespace", "Success", "Success", "/Response")]
    [InlineData(
        "status", "nested code of another namespace", "Success",
        "Responder / urn:oasis:names:tc:SAML:1.0:status:AuthnFailed", "/Response")]

    [InlineData("subject", "no Subject", null, null, Assertion)]
    [InlineData("subject", "no NameID", null, null, Subject)]
    [InlineData("subject", "EncryptedID", null, null, Subject)]
    [InlineData("subject", "NameID empty", null, null, Subject + "/NameID")]
    [InlineData("subject", "NameID Format not accepted", Persistent, Unspecified, Subject + "/NameID")]
    [InlineData(
        "subject", "NameID Format neither of two accepted", Markup.Entity + ", " + Persistent, Unspecified,
        Subject + "/NameID")]
    [InlineData(
        "subject", "NameID without Format, unspecified not accepted", Persistent, Unspecified, Subject + "/NameID")]
    [InlineData("subject", "SPNameQualifier of another", Vector.EntityId, "urn:flex:other", Subject + "/NameID")]
    [InlineData("subject", "no SubjectConfirmation", null, null, Subject)]
    [InlineData(
        "subject", "holder-of-key alone", Markup.Bearer, "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key", Confirmation)]
    [InlineData("subject", "no SubjectConfirmationData", null, null, Confirmation)]
    [InlineData("subject", "Recipient absent", Vector.ServiceUrl, null, Confirmation)]
    [InlineData("subject", "Recipient empty", Vector.ServiceUrl, "", Confirmation)]
    [InlineData("subject", "Recipient a template that was left", Vector.ServiceUrl, "{recipient}", Confirmation)]
    [InlineData("subject", "NotOnOrAfter absent", null, null, Confirmation)]
    [InlineData("subject", "NotOnOrAfter long ago", Now, "2021-01-01T00:00:00Z", Confirmation)]
    [InlineData("subject", "NotBefore present, though passed", null, "2021-01-01T00:00:00Z", Confirmation)]

    [InlineData("conditions", "no Conditions", null, null, Assertion)]
    [InlineData("conditions", "not yet valid", Now, "2026-01-01T12:04:00Z", Conditions)]
    [InlineData("conditions", "expired", Now, "2026-01-01T11:57:00Z", Conditions)]
    [InlineData(
        "conditions", "ends before it begins", "2026-01-01T11:59:00Z", "2026-01-01T12:01:00Z", Conditions)]
    [InlineData("conditions", "valid for a day and a bit", "1 d", "1 d 1 h", Conditions)]
    [InlineData("conditions", "no AudienceRestriction", Vector.EntityId, null, Conditions)]
    [InlineData(
        "conditions", "Audience of another service provider", Vector.EntityId, "https://sp.example.com",
        Conditions + "/AudienceRestriction")]
    [InlineData(
        "conditions", "AudienceRestriction empty", Vector.EntityId, "", Conditions + "/AudienceRestriction")]
    [InlineData(
        "conditions", "a Condition of an unknown type", null, "Condition of type DelegationRestrictionType",
        Conditions + "/Condition")]
    [InlineData("conditions", "a condition in another case", null, "oneTimeUse", Conditions + "/oneTimeUse")]
    [InlineData("conditions", "two OneTimeUse", null, "OneTimeUse", Conditions + "/OneTimeUse")]

    [InlineData("authentication", "no AuthnStatement", null, null, Assertion)]
    [InlineData(
        "authentication", "class not accepted", Classes + "Password", Classes + "PasswordProtectedTransport", Authn)]
    [InlineData(
        "authentication", "class not named, some accepted", Classes + "PasswordProtectedTransport", null, Authn)]
    [InlineData("authentication", "session over", Now, "2026-01-01T11:58:00Z", Authn)]
    [InlineData("authentication", "authenticated too long ago", "30 min", "2026-01-01T11:00:00Z", Authn)]
    [InlineData("authentication", "authenticated in the future", Now, "2026-01-01T12:03:00Z", Authn)]
    [InlineData("authentication", "Response issued in the future", Now, "2026-01-01T12:03:00Z", "/Response")]
    [InlineData("authentication", "Response too old", "1 h", "2026-01-01T10:00:00Z", "/Response")]
    [InlineData("authentication", "Assertion issued in the future", Now, "2026-01-01T12:03:00Z", Assertion)]
    [InlineData("authentication", "Assertion too old", "1 h", "2026-01-01T10:00:00Z", Assertion)]
    public async Task Says_what_was_expected_what_came_and_where(
        string table, string name, string? expected, string? actual, string elementPath)
    {
        SamlError error = (await s_tables[table].CheckAsync(name)).Result.Error!;

        error.Expected.Should().Be(expected);
        error.Actual.Should().Be(actual);
        error.Location!.ElementPath.Should().Be(elementPath);
    }

    [Theory]
    [InlineData("response", "Assertion Version 1.1", "Assertion")]
    [InlineData("subject", "NotOnOrAfter long ago", "1826 d")]
    [InlineData("conditions", "not yet valid", "4 min")]
    [InlineData("authentication", "Assertion too old", "2 h")]
    public async Task Names_the_element_or_the_distance(string table, string name, string says) =>
        (await s_tables[table].CheckAsync(name)).Result.Error!.Message.Should().Contain(says);
}
