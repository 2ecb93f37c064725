using Saml.Core.Tool.Settings;

namespace Saml.Core.Tool.Tests.Explanation;

/// <summary>Settings of the command line and of a file.</summary>
public sealed class SettingTests : IDisposable
{
    private static readonly SettingRow[] s_wrong =
    [
        new("a connection that is none", ["--connection", "FO0f1e"], "SAML9001 OptionsInvalid: "),
        new("the placeholder of the guide", ["--connection", "JQxxxx"], "placeholder"),
        new("an URL that is not https",
            ["--acs", "http://sp.example.com/acs"], "SAML9004 AssertionConsumerServiceUrlInvalid: "),
        new("a blank entity id", ["--entity-id", " "], "SAML9001 OptionsInvalid: "),
        new("a file that is no certificate", ["--certificate", "{json}"], "SAML9003 CertificateUnreadable: "),
        new("what to change is said too", ["--certificate", "{json}"], "Change: give the X.509 certificate"),
        new("a certificate that is not there", ["--certificate", "not-there.pem"], "not-there.pem cannot be read"),
        new("more certificates than anybody has", ["--certificate", "{blocks}", "--certificate", "{blocks}"],
            "what --certificate names is a text with more than 1000 PEM blocks"),
        new("signatures of another name", ["--signatures", "all"], "allowed are both, response, assertion, either"),
        new("no skew", ["--skew", "soon"], "write 90s, 2m or 00:02:00"),
        new("too much skew", ["--skew", "11m"], "SAML9005 ClockSkewOutOfRange: "),
        new("no instant", ["--at", "yesterday"], "is no instant"),
        new("a blank request", ["--request", " "], "a request is blank"),
        new("another product", ["--preset", "acme"], "preset is \"acme\"; known are Okta, "),
        new("more than a product", ["--preset", "okta2"], "preset is \"okta2\"; known are Okta, "),
        new("no product", ["--preset", " - "], "preset is \" - \"; known are Okta, "),
        new("the beginning of several products", ["--preset", "O"],
            "preset is \"O\", with which Okta, OneLogin begin; known are Okta, Entra ID, "),
        new("settings that are not there", ["--options", "not-there.json"], "not-there.json cannot be read"),
        new("settings that are no JSON", ["--options", "{text}"], "is no JSON"),
        new("settings that are no object", ["--options", "{list}"], "is no JSON object"),
        new("a setting of another name", ["--options", "{unknown}"], "has \"audience\", which is no setting"),
        new("a setting of another type", ["--options", "{type}"], "\"unsolicited\" is neither true nor false"),
        new("half a surrogate pair", ["--options", "{surrogate}"], "surrogate.json has a string that is no Unicode"),
        new("half of one in a list", ["--options", "{listed}"], "listed.json has a string that is no Unicode"),
        new("half of one in a name", ["--options", "{named}"], "named.json has a string that is no Unicode"),
        new("an octet that is not UTF-8", ["--options", "{octet}"], "octet.json has a string that is no Unicode"),
    ];

    private readonly Login _login = new();

    public static TheoryData<SettingRow> Wrong => [.. s_wrong];

    public void Dispose() => _login.Dispose();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_settings_are_64_and_named(SettingRow row)
    {
        Dictionary<string, string> files = new()
        {
            ["{json}"] = _login.Write("empty.json", "{}"),
            ["{text}"] = _login.Write("text.json", "issuer: x"),
            ["{list}"] = _login.Write("list.json", "[]"),
            ["{unknown}"] = _login.Write("unknown.json", """{ "audience": "urn:x" }"""),
            ["{surrogate}"] = _login.Write("surrogate.json", """{ "entityId": "\ud800" }"""),
            ["{listed}"] = _login.Write("listed.json", """{ "request": ["\ud800"] }"""),
            ["{named}"] = _login.Write("named.json", """{ "\ud800": "x" }"""),
            ["{octet}"] = _login.Write("octet.json", [.. "{ \"entityId\": \""u8, 0xFF, .. "\" }"u8]),
            ["{blocks}"] = _login.Write(
                "blocks.pem", string.Concat(Enumerable.Repeat("-----BEGIN A-----\n", 501))),
            ["{type}"] = _login.Write("type.json", """{ "unsolicited": "yes" }"""),
        };

        ToolRun run = ToolRun.With(
            Login.Mint(), ["explain", "-", .. row.Options.Select(option => files.GetValueOrDefault(option, option))]);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain(row.Error);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        ToolRun run = ToolRun.With(
            Login.Mint(), "explain", "-", "--connection", "JQ1", "--skew", "soon", "--preset", "acme", "--at", "now");

        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(4);
    }

