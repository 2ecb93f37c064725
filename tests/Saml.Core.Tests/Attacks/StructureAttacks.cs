using System.Security.Cryptography;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;
using static Saml.Core.Tests.Signatures.SignatureText;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group SS: which signature, where, and what it refers to.</summary>
internal static class StructureAttacks
{
    private const Bases OneSignature = Bases.Response | Bases.Assertion;
    private const string Namespace = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    private const string Status = "<saml2p:Status ";
    private const string EndOfStatusCode = "Success\"/>";
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private const string HmacSha256 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";

    public static IReadOnlyList<Attack> All { get; } =
    [
        // None, too few.
        .. Vector("SS-1", "structure: removed"),
        .. Changed(Bases.All, "SS-1", "all removed, the user another one", NothingSigned,
            m => Forge(m.Xml.Replace(Certain(m.AssertionSignature), "").Replace(Certain(m.ResponseSignature), ""))),
        .. Changed(Bases.Both, "SS-2", "the assertion's removed, the Response's kept", DigestMismatch,
            m => m.With(m.AssertionSignature, "")),
        .. Changed(Bases.Both, "SS-2", "the same where the Response's is required", DigestMismatch,
            m => m.With(m.AssertionSignature, "")).Requiring(SignatureRequirement.Response),
        .. Changed(Bases.Both, "SS-2", "the same where both are required", AssertionNotSigned,
            m => m.With(m.AssertionSignature, "")).Requiring(SignatureRequirement.ResponseAndAssertion),
        .. Changed(Bases.Both, "SS-3", "the Response's removed, the assertion's kept", None,
            m => m.With(m.ResponseSignature, "")),
        .. Changed(Bases.Both, "SS-3", "the same where the Response's is required", ResponseNotSigned,
            m => m.With(m.ResponseSignature, "")).Requiring(SignatureRequirement.Response),
        .. Changed(Bases.Both, "SS-3", "the same where both are required", ResponseNotSigned,
            m => m.With(m.ResponseSignature, "")).Requiring(SignatureRequirement.ResponseAndAssertion),
        .. Vector("SS-4", "structure: empty"),
        .. Vector("SS-4", "structure: an empty SignedInfo"),
        .. Vector("SS-4", "structure: without SignedInfo"),
        .. Vector("SS-4", "structure: without SignatureValue"),
        .. Vector("SS-5", "structure: in another namespace"),
        .. Changed(OneSignature, "SS-5", "in no namespace", UnexpectedElement,
            m => m.With(m.Signature, m.Signature.Replace("ds:", "").Replace("xmlns:ds", "xmlns").Replace(" xmlns=\"http://www.w3.org/2000/09/xmldsig#\"", ""))),
        .. Changed(OneSignature, "SS-5", "under an empty namespace name", NamespaceNotAllowed,
            m => m.With(m.Signature, m.Signature.Once(Namespace, "xmlns:ds=\"\""))),
        .. InNamespace("https", "https://www.w3.org/2000/09/xmldsig#"),
        .. InNamespace("without #", "http://www.w3.org/2000/09/xmldsig"),
        .. InNamespace("in upper case", "HTTP://WWW.W3.ORG/2000/09/XMLDSIG#"),

        // Several, of one thing or another.
        .. Vector("SS-6", "structure: twice the same"),
        .. Vector("SS-6", "structure: an empty one before it"),
        .. Vector("SS-6", "structure: an empty one behind it"),
        .. Changed(Bases.All, "SS-6", "a stranger's before it", MultipleSignatures, m => m.Before(m.Signature, Strange(m))),
        .. Changed(Bases.All, "SS-6", "a stranger's behind it", MultipleSignatures, m => m.Behind(m.Signature, Strange(m))),
        .. Vector("SS-7", "structure: two SignedInfo"),
        .. Vector("SS-7", "structure: a forged SignedInfo first"),
        .. Vector("SS-7", "structure: a forged SignedInfo last"),
        .. TwoSignedInfo("genuine, value, forged", (genuine, forged, value) => genuine + value + forged),
        .. TwoSignedInfo("genuine, forged, value", (genuine, forged, value) => genuine + forged + value),
        .. TwoSignedInfo("forged, genuine, value", (genuine, forged, value) => forged + genuine + value),
        .. TwoSignedInfo("forged, value, genuine", (genuine, forged, value) => forged + value + genuine),
        .. TwoSignedInfo("forged, value, genuine in an Object", ObjectOrManifestNotAllowed, (genuine, forged, value) => forged + value + $"<ds:Object>{genuine}</ds:Object>"),
        .. Vector("SS-8", "structure: SignedInfo in a wrapper"),
        .. TwoSignedInfo("SS-8", "the genuine one in a wrapper, the forged one behind", SignatureMalformed, (genuine, forged, value) => $"<w>{genuine}</w>{forged}{value}"),
        .. TwoSignedInfo("SS-8", "the genuine one in a wrapper behind the forged one", SignatureMalformed, (genuine, forged, value) => $"{forged}<w>{genuine}</w>{value}"),
        .. TwoSignedInfo("SS-8", "the genuine one in a wrapper at the end", SignatureMalformed, (genuine, forged, value) => $"{forged}{value}<w>{genuine}</w>"),
        .. Vector("SS-9", "structure: SignatureValue first"),
        .. Vector("SS-9", "structure: SignedInfo last"),
        .. Vector("SS-9", "structure: KeyInfo first"),

        // References.
        .. Vector("SS-10", "reference: no Reference: the signature covers nothing"),
        .. WithoutReference("rsa-sha1", SigningAlgorithm.RsaSha1),
        .. WithoutReference("rsa-sha512", SigningAlgorithm.RsaSha512),
        .. Changed(OneSignature, "SS-10", "no Reference, the user another one", ReferenceCountInvalid,
            m => Forge(Encoding.UTF8.GetString(SignedMessage.Mint(m.Placement, new SignatureRecipe { References = [] }))), Control.NaiveVerifier),
        .. Vector("SS-11", "reference: a second one, to the same element"),
        .. Vector("SS-11", "reference: a second one, to the document"),
        .. Vector("SS-11", "reference: eleven of them"),
        .. OddlySigned("SS-11", "one to each of Response and assertion", ReferenceCountInvalid, id => new()
        {
            References = [ReferenceRecipe.To(id), ReferenceRecipe.To(id == ResponseId ? AssertionId : ResponseId)],
        }),
        .. OddlySigned("SS-11", "two to the same element, the first with another digest", ReferenceCountInvalid,
            id => new() { References = [ReferenceRecipe.To(id) with { DigestValue = Digest("x") }, ReferenceRecipe.To(id)] }),
        .. OddlySigned("SS-11", "two to the same element, the second with another digest", ReferenceCountInvalid,
            id => new() { References = [ReferenceRecipe.To(id), ReferenceRecipe.To(id) with { DigestValue = Digest("x") }] }),
        .. Vector("SS-12", "reference: URI: no URI"),
        .. Vector("SS-13", "reference: URI: an empty URI"),
        .. Vector("SS-13", "reference: the whole document, by an empty URI"),
        .. Vector("SS-14", "reference: URI: \"#\""),
        .. Vector("SS-15", "reference: URI: #xpointer(/)"),
        .. OddlySigned("SS-15", "#xpointer(/), digested so", ReferenceUriInvalid,
            _ => new() { References = [ReferenceRecipe.ToDocument() with { Uri = "#xpointer(/)" }] }, Control.NaiveVerifier),
        .. Vector("SS-16", "reference: URI: #xpointer(id(…))"),
        .. Vector("SS-17", "reference: URI: #xpointer(id(…)) with more behind it"),
        .. Uri("SS-17", "a quote in the name and more behind it", ReferenceUriInvalid, id => $"#xpointer(id('{id[..2]}'{id[2..]}'))garbage"),
        .. Vector("SS-18", "reference: URI: #element()"),
        .. Written(OneSignature, "SS-18", "the child sequence as the ID of an element", ReferenceUriInvalid,
            xml => xml.Once(Status, $"<saml2p:Extensions><x ID=\"element(/1/3)\"/></saml2p:Extensions>{Status}"))
            .Referring("#element(/1/3)"),
        .. Vector("SS-19", "reference: URI: #xpointer() after xmlns()"),
        .. Uri("SS-19", "#xpath1()", ReferenceUriInvalid, id => $"#xpath1(//*[@ID='{id}'])"),
        .. Vector("SS-20", "reference: URI: https"),
        .. Vector("SS-20", "reference: URI: file"),
        .. Vector("SS-20", "reference: URI: cid"),
        .. Vector("SS-20", "reference: URI: a relative reference"),
        .. Vector("SS-20", "reference: URI: a query"),
        .. Vector("SS-20", "reference: URI: the ID without #"),
        .. Uri("SS-20", "http", ReferenceUriInvalid, _ => "http://192.0.2.1/x.xml"),
        .. Uri("SS-20", "ftp", ReferenceUriInvalid, _ => "ftp://192.0.2.1/x.xml"),
        .. Uri("SS-20", "a file name", ReferenceUriInvalid, _ => "x.xml"),
        .. Uri("SS-20", "a share", ReferenceUriInvalid, _ => "\\\\192.0.2.1\\x\\x.xml"),
        .. Vector("SS-21", "reference: URI: a blank before #"),
        .. Vector("SS-21", "reference: URI: a blank behind #"),
        .. Vector("SS-21", "reference: URI: a blank at the end"),
        .. Vector("SS-21", "reference: URI: the ID in another case"),
        .. Vector("SS-22", "reference: a Type"),
        .. Vector("SS-22", "reference: a Manifest inside"),
        .. Vector("SS-22", "structure: an Object with a Manifest"),
        .. OddlySigned("SS-22", "a Manifest whose Reference to the element has another digest", ReferenceTargetMismatch, ManifestOf, Control.NaiveVerifier),
        .. OddlySigned("SS-22", "the same with a Type", SignatureMalformed,
            id => ManifestOf(id) with { EditSignedInfo = text => text.Once("<ds:Reference ", "<ds:Reference Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\" ") },
            Control.NaiveVerifier),
        .. Vector("SS-23", "reference: an Object inside"),
        .. OddlySigned("SS-23", "SignatureProperties inside", ReferenceTargetMismatch, _ => new()
        {
            References = [ReferenceRecipe.To("p") with { Transforms = [TransformRecipe.ExclusiveCanonicalization()] }],
            TrailingXml = $"<ds:Object {Namespace}><ds:SignatureProperties Id=\"p\"><ds:SignatureProperty Target=\"#s\">x</ds:SignatureProperty></ds:SignatureProperties></ds:Object>",
        }, Control.NaiveVerifier),
        .. Uri("SS-23", "its own KeyInfo", ReferenceTargetMismatch, _ => "#k").Then("<ds:KeyInfo>", "<ds:KeyInfo Id=\"k\">"),
        .. Uri("SS-23", "its own SignatureValue", ReferenceTargetMismatch, _ => "#v").Then("<ds:SignatureValue>", "<ds:SignatureValue Id=\"v\">"),
        .. Uri("SS-23", "the Signature itself", ReferenceTargetMismatch, _ => "#s").Then("<ds:Signature ", "<ds:Signature Id=\"s\" "),
        .. OddlySigned("SS-24", "an assertion in an Object", UnexpectedElement, _ => new()
        {
            References = [ReferenceRecipe.To("o1") with { Transforms = [TransformRecipe.ExclusiveCanonicalization()] }],
            TrailingXml = $"<ds:Object {Namespace} Id=\"o1\">{Of(SignaturePlacement.Response).Evil}</ds:Object>",
        }, Control.NaiveVerifier),
        .. Vector("SS-24", "reference: an Object inside"),

        // What else is in a Signature.
        .. Vector("SS-25", "structure: an Object"),
        .. Vector("SS-25", "structure: an Object before KeyInfo"),
        .. Vector("SS-25", "structure: an Object with XAdES properties"),
        .. Vector("SS-26", "structure: text between its children"),
        .. Vector("SS-26", "structure: a processing instruction"),
        .. Vector("SS-26", "structure: comments between its children"),
        .. Vector("SS-26", "structure: white space between its children"),
        .. Vector("SS-26", "reference: text in SignedInfo"),
        .. Vector("SS-27", "structure: a foreign child"),
        .. Vector("SS-27", "structure: an unknown child"),
        .. Vector("SS-27", "structure: a foreign attribute"),
        .. Vector("SS-27", "structure: an attribute on SignatureValue"),
        .. Vector("SS-27", "structure: a qualified attribute"),
        .. Vector("SS-27", "reference: a foreign attribute"),
        .. Vector("SS-27", "reference: a foreign child"),
        .. Vector("SS-27", "reference: an unknown child of SignedInfo"),
        .. Vector("SS-27", "reference: an attribute on SignedInfo"),
        .. OddlySigned("SS-27", "ds:URI instead of URI", NamespaceNotAllowed, _ => new() { EditSignedInfo = text => text.Once(" URI=", " ds:URI=") }),

        // Values.
        .. Smuggled("Extensions", digest => (Status, $"<saml2p:Extensions>{digest}</saml2p:Extensions>{Status}")),
        .. Smuggled("StatusDetail", digest => (EndOfStatusCode, $"{EndOfStatusCode}<saml2p:StatusDetail>{digest}</saml2p:StatusDetail>")),
        .. Smuggled("the KeyInfo", digest => ("<ds:KeyInfo>", $"<ds:KeyInfo>{digest}")),
        .. Vector("SS-29", "reference: two DigestValue"),
        .. Vector("SS-29", "algorithm: two DigestMethod"),
        .. Vector("SS-29", "algorithm: two SignatureMethod"),
        .. Vector("SS-29", "transform: method: twice"),
        .. Vector("SS-30", "reference: a comment in DigestValue"),
        .. Vector("SS-30", "reference: a comment in SignatureValue"),
        .. Changed(OneSignature, "SS-30", "the forged digest in a comment before the genuine one", CommentInValue,
            m => EditContent(Forge(m.Xml), "DigestValue", value => $"<!--{ForgedDigest(m.Placement)}-->{value}")),
        .. Changed(OneSignature, "SS-30", "an empty comment in DigestValue", CommentInValue,
            m => EditContent(m.Xml, "DigestValue", value => $"{value[..9]}<!---->{value[9..]}"), Control.NaiveVerifier),
        .. Changed(OneSignature, "SS-30", "a comment behind DigestValue's text", CommentInValue,
            m => EditContent(m.Xml, "DigestValue", value => $"{value}<!--x-->"), Control.NaiveVerifier),
        .. Vector("SS-31", "reference: an element in DigestValue"),
        .. Vector("SS-31", "reference: an element in SignatureValue"),
        .. Vector("SS-31", "reference: CDATA in DigestValue"),
        .. Vector("SS-31", "reference: CDATA in SignatureValue"),
        .. Changed(OneSignature, "SS-31", "a processing instruction in DigestValue", ProcessingInstructionNotAllowed,
            m => EditContent(m.Xml, "DigestValue", value => $"<?x {ForgedDigest(m.Placement)}?>{value}")),
        .. Changed(OneSignature, "SS-31", "a processing instruction in SignatureValue", ProcessingInstructionNotAllowed,
            m => EditContent(m.Xml, "SignatureValue", value => $"{value}<?x?>")),
        .. Changed(OneSignature, "SS-31", "an element in SignatureValue", UnexpectedElement,
            m => EditContent(m.Xml, "SignatureValue", value => $"{value}<x/>"), Control.NaiveVerifier),
        .. Vector("SS-32", "reference: digest empty"),
        .. Vector("SS-32", "reference: digest of 20 octets"),
        .. Vector("SS-32", "reference: digest of 31 octets"),
        .. Vector("SS-32", "reference: digest of 33 octets"),
        .. Vector("SS-33", "reference: digest not base64"),
        .. Vector("SS-33", "reference: digest with more behind its padding"),
        .. Vector("SS-33", "reference: digest without padding"),
        .. Vector("SS-33", "reference: digest in the alphabet for URLs"),
        .. Vector("SS-33", "algorithm: value not base64"),
        .. Vector("SS-33", "algorithm: value without padding"),
        .. Vector("SS-33", "algorithm: value with more behind its padding"),
        .. Vector("SS-33", "reference: white space in the padding of SignatureValue"),
        .. Changed(OneSignature, "SS-33", "a value in the alphabet for URLs", SignatureValueMalformed,
            m => EditContent(m.Xml, "SignatureValue", value => "-_" + value[2..])),
        .. Vector("SS-34", "algorithm: HMACOutputLength"),
        .. HmacOutputLength("0", "1", "8", "80", "160", "-1", "99999999999", ""),

        // Values and signatures of other messages.
        .. Changed(OneSignature, "SS-35", "the SignatureValue of another genuine message", SignatureInvalid,
            m => Edit(m.Xml, "SignatureValue", _ => Element(Other(m, Forgery.Template), "SignatureValue"))),
        .. Changed(OneSignature, "SS-35", "the Signature of another genuine message", DigestMismatch,
            m => m.With(m.Signature, Element(Other(m, Forgery.Template), "Signature"))),
        .. Changed(OneSignature, "SS-35", "the Signature of a message with another ID", ReferenceTargetMismatch,
            m => m.With(m.Signature, Element(Other(m, SignedMessage.Template with { ResponseId = "id101", AssertionId = "id201" }), "Signature"))),
        .. Vector("SS-36", "structure: another one in its KeyInfo"),
        .. Changed(Bases.All, "SS-36", "a bogus one as its last child", SignatureMisplaced,
            m => m.With(m.Signature, Append(m.Signature, $"<ds:Signature {Namespace}><ds:SignedInfo/></ds:Signature>"))),
        .. Changed(Bases.All, "SS-36", "itself as its last child", SignatureMisplaced, m => m.With(m.Signature, Append(m.Signature, m.Signature))),
        .. Changed(Bases.All, "SS-36", "a stranger's in an Object", SignatureMisplaced,
            m => m.With(m.Signature, Append(m.Signature, $"<ds:Object {Namespace}>{Strange(m)}</ds:Object>")), Control.NaiveVerifier),
        .. Vector("SS-37", "structure: its Id is the Response's ID"),
        .. Vector("SS-37", "structure: its Id is the Assertion's ID"),
        .. Vector("SS-38", "structure: a copy among the attributes"),
        .. Vector("SS-38", "structure: a copy in an attribute value"),
        .. Vector("SS-38", "structure: a copy in the Subject"),
        .. Vector("SS-38", "structure: a copy in the Status"),
        .. Vector("SS-39", "structure: first among the children"),
        .. Vector("SS-39", "structure: behind the Issuer"),
        .. Vector("SS-39", "structure: last among the children"),
        .. Vector("SS-39", "structure: moved into the Status"),
        .. Changed(Bases.Assertion, "SS-39", "moved to the end of the assertion", None,
            m => m.With(m.Assertion, Append(m.UnsignedAssertion, m.AssertionSignature))),
        .. Changed(Bases.Response, "SS-39", "moved behind the assertion", None,
            m => m.With(m.Response, Append(m.UnsignedResponse, m.ResponseSignature))),
        .. Vector("SS-40", "structure: another one in a signed Advice"),
        .. Written(Bases.All, "SS-40", "a signed assertion in a signed Advice", SignatureMisplaced,
            xml => xml.Once("<saml2:AuthnStatement", $"<saml2:Advice>{SignedEvil()}</saml2:Advice><saml2:AuthnStatement"), Control.NaiveVerifier),
        .. Written(Bases.Response, "SS-40", "a genuine Signature in signed Extensions", SignatureMisplaced,
            xml => xml.Once(Status, $"<saml2p:Extensions>{Of(SignaturePlacement.Assertion).AssertionSignature}</saml2p:Extensions>{Status}"), Control.NaiveVerifier),
        .. Written(Bases.Response, "SS-40", "a signed assertion in signed Extensions", UnexpectedElement,
            xml => xml.Once(Status, $"<saml2p:Extensions>{SignedEvil()}</saml2p:Extensions>{Status}"), Control.NaiveVerifier),

        // A signature that is no element.
        .. Posted(OneSignature, "SS-41", "SigAlg and Signature of the HTTP-Redirect binding behind an unsigned message", InvalidBase64,
            octets => Base64Of(Unsigned(octets)) + "&SigAlg=" + System.Uri.EscapeDataString(RsaSha256) + "&Signature=" + System.Uri.EscapeDataString(ValueOf(octets))),
        .. Posted(Bases.All, "SS-41", "SigAlg and Signature behind a signed message", InvalidBase64,
            octets => $"{Convert.ToBase64String(octets)}&SigAlg=x&Signature=AAAA"),
        .. Posted(OneSignature, "SS-41", "the same in one text with RelayState", InvalidBase64,
            octets => $"SAMLResponse={Base64Of(Unsigned(octets))}&RelayState=x&SigAlg={RsaSha256}&Signature={ValueOf(octets)}"),
        .. Posted(OneSignature, "SS-41", "attributes SigAlg and Signature on an unsigned Response", NothingSigned,
            octets => Base64Of(Unsigned(octets).Once("<saml2p:Response ", $"<saml2p:Response SigAlg=\"{RsaSha256}\" Signature=\"{ValueOf(octets)}\" "))),

        // Whatever goes wrong while verifying refuses.
        .. Vector("SS-42", "key: signed by RSA where only ECDSA is trusted"),
        .. Vector("SS-42", "key: ECDSA value zero"),
        .. Vector("SS-42", "algorithm: value greater than the modulus"),
        .. Vector("SS-42", "algorithm: signature algorithm: unknown"),
        .. Vector("SS-42", "algorithm: digest algorithm: a name of .NET"),
        .. Vector("SS-42", "transform: method: unknown"),
        .. Vector("SS-42", "transform: PrefixList: not a prefix"),
        .. Written(Bases.All, "SS-42", "canonicalization that cannot be finished", CanonicalizationFailed, Growing),
    ];

