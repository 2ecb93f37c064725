using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;
using static Saml.Core.Tests.Attacks.Retouching;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group TX: what was signed is not the text that is read.</summary>
internal static class TextAttacks
{
    private const string LongId = VictimId + ".evil.example";
    private const string Name = ">" + UserId + "</saml2:NameID>";
    private const string EndOfStatusCode = "Success\"/>";
    private const string StartOfAttribute = "<saml2:Attribute Name=\"x\"><saml2:AttributeValue>";
    private const string EndOfAttribute = "</saml2:AttributeValue></saml2:Attribute>";
    private const string EndOfAttributes = "</saml2:AttributeStatement>";
    private const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Comments, which exclusive canonicalization drops.
        .. NameId("TX-1", "a comment behind the victim's name", CommentInValue, $"{VictimId}<!---->.evil.example"),
        .. NameId("TX-1", "a comment with text in it", CommentInValue, $"{VictimId}<!-- x > y -->.evil.example"),
        .. NameId("TX-2", "a comment at the start", CommentInValue, $"<!--x-->{LongId}"),
        .. NameId("TX-2", "a comment at the end", CommentInValue, $"{LongId}<!--x-->"),
        .. NameId("TX-2", "a comment in a word", CommentInValue, $"ad<!---->min{LongId[5..]}"),
        .. NameId("TX-2", "several comments", CommentInValue, $"<!---->admin<!--a--><!--b-->{LongId[5..]}<!---->"),
        .. NameId("TX-2", "a comment beside CDATA", CommentInValue, $"<![CDATA[{VictimId}]]><!---->.evil.example"),
        .. Retouched(Bases.All, "TX-2", "a comment in white space behind the name", CommentInValue,
            t => t with { NameId = UserId + "\n  \n" }, xml => xml.Once(UserId + "\n  ", UserId + "\n <!-- --> "), Control.NaiveVerifier),
        .. Written(Bases.All, "TX-2", "nothing but a comment, signed so", CommentInValue, xml => xml.Once(Name, "><!--x--></saml2:NameID>"), Control.NaiveVerifier),
        .. Written(Bases.All, "TX-2", "a comment in nothing but white space, signed so", CommentInValue,
            xml => xml.Once(Name, ">\n<!--x-->\n</saml2:NameID>"), Control.NaiveVerifier),
        .. Commented("an attribute value", ">agent, supervisor<", ">agent<!---->, supervisor<"),
        .. Commented("the Audience", $">urn:flex:{ResponseTemplate.ExampleConnectionSid}<", $">urn:flex:<!---->{ResponseTemplate.ExampleConnectionSid}<"),
        .. Commented("the Response's Issuer", $">{TestIdentityProvider.ExampleEntityId}<", $">{TestIdentityProvider.ExampleEntityId}<!----><"),
        .. Commented("the AuthnContextClassRef", "classes:PasswordProtectedTransport<", "classes:Password<!---->ProtectedTransport<"),
        .. Changed(Bases.All, "TX-3", "a comment in the assertion's Issuer", CommentInValue,
            m => m.With(m.Assertion, m.Assertion.Once(">http://www.okta.com/", "><!---->http://www.okta.com/")), Control.NaiveVerifier),
        .. Retouched(Bases.All, "TX-3", "a comment in another audience", CommentInValue,
            () => SignedMessage.Template.ToXml().Once("<saml2:Audience>", "<saml2:Audience>urn:flex:evil</saml2:Audience><saml2:Audience>"),
            xml => xml.Once("urn:flex:evil", "urn:flex:<!---->evil"), Control.NaiveVerifier),
        .. Written(Bases.All, "TX-3", "a comment in the StatusMessage, signed so", CommentInValue,
            xml => xml.Once(EndOfStatusCode, $"{EndOfStatusCode}<saml2p:StatusMessage>well<!---->come</saml2p:StatusMessage>"), Control.NaiveVerifier),
        new("TX-3", "a comment in the SessionIndex of a LogoutRequest", CommentInValue)
        {
            Message = () => Keys.Rsa.SignElement(
                "<saml2p:LogoutRequest xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_r\"><saml2p:SessionIndex>_1<!---->2</saml2p:SessionIndex></saml2p:LogoutRequest>", "_r"),
            Twin = () => SignedMessage.Mint(SignaturePlacement.Response),
            Control = Control.NaiveVerifier,
        },

