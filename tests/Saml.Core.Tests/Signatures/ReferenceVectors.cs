using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Signatures.SignatureText;
using static Saml.Core.Tests.Signatures.SignatureVector;

namespace Saml.Core.Tests.Signatures;

/// <summary>
/// The one Reference: to the element that carries the signature, by its ID (SAML Core 5.4.2), with a digest of the
/// right length.
/// </summary>
internal static class ReferenceVectors
{
    private const string Namespace = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    private static readonly string s_emptyDigest = Convert.ToBase64String(SHA256.HashData([]));

    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        // How many.
        Signed("no Reference: the signature covers nothing", ReferenceCountInvalid, _ => new() { References = [] })
        with { IsGenuine = true },
        Signed("a second one, to the same element", ReferenceCountInvalid, id => new() { References = [ReferenceRecipe.To(id), ReferenceRecipe.To(id)] })
        with { IsGenuine = true },
        Signed("a second one, to the document", ReferenceCountInvalid, id => new() { References = [ReferenceRecipe.To(id), ReferenceRecipe.ToDocument()] })
        with { IsGenuine = true },
        Signed("eleven of them", ReferenceCountInvalid, id => new() { References = [.. Enumerable.Repeat(ReferenceRecipe.To(id), 11)] })
        with { IsGenuine = true },

        // The URI.
        Refers("no URI", ReferenceUriInvalid, (_, _) => null),
        Refers("an empty URI", ReferenceUriInvalid, (_, _) => ""),
        Signed("the whole document, by an empty URI", ReferenceUriInvalid, _ => new() { References = [ReferenceRecipe.ToDocument()] })
        with { IsGenuine = true },
        Refers("\"#\"", ReferenceUriInvalid, (_, _) => "#"),
        Refers("the ID without #", ReferenceUriInvalid, (id, _) => id),
        Refers("#xpointer(/)", ReferenceUriInvalid, (_, _) => "#xpointer(/)"),
        Refers("#xpointer(id(…))", ReferenceUriInvalid, (id, _) => $"#xpointer(id('{id}'))") with { IsGenuine = true },
        Refers("#xpointer(id(…)) with more behind it", ReferenceUriInvalid, (id, _) => $"#xpointer(id('{id}'))x"),
        Refers("#xpointer() after xmlns()", ReferenceUriInvalid, (_, _) => "#xmlns(s=urn:s)xpointer(//s:Assertion[1])"),
        Refers("#element()", ReferenceUriInvalid, (_, _) => "#element(/1/3)"),
        Refers("https", ReferenceUriInvalid, (id, _) => $"https://example.com/x.xml#{id}"),
        Refers("file", ReferenceUriInvalid, (_, _) => "file:///etc/hostname"),
        Refers("cid", ReferenceUriInvalid, (id, _) => $"cid:{id}"),
        Refers("a relative reference", ReferenceUriInvalid, (id, _) => $"x.xml#{id}"),
        Refers("a query", ReferenceUriInvalid, (id, _) => $"?q#{id}"),
        Refers("a blank before #", ReferenceUriInvalid, (id, _) => $" #{id}"),
        Refers("a blank behind #", ReferenceTargetMismatch, (id, _) => $"# {id}"),
        Refers("a blank at the end", ReferenceTargetMismatch, (id, _) => $"#{id} "),
        Refers("the ID in another case", ReferenceTargetMismatch, (id, _) => $"#{id.ToUpperInvariant()}"),
        Refers("percent-encoded", ReferenceTargetMismatch, (id, _) => $"#%69{id[1..]}"),
        Refers("##", ReferenceTargetMismatch, (id, _) => $"##{id}"),
        Refers("the beginning of the ID", ReferenceTargetMismatch, (id, _) => $"#{id[..^1]}"),
        Refers("an ID that is nowhere", ReferenceTargetMismatch, (_, _) => "#absent"),
        Refers("the other element's ID", ReferenceTargetMismatch, (_, other) => $"#{other}"),
        Changed("URI: the ID with a character reference", None, xml => xml.Replace("URI=\"#id", "URI=\"#&#105;d")),