    /// <summary>
    /// A message whose canonical form is many times as long: each of the elements in an Advice repeats a long declaration.
    /// </summary>
    public static string Growing(string xml) => xml
        .Once("<saml2p:Response ", $"<saml2p:Response xmlns:long=\"urn:{new string('x', 900)}\" ")
        .Once("<saml2:AuthnStatement", $"<saml2:Advice>{string.Concat(Enumerable.Repeat("<long:x/>", 300))}</saml2:Advice><saml2:AuthnStatement");

    private static string Certain(string part) => part.Length == 0 ? "\0" : part;

    private static IEnumerable<Attack> Requiring(this IEnumerable<Attack> attacks, SignatureRequirement requirement) =>
        attacks.Select(attack => attack with
        {
            Name = $"{attack.Name}, {requirement} required",
            Options = () => new ServiceProvider { RequiredSignatures = requirement }.ToOptions(),
        });

    private static IEnumerable<Attack> InNamespace(string name, string namespaceName) =>
        Changed(OneSignature, "SS-5", $"in another namespace: {name}", UnexpectedElement,
            m => m.With(m.Signature, m.Signature.Once(Namespace, $"xmlns:ds=\"{namespaceName}\"")));

    private static string Text(byte[] octets) => Encoding.UTF8.GetString(octets);

