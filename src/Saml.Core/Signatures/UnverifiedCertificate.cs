using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Signatures;

/// <summary>
/// The certificate that a signature carries in its KeyInfo (XML Signature 1.1, 4.5.4). Anybody can put one there, so it
/// is never trusted and validation does not read it: it tells a person whether the identity provider has changed its
/// certificate, which its own console has to confirm.
/// </summary>
internal sealed class UnverifiedCertificate
{
    // A certificate of a 4096-bit key with its names has 2 KB; nobody makes us read more than this.
    private const int MaxBase64Length = 16 * 1024;

    // The first octet of every DER form of a certificate: a SEQUENCE.
    private const byte Sequence = 0x30;

    private readonly TrustedKey _key;

    private UnverifiedCertificate(TrustedKey key) => _key = key;

    public string Subject => _key.Subject;

    public string Sha256 => _key.Sha256;

    public DateTimeOffset NotAfter => _key.NotAfter;

    /// <summary>The first certificate of a signature; null when there is none that can be read.</summary>
    public static UnverifiedCertificate? Find(XmlElement signature)
    {
        try
        {
            return FindIn(signature);
        }
        catch (SamlRejection)
        {
            // Verification does not look into KeyInfo, so whatever stands there breaks no rule.
            return null;
        }
    }

    private static UnverifiedCertificate? FindIn(XmlElement signature)
    {
        if (!TryFind(signature, "KeyInfo"u8, out XmlElement keyInfo)
            || !TryFind(keyInfo, "X509Data"u8, out XmlElement data)
            || !TryFind(data, "X509Certificate"u8, out XmlElement certificate)
            || certificate.HasElements)
        {
            return null;
        }

        ReadOnlySpan<byte> base64 = certificate.Text();
        if (base64.Length > MaxBase64Length)
        {
            return null;
        }

        byte[] der = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        OperationStatus status = Base64.DecodeFromUtf8(base64, der, out _, out int length);
        return status == OperationStatus.Done && der is [Sequence, ..] ? Read(der.AsSpan(0, length)) : null;
    }

    /// <summary>Whether a signature would verify if this certificate were trusted.</summary>
    public bool WouldVerify(XmlElement parent, XmlElement signature)
    {
        SignaturePolicy policy = new([_key], allowSha1: true);
        try
        {
            EnvelopedSignature read = EnvelopedSignature.Read(parent, signature, policy);
            using CanonicalBuffer buffer = MessageSignatures.Buffer(parent);
            return VerifiedElement.WouldVerify(read, policy, buffer);
        }
        catch (SamlRejection)
        {
            return false;
        }
    }

    private static UnverifiedCertificate? Read(ReadOnlySpan<byte> der)
    {
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der);
            return TrustedKey.Read(certificate, out _) is { } key ? new UnverifiedCertificate(key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool TryFind(XmlElement parent, ReadOnlySpan<byte> localName, out XmlElement found)
    {
        XmlChildren children = parent.Children;
        while (children.TryTake(out found))
        {
            if (found.Is(XmlNamespace.Signature, localName))
            {
                return true;
            }
        }

        return false;
    }
}