        // Another target than the parent, genuinely digested.
        Signed("the other element", ReferenceTargetMismatch, id => new() { References = [ReferenceRecipe.To(Other(id))] }),
        Signed("an Object inside", ReferenceTargetMismatch, _ => new()
        {
            References = [ReferenceRecipe.To("o") with { Transforms = [TransformRecipe.ExclusiveCanonicalization()] }],
            TrailingXml = $"<ds:Object {Namespace} Id=\"o\">x</ds:Object>",
        }) with { IsGenuine = true },
        Signed("a Manifest inside", ReferenceTargetMismatch, _ => new()
        {
            References = [ReferenceRecipe.To("m") with { Transforms = [TransformRecipe.ExclusiveCanonicalization()] }],
            TrailingXml = $"<ds:Object {Namespace}><ds:Manifest Id=\"m\"/></ds:Object>",
        }) with { IsGenuine = true },
        Signed("nothing: the digest of no octets", ReferenceTargetMismatch, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Uri = "#absent", DigestValue = s_emptyDigest }],
        }),

        // The URI is looked at before the transforms.
        SignedInfo("to the document, without transforms", ReferenceUriInvalid, text => Regex.Replace(
            Edit(text, "Transforms", _ => ""), "URI=\"[^\"]*\"", "URI=\"\"")),
        SignedInfo("to another element, without transforms", ReferenceTargetMismatch, text => Regex.Replace(
            Edit(text, "Transforms", _ => ""), "URI=\"[^\"]*\"", "URI=\"#other\"")),
        SignedInfo("to the parent, without transforms", TransformNotAllowed, text => Edit(text, "Transforms", _ => "")),

        // Its elements.
        SignedInfo("a Type", SignatureMalformed, text => text.Replace("<ds:Reference ", "<ds:Reference Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\" ")),
        SignedInfo("a foreign attribute", SignatureMalformed, text => text.Replace("<ds:Reference ", "<ds:Reference x=\"\" ")),
        SignedInfo("a foreign child", SignatureMalformed, text => text.Replace("</ds:Reference>", "<x/></ds:Reference>")),
        SignedInfo("an unknown child of SignedInfo", SignatureMalformed, text => text.Replace("</ds:SignedInfo>", "<ds:Foo/></ds:SignedInfo>")),
        SignedInfo("an attribute on SignedInfo", SignatureMalformed, text => text.Replace("<ds:SignedInfo>", "<ds:SignedInfo x=\"\">")),
        SignedInfo("an Id on SignedInfo and Reference", None, text => text
            .Replace("<ds:SignedInfo>", "<ds:SignedInfo Id=\"i1\">")
            .Replace("<ds:Reference ", "<ds:Reference Id=\"i2\" ")),
        SignedInfo("no DigestMethod", SignatureMalformed, text => text.Replace("<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>", "")),
        SignedInfo("no DigestValue", SignatureMalformed, text => Edit(text, "DigestValue", _ => "")),
        SignedInfo("two DigestValue", SignatureMalformed, text => Edit(text, "DigestValue", part => part + part)),
        SignedInfo("DigestValue before DigestMethod", SignatureMalformed, text => Insert(
            Edit(text, "DigestValue", _ => ""), "<ds:DigestMethod", Element(text, "DigestValue"))),
        SignedInfo("white space in SignedInfo", None, text => text.Replace("<ds:Reference ", "\n  <ds:Reference ")),
        Changed("text in SignedInfo", UnexpectedElement, xml => xml.Replace("<ds:Reference ", "x<ds:Reference ")),
        Changed("a comment in DigestValue", CommentInValue, xml => EditContent(xml, "DigestValue", value => $"<!-- {s_emptyDigest} -->{value}")),
        Changed("a comment in SignatureValue", CommentInValue, xml => EditContent(xml, "SignatureValue", value => value[..9] + "<!-- -->" + value[9..])),
        Changed("an element in DigestValue", UnexpectedElement, xml => EditContent(xml, "DigestValue", value => value + "<x/>")),
        Changed("an element in SignatureValue", UnexpectedElement, xml => EditContent(xml, "SignatureValue", value => value + "<x/>")),
        Changed("white space in the padding of SignatureValue", None, xml => EditContent(xml, "SignatureValue", value => value.Replace("=", " = "))),
        Changed("CDATA in DigestValue", None, xml => EditContent(xml, "DigestValue", value => $"<![CDATA[{value}]]>")),
        Changed("CDATA in SignatureValue", None, xml => EditContent(xml, "SignatureValue", value => $"<![CDATA[{value}]]>")),

        // DigestValue.
        Digest("empty", SignatureValueMalformed, _ => ""),
        Digest("of 20 octets", SignatureValueMalformed, digest => Convert.ToBase64String(digest[..20])),
        Digest("of 31 octets", SignatureValueMalformed, digest => Convert.ToBase64String(digest[..31])),
        Digest("of 33 octets", SignatureValueMalformed, digest => Convert.ToBase64String([.. digest, 0])),
        Digest("in hexadecimal", SignatureValueMalformed, digest => Convert.ToHexString(digest)),
        Digest("not base64", SignatureValueMalformed, _ => "!!!!"),
        Digest("with more behind its padding", SignatureValueMalformed, digest => Convert.ToBase64String(digest) + "AAAA"),
        Digest("without padding", SignatureValueMalformed, digest => Convert.ToBase64String(digest).TrimEnd('=')),
        Digest("in the alphabet for URLs", SignatureValueMalformed, digest => "-_" + Convert.ToBase64String(digest)[2..]),
        Digest("of nothing", DigestMismatch, _ => s_emptyDigest),
        Digest("of something else", DigestMismatch, digest => Convert.ToBase64String([.. digest[..31], (byte)(digest[31] ^ 1)])),
        Digest("with white space", None, digest => "\n " + Convert.ToBase64String(digest).Insert(10, "\t\n") + " "),
        Digest("with a line end and an indentation behind", None, digest => Convert.ToBase64String(digest) + "\n   "),
        Digest("with a line end before its last group and behind", None, digest => Convert.ToBase64String(digest).Insert(40, "\r\n") + "\r\n"),
    ];

    private static SignatureVector Refers(string name, SamlErrorCode expected, Func<string, string, string?> uri) =>
        Signed("URI: " + name, expected, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Uri = uri(id, Other(id)) }],
        });

    private static SignatureVector Digest(string name, SamlErrorCode expected, Func<byte[], string> value) =>
        Signed("digest " + name, expected, _ => new()
        {
            EditSignedInfo = text => EditContent(text, "DigestValue", digest => value(Convert.FromBase64String(digest))),
        });

    private static string Other(string id) =>
        id == SignedMessage.ResponseId ? SignedMessage.AssertionId : SignedMessage.ResponseId;
}
