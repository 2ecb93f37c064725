namespace Saml.Core.Tests.Attacks;

/// <summary>Names the rows of the attack catalogue that a test covers; <see cref="CatalogueTests"/> counts them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class CatalogueRowAttribute(params string[] rows) : Attribute
{
    public IReadOnlyList<string> Rows { get; } = rows;
}
