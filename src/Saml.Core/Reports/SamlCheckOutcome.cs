namespace Saml.Core;

/// <summary>What became of one rule in a <see cref="SamlReport"/>.</summary>
public enum SamlCheckOutcome
{
    /// <summary>The rule holds.</summary>
    Passed,

    /// <summary>The rule is broken: validation refuses the message.</summary>
    Broken,

    /// <summary>The rule could not be asked; <see cref="SamlCheck.Reason"/> says why.</summary>
    Skipped,

    /// <summary>Nothing is broken, but something is worth a look.</summary>
    Warned,
}
