using System.Text;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Validation.Change;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// Group NP: messages that a verifier built of SignedXml, XmlDocument and the platform's parsers takes for what they
/// are not. <see cref="PlatformPitfallTests"/> shows the pitfalls themselves.
/// </summary>
internal static class PlatformAttacks
{
    private const string Status = "<saml2p:Status ";
    private const string EndOfResponse = "</saml2p:Response>";
    private const string ServiceUrl = Validation.Vector.ServiceUrl;

    /// <summary>URLs that System.Uri takes for the service provider's.</summary>
    public static IReadOnlyList<string> EqualUrls { get; } =
    [
        ServiceUrl.Once("https:", "HTTPS:"), ServiceUrl.Once(".com/", ".com:443/"), ServiceUrl.Once("twilio", "TWILIO"),
        ServiceUrl.Once("/login/", "/x/../login/"), ServiceUrl.Once("/login/", "/l%6Fgin/"), ServiceUrl + "#x",
    ];

    public static IReadOnlyList<Attack> All { get; } =
    [
        // SignedXml: what is signed.
        .. Vector("NP-1", "reference: no Reference: the signature covers nothing"),
        .. Changed(Bases.WithSignedAssertion, "NP-3", "a forged assertion before the signed one", MultipleAssertions,
            m => m.Before(m.Assertion, m.Evil), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "NP-3", "the signed assertion inside a forged one", UnexpectedElement,
            m => m.With(m.Assertion, Genuine.Append(m.Evil, m.Assertion)), Control.NaiveVerifier),
        .. new[] { "Id", "id", "iD", "xml:id" }.SelectMany(name =>
            Changed(Bases.Assertion, "NP-4", $"the assertion's ID as {name} of another element", DuplicateId,
                m => m.Before(Status, $"<saml2p:Extensions><x {name}=\"{Genuine.AssertionId}\"/></saml2p:Extensions>"), Control.NaiveVerifier)),
        .. Changed(Bases.Assertion, "NP-4", "an attribute that a DTD makes an ID", DtdNotAllowed,
            m => "<!DOCTYPE x [<!ELEMENT x ANY><!ATTLIST x y ID #IMPLIED>]>"
                + m.Response.Once(Status, $"<saml2p:Extensions><x y=\"{Genuine.AssertionId}\"/></saml2p:Extensions>{Status}"),
            Control.NaiveVerifier),
        .. Vector("NP-5", "reference: URI: #xpointer(id(…))"),
        .. Vector("NP-5", "reference: URI: #xpointer(id(…)) with more behind it"),
        .. Vector("NP-5", "reference: URI: #xpointer(/)"),
        .. Vector("NP-5", "reference: URI: #xpointer() after xmlns()"),
        .. Vector("NP-33", "reference: URI: no URI"),
        .. Vector("NP-33", "reference: URI: an empty URI"),
        .. Vector("NP-33", "reference: URI: \"#\""),
        .. Vector("NP-36", "reference: an Object inside"),
        .. Vector("NP-36", "reference: a Manifest inside"),

        // SignedXml: algorithms and transforms by name.
        .. Vector("NP-7", "algorithm: digest algorithm: a name of .NET", Control.NaiveVerifier),
        .. Vector("NP-7", "algorithm: digest algorithm: an OID"),
        .. Vector("NP-7", "algorithm: signature algorithm: a name of .NET"),
        .. Vector("NP-8", "transform: exclusive with comments"),
        .. Vector("NP-8", "transform: Canonical XML 1.0 with comments"),
        .. Vector("NP-8", "transform: method: Canonical XML 1.0 with comments"),
        .. Vector("NP-8", "transform: base64"),
        .. Vector("NP-8", "transform: decrypt#XML"),
        .. Vector("NP-9", "transform: in upper case"),
        .. Vector("NP-9", "transform: method: in upper case"),
        .. Vector("NP-9", "transform: enveloped-signature in another case"),
        .. Vector("NP-12", "transform: Canonical XML 1.0"),
        .. Vector("NP-12", "transform: method: Canonical XML 1.0"),
        .. Vector("NP-16", "algorithm: ecdsa-sha256 with P-256, digest sha256"),
        .. Vector("NP-16", "algorithm: sha256-rsa-MGF1 with RSA, digest sha256"),
        .. Vector("NP-16", "algorithm: signature algorithm: rsa-sha224"),
        .. Vector("NP-16", "transform: Canonical XML 1.1"),
        .. Vector("NP-19", "algorithm: signature algorithm: hmac-sha1"),
        .. Vector("NP-19", "algorithm: signature algorithm: hmac-sha256"),
        .. Vector("NP-19", "algorithm: HMACOutputLength"),
        .. Vector("NP-39", "algorithm: signature algorithm: rsa-md5"),
        .. Vector("NP-39", "algorithm: signature algorithm: empty"),
        .. Vector("NP-39", "algorithm: signature algorithm: unknown"),
        .. Vector("NP-39", "algorithm: signature algorithm: the digest's"),

        // SignedXml: text by InnerText, keys from KeyInfo, several signatures.
        .. Vector("NP-2", "key: signed by a stranger who embeds his certificate"),
        .. Vector("NP-2", "key: signed by a stranger who embeds his bare key"),
        .. Vector("NP-10", "reference: a comment in DigestValue", Control.NaiveVerifier),
        .. Vector("NP-10", "reference: a comment in SignatureValue", Control.NaiveVerifier),
        .. Vector("NP-10", "reference: an element in SignatureValue", Control.NaiveVerifier),
        .. Vector("NP-10", "reference: an element in DigestValue"),
        .. Vector("NP-11", "content: a carriage return in a value"),
        .. Changed(Bases.Both, "NP-13", "two signatures", None, m => m.Response),
        .. Vector("NP-13", "structure: first among the children"),
        .. Vector("NP-13", "structure: last among the children"),
        .. Vector("NP-13", "structure: twice the same"),
        .. Vector("NP-14", "key: KeyInfo shows a certificate that is none"),
        .. Vector("NP-14", "key: KeyInfo shows a certificate that is not base64"),
        .. Vector("NP-14", "key: KeyInfo shows issuer and serial number"),
        .. Vector("NP-14", "key: KeyInfo shows a URL to fetch"),
        .. Vector("NP-14", "key: KeyInfo shows itself"),
        .. Vector("NP-38", "key: signed by RSA where only ECDSA is trusted"),
        .. Vector("NP-38", "key: signed by ECDSA where only RSA is trusted"),

        // SignedXml: limits that came late.
        .. Vector("NP-17", "reference: eleven of them"),
        .. Vector("NP-17", "transform: eleven of them"),
        .. Changed(Bases.Assertion, "NP-17", "65 elements deep", XmlLimitExceeded, m => Nested(m, 65), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-17", "257 attributes", XmlLimitExceeded,
            m => m.Before(Status, $"<saml2p:Extensions><x {Many(257, " a{0}=\"\"")}/></saml2p:Extensions>"), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-17", "257 namespace declarations", XmlLimitExceeded,
            m => m.Before(Status, $"<saml2p:Extensions><x {Many(257, " xmlns:a{0}=\"urn:a\"")}/></saml2p:Extensions>"), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-23", "20000 elements deep", XmlLimitExceeded, m => Nested(m, 20_000)),

        // System.Xml.
        .. Changed(Bases.All, "NP-20", "an entity for a part of the NameID", DtdNotAllowed,
            m => $"<!DOCTYPE x [<!ENTITY e \"jane.doe\">]>{m.Response.Once($">{Genuine.UserId}<", ">&e;@example.com<")}", Control.NaiveVerifier),
        .. Changed(Bases.All, "NP-20", "an attribute by default, which no digest sees", DtdNotAllowed,
            m => $"<!DOCTYPE x [<!ATTLIST saml2:NameID SPProvidedID CDATA \"{Genuine.VictimId}\">]>{m.Response}", Control.NaiveVerifier),
        .. Octets(Bases.All, "NP-21", "UTF-16, little-endian", UnsupportedXmlEncoding, m => InEncoding(m, new UnicodeEncoding(false, true)), Control.NaiveVerifier),
        .. Octets(Bases.All, "NP-21", "UTF-16, big-endian", UnsupportedXmlEncoding, m => InEncoding(m, new UnicodeEncoding(true, true)), Control.NaiveVerifier),
        .. Octets(Bases.All, "NP-21", "UTF-32, little-endian", UnsupportedXmlEncoding, m => InEncoding(m, new UTF32Encoding(false, true)), Control.NaiveVerifier),
        .. Octets(Bases.All, "NP-21", "UTF-32, big-endian", UnsupportedXmlEncoding, m => InEncoding(m, new UTF32Encoding(true, true)), Control.NaiveVerifier),
        .. Octets(Bases.All, "NP-22", "an octet that is no UTF-8, in a comment", InvalidUtf8, m => BadOctets(m, 0xFF)),
        .. Octets(Bases.All, "NP-22", "an overlong form, in a comment", InvalidUtf8, m => BadOctets(m, 0xC0, 0xAF)),
        .. Octets(Bases.All, "NP-22", "half a surrogate pair, in a comment", InvalidUtf8, m => BadOctets(m, 0xED, 0xA0, 0x80)),
        .. Vector("NP-25", "content: white space between elements"),
        .. Changed(Bases.All, "NP-26", "a comment in the NameID", CommentInValue,
            m => m.Xml.Once($">{Genuine.UserId}<", ">jane<!-- -->.doe@example.com<"), Control.NaiveVerifier),
        .. Changed(Bases.All, "NP-26", "CDATA in the NameID", None, m => m.Xml.Once($">{Genuine.UserId}<", "><![CDATA[jane]]>.doe@example.com<")),
        .. Changed(Bases.All, "NP-26", "character references in the NameID", None, m => m.Xml.Once($">{Genuine.UserId}<", ">&#106;ane.doe&#64;example.com<")),
        .. Changed(Bases.WithSignedAssertion, "NP-27", "a forged assertion found first, in Extensions", UnexpectedElement,
            m => m.Before(Status, $"<saml2p:Extensions>{m.Evil}</saml2p:Extensions>"), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-27", "a forged NameID found first, in Extensions", None,
            m => m.Before(Status, $"<saml2p:Extensions><saml2:NameID xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">{Genuine.VictimId}</saml2:NameID></saml2p:Extensions>")),
        .. Changed(Bases.Assertion, "NP-27", "a forged assertion in another namespace", UnexpectedElement,
            m => m.Before(m.Assertion, $"<Assertion xmlns=\"urn:x\">{Genuine.VictimId}</Assertion>"), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-28", "a qualified Destination beside the real one", NamespaceNotAllowed,
            m => m.Xml.Once(" Destination=", " saml2p:Destination=\"x\" Destination="), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-28", "a qualified ID instead of the real one", NamespaceNotAllowed,
            m => m.Xml.Once($" ID=\"{Genuine.ResponseId}\"", $" saml2p:ID=\"{Genuine.ResponseId}\""), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "NP-28", "a Destination of another namespace beside another's", DestinationMismatch,
            m => m.Xml.Once(" Destination=\"", $" xmlns:x=\"urn:x\" x:Destination=\"{ServiceUrl}\" Destination=\"https://sp.example.com/"), Control.NaiveVerifier),
        .. Changed(Bases.All, "NP-40", "a mebibyte of white space", MessageTooLarge, m => m.Xml + new string(' ', 1024 * 1024), Control.NaiveVerifier),

        // Base64, texts, URLs.
        .. Posted(Bases.All, "NP-29", "unused bits that are not zero", InvalidBase64, octets => OtherBits(octets)),
        .. Posted(Bases.All, "NP-29", "a blank in a group", InvalidBase64, octets => Convert.ToBase64String(octets).Insert(2, " ")),
        .. Posted(Bases.All, "NP-29", "a line end in the padding", InvalidBase64, octets => Convert.ToBase64String(WithRest(octets))[..^1] + "\n="),
        Of("NP-31", ConditionRulesTests.Table, "Audience with a soft hyphen"),
        Of("NP-31", "Audience with a zero-width joiner", AudienceMismatch, Text("Audience", Validation.Vector.EntityId + "\u200D")),
        Of("NP-31", "Audience with a full-width letter", AudienceMismatch, Text("Audience", Validation.Vector.EntityId.Once("f", "\uFF46"))),
        Of("NP-31", "Audience with a dotless i", AudienceMismatch, Text("Audience", "urn:f\u0131lex"), v => v with
        {
            ServiceProviderEntityId = "urn:filex",
            Template = v.Template with { Audience = "urn:filex" },
        }),
        .. EqualUrls.Select(url => Of("NP-32", $"Recipient \"{url}\"", RecipientMismatch, Template(t => t with { Recipient = url }))),
        .. EqualUrls.Select(url => Of("NP-32", $"Destination \"{url}\"", DestinationMismatch, Template(t => t with { Destination = url }))),
    ];

    /// <summary>A form value whose last group says the same to those who do not look at all of it.</summary>
    public static string OtherBits(byte[] octets)
    {
        string base64 = Convert.ToBase64String(WithRest(octets));
        return $"{base64[..^3]}{(char)(base64[^3] + 1)}==";
    }

    // White space behind the document, so that one octet is left for the last group.
    private static byte[] WithRest(byte[] octets) => [.. octets, .. Enumerable.Repeat((byte)' ', (4 - (octets.Length % 3)) % 3)];

    private static string Nested(Genuine genuine, int depth) => genuine.Before(
        Status, $"<saml2p:Extensions>{Many(depth, "<x>")}{Many(depth, "</x>")}</saml2p:Extensions>");

    private static string Many(int count, string format) => string.Concat(
        Enumerable.Range(0, count).Select(number => format.Replace("{0}", $"{number}", StringComparison.Ordinal)));

    private static byte[] InEncoding(Genuine genuine, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(genuine.Response)];

    private static byte[] BadOctets(Genuine genuine, params byte[] octets)
    {
        int end = genuine.Xml.LastIndexOf(EndOfResponse, StringComparison.Ordinal);
        return
        [
            .. Encoding.UTF8.GetBytes(genuine.Xml[..end]), .. "<!--"u8, .. octets, .. "-->"u8,
            .. Encoding.UTF8.GetBytes(genuine.Xml[end..]),
        ];
    }
}
