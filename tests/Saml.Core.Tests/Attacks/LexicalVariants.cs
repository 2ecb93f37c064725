using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;
using static Saml.Core.Tests.Attacks.Retouching;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// Group LV: forms of genuine messages that products send and the standards allow, to be accepted with exactly what was
/// signed; a validator that refuses everything would pass the other groups.
/// </summary>
internal static partial class LexicalVariants
{
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Response = "<saml2p:Response ";
    private const string Status = "<saml2p:Status ";
    private const string Name = "</saml2:NameID>";
    private const string EndOfStatements = "</saml2:Assertion>";
    private const string DeclareAssertion = " xmlns:saml2=\"" + Assertion + "\"";
    private const string DeclareSchema = " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";
    private const string DeclareInstance = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private const string TypeString = " xsi:type=\"xs:string\"";

    private static readonly Lazy<TestIdentityProvider> s_rsa3072 = Bits(3072);
    private static readonly Lazy<TestIdentityProvider> s_rsa4096 = Bits(4096);

    private static readonly Lazy<TestIdentityProvider> s_expired = new(() => TestIdentityProvider.Create(
        notBefore: ServiceProvider.Now.AddYears(-3), notAfter: ServiceProvider.Now.AddYears(-1)));

    private static readonly Lazy<TestIdentityProvider> s_early = new(() => TestIdentityProvider.Create(
        notBefore: ServiceProvider.Now.AddYears(1), notAfter: ServiceProvider.Now.AddYears(3)));

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Prefixes and declarations.
        .. Signed("LV-1", "saml and samlp", xml => Prefixes(xml, "samlp", "saml")),
        .. Signed("LV-1", "ns2 and ns3", xml => Prefixes(xml, "ns2", "ns3")),
        .. Signed("LV-1", "a1 and a2", xml => Prefixes(xml, "a1", "a2")),
        .. Signed("LV-1", "prefixes of other letters", xml => Prefixes(xml, "_\u00E9-1", "\u65E5.\u672C")),
        .. Signed("LV-1", "the protocol by default", xml => Default(xml, "saml2p")),
        .. Signed("LV-1", "the assertion by default", xml => Default(xml, "saml2")),
        .. Signed("LV-1", "both by default", xml => Default(Default(xml, "saml2p"), "saml2")),
        .. Set("LV-2", "ds", new SignatureSettings()),
        .. Set("LV-2", "dsig", new SignatureSettings { Prefix = "dsig" }),
        .. Set("LV-2", "the default namespace", new SignatureSettings { Prefix = "" }),
        .. Set("LV-2", "saml2, which means something else around it", new SignatureSettings { Prefix = "saml2" }),
        .. Signed("LV-3", "declared on the Response alone", DeclareOnce),
        .. Signed("LV-3", "declared on every element", xml => StartTag().Replace(xml, $"$0{DeclareAssertion}")),