        // Other ways to write the same characters: the answer is all of them.
        .. NameId("TX-4", "CDATA behind the victim's name", None, $"{VictimId}<![CDATA[.evil.example]]>"),
        .. NameId("TX-4", "CDATA around the victim's name", None, $"<![CDATA[{VictimId}]]>.evil.example"),
        .. NameId("TX-4", "empty CDATA in between", None, $"{VictimId}<![CDATA[]]>.evil.example"),
        .. NameId("TX-4", "several CDATA sections", None, $"<![CDATA[admin]]><![CDATA[@]]>victim.example<![CDATA[.evil.example]]>"),
        .. Retouched(Bases.All, "TX-5", "an entity of an internal subset behind the victim's name", DtdNotAllowed, Long,
            xml => xml.Once("?>", "?><!DOCTYPE r [<!ENTITY e \".evil.example\">]>").Once(LongId, $"{VictimId}&e;"), Control.NaiveVerifier),
        .. NameId("TX-5", "an entity that nobody declares", MalformedXml, $"{VictimId}&e;.evil.example"),
        .. NameId("TX-6", "decimal references", None, $"&#97;dmin@victim.example&#46;evil.example"),
        .. NameId("TX-6", "hexadecimal references", None, $"&#x61;&#x0064;min&#x40;victim.example.evil.example"),
        .. NameId("TX-7", "an instruction behind the victim's name", ProcessingInstructionNotAllowed, $"{VictimId}<?x?>.evil.example"),
        .. Written(Bases.All, "TX-7", "an instruction in the name, signed so", ProcessingInstructionNotAllowed,
            xml => xml.Once(Name, $">admin<?x?>@victim.example</saml2:NameID>"), Control.NaiveVerifier),

        // Subjects that the genuine key signed.
        .. Said("TX-8", "a NameID in the NameID", UnexpectedElement, Name, ">a<saml2:NameID>admin</saml2:NameID></saml2:NameID>"),
        .. Said("TX-8", "an element of no namespace in the NameID", UnexpectedElement, Name, $">{UserId}<x>admin</x></saml2:NameID>"),
        .. Said("TX-8", "the NameID in an element in the NameID", UnexpectedElement, Name, $"><b>{UserId}</b></saml2:NameID>"),
        .. Said("TX-9", "two NameIDs", DuplicateElement, Name, $"{Name}<saml2:NameID>{VictimId}</saml2:NameID>"),
        .. Said("TX-9", "a NameID and an EncryptedID", UnexpectedElement, Name, Name + "<saml2:EncryptedID/>"),
        .. Said("TX-9", "an EncryptedID and a NameID", UnexpectedElement, "<saml2:NameID", "<saml2:EncryptedID/><saml2:NameID"),
        .. Said("TX-9", "a NameID and a BaseID", UnexpectedElement, Name, Name + "<saml2:BaseID/>"),
        .. Said("TX-9", "a BaseID and a NameID", UnexpectedElement, "<saml2:NameID", "<saml2:BaseID/><saml2:NameID"),
        .. Said("TX-9", "a NameID behind the confirmation", DuplicateElement, "</saml2:Subject>", $"<saml2:NameID>{VictimId}</saml2:NameID></saml2:Subject>"),
        .. Said("TX-10", "two Subjects", DuplicateElement, "</saml2:Subject>", $"</saml2:Subject><saml2:Subject><saml2:NameID>{VictimId}</saml2:NameID></saml2:Subject>"),
        .. Said("TX-10", "a Subject behind the statements", DuplicateElement, "</saml2:Assertion>", $"<saml2:Subject><saml2:NameID>{VictimId}</saml2:NameID></saml2:Subject></saml2:Assertion>"),
        .. Written(Bases.All, "TX-10", "no Subject", SubjectMissing, xml => Cut(xml, "<saml2:Subject ", "</saml2:Subject>"), Control.NaiveVerifier),
        .. Written(Bases.All, "TX-10", "a Subject without NameID", NameIdMissing, xml => Cut(xml, "<saml2:NameID ", "</saml2:NameID>"), Control.NaiveVerifier),
        .. Minted(Bases.All, "TX-11", "an empty NameID", NameIdEmpty, t => t with { NameId = "" }),
        .. Said("TX-11", "an empty NameID in one tag", NameIdEmpty, Name, "/>"),
        .. Minted(Bases.All, "TX-11", "a NameID of a blank", NameIdEmpty, t => t with { NameId = " " }),
        .. Minted(Bases.All, "TX-11", "a NameID of a line end and a tab", NameIdEmpty, t => t with { NameId = "\r\n\t" }),
        .. Said("TX-11", "a NameID of a blank in CDATA", NameIdEmpty, Name, "><![CDATA[ ]]></saml2:NameID>"),

