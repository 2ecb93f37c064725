using System.Security.Cryptography;

namespace Saml.Core.Testing;

/// <summary>A digest algorithm of XML Signature; a closed set.</summary>
public sealed class DigestAlgorithm
{
    private DigestAlgorithm(string uri, HashAlgorithmName hashAlgorithmName)
    {
        Uri = uri;
        HashAlgorithmName = hashAlgorithmName;
    }

    /// <summary>SHA-1, weak: for tests of its refusal and of migrations away from it.</summary>
    public static DigestAlgorithm Sha1 { get; } =
        new("http://www.w3.org/2000/09/xmldsig#sha1", HashAlgorithmName.SHA1);

    /// <summary>SHA-256, the usual one.</summary>
    public static DigestAlgorithm Sha256 { get; } =
        new("http://www.w3.org/2001/04/xmlenc#sha256", HashAlgorithmName.SHA256);

    /// <summary>SHA-384. Its identifier stands among the "more" ones (RFC 6931, 2.1.3).</summary>
    public static DigestAlgorithm Sha384 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#sha384", HashAlgorithmName.SHA384);

    /// <summary>SHA-512.</summary>
    public static DigestAlgorithm Sha512 { get; } =
        new("http://www.w3.org/2001/04/xmlenc#sha512", HashAlgorithmName.SHA512);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DigestAlgorithm> All { get; } = [Sha1, Sha256, Sha384, Sha512];

    /// <summary>The value of DigestMethod/@Algorithm.</summary>
    public string Uri { get; }

    /// <summary>The hash function.</summary>
    public HashAlgorithmName HashAlgorithmName { get; }

    /// <summary>The <see cref="Uri"/>.</summary>
    public override string ToString() => Uri;

    internal string Digest(byte[] octets) =>
        Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName, octets));
}