    // A Signature of the same element by another key.
    private static string Strange(Genuine m)
    {
        SignaturePlacement placement = m.Placement == SignaturePlacement.Response ? m.Placement : SignaturePlacement.Assertion;
        return Element(Text(SignedMessage.Mint(placement, signer: Keys.Stranger)), "Signature");
    }

    private static string Other(Genuine m, ResponseTemplate template) => Text(Keys.Rsa.Mint(template, m.Placement));

    private static string SignedEvil() =>
        Text(Keys.Rsa.SignElement(Of(SignaturePlacement.Assertion).Evil, EvilId));

    // The forged message as its forger would like it to be signed, by a key of his.
    private static string ForgedMessage(SignaturePlacement placement) =>
        Text(Keys.Stranger.Sign(Forge(SignedMessage.Template.ToXml()), placement));

    private static string ForgedDigest(SignaturePlacement placement) => Element(ForgedMessage(placement), "DigestValue");

    private static IEnumerable<Attack> TwoSignedInfo(string name, Func<string, string, string, string> build) =>
        TwoSignedInfo("SS-7", name, SignatureMalformed, build);

    private static IEnumerable<Attack> TwoSignedInfo(
        string name, SamlErrorCode expected, Func<string, string, string, string> build) =>
        TwoSignedInfo("SS-7", name, expected, build);

