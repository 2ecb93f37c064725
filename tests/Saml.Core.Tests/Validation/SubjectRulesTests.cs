using System.Xml.Linq;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>The Subject, its NameID and its confirmations: SAML Core 2.4, SAML Profiles 4.1.4.2 and 4.1.4.3.</summary>
public sealed class SubjectRulesTests
{
    private const string Past = "2021-01-01T00:00:00Z";
    private const string OtherUrl = "https://sp.example.com/acs";
    private const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    private const string HolderOfKey = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";

    internal static readonly VectorTable Table = new()
    {
        { "no Subject", SubjectMissing, Remove("Subject") },

        // NameID
        { "no NameID", NameIdMissing, Remove("NameID") },
        { "BaseID instead of NameID", NameIdMissing, Replace("NameID", Element("BaseID")) },
        { "NameID empty", NameIdEmpty, Template(t => t with { NameId = "" }) },
        { "NameID of blanks", NameIdEmpty, Template(t => t with { NameId = "  " }) },
        { "NameID of a line break and a tab", NameIdEmpty, Template(t => t with { NameId = "\n\t" }) },
        { "EncryptedID", EncryptedIdNotSupported, Replace("NameID", Element("EncryptedID")) },
        { "NameID and EncryptedID", UnexpectedElement, After("NameID", Element("EncryptedID")) },
        { "two NameIDs", DuplicateElement, After("NameID", Element("NameID", "somebody.else@example.com")) },
        {
            "NameID with an element inside", UnexpectedElement,
            Append("NameID", Element("NameID", "somebody.else@example.com"))
        },
        { "NameID Format not accepted", NameIdFormatNotAllowed, Accept(Persistent) },
        { "NameID Format neither of two accepted", NameIdFormatNotAllowed, Accept(Entity, Persistent) },
        {
            "NameID without Format, unspecified not accepted", NameIdFormatNotAllowed,
            Accept(Persistent).And(Set("NameID", "Format", null))
        },
        {
            "NameID Format in another case", NameIdFormatNotAllowed,
            Accept(Persistent).And(Set("NameID", "Format", Persistent.ToUpperInvariant()))
        },
        { "NameID Format accepted", None, Accept(Entity, Persistent).And(Set("NameID", "Format", Persistent)) },
        {
            "NameID without Format, unspecified accepted", None,
            Accept("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified").And(Set("NameID", "Format", null))
        },
        { "SPNameQualifier of another", NameIdQualifierMismatch, Set("NameID", "SPNameQualifier", "urn:flex:other") },
        { "SPNameQualifier empty", NameIdQualifierMismatch, Set("NameID", "SPNameQualifier", "") },
        { "SPNameQualifier ours", None, Set("NameID", "SPNameQualifier", Vector.EntityId) },

        // Method
        { "no SubjectConfirmation", SubjectConfirmationMissing, Remove("SubjectConfirmation") },
        { "holder-of-key alone", BearerConfirmationMissing, Set("SubjectConfirmation", "Method", HolderOfKey) },
        {
            "sender-vouches alone", BearerConfirmationMissing,
            Set("SubjectConfirmation", "Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches")
        },
        {
            "Method in another case", BearerConfirmationMissing,
            Set("SubjectConfirmation", "Method", Bearer.ToUpperInvariant())
        },
        {
            "Method of SAML 1.1", BearerConfirmationMissing,
            Set("SubjectConfirmation", "Method", "urn:oasis:names:tc:SAML:1.0:cm:bearer")
        },
        { "Method empty", BearerConfirmationMissing, Set("SubjectConfirmation", "Method", "") },
        { "Method absent", MissingAttribute, Set("SubjectConfirmation", "Method", null) },

        // SubjectConfirmationData
        { "no SubjectConfirmationData", ConfirmationDataMissing, Remove("SubjectConfirmationData") },
        {
            "no SubjectConfirmationData, and no request named", ConfirmationDataMissing,
            Remove("SubjectConfirmationData").And(Set("Response", "InResponseTo", null))
        },
        {
            "no SubjectConfirmationData, and another request named", ConfirmationDataMissing,
            Remove("SubjectConfirmationData").And(Set("Response", "InResponseTo", "_other"))
        },
        {
            "no SubjectConfirmationData, and a request named where there is none", ConfirmationDataMissing,
            Remove("SubjectConfirmationData").And(v => v with { Request = ExpectedRequest.None })
        },
        { "two SubjectConfirmationData", DuplicateElement, Duplicate("SubjectConfirmationData", [null]) },
        { "Recipient absent", RecipientMissing, Template(t => t with { Recipient = null }) },
        { "Recipient empty", RecipientMismatch, Template(t => t with { Recipient = "" }) },
        { "Recipient of another service provider", RecipientMismatch, Template(t => t with { Recipient = OtherUrl }) },
        {
            "Recipient of another connection", RecipientMismatch,
            Template(t => t with { Recipient = Vector.ServiceUrl[..^1] + "1" })
        },
        { "Recipient by http", RecipientMismatch, Recipient("https:", "http:") },
        { "Recipient with a port", RecipientMismatch, Recipient(".com/", ".com:443/") },
        { "Recipient in another case", RecipientMismatch, Recipient("/callback", "/Callback") },
        { "Recipient with a slash", RecipientMismatch, Template(t => t with { Recipient = Vector.ServiceUrl + "/" }) },
        {
            "Recipient with more in the query", RecipientMismatch,
            Template(t => t with { Recipient = Vector.ServiceUrl + "&a=b" })
        },
        {
            "Recipient without the query", RecipientMismatch,
            Template(t => t with { Recipient = Vector.ServiceUrl.Split('?')[0] })
        },
        { "Recipient padded", RecipientMismatch, Template(t => t with { Recipient = Vector.ServiceUrl + " " }) },
        {
            "Recipient a template that was left", RecipientMismatch,
            Template(t => t with { Recipient = "{recipient}" })
        },
        {
            "NotOnOrAfter absent", ConfirmationNotOnOrAfterMissing,
            Set("SubjectConfirmationData", "NotOnOrAfter", null)
        },
        { "NotOnOrAfter long ago", ConfirmationExpired, Set("SubjectConfirmationData", "NotOnOrAfter", Past) },
        {
            "NotBefore present, though passed", ConfirmationNotBeforePresent,
            Set("SubjectConfirmationData", "NotBefore", Past)
        },

        // Several confirmations: one has to hold in full.
        {
            "bearer behind holder-of-key", None,
            Before("SubjectConfirmation", Element("SubjectConfirmation", Attr("Method", HolderOfKey)))
        },
        {
            "good bearer behind bad ones", None,
            Before(
                "SubjectConfirmation",
                Confirmation(recipient: OtherUrl),
                Element("SubjectConfirmation", Attr("Method", Bearer)),
                Confirmation(end: Past))
        },
        {
            "good bearer before bad ones", None,
            After(
                "SubjectConfirmation",
                Confirmation(recipient: null),
                Confirmation(request: "_other"),
                Confirmation(start: Past))
        },
        {
            "good data under another method", RecipientMismatch,
            Replace("SubjectConfirmation", Confirmation(method: HolderOfKey), Confirmation(recipient: OtherUrl))
        },
        {
            "two halves that are good together only", RecipientMismatch,
            Replace("SubjectConfirmation", Confirmation(recipient: OtherUrl), Confirmation(request: "_other"))
        },
        {
            "the best of several is named, last", ConfirmationExpired,
            Replace(
                "SubjectConfirmation",
                Confirmation(request: "_other"),
                Confirmation(recipient: null),
                Confirmation(end: Past))
        },
        {
            "the best of several is named, first", ConfirmationExpired,
            Replace(
                "SubjectConfirmation",
                Confirmation(end: Past),
                Confirmation(recipient: null),
                Confirmation(request: "_other"))
        },
    };

