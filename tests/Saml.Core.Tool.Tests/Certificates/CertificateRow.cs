namespace Saml.Core.Tool.Tests.Certificates;

/// <summary>What somebody takes for a certificate, and what is said of it.</summary>
public sealed record CertificateRow(string Name, Func<byte[]> Make, int ExitCode, string Headline)
{
    public override string ToString() => Name;
}
