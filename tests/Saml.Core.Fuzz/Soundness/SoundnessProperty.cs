namespace Saml.Core.Fuzz.Soundness;

/// <summary>What is asked of each mutant.</summary>
public enum SoundnessProperty
{
    /// <summary>It is refused, or accepted with exactly the identity of one of the genuine messages.</summary>
    Signed,

    /// <summary>
    /// With its signatures made anew, so that it meets the rules behind the cryptography, it is refused, or accepted
    /// with the identity that System.Xml reads.
    /// </summary>
    Sealed,

    /// <summary>It is read as System.Xml reads it, and its canonical form is its own canonical form.</summary>
    Reading,
}