    [Fact]
    public void Settings_of_a_file_are_those_of_the_command_line()
    {
        _ = _login.CertificateFile;
        string file = _login.Write(
            "options.json",
            $$"""
            {
              // Beside this file.
              "certificate": "okta.pem",
              "connection": "{{Login.Connection}}",
              "issuer": "{{Login.Issuer}}",
              "request": ["_another", "{{Login.Request}}"],
              "skew": "1m",
              "at": "2026-01-31T09:30:00Z",
              "preset": "okta",
              "allowSha1": false,
            }
            """);

        ToolRun run = ToolRun.With(Login.Mint(), "explain", "-", "--options", file);

        run.Out.Should().StartWith("No rule is broken.\n", run.Error).And.Contain("skew 1 min").And.NotContain("not compared");
    }

    [Fact]
    public void A_byte_order_mark_in_front_of_settings_is_none_of_them()
    {
        string file = _login.Write("options.json", "\uFEFF{ \"skew\": \"5m\" }");

        _login.Explain(Login.Mint(), "--options", file).Out.Should().Contain("skew 5 min");
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        string file = _login.Write(
            "options.json",
            """
            {
              "entityId": "urn:other", "acs": "https://other.example/acs", "issuer": "urn:other", "request": "_other",
              "at": "2020-01-01T00:00:00Z", "signatures": "response", "unsolicited": true, "skew": "5m"
            }
            """);

        _login.Explain(Login.Mint(), "--options", file, "--at", "2026-01-31T09:30:00Z").Out.Should()
            .StartWith("No rule is broken.\n").And.Contain("skew 5 min");
    }

    [Theory]
    [InlineData("okta", "Okta")]
    [InlineData("Entra ID", "Entra ID")]
    [InlineData("entraid", "Entra ID")]
    [InlineData("entra", "Entra ID")]
    [InlineData("ENTRA-ID", "Entra ID")]
    [InlineData("google", "Google")]
    [InlineData("ping", "PingOne")]
    [InlineData("keycloak", "Keycloak")]
    [InlineData("ok", "Okta")]
    [InlineData("one", "OneLogin")]
    [InlineData("simple_saml.php", "SimpleSAMLphp")]
    public void The_beginning_of_one_product_is_enough(string text, string name) =>
        SettingTexts.ReadPreset(text).Name.Should().Be(name);

    [Fact]
    public void Every_product_is_found_by_its_name()
    {
        foreach (IdentityProviderPreset preset in IdentityProviderPreset.All)
        {
            SettingTexts.ReadPreset(preset.Name).Should().BeSameAs(preset);
        }
    }

    [Fact]
    public void Unsolicited_logins_are_allowed_when_told()
    {
        byte[] solicited = Login.Mint();

        ToolRun.With(solicited, "explain", "-", "--unsolicited").Out.Should().StartWith("SAML2015 InResponseToUnexpected: ");
        ToolRun.With(solicited, "explain", "-", "--unsolicited", "--request", Login.Request)
            .Out.Should().StartWith("Nothing was verified, and no rule that could be asked is broken.\n");
        ToolRun.With(solicited, "explain", "-", "--request", "_other").Out.Should().StartWith("SAML2016 InResponseToMismatch: ");
    }
}
