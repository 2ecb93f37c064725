using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>Whoever has keys and certificates of his own making, and nobody's trust.</summary>
internal static class Attacker
{
    private static readonly DateTimeOffset s_notBefore = ServiceProvider.Now.AddYears(-1);
    private static readonly DateTimeOffset s_notAfter = ServiceProvider.Now.AddYears(1);

    public static RSA Rsa { get; } = RSA.Create(2048);

    public static ECDsa P256 { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static X509Certificate2 SelfSigned { get; } = RequestFor("CN=attacker").CreateSelfSigned(s_notBefore, s_notAfter);

    /// <summary>A certificate that says of itself what the trusted one says, with another key.</summary>
    public static X509Certificate2 Clone { get; } = MakeClone(Keys.Rsa.Certificate);

    /// <summary>An authority that anybody may ask for certificates.</summary>
    public static X509Certificate2 Authority { get; } = MakeAuthority();

    /// <summary>A certificate by the authority with the trusted one's subject.</summary>
    public static X509Certificate2 Issued { get; } = Issue(RequestFor(Keys.Rsa.Certificate.Subject), Authority.SubjectName);

    /// <summary>A certificate that names places from where to get its issuer and its revocation.</summary>
    public static X509Certificate2 Referring { get; } = MakeReferring();

    public static byte[] Sign(byte[] octets) => Rsa.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static byte[] SignEcdsa(byte[] octets) =>
        P256.SignData(octets, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>A certificate for any public key, by the attacker's.</summary>
    public static X509Certificate2 Certify(PublicKey key, string subject = "CN=attacker") =>
        Issue(new CertificateRequest(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256), new X500DistinguishedName(subject));

    /// <summary>
    /// The public key of a certificate on a curve whose base point is that key: its private key is 1 (CVE-2020-0601).
    /// </summary>
    public static PublicKey WithOwnGenerator(X509Certificate2 certificate)
    {
        using ECDsa key = certificate.GetECDsaPublicKey()!;
        ECParameters parameters = key.ExportExplicitParameters(includePrivateParameters: false);
        byte[] point = [0x04, .. parameters.Q.X!, .. parameters.Q.Y!];
        AsnWriter curve = new(AsnEncodingRules.DER);
        using (curve.PushSequence())
        {
            curve.WriteInteger(1);
            using (curve.PushSequence())
            {
                curve.WriteObjectIdentifier("1.2.840.10045.1.1");
                curve.WriteIntegerUnsigned(parameters.Curve.Prime!);
            }

            using (curve.PushSequence())
            {
                curve.WriteOctetString(parameters.Curve.A!);
                curve.WriteOctetString(parameters.Curve.B!);
            }

            curve.WriteOctetString(point);
            curve.WriteIntegerUnsigned(parameters.Curve.Order!);
            curve.WriteInteger(1);
        }

        return new PublicKey(new Oid("1.2.840.10045.2.1"), new AsnEncodedData(curve.Encode()), new AsnEncodedData(point));
    }

    /// <summary>What the private key 1 signs on that curve, with 1 as its secret number: r is the key's x, s is r and the hash.</summary>
    public static byte[] SignWithOwnGenerator(X509Certificate2 certificate, byte[] octets)
    {
        using ECDsa key = certificate.GetECDsaPublicKey()!;
        ECParameters parameters = key.ExportExplicitParameters(includePrivateParameters: false);
        System.Numerics.BigInteger order = RawRsaKey.Number(parameters.Curve.Order!);
        System.Numerics.BigInteger r = RawRsaKey.Number(parameters.Q.X!) % order;
        System.Numerics.BigInteger s = (RawRsaKey.Number(SHA256.HashData(octets)) + r) % order;
        return [.. RawRsaKey.Octets(r, 32), .. RawRsaKey.Octets(s, 32)];
    }

    private static CertificateRequest RequestFor(string subject) =>
        new(subject, Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Issue(CertificateRequest request, X500DistinguishedName issuer) => request.Create(
        issuer, X509SignatureGenerator.CreateForRSA(Rsa, RSASignaturePadding.Pkcs1), s_notBefore, s_notAfter, [1, 2, 3]);

    private static X509Certificate2 MakeClone(X509Certificate2 original)
    {
        CertificateRequest request = new(original.SubjectName, Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(original.PublicKey, critical: false));
        return request.Create(
            original.IssuerName,
            X509SignatureGenerator.CreateForRSA(Rsa, RSASignaturePadding.Pkcs1),
            original.NotBefore,
            original.NotAfter,
            original.SerialNumberBytes.Span);
    }

    private static X509Certificate2 MakeAuthority()
    {
        CertificateRequest request = RequestFor("CN=Public CA");
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(s_notBefore, s_notAfter);
    }

    private static X509Certificate2 MakeReferring()
    {
        CertificateRequest request = RequestFor("CN=referring");
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(
            ["http://192.0.2.1/ocsp"], ["http://192.0.2.1/issuer.cer"]));
        request.CertificateExtensions.Add(
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://192.0.2.1/revoked.crl"]));
        return Issue(request, new X500DistinguishedName("CN=nobody"));
    }
}