        // White space and code points.
        .. Accepted("TX-12", "a NameID between line ends", "\n  alice\n"),
        .. Accepted("TX-12", "a NameID behind a carriage return", "\r\nalice\t"),
        .. Minted(Bases.All, "TX-12", "an Issuer between line ends", ResponseIssuerMismatch, t => t with { Issuer = $"\n  {TestIdentityProvider.ExampleEntityId}\n" }),
        .. Written(Bases.All, "TX-12", "the assertion's Issuer with a blank behind", AssertionIssuerMismatch,
            xml => xml.Once("</saml2:Issuer><saml2:Subject", " </saml2:Issuer><saml2:Subject"), Control.NaiveVerifier),
        .. Accepted("TX-13", "a soft hyphen", "ad\u00ADmin"),
        .. Accepted("TX-13", "a Cyrillic letter", "\u0430dmin"),
        .. Accepted("TX-13", "a zero-width space", "admin\u200B"),
        .. Accepted("TX-13", "a zero-width joiner", "ad\u200Dmin"),
        .. Accepted("TX-13", "a right-to-left override", "\u202Enimda"),
        .. Accepted("TX-13", "composed", "caf\u00E9"),
        .. Accepted("TX-13", "decomposed", "cafe\u0301"),
        .. Accepted("TX-13", "full-width letters", "\uFF41dmin"),
        .. Accepted("TX-13", "a Turkish capital", "ADM\u0130N"),
        .. Accepted("TX-13", "a byte order mark inside", "ad\uFEFFmin"),
        .. Accepted("TX-13", "a tag character", "admin\U000E0041"),
        .. Minted(Bases.All, "TX-13", "a soft hyphen in a role", NoRoles, t => t.WithAttribute("roles", "ad\u00ADmin")),
        .. Minted(Bases.All, "TX-13", "a Cyrillic letter in a role", NoRoles, t => t.WithAttribute("roles", "\u0430dmin")),
        .. Minted(Bases.All, "TX-13", "a soft hyphen in an attribute's Name", RequiredAttributeMissing, t => Renamed(t, "roles", "ro\u00ADles")),
        .. Minted(Bases.All, "TX-13", "a soft hyphen in the Audience", AudienceMismatch, t => t with { Audience = t.Audience.Insert(4, "\u00AD") }),
        .. Minted(Bases.All, "TX-13", "a zero-width space behind the Recipient", RecipientMismatch, t => t with { Recipient = t.Recipient + "\u200B" }),
        .. Minted(Bases.All, "TX-13", "a soft hyphen in the Issuer", ResponseIssuerMismatch, t => t with { Issuer = t.Issuer.Insert(7, "\u00AD") }),
        .. Minted(Bases.All, "TX-13", "a combining mark behind the Destination", DestinationMismatch, t => t with { Destination = t.Destination + "\u0301" }),
        .. NameId("TX-14", "a reference to NUL", MalformedXml, $"{VictimId}&#0;.evil.example"),
        .. NameId("TX-14", "a hexadecimal reference to NUL", MalformedXml, $"{VictimId}&#x0;.evil.example"),
        .. NameId("TX-14", "a reference to a control character", MalformedXml, $"{VictimId}&#x1F;.evil.example"),
        .. NameId("TX-14", "a reference to U+FFFE", MalformedXml, $"{VictimId}&#xFFFE;.evil.example"),
        .. NameId("TX-14", "NUL", MalformedXml, $"{VictimId}\0.evil.example"),
        .. NameId("TX-14", "a control character", MalformedXml, $"{VictimId}\u001F.evil.example"),
        .. NameId("TX-14", "a backspace", MalformedXml, $"{VictimId}.evil.example\b"),

