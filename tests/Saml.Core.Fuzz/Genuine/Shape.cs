using System.Text;
using System.Text.RegularExpressions;
using Saml.Core.Testing;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>One way to write and sign a message that means the same as Okta's.</summary>
internal sealed record Shape(string Name, SignaturePlacement Placement)
{
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    // Nothing looks into it; a real one would be another one in every process.
    private static readonly string s_certificate = string.Concat(Enumerable.Repeat("MIIDqDCCApCgAwIBAgIGAY+/", 8));

    private static readonly Regex s_declaration = new(" xmlns:\\w+=\"[^\"]*\"");

    /// <summary>Changes the text before it is signed.</summary>
    public Func<string, string> Write { get; init; } = xml => xml;

    public string? PrefixList { get; init; } = "xs";

    public string? CanonicalizationPrefixList { get; init; }

    public string SignaturePrefix { get; init; } = "ds";

    public bool HasKeyInfo { get; init; } = true;

    public bool UsesEcdsa { get; init; }

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("okta, both signed", SignaturePlacement.ResponseAndAssertion),
        new("okta, assertion signed", SignaturePlacement.Assertion),
        new("okta, response signed", SignaturePlacement.Response),
        new("okta, both signed, ECDSA", SignaturePlacement.ResponseAndAssertion) { UsesEcdsa = true },
        new("default namespaces", SignaturePlacement.ResponseAndAssertion)
        {
            Write = WithDefaultNamespaces,
            SignaturePrefix = "",
            PrefixList = "#default xs",
        },
        new("declared on the root", SignaturePlacement.Assertion) { Write = DeclaredOnRoot, PrefixList = "xs xsi saml2" },
        new("declared on the root, response signed", SignaturePlacement.Response)
        {
            Write = DeclaredOnRoot,
            PrefixList = null,
            UsesEcdsa = true,
        },
        new("pretty-printed", SignaturePlacement.ResponseAndAssertion) { Write = Pretty, HasKeyInfo = false },
        new("prefix lists", SignaturePlacement.Assertion)
        {
            PrefixList = "#default xs xsi saml2 saml2p",
            CanonicalizationPrefixList = "ds saml2 xs",
        },
        new("no prefix list", SignaturePlacement.ResponseAndAssertion) { PrefixList = null, HasKeyInfo = false },
        new("many attributes", SignaturePlacement.Assertion) { Write = WithAttributes },
        new("advice", SignaturePlacement.ResponseAndAssertion) { Write = WithAdvice, HasKeyInfo = false },
        new("references and sections", SignaturePlacement.Assertion) { Write = WithReferences },
        new("references and sections, response signed", SignaturePlacement.Response) { Write = WithReferences },
        new("odd but the same", SignaturePlacement.ResponseAndAssertion) { Write = Oddly, UsesEcdsa = true },
    ];

    /// <summary>The signed message.</summary>
    public byte[] Sign(ResponseTemplate template, TestIdentityProvider rsa, TestIdentityProvider ecdsa)
    {
        TestIdentityProvider signer = UsesEcdsa ? ecdsa : rsa;
        string xml = Write(template.ToXml());
        if (Placement is SignaturePlacement.Assertion or SignaturePlacement.ResponseAndAssertion)
        {
            xml = SignElement(signer, xml, template.AssertionId);
        }

        if (Placement is SignaturePlacement.Response or SignaturePlacement.ResponseAndAssertion)
        {
            xml = SignElement(signer, xml, template.ResponseId);
        }

        return Encoding.UTF8.GetBytes(xml);
    }

    private string SignElement(TestIdentityProvider signer, string xml, string id)
    {
        string prefix = SignaturePrefix.Length == 0 ? "" : SignaturePrefix + ":";
        SignatureRecipe recipe = new()
        {
            TrailingXml = HasKeyInfo
                ? $"<{prefix}KeyInfo><{prefix}X509Data><{prefix}X509Certificate>{s_certificate}</{prefix}X509Certificate>"
                    + $"</{prefix}X509Data></{prefix}KeyInfo>"
                : null,
        };
        SignatureSettings settings = signer.DefaultSettings with
        {
            Prefix = SignaturePrefix,
            PrefixList = PrefixList,
            CanonicalizationPrefixList = CanonicalizationPrefixList,
            EmbedCertificate = false,
        };
        return Encoding.UTF8.GetString(signer.SignElement(xml, id, recipe, settings));
    }

    private static string WithDefaultNamespaces(string xml) => xml
        .Replace("xmlns:saml2p=", "xmlns=").Replace("xmlns:saml2=", "xmlns=")
        .Replace("saml2p:", "").Replace("saml2:", "");

    private static string DeclaredOnRoot(string xml)
    {
        const string declarations = $" xmlns:saml2p=\"{Protocol}\" xmlns:saml2=\"{Assertion}\""
            + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
        return s_declaration.Replace(xml, "").Replace("<saml2p:Response", "<saml2p:Response" + declarations);
    }

    private static string Pretty(string xml) => xml.Replace("><", ">\n  <");

    private static string WithAttributes(string xml) => xml
        .Replace("<saml2:NameID ", "<saml2:NameID NameQualifier=\"http://www.okta.com\""
            + $" SPNameQualifier=\"urn:flex:{ResponseTemplate.ExampleConnectionSid}\" ")
        .Replace(
            "</saml2:AttributeStatement>",
            "<saml2:Attribute FriendlyName=\"mail\" Name=\"urn:oid:0.9.2342.19200300.100.1.3\">"
            + "<saml2:AttributeValue>one@example.com</saml2:AttributeValue><saml2:AttributeValue/>"
            + "<saml2:AttributeValue xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>"
            + "<saml2:AttributeValue><saml2:NameID>structured</saml2:NameID></saml2:AttributeValue></saml2:Attribute>"
            + "</saml2:AttributeStatement><saml2:AttributeStatement>"
            + "<saml2:Attribute Name=\"groups\"><saml2:AttributeValue>a</saml2:AttributeValue>"
            + "<saml2:AttributeValue>b</saml2:AttributeValue><saml2:AttributeValue>c</saml2:AttributeValue>"
            + "</saml2:Attribute></saml2:AttributeStatement>");

    private static string WithAdvice(string xml) => xml.Replace(
        "<saml2:AuthnStatement ",
        $"<saml2:Advice xmlns:saml2=\"{Assertion}\"><saml2:AssertionIDRef>_elsewhere</saml2:AssertionIDRef>"
        + "<saml2:Assertion ID=\"_advice\" IssueInstant=\"2026-01-15T12:00:00Z\" Version=\"2.0\">"
        + $"<saml2:Issuer>{TestIdentityProvider.ExampleEntityId}</saml2:Issuer>"
        + "<saml2:Subject><saml2:NameID>advised@example.com</saml2:NameID></saml2:Subject>"
        + "</saml2:Assertion></saml2:Advice><saml2:AuthnStatement ");

    private static string WithReferences(string xml) => xml
        .Replace("@example.com</saml2:NameID>", "&#64;ex<![CDATA[ample.]]>com</saml2:NameID>")
        .Replace(">Customer Care<", "><![CDATA[Customer & Care]]> &amp; <![CDATA[<more>]]>&#xD;&lt;&gt;<")
        .Replace(">Springfield<", ">Z\u00fcrich \u2013 \U0001F680 ]] ]&gt;<")
        .Replace("Name=\"location\"", "Name=\"loc&#x61;tion&#9;&quot;&lt;\"");

    private static string Oddly(string xml) => Regex.Replace(xml, "(\\w+)=\"([^\"]*)\"", "$1 = '$2'")
        .Replace("version = '1.0'", "version='1.0'")
        .Replace("<saml2:Subject ", "<!-- between elements --><saml2:Subject\r\n\t")
        .Replace("</saml2:Subject>", "</saml2:Subject\n>")
        .Replace("<saml2p:Status ", "\r\n<saml2p:Status zusatz:b='2' zusatz:a='1' xmlns:zusatz='urn:zusatz' ");
}
