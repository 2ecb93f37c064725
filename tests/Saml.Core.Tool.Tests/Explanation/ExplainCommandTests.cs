using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Saml.Core.Testing;

namespace Saml.Core.Tool.Tests.Explanation;

public sealed class ExplainCommandTests : IDisposable
{
    private const string NothingBroken = "No rule is broken.\n";

    private readonly Login _login = new();

    public void Dispose() => _login.Dispose();

    [Fact]
    public void A_good_login_breaks_no_rule()
    {
        ToolRun run = _login.Explain(Login.Mint());

        run.ExitCode.Should().Be(ExitCode.Success, run.Error);
        run.Out.Should().StartWith(NothingBroken).And.NotContain("not compared").And.NotContain("(not given)");
    }

    [Fact]
    public void It_takes_what_people_have()
    {
        byte[] xml = Login.Mint();
        string form = Convert.ToBase64String(xml);
        byte[][] inputs =
        [
            xml,
            Encoding.UTF8.GetBytes(form),
            Encoding.UTF8.GetBytes("SAMLResponse=" + WebUtility.UrlEncode(form) + "&RelayState=x"),
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(form)],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(xml))],
        ];
        foreach (byte[] input in inputs)
        {
            _login.Explain(input).Out.Should().StartWith(NothingBroken);
        }
    }

    [Fact]
    public void The_first_two_lines_say_what_is_wrong_and_what_to_change()
    {
        ToolRun run = _login.Explain(Login.Mint(), "--acs", "https://login.example.com/acs");

        run.ExitCode.Should().Be(ExitCode.Finding);
        string[] lines = run.Out.Split('\n');
        lines[0].Should().StartWith("SAML2005 DestinationMismatch: ");
        lines[1].Should().Contain("Change: ");
    }

    [Fact]
    public void The_clock_is_the_one_that_is_given() =>
        _login.Explain(Login.Mint(), "--at", "2026-01-31T11:30:00Z").Out.Should()
            .StartWith("SAML5116 ConfirmationExpired: ").And.Contain("now 2026-01-31T11:30:00Z");

    [Fact]
    public void Another_certificate_in_the_message_is_named()
    {
        ToolRun run = ToolRun.With(
            Login.Mint(), "explain", "-", "--connection", Login.Connection, "--issuer", Login.Issuer,
            "--certificate", _login.OtherCertificateFile, "--request", Login.Request);

        run.Out.Should().StartWith("SAML3019 SignerNotTrusted: ");
    }

    [Fact]
    public void Without_settings_it_says_what_was_not_compared()
    {
        ToolRun run = ToolRun.With(Login.Mint(), "explain", "-");

        run.ExitCode.Should().Be(ExitCode.Finding, run.Error);
        run.Out.Should().StartWith("Nothing was verified, and no rule that could be asked is broken.\nChange: ")
            .And.Contain("not compared: no --entity-id or --connection given: NameIdQualifierMismatch, AudienceMismatch")
            .And.Contain("not compared: no --acs or --connection given: DestinationMismatch, RecipientMismatch")
            .And.Contain("not compared: no --issuer given: ResponseIssuerMismatch, AssertionIssuerMismatch")
            .And.Contain("not verified: no --certificate given; the message is as it was signed")
            .And.Contain("no request was given to compare with")
            .And.Contain("The message, unverified").And.NotContain("signed by a trusted key");
    }

    [Fact]
    public void Without_a_certificate_a_change_after_signing_is_found_nevertheless()
    {
        ToolRun run = ToolRun.With(Login.Change(Login.Mint(), "Jane Doe", "Jane Roe"), "explain", "-");

        run.ExitCode.Should().Be(ExitCode.Finding);
        run.Out.Should().StartWith("SAML3017 DigestMismatch: ");
    }

    [Fact]
    public void Without_any_certificate_no_signature_is_called_wrong()
    {
        string xml = Encoding.UTF8.GetString(Login.Mint());
        while (xml.IndexOf("<ds:KeyInfo", StringComparison.Ordinal) is >= 0 and int start)
        {
            int end = xml.IndexOf("</ds:KeyInfo>", StringComparison.Ordinal) + "</ds:KeyInfo>".Length;
            xml = xml[..start] + xml[end..];
        }

        ToolRun run = ToolRun.With(xml, "explain", "-");

        run.ExitCode.Should().Be(ExitCode.Finding);
        run.Out.Should().Contain("not verified: no --certificate given: ").And.Contain("SignatureInvalid");
    }

    [Fact]
    public void A_preview_is_explained_without_settings()
    {
        ToolRun run = ToolRun.With(
            """
            <saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="id1" Version="2.0"
              IssueInstant="2026-01-31T09:29:00Z"><saml2:Issuer>http://www.okta.com/Issuer</saml2:Issuer></saml2:Assertion>
            """,
            "explain",
            "-");

        run.ExitCode.Should().Be(ExitCode.Finding);
        run.Out.Should().StartWith("SAML1010 UnexpectedMessageType: ").And.Contain("SAML3001 NothingSigned");
    }

    [Fact]
    public void Values_of_a_person_are_shown_only_when_asked_for()
    {
        foreach (string output in new[] { "text", "json", "html" })
        {
            _login.Explain(Login.Mint(), "--output", output).Out.Should().NotContainAny("jane.doe", "Jane Doe", "Springfield");
            _login.Explain(Login.Mint(), "--output", output, "--show-values").Out.Should()
                .Contain("jane.doe").And.Contain("Springfield");
        }
    }

    [Fact]
    public void JSON_has_every_check()
    {
        ToolRun run = _login.Explain(Login.Mint(SignaturePlacement.Response), "--output", "json");

        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        json.GetProperty("cause").GetString().Should().Be("SAML3003");
        json.GetProperty("broken").GetInt32().Should().Be(1);
        JsonElement check = json.GetProperty("checks").EnumerateArray()
            .Single(one => one.GetProperty("outcome").GetString() == "broken");
        check.GetProperty("rule").GetString().Should().Be("AssertionNotSigned");
        check.GetProperty("error").GetProperty("helpLink").GetString().Should().Be("docs/errors.md#saml3003");
        json.GetProperty("checks").GetArrayLength().Should().BeGreaterThan(80);
    }

    [Fact]
    public void JSON_says_whether_anything_was_verified()
    {
        ToolRun unverified = ToolRun.With(Login.Mint(), "explain", "-", "--output", "json");
        ToolRun verified = _login.Explain(Login.Mint(), "--output", "json");

        foreach ((ToolRun run, bool isVerified) in new[] { (unverified, false), (verified, true) })
        {
            JsonElement json = JsonDocument.Parse(run.Out).RootElement;
            json.GetProperty("cause").ValueKind.Should().Be(JsonValueKind.Null);
            json.GetProperty("isVerified").GetBoolean().Should().Be(isVerified);
        }
    }

    [Theory]
    [InlineData("Springfield", "Shelbyville", "SAML3017")]
    [InlineData("<ds:Signature .*?</ds:Signature>", "", "SAML3001")]
    public void What_was_changed_after_signing_was_not_verified(string found, string replacement, string cause)
    {
        string message = Regex.Replace(
            Encoding.UTF8.GetString(Login.Mint()), found, replacement, RegexOptions.Singleline);

        ToolRun run = _login.Explain(Encoding.UTF8.GetBytes(message), "--output", "json");

        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        json.GetProperty("cause").GetString().Should().Be(cause);
        json.GetProperty("isVerified").GetBoolean().Should().BeFalse();
        run.ExitCode.Should().Be(ExitCode.Finding);
    }

    [Fact]
    public void HTML_goes_to_a_file()
    {
        ToolRun run = _login.Explain(Login.Mint(), "--output", "html", "-o", _login["report.html"]);

        run.Should().Be(new ToolRun(ExitCode.Success, "", ""));
        File.ReadAllText(_login["report.html"]).Should().StartWith("<!DOCTYPE html>");
    }

    [Theory]
    [InlineData("either")]
    [InlineData("response")]
    [InlineData("ResponseOrAssertion")]
    public void Signatures_are_required_as_told(string signatures) =>
        _login.Explain(Login.Mint(SignaturePlacement.Response), "--signatures", signatures)
            .ExitCode.Should().Be(ExitCode.Success);

    [Fact]
    public void A_preset_says_which_signatures_are_required()
    {
        byte[] message = Login.Mint(SignaturePlacement.Response);

        _login.Explain(message, "--preset", "google").ExitCode.Should().Be(ExitCode.Success);
        _login.Explain(message, "--preset", "okta").Out.Should().StartWith("SAML3003 AssertionNotSigned: ");
        _login.Explain(message, "--preset", "okta", "--signatures", "response").ExitCode.Should().Be(ExitCode.Success);
    }

    [Fact]
    public void A_file_that_is_not_there_is_2() =>
        ToolRun.Of("explain", "not-there.xml").Should().Be(
            new ToolRun(ExitCode.Unusable, "", "not-there.xml cannot be read: there is no such file\n"));

    [Fact]
    public void Input_that_is_no_message_is_a_broken_rule() =>
        ToolRun.With("hello, world", "explain", "-").Out.Should().StartWith("SAML1004 InvalidBase64: ");
}
