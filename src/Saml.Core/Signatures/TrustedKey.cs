using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Errors;

namespace Saml.Core.Signatures;

/// <summary>
/// A public key that the configuration trusts, with what an operator needs to know about its certificate. The key
/// handle is made once: a handle per message costs more than the verification itself. Verifying is safe from several
/// threads at once.
/// </summary>
internal sealed class TrustedKey
{
    // A longer key would make every forged message cost too much.
    private const int MaxRsaBits = 8192;

    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;

    private TrustedKey(X509Certificate2 certificate, RSA? rsa, ECDsa? ecdsa)
    {
        _rsa = rsa;
        _ecdsa = ecdsa;
        Bits = rsa?.KeySize ?? ecdsa!.KeySize;
        SignatureBytes = rsa is not null ? (Bits + 7) / 8 : (Bits + 7) / 8 * 2;
        Subject = SafeText.Of(certificate.Subject);
        Sha256 = Convert.ToHexString(SHA256.HashData(certificate.RawDataMemory.Span));
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
    }

    public KeyKind Kind => _rsa is not null ? KeyKind.Rsa : KeyKind.Ecdsa;

    /// <summary>Size of the RSA modulus or of the elliptic curve's field.</summary>
    public int Bits { get; }

    /// <summary>Length of every signature by this key: the RSA modulus, or r and s of the curve's size each.</summary>
    public int SignatureBytes { get; }

    /// <summary>The certificate's subject.</summary>
    public string Subject { get; }

    /// <summary>SHA-256 of the certificate's DER form in hexadecimal.</summary>
    public string Sha256 { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>Copies the public key out of a certificate; a text that says why not when it is of no use here.</summary>
    public static TrustedKey? Read(X509Certificate2 certificate, out string? problem)
    {
        try
        {
            return ReadKey(certificate, out problem);
        }
        catch (CryptographicException exception)
        {
            problem = $"its key cannot be used: {exception.Message}";
            return null;
        }
    }

    private static TrustedKey? ReadKey(X509Certificate2 certificate, out string? problem)
    {
        problem = null;
        if (certificate.GetRSAPublicKey() is { } rsa)
        {
            problem = FindWeakness(rsa.ExportParameters(includePrivateParameters: false));
            if (problem is not null)
            {
                rsa.Dispose();
                return null;
            }

            return new TrustedKey(certificate, rsa, null);
        }

        if (certificate.GetECDsaPublicKey() is not { } ecdsa)
        {
            problem = $"its key is {certificate.PublicKey.Oid.FriendlyName}, neither RSA nor ECDSA";
            return null;
        }

        // Explicit curve parameters let a forger choose the generator (CVE-2020-0601).
        ECCurve curve = ecdsa.ExportParameters(includePrivateParameters: false).Curve;
        if (!curve.IsNamed || !IsAccepted(curve.Oid))
        {
            ecdsa.Dispose();
            problem = "its elliptic curve is none of P-256, P-384 and P-521";
            return null;
        }

        return new TrustedKey(certificate, null, ecdsa);
    }

    /// <summary>
    /// Why an RSA key is of no use: too long, or none at all. Under the exponent 1 anybody can sign; not every platform
    /// refuses it.
    /// </summary>
    internal static string? FindWeakness(RSAParameters key)
    {
        ReadOnlySpan<byte> modulus = key.Modulus.AsSpan().TrimStart((byte)0);
        ReadOnlySpan<byte> exponent = key.Exponent.AsSpan().TrimStart((byte)0);
        if (modulus.Length > MaxRsaBits / 8)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its RSA key is longer than {MaxRsaBits} bits");
        }

        bool isModulusOdd = modulus is [.., byte last] && last % 2 == 1;
        bool isExponentOdd = exponent is [.., byte end] && end % 2 == 1;
        return isModulusOdd && isExponentOdd && exponent is not [1]
            ? null
            : "its RSA modulus or exponent is even, or the exponent is 1";
    }

    // Some platforms know a curve by its name alone.
    private static bool IsAccepted(Oid curve) => curve.Value is null
        ? curve.FriendlyName is "nistP256" or "nistP384" or "nistP521"
        : curve.Value is "1.2.840.10045.3.1.7" or "1.3.132.0.34" or "1.3.132.0.35";

    /// <summary>Whether a signature with this algorithm and of this length can be by this key.</summary>
    public bool Fits(SignatureAlgorithm algorithm, int signatureBytes) =>
        Kind == algorithm.KeyKind && SignatureBytes == signatureBytes;

    public bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        _rsa is not null
            ? _rsa.VerifyHash(hash, signature, algorithm.Hash.Name, algorithm.Padding!)
            : _ecdsa!.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}