        // Attributes.
        .. Minted(Bases.All, "TX-15", "two Attributes named roles", None, t => With(t, TemplateAttribute.Basic("roles", "admin"))),
        .. Minted(Bases.All, "TX-15", "two Attributes of another name", None, t => With(t, TemplateAttribute.Basic("department", "Board"))),
        .. Minted(Bases.All, "TX-15", "two Attributes named email", DuplicateAttributeConflict, t => With(t, TemplateAttribute.Basic("email", VictimId))),
        .. Minted(Bases.All, "TX-15", "two Attributes named email, of two NameFormats", DuplicateAttributeConflict,
            t => With(t, new TemplateAttribute("email", TemplateAttribute.UriNameFormat, [VictimId]))),
        .. Minted(Bases.All, "TX-15", "two Attributes named full_name, one empty", DuplicateAttributeConflict, t => With(t, TemplateAttribute.Basic("full_name"))),
        .. Minted(Bases.All, "TX-15", "two values of email", AttributeHasMultipleValues, t => t.WithAttribute("email", UserId, VictimId)),
        .. Said("TX-16", "a FriendlyName that is another's Name", None, "Name=\"department\"", "FriendlyName=\"roles\" Name=\"department\""),
        .. Said("TX-16", "a FriendlyName for the Name that is missing", RequiredAttributeMissing, "Name=\"email\"", "FriendlyName=\"email\" Name=\"contact\""),
        .. Said("TX-16", "a Name of another namespace beside the Name", None, "Name=\"department\"", "xmlns:evil=\"urn:evil\" evil:Name=\"roles\" Name=\"department\""),
        .. Said("TX-16", "a Name of another namespace alone", MissingAttribute, "Name=\"department\"", "xmlns:evil=\"urn:evil\" evil:Name=\"roles\""),
        .. Said("TX-16", "a Name of SAML's namespace", NamespaceNotAllowed, "Name=\"department\"", "saml2:Name=\"roles\" Name=\"department\""),
        .. Said("TX-16", "a Name in another case", AttributeNameCase, "Name=\"roles\"", "Name=\"Roles\""),
        .. Said("TX-16", "a name attribute in lower case", MissingAttribute, "Name=\"department\"", "name=\"roles\""),
        .. Nested("an Attribute", "<saml2:Attribute Name=\"roles\"><saml2:AttributeValue>admin</saml2:AttributeValue></saml2:Attribute>"),
        .. Nested("an AttributeStatement", "<saml2:AttributeStatement><saml2:Attribute Name=\"roles\"><saml2:AttributeValue>admin</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement>"),
        .. Nested("a NameID", $"<saml2:NameID>{VictimId}</saml2:NameID>"),
        .. Nested("text and a Subject", $"x<saml2:Subject><saml2:NameID>{VictimId}</saml2:NameID></saml2:Subject>y"),
        .. Said("TX-17", "elements in roles", AttributeNotText, ">agent, supervisor<", "><x>admin</x><"),
        .. Said("TX-17", "an AttributeValue in a value of roles", AttributeNotText, ">agent, supervisor<", "><saml2:AttributeValue>admin</saml2:AttributeValue><"),
        .. Said("TX-17", "an Attribute beside the values", UnexpectedElement, "</saml2:AttributeValue></saml2:Attribute>", "</saml2:AttributeValue><saml2:Attribute Name=\"roles\"/></saml2:Attribute>"),
        .. Typed("xsi:nil with text", "xsi:nil=\"true\"", ">Customer Care<", ""),
        .. Typed("xsi:nil as a digit", "xsi:nil=\" 1 \"", ">Customer Care<", ""),
        .. Typed("xsi:nil that is false", "xsi:nil=\"false\"", ">Customer Care<", "Customer Care"),
        .. Typed("base64Binary", "xsi:type=\"xs:base64Binary\"", ">YWRtaW4=<", "YWRtaW4="),
        .. Typed("an integer that is none", "xsi:type=\"xs:integer\"", ">twelve<", "twelve"),
        .. Typed("a date", "xsi:type=\"xs:dateTime\"", ">2026-01-01T24:00:00+14:00<", "2026-01-01T24:00:00+14:00"),
        .. Typed("a type that somebody defined", "xsi:type=\"evil:Role\" xmlns:evil=\"urn:evil\"", ">Customer Care<", "Customer Care"),
        .. Typed("a type of a prefix that nobody declares", "xsi:type=\"nobody:Type\"", ">Customer Care<", "Customer Care"),
        .. Typed("a type of .NET", "xsi:type=\"System.Diagnostics.Process, System\"", ">Customer Care<", "Customer Care"),
        .. Said("TX-18", "roles as base64Binary", NoRoles, ">agent, supervisor<", ">YWRtaW4=<"),
        .. Written(Bases.All, "TX-18", "nil roles with text", RequiredAttributeEmpty, xml => Attribute(xml, "roles", value => value.Once("xsi:type=\"xs:string\"", "xsi:nil=\"true\"")), Control.NaiveVerifier),
        .. Written(Bases.All, "TX-18", "a nil email with text", RequiredAttributeEmpty, xml => Attribute(xml, "email", value => value.Once("xsi:type=\"xs:string\"", "xsi:nil=\"true\"")), Control.NaiveVerifier),

