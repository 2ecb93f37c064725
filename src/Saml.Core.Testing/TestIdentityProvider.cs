using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing.Signing;

namespace Saml.Core.Testing;

/// <summary>
/// An identity provider with a key of its own: mints SAML responses and signs any message. Safe to share between
/// threads; making one is slow (a key is generated), so keep it for many messages.
/// </summary>
/// <remarks>
/// Canonicalization is that of System.Security.Cryptography.Xml. The signature is put into the text as it stands:
/// every other character of the message stays what it was.
/// </remarks>
public sealed class TestIdentityProvider : IDisposable
{
    /// <summary>The entity ID of <see cref="Create"/>, in Okta's form.</summary>
    public const string ExampleEntityId = "http://www.okta.com/exk1a2b3c4d5e6f7g8h9";

    private const string CertificateSubject = "CN=dev-01234567, O=Example";

    private static readonly DateTimeOffset s_defaultNotBefore = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_defaultNotAfter = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Throws on a lone surrogate, which would otherwise become another text than the signed one.
    private static readonly UTF8Encoding s_utf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SigningKey _key;

    private TestIdentityProvider(
        string entityId,
        AsymmetricAlgorithm key,
        CertificateRequest request,
        DateTimeOffset? notBefore,
        DateTimeOffset? notAfter,
        SigningAlgorithm algorithm)
    {
        EntityId = entityId;
        DefaultSettings = new SignatureSettings { Algorithm = algorithm };

        using X509Certificate2 withPrivateKey =
            request.CreateSelfSigned(notBefore ?? s_defaultNotBefore, notAfter ?? s_defaultNotAfter);
        Certificate = X509CertificateLoader.LoadCertificate(withPrivateKey.RawData);
        _key = new SigningKey(key, Certificate);
    }

    /// <summary>The entity ID: the Issuer of what it mints.</summary>
    public string EntityId { get; }

    /// <summary>The self-signed signing certificate, without the private key. Disposed with this object.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate as PEM.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem();

    /// <summary>
    /// What is used where no settings are given: RSA-SHA256, or for an ECDSA key the hash of the curve's size.
    /// </summary>
    public SignatureSettings DefaultSettings { get; }

    /// <summary>An identity provider with an RSA key of 2048 bits.</summary>
    /// <param name="entityId">The entity ID.</param>
    /// <param name="notBefore">The start of the certificate's validity; 2020 by default.</param>
    /// <param name="notAfter">The end of the certificate's validity; 2120 by default.</param>
    public static TestIdentityProvider Create(
        string entityId = ExampleEntityId,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null) =>
        CreateRsa(entityId, keyBits: 2048, notBefore, notAfter);

    /// <summary>An identity provider with an RSA key.</summary>
    /// <param name="entityId">The entity ID.</param>
    /// <param name="keyBits">The length of the modulus in bits.</param>
    /// <param name="notBefore">The start of the certificate's validity; 2020 by default.</param>
    /// <param name="notAfter">The end of the certificate's validity; 2120 by default.</param>
    public static TestIdentityProvider CreateRsa(
        string entityId,
        int keyBits,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityId);

