using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// What the platform's own SignedXml, XmlDocument and parsers say to the messages of <see cref="PlatformAttacks"/>: why
/// this library has its own.
/// </summary>
public sealed class PlatformPitfallTests
{
    [Fact]
    [CatalogueRow("NP-2")]
    public async Task Without_a_key_SignedXml_takes_the_one_of_the_message()
    {
        byte[] message = SignedMessage.Mint(SignaturePlacement.Assertion, signer: Keys.Stranger);

        Load(message).CheckSignature().Should().BeTrue();

        (await AnswerAsync(message)).Should().Be(SignatureInvalid);
    }

    [Fact]
    [CatalogueRow("NP-35")]
    public async Task SignedXml_returns_the_key_of_the_message_as_the_one_that_signed()
    {
        byte[] message = SignedMessage.Mint(SignaturePlacement.Assertion, signer: Keys.Stranger);

        Load(message).CheckSignatureReturningKey(out AsymmetricAlgorithm? key).Should().BeTrue();
        key!.ExportSubjectPublicKeyInfo().Should().Equal(Keys.Stranger.Certificate.PublicKey.ExportSubjectPublicKeyInfo());

        SamlError error = (await new ServiceProvider().ValidateAsync(message)).Error!;
        error.Code.Should().Be(SignatureInvalid);
        string.Concat(error.Message, error.Expected, error.Actual, error.Hint)
            .Should().NotContain(Keys.Stranger.Certificate.GetCertHashString(HashAlgorithmName.SHA256), "it would be pinned next");
    }

    [Theory]
    [CatalogueRow("NP-4")]
    [InlineData("Id")]
    [InlineData("id")]
    public void SignedXml_takes_other_spellings_for_IDs(string name)
    {
        XmlDocument document = new();
        document.LoadXml($"<r><evil {name}='x'/><genuine {(name == "Id" ? "id" : "ID")}='x'/></r>");

        new SignedXml(document).GetIdElement(document, "x")!.LocalName.Should().Be("evil");
    }

    [Fact]
    [CatalogueRow("NP-4")]
    public void A_DTD_says_to_XmlDocument_what_an_ID_is()
    {
        XmlDocument document = new() { XmlResolver = null };
        document.LoadXml("<!DOCTYPE r [<!ELEMENT evil ANY><!ATTLIST evil name ID #IMPLIED>]><r><evil name='x'/><genuine ID='x'/></r>");

        new SignedXml(document).GetIdElement(document, "x")!.LocalName.Should().Be("evil");
    }

    [Fact]
    [CatalogueRow("NP-6")]
    public async Task SignedXml_resolves_another_ID_than_the_URI_that_is_looked_at()
    {
        byte[] message = Message("reference: URI: #xpointer(id(…))");
        ResolvingSignedXml signedXml = Load(message, element => new ResolvingSignedXml(element));

        signedXml.CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeTrue();

        ((Reference)signedXml.SignedInfo!.References[0]!).Uri.Should().Be("#xpointer(id('id200'))");
        signedXml.Resolved.Should().NotBeEmpty().And.AllBe("id200");
        (await AnswerAsync(message)).Should().Be(ReferenceUriInvalid);
    }

    [Fact]
    [CatalogueRow("NP-11")]
    public async Task SignedXml_loses_a_carriage_return()
    {
        byte[] message = Message("content: signed with a carriage return in a value");

        Load(message).CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeFalse();

        (await AnswerAsync(message)).Should().Be(None);
    }

    [Fact]
    [CatalogueRow("NP-12")]
    public async Task To_SignedXml_the_namespaces_in_scope_are_those_of_its_constructor()
    {
        byte[] message = Message("transform: method: Canonical XML 1.0");

        Load(message).CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeTrue();
        Load(message, element => new SignedXml(element.OwnerDocument))
            .CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeFalse();

        (await AnswerAsync(message)).Should().Be(CanonicalizationNotAllowed);
    }

    [Theory]
    [CatalogueRow("NP-14")]
    [InlineData("key: KeyInfo shows a certificate that is none")]
    [InlineData("key: KeyInfo shows a certificate that is not base64")]
    public async Task SignedXml_reads_KeyInfo_whatever_key_it_is_given(string name)
    {
        byte[] message = Message(name);

        FluentActions.Invoking(() => Load(message)).Should().Throw<Exception>();

        (await AnswerAsync(message)).Should().Be(None);
    }

