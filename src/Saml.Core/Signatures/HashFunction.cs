using System.Security.Cryptography;
using System.Text;
using Saml.Core.Errors;

namespace Saml.Core.Signatures;

/// <summary>
/// The hash functions of the profile: the accepted values of <c>ds:DigestMethod/@Algorithm</c> (XML Encryption 1.1, 5.8;
/// RFC 6931, 2.1; SHA-1 by XML Signature 1.1, 6.2), and what signature algorithms hash the canonical SignedInfo with.
/// </summary>
internal sealed class HashFunction
{
    /// <summary>Longest hash value in bytes.</summary>
    public const int MaxBytes = 64;

    private static readonly HashFunction[] s_table =
    [
        new("http://www.w3.org/2001/04/xmlenc#sha256", HashAlgorithmName.SHA256, 32, SHA256.HashData),
        new("http://www.w3.org/2001/04/xmldsig-more#sha384", HashAlgorithmName.SHA384, 48, SHA384.HashData),
        new("http://www.w3.org/2001/04/xmlenc#sha512", HashAlgorithmName.SHA512, 64, SHA512.HashData),
        new("http://www.w3.org/2000/09/xmldsig#sha1", HashAlgorithmName.SHA1, 20, HashSha1),
    ];

    private static readonly string s_accepted =
        string.Join(", ", s_table.Where(row => row.Name != HashAlgorithmName.SHA1).Select(row => row._digestUri));

    private readonly string _digestUri;
    private readonly byte[] _digestUriOctets;
    private readonly Hasher _hash;

    private HashFunction(string digestUri, HashAlgorithmName name, int bytes, Hasher hash)
    {
        _digestUri = digestUri;
        _digestUriOctets = Encoding.ASCII.GetBytes(digestUri);
        Name = name;
        Bytes = bytes;
        _hash = hash;
    }

    private delegate int Hasher(ReadOnlySpan<byte> source, Span<byte> destination);

    public HashAlgorithmName Name { get; }

    /// <summary>Length of a value in bytes.</summary>
    public int Bytes { get; }

    public static HashFunction For(HashAlgorithmName name) => Array.Find(s_table, row => row.Name == name)!;

    /// <summary>The row for a digest method, or a rejection that says why there is none.</summary>
    public static HashFunction Select(ReadOnlySpan<byte> digestUri, bool allowSha1)
    {
        foreach (HashFunction row in s_table)
        {
            if (digestUri.SequenceEqual(row._digestUriOctets))
            {
                return row.Name == HashAlgorithmName.SHA1 && !allowSha1
                    ? throw new SamlRejection(SamlErrorCode.Sha1NotAllowed, actual: row._digestUri)
                    : row;
            }
        }

        throw new SamlRejection(SamlErrorCode.DigestAlgorithmNotAllowed, s_accepted, SafeText.Of(digestUri));
    }

    /// <summary>Hashes in one call into the front of <paramref name="destination"/> and returns that part.</summary>
    public Span<byte> Hash(ReadOnlySpan<byte> octets, Span<byte> destination) => destination[.._hash(octets, destination)];

#pragma warning disable CA5350 // Reached only behind Dangerous.AllowSha1, for identity providers that cannot do better yet.
    private static int HashSha1(ReadOnlySpan<byte> source, Span<byte> destination) => SHA1.HashData(source, destination);
#pragma warning restore CA5350
}
