using System.Net;
using System.Text;
using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool.Tests.Redaction;

public sealed class RedactCommandTests
{
    private const string Message = "<Response><Issuer>urn:jane</Issuer>+/é</Response>";
    private const string Redacted = "<Response><Issuer>urn:xxxx</Issuer>+/x</Response>";

    private static readonly string s_form = Convert.ToBase64String(Encoding.UTF8.GetBytes(Message));

    private static readonly Dictionary<string, string> s_inputs = new()
    {
        ["XML"] = Message,
        ["XML behind a byte order mark"] = "\uFEFF" + Message,
        ["base64"] = s_form,
        ["base64 in lines"] = s_form[..8] + "\r\n" + s_form[8..] + "\n",
        ["URL-encoded base64"] = WebUtility.UrlEncode(s_form),
        ["a form body"] = "RelayState=jane&SAMLResponse=" + WebUtility.UrlEncode(s_form),
        ["a form body, the field first"] = "SAMLResponse=" + WebUtility.UrlEncode(s_form) + "&RelayState=jane",
    };

    private static readonly Dictionary<string, string> s_unreadable = new()
    {
        ["nothing"] = "",
        ["plain text"] = "jane.doe@example.com is her name",
        ["base64 of something else"] = Convert.ToBase64String("jane.doe@example.com"u8),
        ["a tag that does not end"] = "<jane><doe>1234</jane>",
        ["an entity that nobody declared"] = "<a>&jane;</a>",
        ["an undeclared prefix"] = "<jane:a/>",
        ["an attribute twice"] = "<a jane='1' jane='2'/>",
        ["text behind the end"] = "<a/>jane",
        ["a DTD"] = "<!DOCTYPE jane [<!ENTITY doe 'jane'>]><jane>&doe;</jane>",
        ["a character that XML has not"] = "<a>jane\u0001</a>",
        ["another encoding"] = "<?xml version='1.0' encoding='jane'?><a/>",
    };

    public static TheoryData<string> Inputs => [.. s_inputs.Keys];

    public static TheoryData<string> Unreadable => [.. s_unreadable.Keys];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void It_takes_what_people_have(string name) =>
        ToolRun.With(s_inputs[name], "redact", "-").Should().Be(new ToolRun(ExitCode.Success, Redacted, ""));

    [Fact]
    public void It_takes_what_a_shell_writes_in_UTF_16() =>
        ToolRun.With([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(s_form)], "redact", "-")
            .Out.Should().Be(Redacted);

    [Theory]
    [MemberData(nameof(Inputs))]
    public void It_gives_the_form_value_back(string name)
    {
        ToolRun run = ToolRun.With(s_inputs[name], "redact", "-", "--form");

        Encoding.UTF8.GetString(Convert.FromBase64String(run.Out)).Should().Be(Redacted);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void It_refuses_what_it_cannot_read_and_shows_nothing_of_it(string name)
    {
        using TemporaryFolder folder = new();
        ToolRun run = ToolRun.With(s_unreadable[name], "redact", "-", "-o", folder["out.xml"]);

        run.ExitCode.Should().Be(ExitCode.Unusable);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("Nothing was written.").And.NotContainAny("jane", "doe", "1234");
        File.Exists(folder["out.xml"]).Should().BeFalse();
    }

    [Fact]
    public void It_refuses_octets_that_are_no_text() =>
        ToolRun.With([.. "<a>"u8, 0xFF, .. "</a>"u8], "redact", "-").ExitCode.Should().Be(ExitCode.Unusable);

    [Fact]
    public void It_reads_and_writes_files()
    {
        using TemporaryFolder folder = new();
        string input = folder.Write("in.xml", Message);

        ToolRun.Of("redact", input, "--out", folder["out.xml"]).Should().Be(new ToolRun(ExitCode.Success, "", ""));

        File.ReadAllText(folder["out.xml"]).Should().Be(Redacted);
    }

    [Fact]
    public void Thousands_of_ids_take_no_time()
    {
        IEnumerable<string> ids = Enumerable.Range(0, 20_000).Select(i => $"<a ID='_{i:D8}'/>");

        ToolRun run = ToolRun.With($"<r>{string.Concat(ids)}</r>", "redact", "-");

        run.ExitCode.Should().Be(ExitCode.Success);
        run.Out.Split("ID=").Distinct().Should().HaveCount(20_001);
    }

    [Fact]
    public void A_long_name_is_not_copied_for_each_piece()
    {
        string message = LongNameAround(100_000, string.Concat(Enumerable.Repeat("<e/>x", 10_000)));
        long before = GC.GetAllocatedBytesForCurrentThread();

        string redacted = RedactedMessage.Of(message);

        redacted.Equals(message, StringComparison.Ordinal).Should().BeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000_000);
    }

    [Fact]
    public void A_long_name_is_not_looked_up_for_each_piece() =>
        Pieces.Read(LongNameAround(65, "<X509Certificate>x</X509Certificate>")).Select(piece => piece.LocalElement).Distinct()
            .Should().BeEquivalentTo("", "X509Certificate");

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be() =>
        ToolRun.Of("redact", "not-there.xml").Should().Be(
            new ToolRun(ExitCode.Unusable, "", "not-there.xml cannot be read: there is no such file\n"));

    [Fact]
    public void A_folder_that_is_not_there_is_a_wrong_option() =>
        ToolRun.With(Message, "redact", "-", "-o", "not-there/out.xml").ExitCode.Should().Be(ExitCode.Usage);

    private static string LongNameAround(int length, string content)
    {
        string name = new('a', length);
        return $"<p:{name} xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol'>{content}</p:{name}>";
    }
}
