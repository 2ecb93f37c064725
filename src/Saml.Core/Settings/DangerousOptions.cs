namespace Saml.Core;

/// <summary>What weakens a check. Each setting that differs from its default is logged when a validator is made.</summary>
public sealed class DangerousOptions
{
    /// <summary>
    /// Accepts RSA with SHA-1 and SHA-1 digests, for which collisions are practical. Default false; for the time until
    /// the identity provider has been switched to SHA-256.
    /// </summary>
    public bool AllowSha1 { get; init; }

    /// <summary>Smallest RSA modulus in bits: 1,024 to 8,192, default 2,048 (NIST SP 800-131A).</summary>
    public int MinimumRsaKeyBits { get; init; } = 2048;
}
