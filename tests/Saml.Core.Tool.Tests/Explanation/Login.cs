using System.Text;
using Saml.Core.Testing;

namespace Saml.Core.Tool.Tests.Explanation;

/// <summary>A login that everything is right with, at the time of the tests, and the settings for it.</summary>
internal sealed class Login : IDisposable
{
    public const string Issuer = "http://www.okta.com/exk1a2b3c4d5e6f7g8h9";
    public const string Connection = ResponseTemplate.ExampleConnectionSid;
    public const string Request = ResponseTemplate.ExampleRequestId;

    private static readonly TestIdentityProvider s_identityProvider = TestIdentityProvider.Create(Issuer);
    private static readonly TestIdentityProvider s_other = TestIdentityProvider.Create(Issuer);

    private readonly TemporaryFolder _folder = new();

    public static ResponseTemplate Template => new() { IssueInstant = ToolRun.Now.AddMinutes(-1) };

    /// <summary>The settings as options of the command line.</summary>
    public string[] Options =>
    [
        "--connection", Connection, "--issuer", Issuer, "--certificate", CertificateFile, "--request", Request,
    ];

    public string CertificateFile => _folder.Write("okta.pem", s_identityProvider.CertificatePem);

    public string OtherCertificateFile => _folder.Write("other.pem", s_other.CertificatePem);

    public static byte[] Mint(SignaturePlacement placement = SignaturePlacement.ResponseAndAssertion) =>
        s_identityProvider.Mint(Template, placement);

    public static byte[] Change(byte[] xml, string text, string other) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(xml).Replace(text, other, StringComparison.Ordinal));

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, byte[] octets) => _folder.Write(name, octets);

    public string this[string name] => _folder[name];

    /// <summary>A run over a message with all settings, and more options.</summary>
    public ToolRun Explain(byte[] message, params string[] more) =>
        ToolRun.With(message, ["explain", "-", .. Options, .. more]);

    public void Dispose() => _folder.Dispose();
}
