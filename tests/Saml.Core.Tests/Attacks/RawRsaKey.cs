using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// A trusted RSA key with the public exponent 3, and the bare RSA operation with it: what is signed is any encoded
/// message (RFC 8017, 9.2), not only a right one.
/// </summary>
internal sealed class RawRsaKey
{
    public const int Bytes = 256;

    private const int Exponent = 3;

    private static readonly byte[] s_sha256 = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

    private readonly BigInteger _privateExponent;

    private RawRsaKey(RSAParameters parameters)
    {
        Rsa = RSA.Create(parameters);
        Modulus = Number(parameters.Modulus!);
        _privateExponent = Number(parameters.D!);
        CertificateRequest request = new("CN=cubic", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = Signatures.ServiceProvider.Now;
        Certificate = X509CertificateLoader.LoadCertificate(
            request.CreateSelfSigned(now.AddYears(-1), now.AddYears(1)).RawData);
    }

    public static RawRsaKey Trusted { get; } = Create();

    public RSA Rsa { get; }

    public BigInteger Modulus { get; }

    public X509Certificate2 Certificate { get; }

    public ServiceProvider ServiceProvider => new() { Certificates = [Certificate] };

    /// <summary>The object identifier of SHA-256.</summary>
    public static byte[] Sha256 => s_sha256;

    public static byte[] Null => [0x05, 0x00];

    /// <summary>A value in the short form of DER.</summary>
    public static byte[] Tlv(byte tag, params byte[][] parts) =>
        [tag, checked((byte)parts.Sum(part => part.Length)), .. parts.SelectMany(part => part)];

    public static byte[] DigestInfo(byte[] oid, byte[] parameters, byte[] hash) =>
        Tlv(0x30, Tlv(0x30, oid, parameters), Tlv(0x04, hash));

    public static byte[] DigestInfo(byte[] hash) => DigestInfo(s_sha256, Null, hash);

    /// <summary>The octets behind as much padding as there is room for.</summary>
    public static byte[] Pad(byte[] octets) =>
        [0, 1, .. Enumerable.Repeat(byte.MaxValue, Bytes - octets.Length - 3), 0, .. octets];

    /// <summary>The signature whose encoded message is this.</summary>
    public byte[] Apply(byte[] encodedMessage) =>
        Octets(BigInteger.ModPow(Number(encodedMessage), _privateExponent, Modulus));

    /// <summary>The signature by the rules.</summary>
    public byte[] Sign(byte[] octets) => Apply(Pad(DigestInfo(SHA256.HashData(octets))));

    /// <summary>RSASSA-PSS with SHA-256 and a salt of any length, and with its last octet, which has to be BC (RFC 8017, 9.1.1).</summary>
    public byte[] SignPss(byte[] octets, int saltLength, byte trailer = 0xBC)
    {
        byte[] salt = [.. Enumerable.Repeat((byte)0x5A, saltLength)];
        byte[] hash = SHA256.HashData([.. new byte[8], .. SHA256.HashData(octets), .. salt]);
        byte[] block = [.. new byte[Bytes - hash.Length - 2 - saltLength], 1, .. salt];
        for (int start = 0; start < block.Length; start += hash.Length)
        {
            byte[] mask = SHA256.HashData([.. hash, 0, 0, 0, (byte)(start / hash.Length)]);
            for (int index = start; index < Math.Min(block.Length, start + hash.Length); index++)
            {
                block[index] ^= mask[index - start];
            }
        }

        block[0] &= 0x7F;
        return Apply([.. block, .. hash, trailer]);
    }

    /// <summary>The encoded message of a signature.</summary>
    public byte[] Open(byte[] signature) => Octets(BigInteger.ModPow(Number(signature), Exponent, Modulus));

    /// <summary>
    /// A number whose cube begins with these octets: a signature, without the private key, for whoever does not look at
    /// what is behind them.
    /// </summary>
    public static byte[] CubeRoot(byte[] beginning)
    {
        BigInteger least = Number([.. beginning, .. new byte[Bytes - beginning.Length]]);
        BigInteger low = 0;
        BigInteger high = BigInteger.One << (Bytes * 8 / 2);
        while (low < high)
        {
            BigInteger middle = (low + high) >> 1;
            (low, high) = BigInteger.Pow(middle, Exponent) < least ? (middle + 1, high) : (low, middle);
        }

        return Octets(low);
    }

    public static BigInteger Number(byte[] octets) => new(octets, isUnsigned: true, isBigEndian: true);

    public static byte[] Octets(BigInteger number, int length = Bytes)
    {
        byte[] octets = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - octets.Length], .. octets];
    }

    // Generated with the usual exponent; one key of four suits 3. The modulus leaves room for numbers above it.
    private static RawRsaKey Create()
    {
        while (true)
        {
            using RSA usual = RSA.Create(Bytes * 8);
            RSAParameters parameters = usual.ExportParameters(includePrivateParameters: true);
            BigInteger p = Number(parameters.P!) - 1;
            BigInteger q = Number(parameters.Q!) - 1;
            if (p % Exponent != 0 && q % Exponent != 0 && parameters.Modulus![0] < 0xE0)
            {
                BigInteger d = ((2 * p * q) + 1) / Exponent;
                parameters.Exponent = [Exponent];
                parameters.D = Octets(d);
                parameters.DP = Octets(d % p, Bytes / 2);
                parameters.DQ = Octets(d % q, Bytes / 2);
                return new RawRsaKey(parameters);
            }
        }
    }
}
