using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group ID: what an identifier is, and which one counts. No element is ever looked up by its ID.</summary>
internal static class IdentifierAttacks
{
    private const string Status = "<saml2p:Status ";
    private const string Evil = "xmlns:evil=\"urn:evil\"";

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Decoys under every spelling.
        .. Decoy("ID-1", "Id", DuplicateId),
        .. Decoy("ID-2", "id", DuplicateId),
        .. Decoy("ID-3", "xml:id", DuplicateId),
        .. Changed(Bases.Assertion, "ID-4", "a qualified ID on an element in Extensions", None,
            m => InExtensions(m, $"<x {Evil} evil:ID=\"{AssertionId}\"/>")),
        .. Changed(Bases.Assertion, "ID-4", "a qualified ID on the Response", NamespaceNotAllowed,
            m => m.With("<saml2p:Response ", "<saml2p:Response saml2p:ID=\"_other\" ")),
        .. Changed(Bases.WithSignedAssertion, "ID-4", "a qualified ID on the assertion, another ID in its place", NamespaceNotAllowed,
            m => m.With($"ID=\"{AssertionId}\"", $"ID=\"{EvilId}\" saml2:ID=\"{AssertionId}\"")),
        new("ID-1", "an element with Id was signed, an assertion with the same ID is read", ReferenceTargetMismatch)
        {
            Message = () => Keys.Rsa.SignElement(
                SignedMessage.Template.ToXml().Once(Status, $"<saml2p:Extensions><x Id=\"decoy\"/></saml2p:Extensions>{Status}"),
                "decoy",
                new SignatureRecipe { ParentId = AssertionId }),
            Twin = () => SignedMessage.Mint(SignaturePlacement.Assertion),
            Control = Control.NaiveVerifier,
        },

        // Attribute pollution: a qualified twin of an attribute that counts.
        .. Twin("Destination", "saml2p", "<saml2p:Response "),
        .. Twin("InResponseTo", "saml2p", "<saml2p:Response "),
        .. Twin("Recipient", "saml2", "<saml2:SubjectConfirmationData "),
        .. Twin("NotOnOrAfter", "saml2", "<saml2:SubjectConfirmationData "),
        .. Twin("NotOnOrAfter", "saml2", "<saml2:Conditions "),
        .. Twin("URI", "ds", "<ds:Reference "),
        .. Twin("Algorithm", "ds", "<ds:SignatureMethod "),
        .. Written(Bases.All, "ID-5", "saml2:Recipient instead of Recipient", NamespaceNotAllowed, xml => xml.Once(" Recipient=", " saml2:Recipient=")),

        // DTDs that declare or compose IDs.
        .. Changed(Bases.All, "ID-6", "the ID by entities", DtdNotAllowed,
            m => Doctype(m, "<!ENTITY id \"id100\">").Once($"ID=\"{ResponseId}\"", "ID=\"&id;\"")),
        .. Changed(Bases.WithSignedAssertion, "ID-6", "the same, the genuine assertion under it in an Object of the Response's Signature", DtdNotAllowed,
            m => Doctype(m, "<!ENTITY empty \"&#x50;\">").Once(m.Assertion, m.EvilWithSameId + m.Assertion.Once("ID=\"", "ID=\"&empty;"))),
        .. Changed(Bases.All, "ID-7", "an attribute declared as ID", DtdNotAllowed,
            m => Doctype(m, "<!ATTLIST x foo ID #REQUIRED>").Once(Status, $"<saml2p:Extensions><x foo=\"{AssertionId}\"/></saml2p:Extensions>{Status}")),

