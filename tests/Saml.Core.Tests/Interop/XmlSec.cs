using System.Diagnostics;
using System.Text;

namespace Saml.Core.Tests.Interop;

/// <summary>xmlsec1, a C library's command, with a folder for the files that it is given.</summary>
internal sealed class XmlSec : IDisposable
{
    private static readonly string[] s_ids =
    [
        "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion",
        "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:protocol:Response",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saml-core-");

    /// <summary>Skips the test that asks where the command is not installed.</summary>
    public XmlSec() => Skip.IfNot(IsInstalled, "xmlsec1 is not installed");

    private static bool IsInstalled { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "xmlsec1")));

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] octets)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, octets);
        return path;
    }

    /// <summary>Verifies the Signature that is a child of the element with this XPath, by the certificate's key.</summary>
    public Task<(int ExitCode, string Output)> VerifyAsync(string message, string certificate, string parentXPath) =>
        RunAsync("--verify", ["--enabled-key-data", "key-name", "--pubkey-cert-pem", certificate, "--node-xpath", $"{parentXPath}/*[local-name()='Signature']", message]);

    public async Task<(int ExitCode, string Output)> RunAsync(string command, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("xmlsec1", [command, .. s_ids, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