        // What is signed, and for whom.
        .. SubjectAlone("TX-19", ResponseId, ReferenceTargetMismatch),
        .. SubjectAlone("TX-19", AssertionId, ReferenceTargetMismatch),
        .. SubjectAlone("TX-19", "part", NothingSigned),
        Of("TX-20", "a NameID of an unspecified Format where persistent is wanted", NameIdFormatNotAllowed, v => v with { AcceptedNameIdFormats = [Persistent] }),
        Of("TX-20", "a NameID without Format where persistent is wanted", NameIdFormatNotAllowed,
            v => v with { AcceptedNameIdFormats = [Persistent], Template = v.Template with { NameIdFormat = null } }),
        Of("TX-20", "the SPNameQualifier of another service provider", NameIdQualifierMismatch, Change.Set("NameID", "SPNameQualifier", "urn:flex:other")),
        Of("TX-20", "an empty SPNameQualifier", NameIdQualifierMismatch, Change.Set("NameID", "SPNameQualifier", "")),
        Of("TX-20", "our SPNameQualifier in another case", NameIdQualifierMismatch, Change.Set("NameID", "SPNameQualifier", Validation.Vector.EntityId.ToUpperInvariant())),
        Of("TX-20", "our SPNameQualifier", None, Change.Set("NameID", "SPNameQualifier", Validation.Vector.EntityId)),
        Of("TX-20", "the NameQualifier of another identity provider", None, Change.Set("NameID", "NameQualifier", "https://other.example")),
        Of("TX-21", "another identity provider's assertion", ResponseIssuerMismatch,
            v => v with { SignedBy = TestKeys.Other, Template = v.Template with { Issuer = TestKeys.Other.EntityId } }),
        Of("TX-21", "another identity provider's assertion in our identity provider's name", SignatureInvalid, v => v with { SignedBy = TestKeys.Other }),