        // The value.
        .. Own("ID-8", "a blank before", " _a1", "_a1", InvalidValue),
        .. Own("ID-8", "a blank behind", "_a1 ", "_a1", InvalidValue),
        .. Own("ID-8", "a line end behind", "_a1&#10;", "_a1", InvalidValue),
        .. Minted(Bases.All, "ID-9", "a digit first, as some products write it", None,
            template => template with { AssertionId = "8e8dc5f69a98cc4c1ff3427e5ce34606" }),
        .. Own("ID-9", "a hyphen first", "-8e8dc5f6", "-8e8dc5f6", InvalidValue),
        .. Own("ID-10", "quotes", "t't", "t't", InvalidValue),
        .. Own("ID-10", "an XPath that is always true", "_a&quot; or &quot;1&quot;=&quot;1", "_a&quot; or &quot;1&quot;=&quot;1", InvalidValue),
        .. Own("ID-10", "an XPath of its own", "_a&quot;]|//*[@x=&quot;", "_a&quot;]|//*[@x=&quot;", InvalidValue),
        .. Written(Bases.Response, "ID-11", "no ID on the assertion", MissingAttribute, xml => xml.Once($" ID=\"{AssertionId}\"", "")),
        .. Written(Bases.Assertion, "ID-11", "no ID on the Response", MissingAttribute, xml => xml.Once($" ID=\"{ResponseId}\"", "")),
        .. Own("ID-11", "an empty ID", "", "", InvalidValue),
        .. Vector("ID-11", "reference: URI: \"#\""),
        .. Own("ID-12", "composed and decomposed", "_\u00E9", "_e\u0301", ReferenceTargetMismatch),
        .. Vector("ID-13", "reference: URI: percent-encoded"),
        .. Written(Bases.Response, "ID-14", "AssertionID instead of ID", MissingAttribute, xml => xml.Once($" ID=\"{AssertionId}\"", $" AssertionID=\"{AssertionId}\"")),
        .. Written(Bases.Assertion, "ID-14", "ResponseID instead of ID", MissingAttribute, xml => xml.Once($" ID=\"{ResponseId}\"", $" ResponseID=\"{ResponseId}\"")),
        .. Own("ID-15", "64 KiB long", new string('a', 1 << 16), new string('a', 1 << 16), XmlLimitExceeded),
    ];

    private static string InExtensions(Genuine m, string content) =>
        m.Before(Status, $"<saml2p:Extensions>{content}</saml2p:Extensions>");

    private static string Doctype(Genuine m, string declarations) =>
        m.With(m.Response, $"<!DOCTYPE saml2p:Response [{declarations}]>{m.Response}");

    private static IEnumerable<Attack> Decoy(string row, string attribute, SamlErrorCode expected)
    {
        string decoy = $"<x {attribute}=\"{AssertionId}\"/>";
        return
        [
            .. Changed(Bases.WithSignedAssertion, row, $"{attribute} on an element before the assertion", expected,
                m => m.Before(m.Assertion, decoy), Control.NaiveVerifier),
            .. Changed(Bases.WithSignedAssertion, row, $"{attribute} on an element in Extensions", expected,
                m => InExtensions(m, decoy), Control.NaiveVerifier),
        ];
    }

    private static IEnumerable<Attack> Twin(string attribute, string prefix, string tag) =>
        Changed(Bases.All, "ID-5", $"{prefix}:{attribute} on {tag[1..^1]}", NamespaceNotAllowed,
            m => m.With(tag, $"{tag}{prefix}:{attribute}=\"https://evil.example/\" "));

    // The assertion's ID and the Reference to it, signed as they are.
    private static IEnumerable<Attack> Own(string row, string name, string id, string uri, SamlErrorCode expected)
    {
        yield return new Attack(row, $"the assertion's ID: {name}", expected)
        {
            Message = () => Keys.Rsa.SignElement(
                SignedMessage.Template.ToXml().Once($"ID=\"{AssertionId}\"", $"Id=\"{AssertionId}\" ID=\"{id}\""),
                AssertionId,
                new SignatureRecipe { EditSignedInfo = text => text.Once($"URI=\"#{AssertionId}\"", $"URI=\"#{uri}\"") }),
            Twin = () => SignedMessage.Mint(SignaturePlacement.Assertion),
        };
    }
}
