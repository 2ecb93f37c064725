namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>A piece of a message, and what it becomes.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Xml">What stands in the message.</param>
/// <param name="Redacted">What stands in its place afterwards.</param>
public sealed record ValueRow(string Name, string Xml, string Redacted)
{
    public override string ToString() => Name;
}