    public static TheoryData<string, SamlErrorCode> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answers(string name, SamlErrorCode expected)
    {
        Answer answer = await Table.CheckAsync(name);

        answer.Code.Should().Be(expected);
    }

    [Theory]
    [CatalogueRow("TX-12", "TX-13")]
    [InlineData(" jane.doe@example.com")]
    [InlineData("jane.doe@example.com\n")]
    [InlineData("Jane.Doe@Example.COM")]
    [InlineData("DOMAIN\\jané-øß-\U0001F600")]
    public async Task The_NameID_is_given_out_as_it_was_sent(string nameId)
    {
        Vector vector = new() { Template = new() { IssueInstant = Vector.Noon, NameId = nameId } };

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Assertion!.NameId.Should().Be(nameId);
        answer.Result.Identity!.UserId.Should().Be(nameId);
        answer.Result.Warnings.Select(warning => warning.Code)
            .Contains(SamlWarningCode.NameIdSurroundingWhiteSpace).Should().Be(nameId != nameId.Trim());
    }

    [Fact]
    public async Task A_transient_NameID_is_accepted_with_a_warning()
    {
        Vector vector = new();
        vector = vector with
        {
            Template = vector.Template with { NameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient" },
        };

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Warnings.Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.TransientNameId);
    }

    [Fact]
    public async Task The_data_of_the_confirmation_that_holds_are_given_out()
    {
        Vector vector = new Vector { Request = ExpectedRequest.ForAnyOf([Vector.RequestId, "_second"]) }
            .Edit(x => x.The("Response").SetAttributeValue("InResponseTo", null))
            .Edit(x => x.The("SubjectConfirmation").ReplaceWith(
                Confirmation(request: "_second", recipient: OtherUrl),
                Confirmation(end: "2026-01-01T12:03:00Z")));

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Assertion!.InResponseTo.Should().Be(Vector.RequestId);
        answer.Result.Assertion.NotOnOrAfter.Should().Be(Vector.Noon.AddMinutes(3));
    }

    [Fact]
    public async Task Of_several_confirmations_that_hold_the_first_is_given_out()
    {
        Vector vector = Replace(
            "SubjectConfirmation",
            Confirmation(end: "2026-01-01T12:04:00Z"),
            Confirmation(end: "2026-01-01T12:03:00Z"))(new Vector());

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Assertion!.NotOnOrAfter.Should().Be(Vector.Noon.AddMinutes(4));
    }

    private static Func<Vector, Vector> Accept(params string[] formats) =>
        vector => vector with { AcceptedNameIdFormats = formats };

    private static Func<Vector, Vector> Recipient(string part, string replacement) =>
        Template(t => t with { Recipient = Vector.ServiceUrl.Replace(part, replacement, StringComparison.Ordinal) });

    private static XElement Confirmation(
        string method = Bearer,
        string? recipient = Vector.ServiceUrl,
        string? request = Vector.RequestId,
        string? start = null,
        string? end = "2026-01-01T12:05:00Z") =>
        Element(
            "SubjectConfirmation",
            Attr("Method", method),
            Element(
                "SubjectConfirmationData",
                Attr("InResponseTo", request),
                Attr("NotBefore", start),
                Attr("NotOnOrAfter", end),
                Attr("Recipient", recipient)));
}