    // The forged message with the genuine SignedInfo, its value and the forged SignedInfo in some order.
    private static IEnumerable<Attack> TwoSignedInfo(
        string row, string name, SamlErrorCode expected, Func<string, string, string, string> build) =>
        Changed(OneSignature, row, name, expected, m =>
        {
            string forged = ForgedMessage(m.Placement);
            string children = build(
                Element(m.Xml, "SignedInfo"), Element(forged, "SignedInfo"), Element(m.Xml, "SignatureValue"));
            return forged.Once(Element(forged, "SignedInfo") + Element(forged, "SignatureValue"), children);
        });

    private static IEnumerable<Attack> WithoutReference(string name, SigningAlgorithm algorithm) =>
        OneSignature.Placements().Select(placement =>
            new Attack("SS-10", $"no Reference, {name} ({placement})", ReferenceCountInvalid)
            {
                Message = () => Keys.Rsa.SignElement(
                    SignedMessage.Template.ToXml(),
                    SignedMessage.IdOf(placement),
                    new SignatureRecipe { References = [] },
                    new SignatureSettings { Algorithm = algorithm }),
                Twin = () => SignedMessage.Mint(placement),
                Control = Control.NaiveVerifier,
                Options = () => new ServiceProvider { AllowSha1 = true }.ToOptions(),
            });