        // What the canonical form does not show, changed after signing.
        .. Rewritten("LV-4", "apostrophes", xml => xml.Replace("Name=\"department\"", "Name='department'").Once(Response, Response + " ").Once("Version=\"2.0\"", "Version='2.0'")),
        .. Rewritten("LV-4", "another order of attributes", xml => xml.Replace(" Version=\"2.0\"", "").Replace(Response, Response + "Version=\"2.0\" ").Replace("<saml2:Assertion ", "<saml2:Assertion Version=\"2.0\" ")),
        .. Rewritten("LV-4", "white space in tags", xml => xml
            .Replace("<saml2:Subject ", "<saml2:Subject\r\n\t ").Replace("</saml2:Subject>", "</saml2:Subject\n>")
            .Replace("Version=\"2.0\"", "Version \t=\n\"2.0\"").Replace("status:Success\"/>", "status:Success\" />")),
        .. Rewritten("LV-4", "a start and an end tag for an empty element", xml => xml.Once("status:Success\"/>", "status:Success\"></saml2p:StatusCode>")),
        .. Rewritten("LV-4", "white space in a tag of the signature", xml => xml.Replace("<ds:SignedInfo>", "<ds:SignedInfo >").Replace("</ds:SignedInfo>", "</ds:SignedInfo\n>")),
        .. Signed("LV-5", "an element on each line", xml => xml.Replace("><", ">\n<").Once("?>\n", "?>")),
        .. Signed("LV-5", "indented", Indent),
        .. Signed("LV-5", "indented by tabs", xml => Indent(xml).Replace("  ", "\t")),
        .. Retouched(Bases.All, "LV-6", "CRLF instead of LF", None, () => Indent(SignedMessage.Template.ToXml()), xml => xml.Replace("\n", "\r\n")),
        .. Retouched(Bases.All, "LV-6", "CR instead of LF", None, () => Indent(SignedMessage.Template.ToXml()), xml => xml.Replace("\n", "\r")),
        .. Retouched(Bases.All, "LV-6", "CRLF in a value and in an attribute", None,
            () => SignedMessage.Template.ToXml().Once("Customer Care", "Customer\nCare").Once(Response, $"{Response}Consent=\"a b\" "),
            xml => xml.Once("Customer\nCare", "Customer\r\nCare").Once("\"a b\"", "\"a\r\nb\""))
            .Saying(t => t.WithAttribute("department", "Customer\nCare")),
        .. Minted(Bases.All, "LV-7", "carriage returns in a value", None, t => t.WithAttribute("department", "Customer\r\nCare\r")),
        .. CarriageReturns("&#13;"),
        .. CarriageReturns("&#xD;"),
        .. Rewritten("LV-8", "in the NameID", xml => xml.Once(UserId + Name, "&#106;ane&#x2e;doe&#x00040;example.com" + Name)),
        .. Rewritten("LV-8", "in attributes", xml => xml.Once("Destination=\"https", "Destination=\"&#104;ttps").Once("Name=\"department\"", "Name=\"&#x64;epartment\"")),
        .. Rewritten("LV-8", "in the ID and the Issuer", xml => xml.Once($" ID=\"{ResponseId}\"", " ID=\"&#105;d100\"").Once(">http://www.okta", ">&#104;ttp://www.okta")),
        .. Rewritten("LV-8", "for a blank and an apostrophe", xml => xml.Once("Customer Care", "Customer&#32;Care").Once("\"department\"", "'department'")),
        .. Rewritten("LV-8", "in SignatureValue and DigestValue", xml => Edit(Edit(xml, "SignatureValue", FirstByReference), "DigestValue", FirstByReference)),
        .. Rewritten("LV-9", "a whole value", xml => xml.Once(">Customer Care<", "><![CDATA[Customer Care]]><")),
        .. Rewritten("LV-9", "part of a value", xml => xml.Once(">Customer Care<", ">Cust<![CDATA[omer ]]>Care<")),
        .. Rewritten("LV-9", "the NameID", xml => xml.Once(UserId + Name, $"<![CDATA[{UserId}]]>{Name}")),
        .. Rewritten("LV-9", "an Audience and an Issuer", xml => xml.Once(">urn:flex:", "><![CDATA[urn:flex]]>:").Once(">http://www.okta", "><![CDATA[http]]>://www.okta")),
        .. Rewritten("LV-9", "markup", xml => xml.Once(">Customer Care<", "><![CDATA[]]>Customer Care<![CDATA[]]><")),
        .. Rewritten("LV-9", "the SignatureValue and the DigestValue", xml => Edit(Edit(xml, "SignatureValue", value => $"<![CDATA[{value}]]>"), "DigestValue", value => $"<![CDATA[{value}]]>")),
        .. Rewritten("LV-10", "no declaration", xml => xml.Once("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")),
        .. Rewritten("LV-10", "utf-8", xml => xml.Once("UTF-8", "utf-8")),
        .. Rewritten("LV-10", "no encoding", xml => xml.Once(" encoding=\"UTF-8\"", "")),
        .. Rewritten("LV-10", "a line end behind it", xml => xml.Once("?>", "?>\n")),
        .. Rewritten("LV-10", "a byte order mark", xml => "\uFEFF" + xml),
        .. Rewritten("LV-10", "a byte order mark without a declaration", xml => "\uFEFF" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
        .. Rewritten("LV-10", "line ends behind the document", xml => xml + "\r\n\n"),

        // Signatures.
        .. Set("LV-11", "none", new SignatureSettings { PrefixList = null }),
        .. Set("LV-11", "an empty one", new SignatureSettings { PrefixList = "", CanonicalizationPrefixList = "" }),
        .. Set("LV-11", "several prefixes", new SignatureSettings { PrefixList = "xs xsi saml2 saml2p", CanonicalizationPrefixList = "xs ds" }),
        .. Set("LV-11", "#default", new SignatureSettings { PrefixList = "#default xs" }),
        .. Set("LV-11", "prefixes that nobody declares", new SignatureSettings { PrefixList = "kind rw saml samlp typens" }),
        .. Vector("LV-11", "transform: PrefixList: with tabs and line ends"),
        .. Vector("LV-11", "transform: PrefixList: one twice"),
        .. Vector("LV-12", "reference: digest with white space"),
        .. Vector("LV-12", "algorithm: value in lines"),
        .. Vector("LV-12", "algorithm: value with blanks and tabs"),
        .. Vector("LV-12", "reference: white space in SignedInfo"),
        .. Rewritten("LV-12", "the certificate in CRLF lines and tabs", xml => Edit(xml, "X509Certificate", value => $"\r\n\t{value.Replace("\n", "\r\n\t")}\r\n")),
        .. Vector("LV-13", "key: KeyInfo shows nothing at all"),
        .. Vector("LV-13", "key: KeyInfo shows empty"),
        .. Vector("LV-13", "key: KeyInfo shows two certificates"),
        .. Vector("LV-13", "key: KeyInfo shows the trusted key, bare"),
        .. Vector("LV-13", "key: KeyInfo shows issuer and serial number"),
        .. Set("LV-13", "none, signed so", new SignatureSettings { EmbedCertificate = false }),
        .. KeyInfo("a KeyValue and the certificate", $"<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>"),
        .. KeyInfo("a KeyName and the certificate", "<ds:KeyName>CN=idp</ds:KeyName>"),
        .. Required(Bases.Response, SignatureRequirement.Response),
        .. Required(Bases.Assertion, SignatureRequirement.Assertion),
        .. Required(Bases.Both, SignatureRequirement.ResponseAndAssertion),
        .. Required(Bases.Both, SignatureRequirement.Response),
        .. Required(Bases.Both, SignatureRequirement.Assertion),
        .. Required(Bases.All, SignatureRequirement.ResponseOrAssertion),
        .. from algorithm in new[] { "rsa-sha256", "rsa-sha384", "rsa-sha512" }
           from digest in new[] { "sha256", "sha384", "sha512" }
           from attack in Vector("LV-15", $"algorithm: {algorithm} with RSA, digest {digest}")
           select attack,
        .. Keyed("LV-16", "RSA of 2048 bits", () => Keys.Rsa),
        .. Keyed("LV-16", "RSA of 3072 bits", () => s_rsa3072.Value),
        .. Keyed("LV-16", "RSA of 4096 bits", () => s_rsa4096.Value),
        .. Forged("LV-16", "RSA with the exponent 3", None, new Forgery(RawRsaKey.Trusted.Sign) { ServiceProvider = RawRsaKey.Trusted.ServiceProvider }),

        // Content.
        .. Signed("LV-17", "no fraction", xml => Instant().Replace(xml, "$1Z")),
        .. Signed("LV-17", "six digits", xml => Instant().Replace(xml, "$1.000000Z")),
        .. Signed("LV-17", "seven digits", xml => Instant().Replace(xml, "$1.0000001Z")),
        .. Signed("LV-17", "nine digits", xml => Instant().Replace(xml, "$1.123456789Z")),
        .. Signed("LV-18", "two audiences, ours first", xml => xml.Once("</saml2:Audience>", "</saml2:Audience><saml2:Audience>urn:flex:other</saml2:Audience>")),
        .. Signed("LV-18", "two audiences, ours last", xml => xml.Once("<saml2:Audience>", "<saml2:Audience>urn:flex:other</saml2:Audience><saml2:Audience>")),
        .. Signed("LV-18", "a holder-of-key confirmation before the bearer", xml => xml.Once("<saml2:SubjectConfirmation ", "<saml2:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:holder-of-key\"/><saml2:SubjectConfirmation ")),
        .. Signed("LV-18", "a bearer of another service provider before ours", xml => xml.Once(
            "<saml2:SubjectConfirmation ",
            "<saml2:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">"
                + "<saml2:SubjectConfirmationData InResponseTo=\"_x\" NotOnOrAfter=\"2026-01-15T12:05:00Z\" Recipient=\"https://other.example\"/>"
                + "</saml2:SubjectConfirmation><saml2:SubjectConfirmation ")),
        .. Signed("LV-18", "two AuthnStatements, of which the first is shown", xml => xml.Once(
            EndOfStatements,
            $"<saml2:AuthnStatement AuthnInstant=\"2026-01-15T11:00:00Z\" SessionIndex=\"_other\"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:x</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>{EndOfStatements}")),
        .. Signed("LV-18", "two AttributeStatements", xml => xml.Once("</saml2:Attribute>", $"</saml2:Attribute></saml2:AttributeStatement><saml2:AttributeStatement{DeclareAssertion}>")),
        .. Minted(Bases.All, "LV-19", "no value", None, t => t.WithAttribute("manager")),
        .. Minted(Bases.All, "LV-19", "an empty value", None, t => t.WithAttribute("manager", "")),
        .. Minted(Bases.All, "LV-19", "several values, one empty", None, t => t.WithAttribute("manager", "a", "", "a")),
        .. Minted(Bases.All, "LV-19", "several roles", None, t => t.WithAttribute("roles", "agent", "supervisor", "wfo.full_access")),
        .. Signed("LV-19", "no xsi:type", xml => xml.Replace(TypeString, "")),
        .. Signed("LV-19", "xs:anyType", xml => xml.Replace(TypeString, " xsi:type=\"xs:anyType\"")),
        .. Signed("LV-19", "xsi:nil", xml => xml.Once($"{TypeString}>Customer Care<", " xsi:nil=\"true\"><")).Saying(t => t.WithAttribute("department", "")),
        .. Signed("LV-20", "Consent", xml => xml.Once(Response, Response + "Consent=\"urn:oasis:names:tc:SAML:2.0:consent:unspecified\" ")),
        .. Signed("LV-20", "Extensions", xml => xml.Once(Status, $"<saml2p:Extensions><x xmlns=\"urn:x\">y</x></saml2p:Extensions>{Status}")),
        .. Signed("LV-20", "Advice", xml => xml.Once("</saml2:Conditions>", $"</saml2:Conditions><saml2:Advice{DeclareAssertion}><saml2:AssertionIDRef>_a</saml2:AssertionIDRef></saml2:Advice>")),
        .. Signed("LV-20", "StatusMessage and StatusDetail", xml => xml.Once("Success\"/>", "Success\"/><saml2p:StatusMessage>ok</saml2p:StatusMessage><saml2p:StatusDetail><x xmlns=\"urn:x\"/></saml2p:StatusDetail>")),
        .. Signed("LV-20", "SubjectLocality", xml => xml.Once("<saml2:AuthnContext>", "<saml2:SubjectLocality Address=\"192.0.2.7\" DNSName=\"x.example\"/><saml2:AuthnContext>")),
        .. Signed("LV-20", "AuthnContextDeclRef and AuthenticatingAuthority", xml => xml.Once(
            "</saml2:AuthnContext>",
            "<saml2:AuthnContextDeclRef>urn:d</saml2:AuthnContextDeclRef><saml2:AuthenticatingAuthority>https://a.example</saml2:AuthenticatingAuthority><saml2:AuthenticatingAuthority>https://b.example</saml2:AuthenticatingAuthority></saml2:AuthnContext>")),
        .. Signed("LV-20", "AuthnContextDeclRef alone", xml => ClassRef().Replace(xml, "<saml2:AuthnContextDeclRef>urn:d</saml2:AuthnContextDeclRef>")),
        .. Signed("LV-20", "OneTimeUse and ProxyRestriction", xml => xml.Once("</saml2:Conditions>", "<saml2:OneTimeUse/><saml2:ProxyRestriction Count=\"0\"/></saml2:Conditions>")),
        .. Minted(Bases.All, "LV-21", "no Format", None, t => t with { NameIdFormat = null }),
        .. Formats("1.1:nameid-format:emailAddress", "jane.doe@example.com"),
        .. Formats("1.1:nameid-format:X509SubjectName", "CN=Jane Doe,O=Example,C=US"),
        .. Formats("1.1:nameid-format:WindowsDomainQualifiedName", "EXAMPLE\\jane"),
        .. Formats("2.0:nameid-format:persistent", "AbCdEfGh0123456789_-AbCdEfGh0123456789ABCDE"),
        .. Formats("2.0:nameid-format:transient", "_3f6c1d9a8b2e4f705c6d3f6c1d9a8b2e"),
        .. Formats("2.0:nameid-format:kerberos", "jane/admin@EXAMPLE.COM"),
        .. Formats("2.0:nameid-format:entity", "https://user.example/jane"),
        .. Signed("LV-21", "qualifiers", xml => xml.Once("<saml2:NameID ", $"<saml2:NameID NameQualifier=\"https://idp.example\" SPNameQualifier=\"urn:flex:{ResponseTemplate.ExampleConnectionSid}\" SPProvidedID=\"x\" ")),
        .. Minted(Bases.All, "LV-22", "two octets", None, t => (t with { NameId = "j\u00FCrgen" }).WithAttribute("department", "Dom\u00E4nen-Benutzer")),
        .. Minted(Bases.All, "LV-22", "three octets", None, t => (t with { NameId = "\u65E5\u672C\u8A9E" }).WithAttribute("department", "\u20AC \u0938\u094D\u0924\u0947")),
        .. Minted(Bases.All, "LV-22", "four octets", None, t => (t with { NameId = "\U0001F600@example.com" }).WithAttribute("department", "\U00010348\U0010FFFD")),
        .. Minted(Bases.All, "LV-22", "a name of an attribute", None, t => t.WithAttribute("Stra\u00DFe", "\u00C5")),
        .. Retouched(Bases.All, "LV-22", "by reference after signing", None, t => t with { NameId = "j\u00FCrgen\U0001F600" }, xml => xml.Once("j\u00FCrgen\U0001F600", "j&#xFC;rgen&#128512;")),
        .. Minted(Bases.All, "LV-23", "an underscore and hexadecimal digits", None, t => t with { ResponseId = "_8e8dc5f69a98cc4c1ff3427e5ce34606fd672f91e6", AssertionId = "_d71a3a8e9fcc45c9e9d248ef7049393fc8f04e5f75" }),
        .. Minted(Bases.All, "LV-23", "dots, dashes and underscores", None, t => t with { ResponseId = "R-1.2_3", AssertionId = "A.b-c_d" }),
        .. Minted(Bases.All, "LV-23", "upper case", None, t => t with { ResponseId = "ID_ABCDEF", AssertionId = "UUID-0F" }),
        .. Minted(Bases.All, "LV-23", "a GUID, which begins with a digit", None, t => t with { ResponseId = "7c0e8b6a-0000-4000-8000-000000000001", AssertionId = "7c0e8b6a-0000-4000-8000-000000000002" }),
        .. Minted(Bases.All, "LV-23", "the same letters in two cases", None, t => t with { ResponseId = "_abc", AssertionId = "_ABC" }),
        .. Signed("LV-24", "on neither", xml => xml.Replace(" Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\"", "")),
        .. Signed("LV-24", "on the assertion's alone", xml => xml.Once(" Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\"", "")),
        .. Changed(Bases.All, "LV-24", "on both, as it comes", None, m => m.Xml),
        .. Posted(Bases.All, "LV-25", "76 characters and CRLF", None, xml => Convert.ToBase64String(xml, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n")),
        .. Posted(Bases.All, "LV-25", "76 characters and LF, with one at the end", None, xml => Convert.ToBase64String(xml, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n") + "\n"),
        .. Signed("LV-26", "on the assertion", xml => xml.Once("<saml2:Assertion ", $"<saml2:Assertion{DeclareInstance} ")),
        .. Signed("LV-26", "no declaration that nothing uses", xml => xml.Replace(DeclareSchema, "").Replace(DeclareInstance, "").Replace(TypeString, "")),
        .. Rewritten("LV-26", "added after signing", xml => xml.Replace("<saml2:Subject ", $"<saml2:Subject xmlns:unused=\"urn:unused\"{DeclareInstance} ")),
        .. Rewritten("LV-27", "comments around the document element", xml => xml.Once("?>", "?><!-- before -->") + "<!-- behind -->"),
        .. Rewritten("LV-27", "comments between elements", xml => xml.Once(Status, "<!-- x -->" + Status)),
        .. Changed(Bases.All, "LV-27", "an instruction before, which the profile refuses", ProcessingInstructionNotAllowed, m => m.Xml.Once("?>", "?><?x y?>"), Control.NaiveVerifier),
        .. Changed(Bases.All, "LV-27", "an instruction behind, which the profile refuses", ProcessingInstructionNotAllowed, m => m.Xml + "<?x y?>", Control.NaiveVerifier),
        .. Keyed("LV-28", "an expired certificate", () => s_expired.Value),
        .. Keyed("LV-28", "a certificate that is not yet valid", () => s_early.Value),
    ];

    private static IEnumerable<Attack> Signed(string row, string name, Func<string, string> change) =>
        Written(Bases.All, row, name, None, change);

    private static IEnumerable<Attack> Rewritten(string row, string name, Func<string, string> change) =>
        Retouched(Bases.All, row, name, None, SignedMessage.Template.ToXml, change);

    private static IEnumerable<Attack> Set(string row, string name, SignatureSettings settings) =>
        Minted(Bases.All, row, name, None, t => t, settings);

    private static IEnumerable<Attack> Formats(string format, string nameId) =>
        Minted(Bases.All, "LV-21", format, None, t => t with { NameIdFormat = "urn:oasis:names:tc:SAML:" + format, NameId = nameId });

    private static IEnumerable<Attack> Required(Bases bases, SignatureRequirement requirement) =>
        Minted(bases, "LV-14", $"{requirement} required", None, t => t)
            .Before(() => new ServiceProvider { RequiredSignatures = requirement });

    private static IEnumerable<Attack> Keyed(string row, string name, Func<TestIdentityProvider> signer) =>
        Bases.All.Placements().Select(placement => new Attack(row, $"{name} ({placement})", None)
        {
            Message = () => SignedMessage.Mint(placement, null, signer()),
            Twin = () => SignedMessage.Mint(placement, null, signer()),
            Options = () => new ServiceProvider { Certificates = [signer().Certificate] }.ToOptions(),
            Certificates = () => [signer().Certificate],
        });

    private static IEnumerable<Attack> KeyInfo(string name, string added) =>
        Changed(Bases.All, "LV-13", name, None, m => m.With("<ds:KeyInfo>", "<ds:KeyInfo>" + added));

    // What Java under Windows writes: the signed assertion has its line ends by reference, and the Response around it is signed as well.
    private static IEnumerable<Attack> CarriageReturns(string reference)
    {
        return
        [
            new("LV-7", $"{reference} in the signature of the assertion, under a signed Response", None)
            {
                Message = () => Keys.Rsa.Sign(Inner(), SignaturePlacement.Response),
                Twin = () => SignedMessage.Mint(SignaturePlacement.ResponseAndAssertion),
            },
        ];

        string Inner()
        {
            string xml = Encoding.UTF8.GetString(SignedMessage.Mint(SignaturePlacement.Assertion));
            return Edit(Edit(xml, "X509Certificate", value => value.Replace("\n", $"{reference}\n")), "SignatureValue", value => $"{value.Insert(76, $"{reference}\n")}{reference}\n");
        }
    }

    private static string Edit(string xml, string element, Func<string, string> change) =>
        SignatureText.EditContent(xml, element, change);

    private static string FirstByReference(string value) => $"&#{(int)value[0]};{value[1..]}";

    private static string Prefixes(string xml, string protocol, string assertion) =>
        xml.Replace("saml2p:", protocol + ":").Replace("saml2:", assertion + ":")
            .Replace("xmlns:saml2p=", $"xmlns:{protocol}=").Replace("xmlns:saml2=", $"xmlns:{assertion}=");

    private static string Default(string xml, string prefix) =>
        xml.Replace($"xmlns:{prefix}=", "xmlns=").Replace($"<{prefix}:", "<").Replace($"</{prefix}:", "</");

    private static string DeclareOnce(string xml) =>
        xml.Replace(DeclareAssertion, "").Replace($"{Status}xmlns:saml2p=\"{Protocol}\"", Status.TrimEnd())
            .Replace(DeclareSchema, "").Replace(DeclareInstance, "")
            .Once(Response, $"{Response.TrimEnd()}{DeclareAssertion}{DeclareSchema}{DeclareInstance} ");

    private static string Indent(string xml) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + XDocument.Parse(xml).ToString().ReplaceLineEndings("\n");

    private static Lazy<TestIdentityProvider> Bits(int bits) =>
        new(() => TestIdentityProvider.CreateRsa(TestIdentityProvider.ExampleEntityId, bits));

    // The names of start tags that do not declare the namespace themselves.
    [GeneratedRegex("<saml2:[A-Za-z]+(?=[^>]*>)(?![^>]*xmlns:saml2=)")]
    private static partial Regex StartTag();

    [GeneratedRegex(@"(T\d\d:\d\d:\d\d)\.\d+Z")]
    private static partial Regex Instant();

    [GeneratedRegex("<saml2:AuthnContextClassRef>.*?</saml2:AuthnContextClassRef>")]
    private static partial Regex ClassRef();
}
