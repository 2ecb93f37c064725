namespace Saml.Core.Testing;

/// <summary>How a signature is made and how it looks; the defaults are Okta's.</summary>
public sealed record SignatureSettings
{
    /// <summary>The signature algorithm; it must suit the identity provider's key. RSA-SHA256 by default.</summary>
    public SigningAlgorithm Algorithm { get; init; } = SigningAlgorithm.RsaSha256;

    /// <summary>The digest algorithm of the Reference. SHA-256 by default.</summary>
    public DigestAlgorithm Digest { get; init; } = DigestAlgorithm.Sha256;

    /// <summary>
    /// The PrefixList of the InclusiveNamespaces element in the Reference's exclusive canonicalization, separated by
    /// white space; null writes no such element. "xs" by default.
    /// </summary>
    public string? PrefixList { get; init; } = "xs";

    /// <summary>The same for the CanonicalizationMethod, which SignedInfo goes through. Null by default.</summary>
    public string? CanonicalizationPrefixList { get; init; }

    /// <summary>Whether the certificate stands in KeyInfo/X509Data; without it no KeyInfo is written.</summary>
    public bool EmbedCertificate { get; init; } = true;

    /// <summary>The prefix of the signature's elements; the empty string means the default namespace.</summary>
    public string Prefix { get; init; } = "ds";

    /// <summary>
    /// The prefix of KeyInfo and what is in it, declared there where it is another than <see cref="Prefix"/>; null, the
    /// default, means the same one.
    /// </summary>
    public string? KeyInfoPrefix { get; init; }

    /// <summary>Whether the certificate's subject stands before it, as an X509SubjectName. False by default.</summary>
    public bool EmbedSubjectName { get; init; }
}
