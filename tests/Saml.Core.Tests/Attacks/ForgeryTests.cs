using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>The controls of what is forged: somebody less strict would take each for genuine.</summary>
public sealed class ForgeryTests
{
    public static TheoryData<string> PaddingTitles => [.. AlgorithmAttacks.Padding.Select(attack => attack.Title)];

    public static TheoryData<string> HmacTitles => [.. AttackSuite.All
        .Where(attack => attack.Row == "AL-1" && attack.Name.StartsWith("hmac-sha1 ", StringComparison.Ordinal))
        .Select(attack => attack.Title)];

    [Theory]
    [MemberData(nameof(PaddingTitles))]
    public void A_forged_encoded_message_has_the_right_hash(string title)
    {
        string xml = Encoding.UTF8.GetString(AttackSuite.Find(title).Message());

        byte[] encoded = RawRsaKey.Trusted.Open(Forgery.SignatureValue(xml));

        encoded.AsSpan().IndexOf(SHA256.HashData(Forgery.SignedInfo(xml)).AsSpan(0, 16)).Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(HmacTitles))]
    public void An_HMAC_verifies_where_one_is_asked_for(string title)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(Encoding.UTF8.GetString(AttackSuite.Find(title).Message()));
        XmlElement signature = (XmlElement)document.SelectSingleNode("//*[local-name() = 'Signature']")!;
        SignedXml signedXml = new((XmlElement)signature.ParentNode!);
        signedXml.LoadXml(signature);

        bool[] answers = [.. AlgorithmAttacks.Secrets.Select(each => Verifies(each.Secret))];

        answers.Count(isRight => isRight).Should().Be(1);

        bool Verifies(byte[] secret)
        {
            using HMACSHA1 mac = new(secret);
            return signedXml.CheckSignature(mac);
        }
    }

    [Theory]
    [InlineData(SignaturePlacement.Response)]
    [InlineData(SignaturePlacement.Assertion)]
    public void An_attacker_is_right_about_his_own_key(SignaturePlacement placement)
    {
        byte[] message = new Forgery(Attacker.Sign).Message(placement);

        NaiveVerifier.Accepts(message, Attacker.SelfSigned).Should().BeTrue();
        NaiveVerifier.Accepts(message, Attacker.Clone).Should().BeTrue();
        NaiveVerifier.Accepts(message, Attacker.Issued).Should().BeTrue();
        NaiveVerifier.Accepts(message, Keys.Rsa.Certificate).Should().BeFalse();
    }

    [Fact]
    public void A_curve_of_ones_own_verifies_what_its_maker_signed()
    {
        X509Certificate2 trusted = Keys.P256.Certificate;
        byte[] octets = "anything"u8.ToArray();
        using ECDsa own = Attacker.Certify(Attacker.WithOwnGenerator(trusted)).GetECDsaPublicKey()!;
        using ECDsa named = trusted.GetECDsaPublicKey()!;

        byte[] value = Attacker.SignWithOwnGenerator(trusted, octets);

        own.VerifyData(octets, value, HashAlgorithmName.SHA256).Should().BeTrue();
        named.VerifyData(octets, value, HashAlgorithmName.SHA256).Should().BeFalse();
        own.ExportParameters(false).Q.X.Should().Equal(named.ExportParameters(false).Q.X);
    }
}
