using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>
/// Keys worked out from a name: the same in every process, so that what one process signed another can validate again,
/// and no private key lies in the repository. They protect nothing.
/// </summary>
internal static class DerivedKeys
{
    private static readonly BigInteger s_exponent = 65537;
    private static readonly int[] s_smallPrimes = SmallPrimes(4000);

    /// <summary>RSA of 2048 bits.</summary>
    public static RSA Rsa(string name)
    {
        BigInteger p = Prime(name + " p");
        BigInteger q = Prime(name + " q");
        BigInteger d = Inverse(s_exponent, (p - 1) * (q - 1));
        return RSA.Create(new RSAParameters
        {
            Modulus = Octets(p * q, 256),
            Exponent = Octets(s_exponent, 3),
            P = Octets(p, 128),
            Q = Octets(q, 128),
            D = Octets(d, 256),
            DP = Octets(d % (p - 1), 128),
            DQ = Octets(d % (q - 1), 128),
            InverseQ = Octets(Inverse(q, p), 128),
        });
    }

    /// <summary>ECDSA on P-256.</summary>
    public static ECDsa P256(string name)
    {
        // The first bit is cleared so that the number is below the order of the curve.
        byte[] d = Stream(name, 32);
        d[0] &= 0x7F;
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
    }

    private static BigInteger Prime(string name)
    {
        byte[] octets = Stream(name, 128);
        octets[0] |= 0xC0;
        octets[^1] |= 1;
        BigInteger candidate = new(octets, isUnsigned: true, isBigEndian: true);
        while (!IsProbablyPrime(candidate))
        {
            candidate += 2;
        }

        return candidate;
    }

    // Fermat's test: nothing here has to withstand anybody who chooses the candidate.
    private static bool IsProbablyPrime(BigInteger candidate)
    {
        foreach (int prime in s_smallPrimes)
        {
            if (candidate % prime == 0)
            {
                return false;
            }
        }

        return (candidate - 1) % s_exponent != 0 && BigInteger.ModPow(2, candidate - 1, candidate).IsOne;
    }

    private static int[] SmallPrimes(int limit) =>
        [.. Enumerable.Range(3, limit).Where(n => Enumerable.Range(2, (int)Math.Sqrt(n) - 1).All(d => n % d != 0))];

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        (BigInteger r, BigInteger next) = (modulus, value % modulus);
        (BigInteger t, BigInteger nextT) = (BigInteger.Zero, BigInteger.One);
        while (!next.IsZero)
        {
            BigInteger quotient = r / next;
            (r, next) = (next, r - (quotient * next));
            (t, nextT) = (nextT, t - (quotient * nextT));
        }

        return t.Sign < 0 ? t + modulus : t;
    }

    private static byte[] Octets(BigInteger value, int length)
    {
        byte[] octets = new byte[length];
        byte[] minimal = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        minimal.CopyTo(octets.AsSpan(length - minimal.Length));
        return octets;
    }

    private static byte[] Stream(string name, int length)
    {
        byte[] stream = new byte[length];
        byte[] block = [.. Encoding.UTF8.GetBytes(name), 0, 0, 0, 0];
        for (int i = 0; i * 32 < length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(block.Length - 4), i);
            SHA256.HashData(block).AsSpan(0, Math.Min(32, length - (i * 32))).CopyTo(stream.AsSpan(i * 32));
        }

        return stream;
    }
}
