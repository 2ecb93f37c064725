using System.CommandLine;
using System.Text;
using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool;

/// <summary><c>saml redact</c>: a message that can be mailed.</summary>
internal static class RedactCommand
{
    private const string Description =
        """
        Replaces every value of a message and keeps its structure, so that it can be mailed: the NameID, attributes,
        entity ids, hosts, certificates, signatures and instants go, names of elements, algorithms, formats and known
        Flex names stay. The result does not verify any more.

        Exit codes: 0 done; 2 the input is no well-formed message, and nothing was written; 64 wrong usage.
        """;

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("file")
        {
            Description = "XML, the base64 form value, or a form body with SAMLResponse=; - for standard input.",
        };
        Option<string?> output = new("--out", "-o") { Description = "Write to this file.", HelpName = "file" };
        Option<bool> form = new("--form") { Description = "Write the base64 form value instead of XML." };
        Command command = new("redact", Description) { file, output, form };
        command.SetAction(parsed =>
        {
            string xml = PostedText.ReadXml(Files.Read(parsed.GetRequiredValue(file), terminal));
            byte[] redacted = Encoding.UTF8.GetBytes(RedactedMessage.Of(xml));
            byte[] written = parsed.GetValue(form)
                ? Encoding.UTF8.GetBytes(Convert.ToBase64String(redacted))
                : redacted;
            Files.Write(parsed.GetValue(output), written, terminal);
            return ExitCode.Success;
        });
        return command;
    }
}
