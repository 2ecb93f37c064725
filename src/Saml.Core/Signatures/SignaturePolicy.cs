using System.Globalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Signatures;

/// <summary>The keys that the configuration trusts, and what it allows beyond the profile.</summary>
internal sealed class SignaturePolicy
{
    private readonly TrustedKey[] _keys;

    public SignaturePolicy(IEnumerable<TrustedKey> keys, bool allowSha1)
    {
        _keys = [.. keys];
        MaxSignatureBytes = _keys.Max(key => key.SignatureBytes);
        AllowSha1 = allowSha1;
    }

    public bool AllowSha1 { get; }

    /// <summary>Longest signature value that any of the keys makes, in bytes.</summary>
    public int MaxSignatureBytes { get; }

    /// <summary>Whether one of the keys is of the certificate with this SHA-256.</summary>
    public bool IsConfigured(string sha256) => Array.Exists(_keys, key => key.Sha256 == sha256);

    /// <summary>Refuses an algorithm for which no trusted key is of the right kind.</summary>
    public void CheckKeyKind(SignatureAlgorithm algorithm)
    {
        foreach (TrustedKey key in _keys)
        {
            if (key.Kind == algorithm.KeyKind)
            {
                return;
            }
        }

        throw new SamlRejection(
            SamlErrorCode.KeyTypeMismatch, algorithm.KeyKind == KeyKind.Rsa ? "RSA" : "ECDSA", algorithm.Uri);
    }

    /// <summary>Refuses a signature value of a length that none of the keys makes.</summary>
    public void CheckSignatureLength(SignatureAlgorithm algorithm, XmlElement signatureValue, int length)
    {
        foreach (TrustedKey key in _keys)
        {
            if (key.Fits(algorithm, length))
            {
                return;
            }
        }

        string actual = length < 0 ? "not base64" : string.Create(CultureInfo.InvariantCulture, $"{length} bytes");
        throw signatureValue.Reject(SamlErrorCode.SignatureValueMalformed, Lengths(algorithm.KeyKind), actual);
    }

    /// <summary>
    /// The trusted key under which a signature verifies; null when there is none. At most one operation for each
    /// configured key, and none for a key of another kind or size.
    /// </summary>
    public TrustedKey? FindSigner(SignatureAlgorithm algorithm, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        foreach (TrustedKey key in _keys)
        {
            if (key.Fits(algorithm, signature.Length) && key.Verify(algorithm, hash, signature))
            {
                return key;
            }
        }

        return null;
    }

    private string Lengths(KeyKind kind) => string.Join(" or ", _keys.Where(key => key.Kind == kind)
        .Select(key => key.SignatureBytes).Distinct().Select(bytes => bytes.ToString(CultureInfo.InvariantCulture)))
        + " bytes";

    public string Describe() => _keys.Length == 1
        ? $"the configured certificate (SHA-256 {_keys[0].Sha256})"
        : string.Create(CultureInfo.InvariantCulture, $"any of the {_keys.Length} configured certificates");
}