    /// <summary>What is no plain "false": the caller has to know them all.</summary>
    [Fact]
    [CatalogueRow("NP-15")]
    public async Task SignedXml_throws_many_exceptions_and_this_library_none()
    {
        HashSet<string> thrown = [];
        foreach (SignatureVector vector in SignatureVectorTests.All)
        {
            byte[] message = vector.Message(SignaturePlacement.Assertion);
            try
            {
                Load(message).CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true);
            }
            catch (Exception exception)
            {
                thrown.Add(exception.GetType().Name);
                SamlValidationResult result = await vector.ServiceProvider.ValidateAsync(message);
                (result.Error?.Code ?? None).Should().Be(vector.Expected, "{0}", vector.Name);
            }
        }

        thrown.Should().Contain([nameof(FormatException), nameof(CryptographicException), nameof(XmlException)]);
    }

    [Theory]
    [CatalogueRow("NP-16")]
    [InlineData("algorithm: ecdsa-sha256 with P-256, digest sha256")]
    [InlineData("algorithm: sha256-rsa-MGF1 with RSA, digest sha256")]
    public async Task SignedXml_does_not_know_newer_algorithms(string name)
    {
        SignatureVector vector = SignatureVectorTests.Find(name);
        byte[] message = vector.Message(SignaturePlacement.Assertion);

        FluentActions.Invoking(() => Load(message).CheckSignature(vector.ServiceProvider.Certificates[0], verifySignatureOnly: true))
            .Should().Throw<CryptographicException>();

        (await vector.ServiceProvider.ValidateAsync(message)).IsValid.Should().BeTrue();
    }

    /// <summary>The HMAC under a key that everybody has: the certificate.</summary>
    [Fact]
    [CatalogueRow("NP-19")]
    public async Task SignedXml_verifies_an_HMAC_for_whoever_gives_it_a_key()
    {
        XmlDocument document = new() { PreserveWhitespace = true };
        document.LoadXml(Encoding.UTF8.GetString(SignedMessage.Mint(SignaturePlacement.None)));
        XmlElement assertion = (XmlElement)document.GetElementsByTagName("Assertion", "*")[0]!;
        Reference reference = new($"#{SignedMessage.AssertionId}");
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        SignedXml signedXml = new(document);
        signedXml.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signedXml.AddReference(reference);
        using HMACSHA256 key = new(Keys.Rsa.Certificate.RawData);
        signedXml.ComputeSignature(key);
        assertion.InsertAfter(signedXml.GetXml(), assertion.FirstChild);
        byte[] message = Encoding.UTF8.GetBytes(document.OuterXml);

        Load(message).CheckSignature(key).Should().BeTrue();

        (await AnswerAsync(message)).Should().Be(HmacNotAllowed);
    }

    [Fact]
    [CatalogueRow("NP-22")]
    public async Task GetString_makes_any_octets_a_text()
    {
        Attack attack = PlatformAttacks.All.First(each => each.Row == "NP-22");
        byte[] message = attack.Message();

        Load(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message)))
            .CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeTrue();

        (await AnswerAsync(message)).Should().Be(InvalidUtf8);
    }

    [Fact]
    [CatalogueRow("NP-25")]
    public async Task XmlDocument_drops_white_space_unless_told_otherwise()
    {
        byte[] changed = Message("content: white space between elements");
        byte[] genuine = Message("content: signed with line ends");

        Load(changed, preserveWhitespace: false).CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeTrue();
        Load(genuine, preserveWhitespace: false).CheckSignature(Keys.Rsa.Certificate, verifySignatureOnly: true).Should().BeFalse();

        (await AnswerAsync(changed)).Should().Be(DigestMismatch);
        (await AnswerAsync(genuine)).Should().Be(None);
    }

    [Fact]
    [CatalogueRow("NP-26")]
    public void XmlNode_has_three_texts()
    {
        XmlDocument document = new();
        document.LoadXml("<NameID>admin<!-- -->.evil.example</NameID>");

        document.DocumentElement!.FirstChild!.Value.Should().Be("admin");
        document.DocumentElement.InnerText.Should().Be("admin.evil.example");
        document.DocumentElement.InnerXml.Should().Be("admin<!-- -->.evil.example");
    }

    [Theory]
    [CatalogueRow("NP-29")]
    [InlineData("QQ==", "QR==")]
    [InlineData("QUJD", "Q U\nJ\tD")]
    public async Task FromBase64String_reads_one_value_in_many_ways(string genuine, string other)
    {
        Convert.FromBase64String(other).Should().Equal(Convert.FromBase64String(genuine));
        byte[] message = SignedMessage.Mint(SignaturePlacement.Assertion);
        string form = PlatformAttacks.OtherBits(message);
        Encoding.UTF8.GetString(Convert.FromBase64String(form)).TrimEnd().Should().Be(Encoding.UTF8.GetString(message));

        SamlValidationResult result = await new ServiceProvider().CreateValidator()
            .ValidateAsync(form, ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId));

        result.Error!.Code.Should().Be(InvalidBase64);
    }

    [Fact]
    [CatalogueRow("NP-30")]
    public void Instants_of_the_platform_have_no_zone_depend_on_the_culture_and_throw()
    {
        DateTime.Parse("2026-01-01T12:00:00", CultureInfo.InvariantCulture).Kind.Should().Be(DateTimeKind.Unspecified);
        DateTime.Parse("01/02/2026", CultureInfo.GetCultureInfo("en-US"))
            .Should().NotBe(DateTime.Parse("01/02/2026", CultureInfo.GetCultureInfo("en-GB")));
        foreach (string text in new[] { "2016-12-31T23:59:60Z", "10000-01-01T00:00:00Z" })
        {
            FluentActions.Invoking(() => XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.Utc)).Should().Throw<FormatException>();
        }
    }

    [Fact]
    [CatalogueRow("NP-31")]
    public void A_culture_does_not_see_every_character()
    {
        CultureInfo.InvariantCulture.CompareInfo.Compare("urn:flex\u00AD", "urn:flex").Should().Be(0);
        string.CompareOrdinal("urn:flex\u00AD", "urn:flex").Should().NotBe(0);
    }

    [Fact]
    [CatalogueRow("NP-32")]
    public void Uri_takes_different_texts_for_one()
    {
        Uri own = new(Validation.Vector.ServiceUrl);

        PlatformAttacks.EqualUrls.Where(url => new Uri(url) != own).Should().BeEmpty();
    }

    [Fact]
    [CatalogueRow("NP-38")]
    public void A_certificate_has_no_RSA_key_where_its_key_is_another()
    {
        Keys.P256.Certificate.GetRSAPublicKey().Should().BeNull();
        Keys.Rsa.Certificate.GetECDsaPublicKey().Should().BeNull();
    }

    [Fact]
    [CatalogueRow("NP-40")]
    public void XmlReader_has_no_limit_of_its_own() => new XmlReaderSettings().MaxCharactersInDocument.Should().Be(0);

    private static byte[] Message(string vector) => SignatureVectorTests.Find(vector).Message(SignaturePlacement.Assertion);

    private static async Task<SamlErrorCode> AnswerAsync(byte[] message) =>
        (await new ServiceProvider().ValidateAsync(message)).Error?.Code ?? None;

    private static SignedXml Load(byte[] message, bool preserveWhitespace = true) =>
        Load(message, element => new SignedXml(element), preserveWhitespace);

    private static T Load<T>(byte[] message, Func<XmlElement, T> create, bool preserveWhitespace = true)
        where T : SignedXml
    {
        XmlDocument document = new() { PreserveWhitespace = preserveWhitespace, XmlResolver = null };
        document.LoadXml(Encoding.UTF8.GetString(message).TrimStart('\uFEFF'));
        XmlElement signature = (XmlElement)document.SelectSingleNode("//*[local-name() = 'Signature']")!;
        T signedXml = create((XmlElement)signature.ParentNode!);
        signedXml.LoadXml(signature);
        return signedXml;
    }

    private sealed class ResolvingSignedXml(XmlElement element) : SignedXml(element)
    {
        public List<string> Resolved { get; } = [];

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue)
        {
            Resolved.Add(idValue);
            return base.GetIdElement(document, idValue);
        }
    }
}
