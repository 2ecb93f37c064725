using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group SS: how many signatures there are, where they stand and what they are made of.</summary>
internal static class StructureAttacks
{
    private const string Namespace = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    private const string Status = "<saml2p:Status ";
    private const string BogusSignature = $"<ds:Signature {Namespace}><ds:SignedInfo/></ds:Signature>";

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Changed(Bases.All, "SS-1", "no Signature at all", NothingSigned, m => Remove(Remove(m.Xml, m.AssertionSignature), m.ResponseSignature)),
        .. Changed(Bases.Both, "SS-2", "the assertion's Signature removed", DigestMismatch, m => m.With(m.AssertionSignature, "")),
        .. Requiring(SignatureRequirement.ResponseAndAssertion, "SS-2", "the same, both required", AssertionNotSigned, m => m.With(m.AssertionSignature, "")),
        .. Changed(Bases.Both, "SS-3", "the Response's Signature removed, the assertion's suffices", None, m => m.With(m.ResponseSignature, "")),
        .. Requiring(SignatureRequirement.ResponseAndAssertion, "SS-3", "the same, both required", ResponseNotSigned, m => m.With(m.ResponseSignature, "")),
        .. Requiring(SignatureRequirement.Response, "SS-3", "the same, the Response's required", ResponseNotSigned, m => m.With(m.ResponseSignature, "")),
        .. Vectors("SS-4", "structure: empty", "structure: an empty SignedInfo"),
        .. Vectors("SS-5", "structure: in another namespace"),
        .. Foreign("under an empty namespace name", "xmlns:ds=\"\"", NamespaceNotAllowed),
        .. Changed(Bases.Assertion | Bases.Response, "SS-5", "in no namespace, without a prefix", UnexpectedElement,
            m => m.With(m.Signature, m.Signature.Replace("ds:", "").Once($" {Namespace}", ""))),
        .. Foreign("in one under https", "xmlns:ds=\"https://www.w3.org/2000/09/xmldsig#\"", UnexpectedElement),
        .. Vectors("SS-6", "structure: twice the same", "structure: an empty one before it", "structure: an empty one behind it"),
        .. Changed(Bases.All, "SS-6", "a bogus one before it", MultipleSignatures, m => m.Before(m.Signature, BogusSignature)),
        .. Vectors("SS-7", "structure: two SignedInfo", "structure: a forged SignedInfo first", "structure: a forged SignedInfo last"),
        .. Forged("SS-7", "with the forged digest behind the SignatureValue", SignatureMalformed, (m, forged) => m.Before("<ds:KeyInfo>", forged)),
        .. Forged("SS-7", "with the forged digest first", SignatureMalformed, (m, forged) => m.Before("<ds:SignedInfo>", forged)),
        .. Vectors("SS-8", "structure: SignedInfo in a wrapper"),
        .. Vectors("SS-9", "structure: SignatureValue first", "structure: SignedInfo last", "structure: KeyInfo first"),
        .. Vectors("SS-10", "reference: no Reference: the signature covers nothing"),
        .. Vectors("SS-11", "reference: a second one, to the same element", "reference: a second one, to the document", "reference: eleven of them"),
        .. Vectors("SS-12", "reference: URI: no URI"),
        .. Vectors("SS-13", "reference: URI: an empty URI", "reference: the whole document, by an empty URI"),
        .. Vectors("SS-14", "reference: URI: \"#\""),
        .. Vectors("SS-15", "reference: URI: #xpointer(/)"),
        .. Vectors("SS-16", "reference: URI: #xpointer(id(…))"),
        .. Vectors("SS-17", "reference: URI: #xpointer(id(…)) with more behind it"),
        .. Vectors("SS-18", "reference: URI: #element()"),
        .. Vectors("SS-19", "reference: URI: #xpointer() after xmlns()"),
        .. Vectors("SS-20", "reference: URI: https", "reference: URI: file", "reference: URI: cid", "reference: URI: a relative reference", "reference: URI: a query"),
        .. Vectors("SS-21", "reference: URI: a blank before #", "reference: URI: a blank behind #", "reference: URI: a blank at the end", "reference: URI: the ID in another case"),
        .. Vectors("SS-22", "reference: a Type", "reference: a Manifest inside", "structure: an Object with a Manifest"),
        .. Vectors("SS-23", "reference: an Object inside"),
        .. OwnPart("KeyInfo", "<ds:KeyInfo>", "<ds:KeyInfo Id=\"part\">"),
        .. Vectors("SS-24", "reference: an Object inside", "structure: an Object with another Assertion"),
        .. Vectors("SS-25", "structure: an Object", "structure: an Object before KeyInfo", "structure: an Object with XAdES properties"),
        .. Vectors("SS-26", "structure: text between its children", "structure: a processing instruction"),
        .. Vectors("SS-26", "structure: comments between its children"),
        .. Vectors("SS-27", "structure: a foreign child", "structure: an unknown child", "structure: a foreign attribute", "structure: an attribute on SignatureValue",
            "structure: a qualified attribute", "reference: a foreign attribute", "reference: a foreign child", "reference: an unknown child of SignedInfo", "reference: an attribute on SignedInfo"),
        .. Smuggled("in Extensions", digest => $"<saml2p:Extensions>{digest}</saml2p:Extensions>{Status}", Status),
        .. Smuggled("in StatusDetail", digest => $"<saml2p:StatusDetail>{digest}</saml2p:StatusDetail></saml2p:Status>", "</saml2p:Status>"),
        .. Vectors("SS-29", "reference: two DigestValue", "algorithm: two DigestMethod", "algorithm: two SignatureMethod", "transform: method: twice"),
        .. Vectors("SS-30", "reference: a comment in DigestValue", "reference: a comment in SignatureValue"),
        .. Changed(Bases.All, "SS-30", "another digest in a comment", CommentInValue,
            m => m.With("<ds:DigestValue>", "<ds:DigestValue><!--47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=-->"), Control.NaiveVerifier),
        .. Vectors("SS-31", "reference: an element in DigestValue", "reference: an element in SignatureValue", "reference: CDATA in DigestValue"),
        .. Changed(Bases.All, "SS-31", "a processing instruction in DigestValue", ProcessingInstructionNotAllowed, m => m.With("<ds:DigestValue>", "<ds:DigestValue><?p?>")),
        .. Vectors("SS-32", "reference: digest empty", "reference: digest of 20 octets", "reference: digest of 31 octets", "reference: digest of 33 octets"),
        .. Vectors("SS-33", "reference: digest not base64", "reference: digest in the alphabet for URLs", "reference: digest without padding", "reference: digest with more behind its padding",
            "algorithm: value not base64", "algorithm: value without padding", "algorithm: value with more behind its padding"),
        .. new[] { "0", "1", "8", "80", "-1", "99999999999" }.SelectMany(bits => Edited("SS-34", $"HMACOutputLength {bits}", SignatureMalformed,
            text => text.Once("rsa-sha256\"/>", $"rsa-sha256\"><ds:HMACOutputLength>{bits}</ds:HMACOutputLength></ds:SignatureMethod>"))),
        .. Changed(Bases.All, "SS-35", "the SignatureValue of another genuine message", SignatureInvalid, m => SignatureText.EditContent(m.Xml, "SignatureValue", _ => OtherSignatureValue(m))),
        .. Changed(Bases.All, "SS-36", "a Signature in the Signature's KeyInfo", SignatureMisplaced, m => m.With("</ds:KeyInfo>", BogusSignature + "</ds:KeyInfo>")),
        .. Changed(Bases.All, "SS-36", "a Signature in the Signature", SignatureMisplaced, m => m.With("</ds:Signature>", BogusSignature + "</ds:Signature>")),
        .. Vectors("SS-37", "structure: its Id is the Assertion's ID", "structure: its Id is the Response's ID"),
        .. Vectors("SS-38", "structure: a copy among the attributes", "structure: a copy in an attribute value", "structure: a copy in the Subject", "structure: a copy in the Status"),
        .. Vectors("SS-39", "structure: first among the children", "structure: behind the Issuer", "structure: last among the children"),
        .. Changed(Bases.Response, "SS-39", "moved behind the Status after the signing", None, m => Remove(m.Xml, m.ResponseSignature).Once("</saml2p:Status>", "</saml2p:Status>" + m.ResponseSignature)),
        .. Changed(Bases.Assertion, "SS-39", "moved to the end after the signing", None, m => Remove(m.Xml, m.AssertionSignature).Once("</saml2:Assertion>", m.AssertionSignature + "</saml2:Assertion>")),
        .. Vectors("SS-40", "structure: another one in a signed Advice"),
        .. Posted(Bases.All, "SS-41", "the parameters of a redirect behind the value", InvalidBase64, octets => $"{Convert.ToBase64String(octets)}&SigAlg=x&Signature=AAAA"),
    ];

    private static IEnumerable<Attack> Vectors(string row, params string[] names) => names.SelectMany(name => Vector(row, name));

    private static string Remove(string xml, string part) => part.Length == 0 ? xml : xml.Once(part, "");

    private static IEnumerable<Attack> Requiring(
        SignatureRequirement requirement, string row, string name, SamlErrorCode expected, Func<Genuine, string> build) =>
        Changed(Bases.Both, row, $"{name}: {requirement}", expected, build)
            .Select(attack => attack with { Validator = () => new ServiceProvider { RequiredSignatures = requirement }.CreateValidator() });

    private static IEnumerable<Attack> Foreign(string name, string declaration, SamlErrorCode expected) =>
        Changed(Bases.Assertion | Bases.Response, "SS-5", name, expected, m => m.With(m.Signature, m.Signature.Once(Namespace, declaration)));

    private static IEnumerable<Attack> Edited(string row, string name, SamlErrorCode expected, Func<string, string> edit) =>
        (Bases.Assertion | Bases.Response).Placements().Select(placement => new Attack(row, $"{name} ({placement})", expected)
        {
            Message = () => SignedMessage.Mint(placement, new SignatureRecipe { EditSignedInfo = edit }),
            Twin = () => SignedMessage.Mint(placement),
        });

    // The message forged, its Signature with a second SignedInfo that has the forged assertion's digest.
    private static IEnumerable<Attack> Forged(string row, string name, SamlErrorCode expected, Func<Genuine, string, string> build) =>
        Changed(Bases.Assertion, row, name, expected, m =>
        {
            string signedInfo = SignatureText.Element(m.Xml, "SignedInfo");
            string forged = SignatureText.EditContent(signedInfo, "DigestValue", _ => Digest(m.EvilWithSameId));
            return Forge(build(m, forged));
        });

    private static IEnumerable<Attack> Smuggled(string name, Func<string, string> place, string before) =>
        Changed(Bases.Assertion, "SS-28", $"the forged assertion's digest {name}", DigestMismatch, m =>
            Forge(m.Xml).Once(before, place($"<ds:DigestValue {Namespace}>{Digest(m.EvilWithSameId)}</ds:DigestValue>")));

    // Only a part of the Signature itself is signed.
    private static IEnumerable<Attack> OwnPart(string name, string tag, string replacement)
    {
        yield return new Attack("SS-23", $"the Signature's own {name} is referred to", ReferenceTargetMismatch)
        {
            Message = () => SignedMessage.Mint(SignaturePlacement.Assertion, new SignatureRecipe
            {
                EditSignedInfo = text => Regex.Replace(text, "URI=\"[^\"]*\"", "URI=\"#part\""),
            }) is { } message ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Once(tag, replacement)) : [],
            Twin = () => SignedMessage.Mint(SignaturePlacement.Assertion),
        };
    }

    private static string OtherSignatureValue(Genuine m)
    {
        byte[] other = Keys.Rsa.Mint(SignedMessage.Template with { AssertionId = "id201" }, m.Placement);
        string value = SignatureText.Element(Encoding.UTF8.GetString(other), "SignatureValue");
        return value[(value.IndexOf('>') + 1)..value.LastIndexOf('<')];
    }

    private static string Digest(string xml) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(xml)));
}
