namespace Saml.Core.Tool.Tests.Explanation;

/// <summary>Settings that cannot be used, and what is said of them.</summary>
public sealed record SettingRow(string Name, string[] Options, string Error)
{
    public override string ToString() => Name;
}