        return FromKey(entityId, RSA.Create(keyBits), notBefore, notAfter);
    }

    /// <summary>An identity provider with an ECDSA key.</summary>
    /// <param name="entityId">The entity ID.</param>
    /// <param name="curve">The curve, such as <see cref="ECCurve.NamedCurves.nistP256"/>.</param>
    /// <param name="notBefore">The start of the certificate's validity; 2020 by default.</param>
    /// <param name="notAfter">The end of the certificate's validity; 2120 by default.</param>
    public static TestIdentityProvider CreateEcdsa(
        string entityId,
        ECCurve curve,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityId);

        return FromKey(entityId, ECDsa.Create(curve), notBefore, notAfter);
    }

    /// <summary>The SAMLResponse form field of the HTTP POST binding: base64, one line.</summary>
    /// <param name="xml">The message.</param>
    public static string ToFormValue(byte[] xml) => Convert.ToBase64String(xml);

    /// <summary>A SAML response, signed.</summary>
    /// <param name="template">What it says.</param>
    /// <param name="placement">What is signed.</param>
    /// <param name="settings">How; null: <see cref="DefaultSettings"/>.</param>
    /// <returns>UTF-8 without a byte order mark.</returns>
    /// <exception cref="ArgumentException">The algorithm does not suit the key.</exception>
    public byte[] Mint(ResponseTemplate template, SignaturePlacement placement, SignatureSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(template);

        ResponseTemplate issued = template.OwnIssuer is null ? template with { Issuer = EntityId } : template;
        return Sign(issued.ToXml(), placement, settings);
    }

    /// <summary>
    /// Signs a message. Its Assertion is the document element, where that is one, or else the first child that is one;
    /// its Response is the document element, whatever else it is.
    /// </summary>
    /// <param name="xml">The message, any well-formed XML without a document type.</param>
    /// <param name="placement">What is signed; each such element must have an ID.</param>
    /// <param name="settings">How; null: <see cref="DefaultSettings"/>.</param>
    /// <returns>UTF-8 without a byte order mark, whatever an XML declaration may say.</returns>
    /// <exception cref="System.Xml.XmlException">The text is not well formed, or has a document type.</exception>
    /// <exception cref="ArgumentException">
    /// There is no such element, it has no ID, or the algorithm does not suit the key.
    /// </exception>
    public byte[] Sign(string xml, SignaturePlacement placement, SignatureSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(xml);

        string signed = xml;
        if (placement is SignaturePlacement.Assertion or SignaturePlacement.ResponseAndAssertion)
        {
            signed = SignOne(signed, outline => outline.FindAssertion());
        }

        if (placement is SignaturePlacement.Response or SignaturePlacement.ResponseAndAssertion)
        {
            signed = SignOne(signed, outline => outline.FindResponse());
        }

        return s_utf8.GetBytes(signed);

        string SignOne(string text, Func<XmlOutline, OutlineElement> find)
        {
            XmlOutline outline = XmlOutline.Read(text);
            OutlineElement element = find(outline);
            return new XmlSigner(_key, settings ?? DefaultSettings, new SignatureRecipe())
                .Sign(outline, element, [ReferenceRecipe.ToParent(element.RequireId())]);
        }
    }

    /// <summary>Signs the element with the given ID, in any way: see <see cref="SignatureRecipe"/>.</summary>
    /// <param name="xml">The message, any well-formed XML without a document type.</param>
    /// <param name="id">
    /// The ID of the signed element: the first whose ID attribute or, where none has the value, Id attribute is this.
    /// </param>
    /// <param name="recipe">What differs from the standard signature; null: nothing.</param>
    /// <param name="settings">How; null: <see cref="DefaultSettings"/>.</param>
    /// <returns>UTF-8 without a byte order mark, whatever an XML declaration may say.</returns>
    /// <exception cref="System.Xml.XmlException">The text is not well formed, or has a document type.</exception>
    /// <exception cref="ArgumentException">An ID is not there, or the algorithm does not suit the key.</exception>
    public byte[] SignElement(
        string xml,
        string id,
        SignatureRecipe? recipe = null,
        SignatureSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(id);

        SignatureRecipe odd = recipe ?? new SignatureRecipe();
        XmlOutline outline = XmlOutline.Read(xml);
        string signed = new XmlSigner(_key, settings ?? DefaultSettings, odd)
            .Sign(outline, outline.FindById(odd.ParentId ?? id), odd.References ?? [ReferenceRecipe.To(id)]);
        return s_utf8.GetBytes(signed);
    }

    /// <summary>Disposes of the key and the certificate.</summary>
    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }

    internal static TestIdentityProvider FromKey(
        string entityId, RSA key, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        CertificateRequest request =
            new(CertificateSubject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new(entityId, key, request, notBefore, notAfter, SigningAlgorithm.RsaSha256);
    }

    internal static TestIdentityProvider FromKey(
        string entityId, ECDsa key, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        CertificateRequest request = new(CertificateSubject, key, HashAlgorithmName.SHA256);
        SigningAlgorithm algorithm = key.KeySize switch
        {
            <= 256 => SigningAlgorithm.EcdsaSha256,
            <= 384 => SigningAlgorithm.EcdsaSha384,
            _ => SigningAlgorithm.EcdsaSha512,
        };
        return new(entityId, key, request, notBefore, notAfter, algorithm);
    }
}
