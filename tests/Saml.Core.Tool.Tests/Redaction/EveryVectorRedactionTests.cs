using System.Text;
using System.Xml;
using FluentAssertions.Execution;
using Saml.Core.Tests.AllVectors;
using Saml.Core.Tool.Redaction;
using Xunit.Abstractions;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>
/// What holds for a recorded message holds for every message that the tests of the library know, forged and malformed
/// ones too.
/// </summary>
public sealed class EveryVectorRedactionTests(ITestOutputHelper output)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Nothing_of_any_vector_is_left()
    {
        int redacted = 0;
        HashSet<string> seen = [];
        using AssertionScope scope = new();
        foreach (EveryVectorRow row in EveryVector.All)
        {
            EveryVectorMessage message = row.Open();
            if (!seen.Add(Convert.ToBase64String(message.Octets)))
            {
                continue;
            }

            ToolRun run = ToolRun.With(message.Octets, "redact", "-");
            if (run.ExitCode == ExitCode.Success)
            {
                RedactionChecks.Check(PostedText.ReadXml(message.Octets), run.Out, row.Name);
                redacted++;
            }
            else
            {
                run.Out.Should().BeEmpty(row.Name);
                IsMessage(message.Octets).Should().BeFalse(row.Name);
            }

            message.Secrets.Where(PublicText.IsTelling)
                .Where((run.Out + run.Error).Contains).Should().BeEmpty(row.Name);
        }

        output.WriteLine($"redacted: {redacted} of {seen.Count}");
        redacted.Should().BeGreaterThan(seen.Count / 2);
    }

    // By what the platform says: well-formed, no DTD, UTF-8.
    private static bool IsMessage(byte[] octets)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(s_utf8.GetString(octets)));
            bool isMessage = true;
            while (reader.Read())
            {
                isMessage &= reader.NodeType != XmlNodeType.XmlDeclaration
                    || string.Equals(reader["encoding"] ?? "utf-8", "utf-8", StringComparison.OrdinalIgnoreCase);
            }

            return isMessage;
        }
        catch (Exception problem) when (problem is DecoderFallbackException or XmlException)
        {
            return false;
        }
    }
}