    private static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<Attack> Uri(string row, string name, SamlErrorCode expected, Func<string, string> uri) =>
        OddlySigned(row, name, expected, id => new() { References = [ReferenceRecipe.To(id) with { Uri = uri(id) }] });

    private static IEnumerable<Attack> Then(this IEnumerable<Attack> attacks, string old, string replacement) =>
        attacks.Select(attack => attack with { Message = () => Encoding.UTF8.GetBytes(Text(attack.Message()).Once(old, replacement)) });

    // The message is signed anew with another URI.
    private static IEnumerable<Attack> Referring(this IEnumerable<Attack> attacks, string uri) =>
        attacks.Select((attack, index) => attack with
        {
            Message = () =>
            {
                string xml = Text(attack.Message());
                string id = SignedMessage.IdOf(OneSignature.Placements().ElementAt(index));
                return Keys.Rsa.SignElement(
                    xml.Once(Element(xml, "Signature"), ""),
                    id,
                    new SignatureRecipe { References = [ReferenceRecipe.To(id) with { Uri = uri }] });
            },
        });

    private static SignatureRecipe ManifestOf(string id) => new()
    {
        References = [ReferenceRecipe.To("m") with { Transforms = [TransformRecipe.ExclusiveCanonicalization()] }],
        TrailingXml = $"<ds:Object {Namespace}><ds:Manifest Id=\"m\"><ds:Reference URI=\"#{id}\"><ds:Transforms><ds:Transform Algorithm=\"{Exclusive}\"/></ds:Transforms>"
            + $"<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>{Digest("x")}</ds:DigestValue></ds:Reference></ds:Manifest></ds:Object>",
    };

