using System.Text;
using FluentAssertions.Execution;
using Xunit.Abstractions;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>Nothing of a recorded message is left in its redacted form, and its structure is.</summary>
public sealed class CorpusRedactionTests(ITestOutputHelper output)
{
    // One has a DTD, one another encoding.
    private const int Refused = 2;

    [SkippableFact]
    public void Nothing_of_a_recorded_message_is_left()
    {
        IReadOnlyList<string> files = Repository.CorpusFiles();
        int redacted = 0;
        using AssertionScope scope = new();
        foreach (string file in files)
        {
            byte[] octets = File.ReadAllBytes(file);
            ToolRun run = ToolRun.With(octets, "redact", "-");
            if (run.ExitCode != ExitCode.Success)
            {
                run.Out.Should().BeEmpty(file);
                continue;
            }

            string name = Path.GetFileName(file);
            RedactionChecks.Redact(Encoding.UTF8.GetString(octets), name).Should().Be(run.Out, name);
            redacted++;
        }

        output.WriteLine($"redacted: {redacted} of {files.Count}");
        redacted.Should().BeGreaterThanOrEqualTo(files.Count - Refused);
    }
}
