using System.Security.Cryptography;
using Saml.Core.Canonicalization;
using Saml.Core.Xml;

namespace Saml.Core.Signatures;

/// <summary>
/// The proof that a trusted key signed an element: there is no other way to get one than <see cref="Verify"/>, and no
/// other way to read something as signed than from its <see cref="Content"/>.
/// </summary>
internal sealed class VerifiedElement
{
    private readonly XmlElement _element;

    private VerifiedElement(XmlElement element, bool usesSha1, TrustedKey signer)
    {
        _element = element;
        UsesSha1 = usesSha1;
        Signer = signer;
    }

    /// <summary>The signature or the digest is by SHA-1, which only <c>Dangerous.AllowSha1</c> lets through.</summary>
    public bool UsesSha1 { get; }

    /// <summary>The key that verified it.</summary>
    public TrustedKey Signer { get; }

    /// <summary>What was signed.</summary>
    public VerifiedCursor Content => new(this);

    /// <summary>
    /// Verifies the signature over SignedInfo and then the digest of the element that carries it (XML Signature 1.1,
    /// 3.2, signature first so that nobody but a trusted signer makes us hash a document).
    /// </summary>
    public static VerifiedElement Verify(in EnvelopedSignature signature, SignaturePolicy policy, CanonicalBuffer buffer)
    {
        XmlElement parent = signature.Parent;
        TrustedKey? signer = FindSigner(signature, policy, buffer);
        if (signer is null)
        {
            throw signature.Signature.Reject(
                SamlErrorCode.SignatureInvalid, policy.Describe(), subject: parent.DisplayName());
        }

        if (!HasDigest(signature, buffer))
        {
            throw parent.Reject(SamlErrorCode.DigestMismatch);
        }

        bool usesSha1 = signature.Algorithm.IsSha1 || signature.Digest.Name == HashAlgorithmName.SHA1;
        return new VerifiedElement(parent, usesSha1, signer);
    }

    /// <summary>
    /// Whether a signature would verify under some policy. It proves nothing and hands out nothing: for a person who
    /// looks for the reason why a message was refused.
    /// </summary>
    public static bool WouldVerify(in EnvelopedSignature signature, SignaturePolicy policy, CanonicalBuffer buffer) =>
        FindSigner(signature, policy, buffer) is not null && HasDigest(signature, buffer);

    private static bool HasDigest(in EnvelopedSignature signature, CanonicalBuffer buffer)
    {
        ExclusiveCanonicalization.Write(
            signature.Parent, signature.Signature.Index, signature.ReferencePrefixes, buffer);
        Span<byte> digest = stackalloc byte[HashFunction.MaxBytes];
        Span<byte> expected = stackalloc byte[HashFunction.MaxBytes];
        return CryptographicOperations.FixedTimeEquals(
            signature.Digest.Hash(buffer.Octets, digest), signature.DigestValue(expected));
    }

    private static TrustedKey? FindSigner(
        in EnvelopedSignature signature, SignaturePolicy policy, CanonicalBuffer buffer)
    {
        ExclusiveCanonicalization.Write(signature.SignedInfo, omitted: -1, signature.SignedInfoPrefixes, buffer);
        Span<byte> hash = stackalloc byte[HashFunction.MaxBytes];
        Span<byte> value = stackalloc byte[policy.MaxSignatureBytes];
        return policy.FindSigner(
            signature.Algorithm,
            signature.Algorithm.Hash.Hash(buffer.Octets, hash),
            signature.SignatureValue(value));
    }

    /// <summary>The verified element and its descendants. Only a <see cref="VerifiedElement"/> can hand one out.</summary>
    internal readonly ref struct VerifiedCursor
    {
        private readonly VerifiedElement? _proof;

        public VerifiedCursor(VerifiedElement proof) => _proof = proof;

        /// <summary>
        /// The signed element. Its children never include a signature; see <see cref="XmlChildren"/>. Throws on a
        /// default value.
        /// </summary>
        public XmlElement Element => _proof is null
            ? throw new InvalidOperationException("Nothing was verified.")
            : _proof._element;
    }
}