    // The forged message carries the genuine Signature; the digest that would fit it stands somewhere else.
    private static IEnumerable<Attack> Smuggled(
        string name, Func<string, (string Old, string Replacement)> edit) =>
        Changed(OneSignature, "SS-28", $"the forged digest in {name}", DigestMismatch, m =>
        {
            (string old, string replacement) =
                edit(ForgedDigest(m.Placement).Once("<ds:DigestValue", $"<ds:DigestValue {Namespace}"));
            return Forge(m.Xml).Once(old, replacement);
        });

    private static IEnumerable<Attack> HmacOutputLength(params string[] lengths) =>
        from length in lengths
        from algorithm in new[] { RsaSha256, HmacSha256 }
        from attack in OddlySigned("SS-34", $"HMACOutputLength \"{length}\" of {algorithm[(algorithm.IndexOf('#') + 1)..]}", SignatureMalformed, _ => new()
        {
            EditSignedInfo = text => text.Once(
                $"Algorithm=\"{RsaSha256}\"/>",
                $"Algorithm=\"{algorithm}\"><ds:HMACOutputLength>{length}</ds:HMACOutputLength></ds:SignatureMethod>"),
        })
        select attack;

    private static string Base64Of(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    private static string Unsigned(byte[] octets) => Text(octets).Once(Element(Text(octets), "Signature"), "");

    private static string ValueOf(byte[] octets) => Convert.ToBase64String(Forgery.SignatureValue(Text(octets)));
}
