using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Signatures;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Api;

/// <summary>A key that proves nothing is found when it is configured.</summary>
public sealed class WeakKeyTests
{
    private static readonly BigInteger s_modulus = RawRsaKey.Trusted.Modulus;

    private static readonly Dictionary<string, (Func<PublicKey> Key, string Says)> s_weak = new()
    {
        ["RSA with exponent 1: a signature is its own encoded message"] = (() => Rsa(s_modulus, 1), "its"),
        ["RSA with exponent 0"] = (() => Rsa(s_modulus, 0), "its"),
        ["RSA with an even exponent"] = (() => Rsa(s_modulus, 4), "its"),
        ["RSA with an even exponent that is usual but for one"] = (() => Rsa(s_modulus, 65536), "its"),
        ["RSA with an even modulus"] = (() => Rsa(s_modulus - 1, 65537), "modulus"),
        ["RSA of 8193 bits"] = (() => Rsa((BigInteger.One << 8192) + 1, 65537), "8192"),
        ["RSA of 16384 bits"] = (() => Rsa((BigInteger.One << 16383) + 1, 65537), "8192"),
        ["P-256 with a base point of one's own"] = (() => Attacker.WithOwnGenerator(Keys.P256.Certificate), "elliptic curve"),
        ["secp256k1"] = (() => Curve("1.3.132.0.10"), "elliptic curve"),
        ["P-224"] = (() => Curve("1.3.132.0.33"), "elliptic curve"),
        ["brainpoolP256r1"] = (() => Curve("1.3.36.3.3.2.8.1.1.7"), "elliptic curve"),
        ["DSA"] = (Dsa, "neither RSA nor ECDSA"),
    };

    public static TheoryData<string> Weak => [.. s_weak.Keys];

    [Theory]
    [MemberData(nameof(Weak))]
    [CatalogueRow("AL-8", "AL-17", "KY-20")]
    public void It_is_refused_as_unusable(string name)
    {
        (Func<PublicKey> key, string says) = s_weak[name];
        using X509Certificate2 certificate = Attacker.Certify(key());

        SamlConfigurationException problem = FluentActions
            .Invoking(() => new IdentityProvider(TestIdentityProvider.ExampleEntityId, [Keys.Rsa.Certificate, certificate]))
            .Should().Throw<SamlConfigurationException>().Which;

        problem.Errors.Should().ContainSingle().Which.Code.Should().Be(CertificateUnreadable);
        problem.Message.Should().Contain(says).And.Contain("SigningCertificates[1]");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(65537)]
    public void Usual_exponents_are_not(int exponent)
    {
        using X509Certificate2 certificate = Attacker.Certify(Rsa(s_modulus, exponent));

        new IdentityProvider(TestIdentityProvider.ExampleEntityId, [certificate]).Keys.Should().ContainSingle();
    }

    /// <summary>The same without the platform, which may refuse some of them itself.</summary>
    [Theory]
    [InlineData("C1", "03", null)]
    [InlineData("C1", "00000003", null)]
    [InlineData("C1", "010001", null)]
    [InlineData("C1", "01", "exponent is 1")]
    [InlineData("C1", "000001", "exponent is 1")]
    [InlineData("C1", "02", "is even")]
    [InlineData("C1", "010000", "is even")]
    [InlineData("C1", "00", "is even")]
    [InlineData("C1", "", "is even")]
    [InlineData("C2", "03", "is even")]
    [InlineData("", "03", "is even")]
    [CatalogueRow("AL-17")]
    public void An_RSA_key_is_odd_and_its_exponent_not_1(string modulus, string exponent, string? says)
    {
        RSAParameters key = new() { Modulus = Convert.FromHexString(modulus), Exponent = Convert.FromHexString(exponent) };

        string? weakness = TrustedKey.FindWeakness(key);

        (weakness is null).Should().Be(says is null);
        weakness?.Should().Contain(says);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void An_RSA_key_has_at_most_8192_bits(int octets, bool isUsable)
    {
        byte[] modulus = [0, .. Enumerable.Repeat(byte.MaxValue, octets)];

        (TrustedKey.FindWeakness(new RSAParameters { Modulus = modulus, Exponent = [3] }) is null).Should().Be(isUsable);
    }

    private static PublicKey Rsa(BigInteger modulus, BigInteger exponent)
    {
        AsnWriter key = new(AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            key.WriteInteger(modulus);
            key.WriteInteger(exponent);
        }

        return new PublicKey(
            new Oid("1.2.840.113549.1.1.1"), new AsnEncodedData([0x05, 0x00]), new AsnEncodedData(key.Encode()));
    }

    private static PublicKey Curve(string oid)
    {
        using ECDsa key = ECDsa.Create(ECCurve.CreateFromValue(oid));
        return new PublicKey(key);
    }

    private static PublicKey Dsa()
    {
        AsnWriter parameters = new(AsnEncodingRules.DER);
        using (parameters.PushSequence())
        {
            parameters.WriteInteger(s_modulus);
            parameters.WriteInteger((BigInteger.One << 255) + 1);
            parameters.WriteInteger(2);
        }

        AsnWriter y = new(AsnEncodingRules.DER);
        y.WriteInteger(4);
        return new PublicKey(
            new Oid("1.2.840.10040.4.1"), new AsnEncodedData(parameters.Encode()), new AsnEncodedData(y.Encode()));
    }
}
