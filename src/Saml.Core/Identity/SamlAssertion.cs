namespace Saml.Core;

/// <summary>
/// An assertion that a trusted key signed and that every rule holds for, immutable and verbatim (SAML Core 2.3.3). It
/// refers to nothing of the message that it came from.
/// </summary>
public sealed class SamlAssertion
{
    internal SamlAssertion()
    {
    }

    /// <summary>The ID.</summary>
    public required string Id { get; init; }

    /// <summary>The Issuer: the configured identity provider.</summary>
    public required string Issuer { get; init; }

    /// <summary>The IssueInstant, in UTC.</summary>
    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>The NameID, verbatim, surrounding white space included.</summary>
    public required string NameId { get; init; }

    /// <summary>The NameID's Format URI; null when absent, which means unspecified (SAML Core 2.2.2).</summary>
    public string? NameIdFormat { get; init; }

    /// <summary>The NameID's NameQualifier; null when absent.</summary>
    public string? NameQualifier { get; init; }

    /// <summary>The NameID's SPNameQualifier; null when absent.</summary>
    public string? SpNameQualifier { get; init; }

    /// <summary>The request that it answers, of those that were expected: consume that one. Null when unsolicited.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>The earliest end of its validity, of the Conditions and of the bearer confirmation; exclusive, without skew.</summary>
    public required DateTimeOffset NotOnOrAfter { get; init; }

    /// <summary>When the user authenticated at the identity provider; sessions are reused, so it can be hours ago.</summary>
    public required DateTimeOffset AuthnInstant { get; init; }

    /// <summary>The identity provider's session; null when absent.</summary>
    public string? SessionIndex { get; init; }

    /// <summary>The earliest instant at which a session has to end; null when none is named.</summary>
    public DateTimeOffset? SessionNotOnOrAfter { get; init; }

    /// <summary>The authentication context class, white space trimmed; null when named in another way.</summary>
    public string? AuthnContextClassRef { get; init; }

    /// <summary>
    /// Most further assertions that may be based on this one (ProxyRestriction/@Count, SAML Core 2.5.1.6); null when it
    /// is not restricted. This library issues none.
    /// </summary>
    public int? ProxyRestrictionCount { get; init; }

    /// <summary>The assertion carries OneTimeUse (SAML Core 2.5.1.5); the replay store enforces that for every assertion.</summary>
    public bool IsOneTimeUse { get; init; }

    /// <summary>The attributes of all AttributeStatements in document order.</summary>
    public required IReadOnlyList<SamlAttribute> Attributes { get; init; }

    /// <summary>What carried a signature that was verified: both, the Response, or the assertion.</summary>
    public required SignatureRequirement SignedParts { get; init; }

    /// <summary>SHA-256 in hexadecimal of the configured certificate whose key verified the assertion.</summary>
    public required string SigningCertificateSha256 { get; init; }

    /// <summary>Issuer, ID and counts, never the NameID or a value.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"Assertion {Id} of {Issuer} with {Attributes.Count} attributes";
}
