using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Cost;

/// <summary>
/// The number of public-key operations follows from the configured keys alone: at most one for each key and each of the two
/// signatures, none before the message has the one shape that is accepted. The signature over SignedInfo comes before the
/// element is canonicalized, so that nobody but a trusted signer makes the validator hash a message.
/// </summary>
public sealed class PublicKeyOperationTests
{
    private static readonly X509Certificate2[] s_strangers = [.. Enumerable.Range(0, 4).Select(_ => CreateCertificate(2048))];
    private static readonly X509Certificate2 s_larger = CreateCertificate(3072);

    private static readonly HostileMessage s_exploding = new()
    {
        ResponseAttributes = $" xmlns:n=\"urn:{new string('n', 900)}\"",
        Extensions = string.Concat(Enumerable.Repeat("<n:a>x</n:a>", 1000)),
    };

    /// <summary>By how each changes a message, and in operations for each key.</summary>
    private static readonly Dictionary<string, (HostileMessage Message, Func<string, string>? Change, SamlErrorCode Expected, int PerKey)>
        s_messages = new()
        {
            ["genuine"] = (new(), null, SamlErrorCode.None, 2),
            ["element changed"] = (new(), ChangeElement, SamlErrorCode.DigestMismatch, 1),
            ["signature value changed"] = (new(), ChangeSignatureValue, SamlErrorCode.SignatureInvalid, 1),
            ["SignedInfo and element changed"] =
                (new(), xml => ChangeElement(ChangeDigestValue(xml)), SamlErrorCode.SignatureInvalid, 1),
            ["element whose canonical form explodes"] = (s_exploding, null, SamlErrorCode.CanonicalizationFailed, 1),
            ["element whose canonical form would explode, signature value changed"] =
                (s_exploding, ChangeSignatureValue, SamlErrorCode.SignatureInvalid, 1),
            ["References"] =
                (new() { References = Many("<d:Reference URI=\"#_assertion\"/>") }, null, SamlErrorCode.ReferenceCountInvalid, 0),
            ["Signatures of the Response"] =
                (new() { BehindResponseSignature = Many(Signature) }, null, SamlErrorCode.MultipleSignatures, 0),
            ["Signatures elsewhere"] = (new() { Extensions = Many(Signature) }, null, SamlErrorCode.SignatureMisplaced, 0),
            ["a longer signature value"] =
                (new() { SignatureTail = "AAAA" }, null, SamlErrorCode.SignatureValueMalformed, 0),
            ["another issuer"] =
                (new() { Issuer = "https://stranger.example.com" }, null, SamlErrorCode.ResponseIssuerMismatch, 0),
            ["keys inside the message"] = (new() { KeyInfo = Many("<d:KeyName>x</d:KeyName>") }, null, SamlErrorCode.None, 2),
        };

    private const string Signature = "<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>";

    public static TheoryData<string, int> Messages
    {
        get
        {
            TheoryData<string, int> rows = [];
            foreach (string name in s_messages.Keys)
            {
                foreach (int keys in new[] { 1, 2, 5 })
                {
                    rows.Add(name, keys);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    [CatalogueRow("RX-7", "RX-9", "RX-14")]
    public void Operations_are_bounded_by_the_configured_keys(string name, int keys)
    {
        (HostileMessage message, Func<string, string>? change, SamlErrorCode expected, int perKey) = s_messages[name];
        string xml = Encoding.UTF8.GetString(message.ToOctets());
        string posted = change is null ? xml : SignedMessage.Change(xml, change);

        // The key that signed is the last one to be tried, and none is of another size.
        IdentityProvider identityProvider = new(
            HostileMessage.EntityId, [.. s_strangers[..(keys - 1)], HostileServiceProvider.Certificate]);
        CountingRsa[] counters = CountingRsa.Of(identityProvider);
        SamlValidationResult result = Validate(identityProvider, posted);

        (result.Error?.Code ?? SamlErrorCode.None).Should().Be(expected, "{0}", result);
        counters.Sum(counter => counter.Operations).Should().Be(keys * perKey);
    }

    [Fact]
    public void Keys_of_another_size_are_not_tried()
    {
        IdentityProvider identityProvider = new(HostileMessage.EntityId, [s_larger, HostileServiceProvider.Certificate]);
        CountingRsa[] counters = CountingRsa.Of(identityProvider);

        SamlValidationResult result = Validate(identityProvider, Encoding.UTF8.GetString(new HostileMessage().ToOctets()));

        result.IsValid.Should().BeTrue();
        counters.Select(counter => counter.Operations).Should().Equal(0, 2);
    }

    private static SamlValidationResult Validate(IdentityProvider identityProvider, string xml) =>
        HostileServiceProvider.CreateValidator(new XmlLimits(), identityProvider)
            .Validate(Convert.ToBase64String(Encoding.UTF8.GetBytes(xml)));

    private static string ChangeElement(string xml) => xml.Replace("Jane Doe", "John Doe", StringComparison.Ordinal);

    private static string ChangeDigestValue(string xml) => ChangeFirst(xml, "<d:DigestValue>");

    private static string ChangeSignatureValue(string xml) => ChangeFirst(xml, "<d:SignatureValue>");

    // The first one is the Response's.
    private static string ChangeFirst(string xml, string tag)
    {
        int index = xml.IndexOf(tag, StringComparison.Ordinal) + tag.Length;
        return xml[..index] + (xml[index] == 'A' ? 'B' : 'A') + xml[(index + 1)..];
    }

    private static string Many(string xml) => string.Concat(Enumerable.Repeat(xml, 500));

    private static X509Certificate2 CreateCertificate(int bits)
    {
        using RSA key = RSA.Create(bits);
        return new CertificateRequest("CN=stranger", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
