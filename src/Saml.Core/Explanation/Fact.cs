namespace Saml.Core.Explanation;

/// <summary>Something that a message says, or a setting that it is compared with, for a person to look at.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">What it says, safe to print.</param>
internal sealed record Fact(string Name, string Text)
{
    /// <summary>The NameID or an attribute's value: shown only where the caller asks for it, else as <see cref="Shape"/>.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What stands for personal text.</summary>
    public string Shape { get; init; } = "";

    /// <summary>Whose words it is.</summary>
    public FactSource Source { get; init; }

    public string Show(bool showValues) => IsPersonal && !showValues ? Shape : Text;
}

/// <summary>Where a fact comes from.</summary>
internal enum FactSource
{
    /// <summary>The message, and nobody has signed it who is trusted.</summary>
    Unverified,

    /// <summary>The message, signed by a trusted key.</summary>
    Verified,

    /// <summary>The settings of this service provider.</summary>
    Settings,
}