        // Markup in what a user told the identity provider, which signed it: what must occur once limits it.
        .. Injected("a second Attribute", None, $"{EndOfAttribute}{Roles("admin")}{StartOfAttribute}")
            .Saying(t => t with { Attributes = [TemplateAttribute.Basic("full_name", "Jane"), TemplateAttribute.Basic("roles", "admin"), TemplateAttribute.Basic("x", " Doe"), .. t.Attributes.Skip(1)] }),
        .. Injected("a second email", DuplicateAttributeConflict,
            $"{EndOfAttribute}<saml2:Attribute Name=\"email\"><saml2:AttributeValue>{VictimId}{EndOfAttribute}{StartOfAttribute}"),
        .. Injected("a second Subject", DuplicateElement,
            $"{EndOfAttribute}{EndOfAttributes}<saml2:Subject><saml2:NameID>{VictimId}</saml2:NameID></saml2:Subject><saml2:AttributeStatement>{StartOfAttribute}"),
        .. Injected("a comment", CommentInValue, "<!-- -->"),
        .. Said("TX-22", "a second NameID through the name", DuplicateElement, Name, $">{VictimId}</saml2:NameID><saml2:NameID{Name}"),
        .. Said("TX-22", "a comment around the rest of the Subject", CommentInValue, Name, $">{VictimId}<!-- --></saml2:NameID>"),
        .. Written(Bases.Response, "TX-22", "a second assertion", MultipleAssertions,
            xml => xml.Once("</saml2:Assertion>", $"</saml2:Assertion>{Genuine.Of(SignaturePlacement.Response).Evil}"), Control.NaiveVerifier),
    ];

    private static ResponseTemplate Long(ResponseTemplate template) => template with { NameId = LongId };

    // Another way to write the attacker's own, longer name.
    private static IEnumerable<Attack> NameId(string row, string name, SamlErrorCode expected, string written) =>
        Retouched(Bases.All, row, name, expected, Long, xml => xml.Once($">{LongId}<", $">{written}<"),
            expected == CommentInValue ? Control.NaiveVerifier : Control.Twin);

    private static IEnumerable<Attack> Commented(string name, string old, string replacement) =>
        Changed(Bases.All, "TX-3", $"a comment in {name}", CommentInValue, m => m.With(old, replacement), Control.NaiveVerifier);

    private static IEnumerable<Attack> Said(string row, string name, SamlErrorCode expected, string old, string replacement) =>
        Written(Bases.All, row, name, expected, xml => xml.Once(old, replacement), Control.NaiveVerifier);

    private static IEnumerable<Attack> Accepted(string row, string name, string nameId) =>
        Minted(Bases.All, row, name, None, t => t with { NameId = nameId });

    private static IEnumerable<Attack> Nested(string name, string content) =>
        Said("TX-17", $"{name} in a value", None, ">Customer Care<", $">{content}<").Saying(t => t.WithAttribute("department", ""));

    private static IEnumerable<Attack> Typed(string name, string attributes, string content, string said) =>
        Written(Bases.All, "TX-18", name, None, xml => Attribute(
            xml,
            "department",
            value => value.Once("xsi:type=\"xs:string\"", attributes).Replace(">Customer Care<", content)))
            .Saying(t => t.WithAttribute("department", said));

    private static IEnumerable<Attack> Injected(string name, SamlErrorCode expected, string markup) =>
        Said("TX-22", $"{name} through an attribute", expected, ">Jane Doe<", $">Jane{markup} Doe<");

    private static string Roles(string value) =>
        $"<saml2:Attribute Name=\"roles\"><saml2:AttributeValue>{value}</saml2:AttributeValue></saml2:Attribute>";

    private static string Attribute(string xml, string name, Func<string, string> change)
    {
        int start = xml.IndexOf($" Name=\"{name}\"", StringComparison.Ordinal);
        return xml[..start] + change(xml[start..]);
    }

    private static string Cut(string xml, string from, string to)
    {
        int start = xml.IndexOf(from, StringComparison.Ordinal);
        return xml.Remove(start, xml.IndexOf(to, StringComparison.Ordinal) + to.Length - start);
    }

    private static ResponseTemplate With(ResponseTemplate template, TemplateAttribute attribute) =>
        template with { Attributes = [.. template.Attributes, attribute] };

    private static ResponseTemplate Renamed(ResponseTemplate template, string name, string other) => template with
    {
        Attributes = [.. template.Attributes.Select(one => one.Name == name ? new(other, one.NameFormat, one.Values) : one)],
    };

    // The attributes are the attacker's: only the Subject, which got an ID for it, is signed.
    private static IEnumerable<Attack> SubjectAlone(string row, string parent, SamlErrorCode expected) =>
    [
        new(row, $"the Subject alone is signed, its Signature is a child of {parent}", expected)
        {
            Message = () => SignedMessage.Change(
                Keys.Rsa.SignElement(
                    SignedMessage.Template.ToXml().Once("<saml2:Subject ", "<saml2:Subject ID=\"part\" "),
                    "part",
                    new SignatureRecipe { ParentId = parent }),
                xml => xml.Once(">agent, supervisor<", ">admin<")),
            Twin = () => SignedMessage.Mint(SignaturePlacement.Assertion),
            Control = Control.NaiveVerifier,
        },
    ];
}
