using System.Security.Cryptography;
using Saml.Core.Errors;

namespace Saml.Core.Signatures;

/// <summary>The kind of public key that a signature algorithm needs.</summary>
internal enum KeyKind
{
    Rsa,
    Ecdsa,
}

/// <summary>
/// The accepted values of <c>ds:SignatureMethod/@Algorithm</c> (XML Signature 1.1, 6.4; RFC 6931, 2.3). The identifier
/// is compared octet by octet before any cryptographic object exists; nothing outside the table can be chosen.
/// </summary>
internal sealed class SignatureAlgorithm
{
    private static readonly SignatureAlgorithm[] s_table =
    [
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        new("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        new("http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1", HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        new("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", HashAlgorithmName.SHA256, padding: null),
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", HashAlgorithmName.SHA384, padding: null),
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", HashAlgorithmName.SHA512, padding: null),
        new("http://www.w3.org/2000/09/xmldsig#rsa-sha1", HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
    ];

    private static readonly string s_accepted = string.Join(", ", s_table.Where(row => !row.IsSha1).Select(row => row.Uri));

    private readonly byte[] _uri;

    private SignatureAlgorithm(string uri, HashAlgorithmName hash, RSASignaturePadding? padding)
    {
        Uri = uri;
        Hash = HashFunction.For(hash);
        Padding = padding;
        _uri = System.Text.Encoding.ASCII.GetBytes(uri);
    }

    public string Uri { get; }

    public HashFunction Hash { get; }

    /// <summary>The RSA padding; null for ECDSA.</summary>
    public RSASignaturePadding? Padding { get; }

    public KeyKind KeyKind => Padding is null ? KeyKind.Ecdsa : KeyKind.Rsa;

    public bool IsSha1 => Hash.Name == HashAlgorithmName.SHA1;

    /// <summary>The row for an identifier, or a rejection that says why there is none.</summary>
    public static SignatureAlgorithm Select(ReadOnlySpan<byte> uri, bool allowSha1)
    {
        foreach (SignatureAlgorithm row in s_table)
        {
            if (uri.SequenceEqual(row._uri))
            {
                return row.IsSha1 && !allowSha1
                    ? throw new SamlRejection(SamlErrorCode.Sha1NotAllowed, actual: row.Uri)
                    : row;
            }
        }

        SamlErrorCode code = uri.IndexOf("#hmac-"u8) >= 0
            ? SamlErrorCode.HmacNotAllowed
            : SamlErrorCode.SignatureAlgorithmNotAllowed;
        throw new SamlRejection(code, s_accepted, SafeText.Of(uri));
    }
}
