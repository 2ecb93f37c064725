using System.Security.Cryptography;

namespace Saml.Core.Testing;

/// <summary>A signature algorithm of XML Signature; a closed set.</summary>
public sealed class SigningAlgorithm
{
    private readonly Func<AsymmetricAlgorithm, byte[], HashAlgorithmName, byte[]> _sign;

    private SigningAlgorithm(
        string uri,
        HashAlgorithmName hashAlgorithmName,
        Func<AsymmetricAlgorithm, byte[], HashAlgorithmName, byte[]> sign)
    {
        Uri = uri;
        HashAlgorithmName = hashAlgorithmName;
        _sign = sign;
    }

    /// <summary>RSA PKCS#1 v1.5 with SHA-1, weak: for tests of its refusal and of migrations away from it.</summary>
    public static SigningAlgorithm RsaSha1 { get; } =
        new("http://www.w3.org/2000/09/xmldsig#rsa-sha1", HashAlgorithmName.SHA1, SignPkcs1);

    /// <summary>RSA PKCS#1 v1.5 with SHA-256, the usual one.</summary>
    public static SigningAlgorithm RsaSha256 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", HashAlgorithmName.SHA256, SignPkcs1);

    /// <summary>RSA PKCS#1 v1.5 with SHA-384.</summary>
    public static SigningAlgorithm RsaSha384 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", HashAlgorithmName.SHA384, SignPkcs1);

    /// <summary>RSA PKCS#1 v1.5 with SHA-512.</summary>
    public static SigningAlgorithm RsaSha512 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", HashAlgorithmName.SHA512, SignPkcs1);

    /// <summary>RSASSA-PSS with SHA-256, for MGF1 too, and a salt of the hash's length (RFC 6931, 2.3.10).</summary>
    public static SigningAlgorithm RsaPssSha256 { get; } =
        new("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", HashAlgorithmName.SHA256, SignPss);

    /// <summary>RSASSA-PSS with SHA-384, for MGF1 too, and a salt of the hash's length (RFC 6931, 2.3.10).</summary>
    public static SigningAlgorithm RsaPssSha384 { get; } =
        new("http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1", HashAlgorithmName.SHA384, SignPss);

    /// <summary>RSASSA-PSS with SHA-512, for MGF1 too, and a salt of the hash's length (RFC 6931, 2.3.10).</summary>
    public static SigningAlgorithm RsaPssSha512 { get; } =
        new("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", HashAlgorithmName.SHA512, SignPss);

    /// <summary>ECDSA with SHA-256.</summary>
    public static SigningAlgorithm EcdsaSha256 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", HashAlgorithmName.SHA256, SignEcdsa);

    /// <summary>ECDSA with SHA-384.</summary>
    public static SigningAlgorithm EcdsaSha384 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", HashAlgorithmName.SHA384, SignEcdsa);

    /// <summary>ECDSA with SHA-512.</summary>
    public static SigningAlgorithm EcdsaSha512 { get; } =
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", HashAlgorithmName.SHA512, SignEcdsa);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SigningAlgorithm> All { get; } =
    [
        RsaSha1, RsaSha256, RsaSha384, RsaSha512,
        RsaPssSha256, RsaPssSha384, RsaPssSha512,
        EcdsaSha256, EcdsaSha384, EcdsaSha512,
    ];

    /// <summary>The value of SignatureMethod/@Algorithm.</summary>
    public string Uri { get; }

    /// <summary>The hash function over the canonical SignedInfo.</summary>
    public HashAlgorithmName HashAlgorithmName { get; }

    /// <summary>The <see cref="Uri"/>.</summary>
    public override string ToString() => Uri;

    internal byte[] Sign(AsymmetricAlgorithm key, byte[] octets) => _sign(key, octets, HashAlgorithmName);

    private static byte[] SignPkcs1(AsymmetricAlgorithm key, byte[] octets, HashAlgorithmName hash) =>
        Require<RSA>(key).SignData(octets, hash, RSASignaturePadding.Pkcs1);

    private static byte[] SignPss(AsymmetricAlgorithm key, byte[] octets, HashAlgorithmName hash) =>
        Require<RSA>(key).SignData(octets, hash, RSASignaturePadding.Pss);

    // XML Signature wants r and s side by side, each of the field's length (XML Signature 1.1, 6.4.3), not DER.
    private static byte[] SignEcdsa(AsymmetricAlgorithm key, byte[] octets, HashAlgorithmName hash) =>
        Require<ECDsa>(key).SignData(octets, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static TKey Require<TKey>(AsymmetricAlgorithm key)
        where TKey : AsymmetricAlgorithm =>
        key as TKey
        ?? throw new ArgumentException(
            $"The algorithm needs a key of type {typeof(TKey).Name}, not {key.SignatureAlgorithm}.");
}
