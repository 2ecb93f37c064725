using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Signatures.SignatureText;
using static Saml.Core.Tests.Signatures.SignatureVector;

namespace Saml.Core.Tests.Signatures;

/// <summary>
/// The transforms, enveloped-signature and then exclusive canonicalization without comments, and the
/// CanonicalizationMethod, the same (SAML Core 5.4.3 and 5.4.4).
/// </summary>
internal static class TransformVectors
{
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string Canonical10 = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string Canonical11 = "http://www.w3.org/2006/12/xml-c14n11";
    private const string EnvelopedSignature = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private const string InclusiveNamespaces = $"<ec:InclusiveNamespaces xmlns:ec=\"{Exclusive}\" PrefixList=\"xs\"/>";

    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        // Which, and in which order.
        Transforms("none", []),
        Transforms("only exclusive canonicalization", [Of(Exclusive)]),
        Transforms("only enveloped-signature", [Of(EnvelopedSignature)]) with { IsGenuine = true },
        Transforms("in the wrong order", [Of(Exclusive), Of(EnvelopedSignature)]),
        Transforms("enveloped-signature twice", [Of(EnvelopedSignature), Of(EnvelopedSignature), Of(Exclusive)]),
        Transforms("exclusive canonicalization twice", [Of(EnvelopedSignature), Of(Exclusive), Of(Exclusive)]) with { IsGenuine = true },
        Transforms("eleven of them", [Of(EnvelopedSignature), .. Enumerable.Repeat(Of(Exclusive), 10)]),
        Transforms("another one behind", [Of(EnvelopedSignature), Of(Exclusive), Of("urn:x")]),
        Canonicalizes("Canonical XML 1.0", Canonical10) with { IsGenuine = true },
        Canonicalizes("Canonical XML 1.0 with comments", Canonical10 + "#WithComments") with { IsGenuine = true },
        Canonicalizes("Canonical XML 1.1", Canonical11),
        Canonicalizes("Canonical XML 1.1 with comments", Canonical11 + "#WithComments"),
        Canonicalizes("exclusive with comments", Exclusive + "WithComments") with { IsGenuine = true },
        Canonicalizes("base64", "http://www.w3.org/2000/09/xmldsig#base64"),
        Canonicalizes("decrypt#XML", "http://www.w3.org/2002/07/decrypt#XML"),
        Canonicalizes("STR-Transform", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform"),
        Canonicalizes("empty", ""),
        Canonicalizes("unknown", "urn:x"),
        Canonicalizes("with a blank at the end", Exclusive + " "),
        Canonicalizes("in upper case", Exclusive.ToUpperInvariant()),
        Canonicalizes("without the #", Exclusive.TrimEnd('#')),
        Middle("XPath", "http://www.w3.org/TR/1999/REC-xpath-19991116", "<ds:XPath>not(ancestor-or-self::*[@ID='evil'])</ds:XPath>"),
        Middle("XPath Filter 2.0", "http://www.w3.org/2002/06/xmldsig-filter2", "<XPath xmlns=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"subtract\">//x</XPath>"),
        Middle("XSLT", "http://www.w3.org/TR/1999/REC-xslt-19991116", "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/>"),
        SignedInfo("enveloped-signature in another case", TransformNotAllowed, text => text.Replace("#enveloped-signature", "#Enveloped-Signature")),
        SignedInfo("no Algorithm", TransformNotAllowed, text => text.Replace($" Algorithm=\"{EnvelopedSignature}\"", "")),
        SignedInfo("an XSLT without Algorithm first", TransformNotAllowed, text => text.Replace(
            "<ds:Transforms>",
            "<ds:Transforms><ds:Transform><xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/></ds:Transform>")),
        Changed("two Algorithms", MalformedXml, xml => xml.Replace("<ds:Transform ", "<ds:Transform Algorithm=\"urn:x\" ")),
        SignedInfo("a foreign element among them", TransformNotAllowed, text => text.Replace("</ds:Transforms>", "<x/></ds:Transforms>")),
        SignedInfo("two Transforms", SignatureMalformed, text => Edit(text, "Transforms", part => part + part)),
        SignedInfo("an attribute on Transforms", SignatureMalformed, text => text.Replace("<ds:Transforms>", "<ds:Transforms x=\"\">")),
        SignedInfo("an attribute on Transform", SignatureMalformed, text => text.Replace("<ds:Transform ", "<ds:Transform x=\"\" ")),
        SignedInfo("content of enveloped-signature", SignatureMalformed, text => text.Replace(
            $"{EnvelopedSignature}\"/>", $"{EnvelopedSignature}\"><x/></ds:Transform>")),
        SignedInfo("text in enveloped-signature", UnexpectedElement, text => text.Replace(
            $"{EnvelopedSignature}\"/>", $"{EnvelopedSignature}\">x</ds:Transform>")),

        // CanonicalizationMethod.
        Method("Canonical XML 1.0", Canonical10) with { IsGenuine = true },
        Method("Canonical XML 1.0 with comments", Canonical10 + "#WithComments") with { IsGenuine = true },
        Method("Canonical XML 1.1", Canonical11),
        Method("exclusive with comments", Exclusive + "WithComments") with { IsGenuine = true },
        Method("XSLT", "http://www.w3.org/TR/1999/REC-xslt-19991116"),
        Method("empty", ""),
        Method("unknown", "urn:x"),
        Method("with a blank at the end", Exclusive + " "),
        Method("in upper case", Exclusive.ToUpperInvariant()),
        SignedInfo("method: no Algorithm", CanonicalizationNotAllowed, text => text.Replace($"<ds:CanonicalizationMethod Algorithm=\"{Exclusive}\"", "<ds:CanonicalizationMethod")),
        SignedInfo("method: absent", SignatureMalformed, text => text.Replace($"<ds:CanonicalizationMethod Algorithm=\"{Exclusive}\"/>", "")),
        SignedInfo("method: twice", SignatureMalformed, text => text.Replace("<ds:CanonicalizationMethod", $"<ds:CanonicalizationMethod Algorithm=\"{Exclusive}\"/><ds:CanonicalizationMethod")),
        SignedInfo("method: a foreign child", SignatureMalformed, text => text.Replace($"<ds:CanonicalizationMethod Algorithm=\"{Exclusive}\"/>", $"<ds:CanonicalizationMethod Algorithm=\"{Exclusive}\"><x/></ds:CanonicalizationMethod>")),

        // InclusiveNamespaces.
        List("absent", None, null),
        List("empty", None, ""),
        List("blank", None, "  "),
        List("one prefix", None, "xs"),
        List("#default", None, "#default"),
        List("several", None, "#default xs saml2 xsi"),
        SignedInfo("PrefixList: one twice", None, text => text.Replace("PrefixList=\"xs\"", "PrefixList=\"xs xs\"")),
        List("with tabs and line ends", None, "\txs\n saml2 "),
        List("xml", None, "xml"),
        List("declared nowhere", None, "xs eidas"),
        List("not a prefix", InclusiveNamespacesInvalid, "xs,saml2"),
        SignedInfo("PrefixList: longer than allowed", InclusiveNamespacesInvalid, text => text.Replace(
            "PrefixList=\"xs\"", $"PrefixList=\"{string.Join(' ', Enumerable.Repeat("xs", 65))}\"")),
        Signed("PrefixList: no attribute", None, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Transforms = [Of(EnvelopedSignature), new() { Algorithm = Exclusive, Content = $"<ec:InclusiveNamespaces xmlns:ec=\"{Exclusive}\"/>" }] }],
        }),
        SignedInfo("InclusiveNamespaces: in no namespace", SignatureMalformed, text => text.Replace(InclusiveNamespaces, "<InclusiveNamespaces PrefixList=\"xs\"/>")),
        SignedInfo("InclusiveNamespaces: twice", SignatureMalformed, text => text.Replace(InclusiveNamespaces, InclusiveNamespaces + InclusiveNamespaces)),
        SignedInfo("InclusiveNamespaces: a foreign attribute", SignatureMalformed, text => text.Replace(" PrefixList", " x=\"\" PrefixList")),
        SignedInfo("InclusiveNamespaces: a child", SignatureMalformed, text => text.Replace(" PrefixList=\"xs\"/>", " PrefixList=\"xs\"><x/></ec:InclusiveNamespaces>")),
        Changed("InclusiveNamespaces: a listed prefix is bound anew", DigestMismatch, xml => xml.Replace("xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">", "xmlns:xs=\"urn:x\">")),
        new("a prefix that nothing uses visibly is bound anew", None, placement => SignedMessage.Change(
            SignedMessage.Mint(placement, new SignatureSettings { PrefixList = null }),
            xml => xml.Replace("xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">", "xmlns:xs=\"urn:x\">"))),
    ];

    private static TransformRecipe Of(string algorithm) => new() { Algorithm = algorithm };

    private static SignatureVector Transforms(string name, TransformRecipe[] transforms) =>
        Signed("" + name, TransformNotAllowed, id => new()
        {
            References = [ReferenceRecipe.To(id) with { Transforms = transforms }],
        });

    private static SignatureVector Canonicalizes(string name, string algorithm) =>
        Transforms(name, [Of(EnvelopedSignature), Of(algorithm)]);

    private static SignatureVector Middle(string name, string algorithm, string content) => Transforms(
        name,
        [Of(EnvelopedSignature), new TransformRecipe { Algorithm = algorithm, Content = content }, Of(Exclusive)]);

    private static SignatureVector Method(string name, string algorithm) =>
        Signed("method: " + name, CanonicalizationNotAllowed, _ => new() { CanonicalizationMethod = algorithm });

    private static SignatureVector List(string name, SamlErrorCode expected, string? prefixList) =>
        Settings("PrefixList: " + name, expected, new SignatureSettings
        {
            PrefixList = prefixList,
            CanonicalizationPrefixList = prefixList,
        });
}
