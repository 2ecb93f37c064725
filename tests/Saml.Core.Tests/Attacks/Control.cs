namespace Saml.Core.Tests.Attacks;

/// <summary>What shows that a refusal is a rule's doing, and not that of a broken fixture.</summary>
internal enum Control
{
    /// <summary>The message without the attack is accepted in the same circumstances.</summary>
    Twin,

    /// <summary>The same, and <see cref="NaiveVerifier"/> verifies the attack itself with the genuine key.</summary>
    NaiveVerifier,
}
