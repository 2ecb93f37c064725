using System.Text;
using Saml.Core.Testing;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>Nothing of a minted message is left, whatever its values are.</summary>
public sealed class MintedRedactionTests
{
    private static readonly TestIdentityProvider s_identityProvider = TestIdentityProvider.Create();

    private static readonly DateTimeOffset s_issued = new(2026, 1, 31, 9, 29, 41, 123, TimeSpan.Zero);

    private static readonly Dictionary<string, ResponseTemplate> s_templates = new()
    {
        ["as Okta sends it"] = Template(),
        ["legacy Flex"] = Template() with
        {
            Audience = "https://iam.twilio.com/v1/Accounts/AC0f1e2d3c4b5a69788796a5b4c3d2e1f0/saml2/metadata",
            Destination = "https://iam.twilio.com/v1/Accounts/AC0f1e2d3c4b5a69788796a5b4c3d2e1f0/saml2",
            Recipient = "https://iam.twilio.com/v1/Accounts/AC0f1e2d3c4b5a69788796a5b4c3d2e1f0/saml2",
        },
        ["markup in values"] = Template().WithAttribute("full_name", "Ólöf <Jónsdóttir> & \"Sons\"", "]]>", "&#65;"),
        ["white space in values"] = Template() with { NameId = " jane.doe\r\n@example.com\t" },
        ["other scripts"] = Template().WithAttribute("full_name", "山田太郎", "Ивáн", "\U0001F600\U0001F601"),
        ["many attributes"] = Template().WithAttribute("skills.stringarray", "billing,sales")
            .WithAttribute("http://idp.acme.example/claims/cost-centre", "4711-0815"),
        ["an issuer of one's own"] = Template() with { Issuer = "https://sso.acme-widgets.example/realms/staff" },
        ["unsolicited"] = Template() with { InResponseTo = null },
        ["an empty name"] = Template() with { NameId = "" },
    };

    public static TheoryData<string> Names => [.. s_templates.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_a_minted_message_is_left(string name)
    {
        string xml = Encoding.UTF8.GetString(
            s_identityProvider.Mint(s_templates[name], SignaturePlacement.ResponseAndAssertion));

        string redacted = RedactionChecks.Redact(xml, name);

        redacted.Should().NotContainAny(
            s_templates[name].ResponseId, s_templates[name].AssertionId, "acme", "jane", "Doe", "2026");
    }

    [Theory]
    [InlineData("xxxx.xxx@xxxxxxx.xxx", "jane.doe@example.com")]
    [InlineData("xxxxxxxxxxx<", "Springfield<")]
    [InlineData("2000-01-01T00:05:00.000Z", "2026-01-31T09:29:41.123Z")]
    [InlineData("2000-01-01T00:10:00.000Z", "2000-01-01T00:11:00.000Z")]
    [InlineData("AAAAAAAA", "MIIDAzCC")]
    [InlineData("JQ0a0a0a", "JQ0f1e2d")]
    [InlineData("exk0x0x0", "exk1a2b3")]
    [InlineData("#xx", "#yy")]
    [InlineData("</saml2:Subject>", "</saml2:Subject> ")]
    public void What_is_left_is_found(string redacted, string left)
    {
        string xml = Encoding.UTF8.GetString(
            s_identityProvider.Mint(Template(), SignaturePlacement.ResponseAndAssertion));
        string spoilt = RedactionChecks.Redact(xml, "").Replace(redacted, left, StringComparison.Ordinal);

        spoilt.Should().Contain(left, "this is a test of the checks themselves");
        FluentActions.Invoking(() => RedactionChecks.Check(xml, spoilt, "")).Should().Throw<Xunit.Sdk.XunitException>();
    }

    private static ResponseTemplate Template() => new() { IssueInstant = s_issued };
}
