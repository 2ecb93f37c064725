using Saml.Core.Errors;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Messages;

/// <summary>What a saml:Assertion may look like (SAML Core 2.3 to 2.7): one change a row, and the code.</summary>
public class AssertionStructureTests
{
    private const string NameId = "<saml:NameID NameQualifier=\"n\" SPNameQualifier=\"s\" Format=\"f\">";
    private const string Data = "<saml:SubjectConfirmationData ";
    private const string Context = "<saml:AuthnContext>";
    private const string ClassRef =
        "<saml:AuthnContextClassRef> urn:oasis:names:tc:SAML:2.0:ac:classes:Password </saml:AuthnContextClassRef>";
    private const string DeclRef = "<saml:AuthnContextDeclRef>urn:x</saml:AuthnContextDeclRef>";
    private const string Authority = "<saml:AuthenticatingAuthority>urn:x</saml:AuthenticatingAuthority>";
    private const string Value = "<saml:AttributeValue>user@example.com</saml:AttributeValue>";

    [Theory]
    [InlineData(
        "no Issuer",
        "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">https://idp.example</saml:Issuer>",
        "")]
    [InlineData("no Advice", "<saml:Advice><x xmlns=\"urn:x\">any</x></saml:Advice>", "")]
    [InlineData("no NotBefore", "<saml:Conditions NotBefore=\"2026-01-01T00:00:00Z\"", "<saml:Conditions")]
    [InlineData("an ID that begins with a digit", "ID=\"_a\"", "ID=\"0a\"")]
    [InlineData(
        "an EncryptedID, which the rules name", NameId + " user@example.com </saml:NameID>", "<saml:EncryptedID/>")]
    [InlineData("a BaseID, which the rules name", NameId + " user@example.com </saml:NameID>", "<saml:BaseID/>")]
    [InlineData("no identifier, which the rules name", NameId + " user@example.com </saml:NameID>", "")]
    [InlineData("a NameID in a SubjectConfirmation", Data, "<saml:NameID>x</saml:NameID>" + Data)]
    [InlineData("a BaseID in a SubjectConfirmation", Data, "<saml:BaseID/>" + Data)]
    [InlineData("an EncryptedID in a SubjectConfirmation", Data, "<saml:EncryptedID/>" + Data)]
    [InlineData(
        "a second SubjectConfirmation", "</saml:Subject>",
        "<saml:SubjectConfirmation Method=\"urn:x\"/></saml:Subject>")]
    [InlineData(
        "KeyInfo in the confirmation's data", "InResponseTo=\"_q\"/>",
        "InResponseTo=\"_q\"><x/>text</saml:SubjectConfirmationData>")]
    [InlineData(
        "an unknown condition, which the rules name", "<saml:OneTimeUse/>",
        "<saml:Condition/><x xmlns=\"urn:x\">any</x>")]
    [InlineData("several audiences", "<saml:Audience>", "<saml:Audience>urn:x</saml:Audience><saml:Audience>")]
    [InlineData("several AudienceRestrictions", "<saml:OneTimeUse/>", "<saml:AudienceRestriction/>")]
    [InlineData("no SubjectLocality", "<saml:SubjectLocality Address=\"192.0.2.1\"/>", "")]
    [InlineData("no class", ClassRef, "")]
    [InlineData(
        "a declaration instead of a reference", DeclRef, "<saml:AuthnContextDecl><x/>text</saml:AuthnContextDecl>")]
    [InlineData("several authorities", Authority, Authority + Authority)]
    [InlineData("no AuthnStatement", "AuthnStatement", "AuthzDecisionStatement")]
    [InlineData(
        "a Statement of any kind", "<saml:AttributeStatement>",
        "<saml:Statement><x/></saml:Statement><saml:AttributeStatement>")]
    [InlineData("statements in any order", "<saml:AuthnStatement ", "<saml:AttributeStatement/><saml:AuthnStatement ")]
    [InlineData("an Attribute without values", Value, "")]
    [InlineData(
        "several values of any content", Value,
        "<saml:AttributeValue/><saml:AttributeValue><x>y</x>z</saml:AttributeValue>")]
    [InlineData(
        "an EncryptedAttribute", "</saml:AttributeStatement>", "<saml:EncryptedAttribute/></saml:AttributeStatement>")]
    [InlineData(
        "further attributes on an Attribute", "Name=\"email\"",
        "Name=\"email\" x:OriginalIssuer=\"y\" xmlns:x=\"urn:x\"")]
    [InlineData("comments between elements", Data, "<!--x-->" + Data)]
    public void Is_allowed(string name, string found, string replacement)
    {
        SampleResponse.TryRead(SampleResponse.With(found, replacement)).Should().BeNull(name);
    }

    [Theory]
    [InlineData("no ID", "ID=\"_a\" ", "", MissingAttribute)]
    [InlineData("an ID with a space", "ID=\"_a\"", "ID=\"_a _b\"", InvalidValue)]
    [InlineData("no IssueInstant", "IssueInstant=\"2026-01-01T00:00:01Z\" ", "", MissingAttribute)]
    [InlineData("an IssueInstant without a zone", "2026-01-01T00:00:01Z", "2026-01-01T00:00:01", InvalidDateTime)]
    [InlineData("two Issuers", "<saml:Subject>", "<saml:Issuer/><saml:Subject>", DuplicateElement)]
    [InlineData(
        "an Issuer behind the Subject", "<saml:Conditions ", "<saml:Issuer/><saml:Conditions ", DuplicateElement)]
    [InlineData("two Subjects", "<saml:Conditions ", "<saml:Subject/><saml:Conditions ", DuplicateElement)]
    [InlineData("a Subject behind the Conditions", "<saml:Advice>", "<saml:Subject/><saml:Advice>", DuplicateElement)]
    [InlineData("two Conditions", "<saml:Advice>", "<saml:Conditions/><saml:Advice>", DuplicateElement)]
    [InlineData(
        "Conditions behind the statements", "</saml:Assertion>", "<saml:Conditions/></saml:Assertion>",
        DuplicateElement)]
    [InlineData("two Advices", "<saml:AuthnStatement ", "<saml:Advice/><saml:AuthnStatement ", DuplicateElement)]
    [InlineData(
        "a statement before the Conditions", "<saml:Conditions ", "<saml:AttributeStatement/><saml:Conditions ",
        UnexpectedElement)]
    [InlineData("an unknown element", "<saml:Advice>", "<x/><saml:Advice>", UnexpectedElement)]
    [InlineData("an unknown element behind all", "</saml:Assertion>", "<saml:x/></saml:Assertion>", UnexpectedElement)]
    [InlineData(
        "a statement of another namespace", "<saml:AttributeStatement>",
        "<samlp:AttributeStatement/><saml:AttributeStatement>", UnexpectedElement)]
    [InlineData("text", "<saml:Advice>", "x<saml:Advice>", UnexpectedElement)]
    [InlineData(
        "an assertion in an assertion", "</saml:Assertion>", "<saml:Assertion ID=\"_b\"/></saml:Assertion>",
        UnexpectedElement)]
    [InlineData(
        "a Response in an assertion", "</saml:Assertion>", "<samlp:Response/></saml:Assertion>", UnexpectedElement)]

    [InlineData("two NameIDs", NameId, "<saml:NameID>x</saml:NameID>" + NameId, DuplicateElement)]
    [InlineData(
        "an EncryptedID behind the NameID", "<saml:SubjectConfirmation ",
        "<saml:EncryptedID/><saml:SubjectConfirmation ", UnexpectedElement)]
    [InlineData(
        "a BaseID behind the NameID", "<saml:SubjectConfirmation ", "<saml:BaseID/><saml:SubjectConfirmation ",
        UnexpectedElement)]
    [InlineData(
        "a BaseID behind the EncryptedID", NameId + " user@example.com </saml:NameID>",
        "<saml:EncryptedID/><saml:BaseID/>", UnexpectedElement)]
    [InlineData("an EncryptedID before the NameID", NameId, "<saml:EncryptedID/>" + NameId, UnexpectedElement)]
    [InlineData("a BaseID before the NameID", NameId, "<saml:BaseID/>" + NameId, UnexpectedElement)]
    [InlineData(
        "a NameID behind the confirmation", "</saml:Subject>", "<saml:NameID>x</saml:NameID></saml:Subject>",
        DuplicateElement)]
    [InlineData(
        "an element in the NameID", " user@example.com ", "a<saml:NameID>admin</saml:NameID>", UnexpectedElement)]
    [InlineData(
        "a comment in the NameID", " user@example.com ", "admin@example.com<!---->.evil.example", CommentInValue)]
    [InlineData(
        "an instruction in the NameID", " user@example.com ", "admin<?x?>@example.com",
        ProcessingInstructionNotAllowed)]
    [InlineData("text in the Subject", "<saml:SubjectConfirmation ", "x<saml:SubjectConfirmation ", UnexpectedElement)]
    [InlineData("an unknown element in the Subject", "</saml:Subject>", "<x/></saml:Subject>", UnexpectedElement)]

    [InlineData("no Method", "Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"", "", MissingAttribute)]
    [InlineData("two SubjectConfirmationData", Data, "<saml:SubjectConfirmationData/>" + Data, DuplicateElement)]
    [InlineData(
        "two identifiers in a SubjectConfirmation", Data, "<saml:NameID>x</saml:NameID><saml:EncryptedID/>" + Data,
        UnexpectedElement)]
    [InlineData(
        "a BaseID and a NameID in a SubjectConfirmation", Data, "<saml:BaseID/><saml:NameID>x</saml:NameID>" + Data,
        UnexpectedElement)]
    [InlineData(
        "a NameID behind the data", "</saml:SubjectConfirmation>",
        "<saml:NameID>x</saml:NameID></saml:SubjectConfirmation>", UnexpectedElement)]
    [InlineData("text in a SubjectConfirmation", Data, "x" + Data, UnexpectedElement)]
    [InlineData("a NotOnOrAfter of the data that is no instant", "2026-01-01T00:05:00Z", "tomorrow", InvalidDateTime)]
    [InlineData(
        "a NotBefore of the data that is no instant", Data + "NotBefore=\"2026-01-01T00:00:00Z\"",
        Data + "NotBefore=\"2026-01-01\"", InvalidDateTime)]

    [InlineData("Conditions without NotOnOrAfter", "NotOnOrAfter=\"2026-01-01T00:06:00Z\"", "", MissingAttribute)]
    [InlineData("a NotOnOrAfter that is no instant", "2026-01-01T00:06:00Z", "2026-01-01T24:00:00Z", InvalidDateTime)]
    [InlineData(
        "a NotBefore that is no instant", "<saml:Conditions NotBefore=\"2026-01-01T00:00:00Z\"",
        "<saml:Conditions NotBefore=\"\"", InvalidDateTime)]
    [InlineData("text in the Conditions", "<saml:OneTimeUse/>", "x<saml:OneTimeUse/>", UnexpectedElement)]
    [InlineData(
        "an unknown element in an AudienceRestriction", "<saml:Audience>", "<x/><saml:Audience>", UnexpectedElement)]
    [InlineData(
        "text in an AudienceRestriction", "<saml:Audience>", "https://sp.example<saml:Audience>", UnexpectedElement)]
    [InlineData("an element in an Audience", "<saml:Audience>", "<saml:Audience><b/>", UnexpectedElement)]
    [InlineData("a comment in an Audience", "<saml:Audience>", "<saml:Audience><!---->", CommentInValue)]

    [InlineData("no AuthnInstant", "AuthnInstant=\"2026-01-01T00:00:02Z\"", "", MissingAttribute)]
    [InlineData("an AuthnInstant that is no instant", "2026-01-01T00:00:02Z", "2026-01-01T00:00:60Z", InvalidDateTime)]
    [InlineData("a SessionNotOnOrAfter that is no instant", "2026-01-01T08:00:00Z", "8 h", InvalidDateTime)]
    [InlineData("no AuthnContext", "AuthnContext>", "Advice>", UnexpectedElement)]
    [InlineData("two AuthnContexts", Context, "<saml:AuthnContext/>" + Context, DuplicateElement)]
    [InlineData("two SubjectLocalities", Context, "<saml:SubjectLocality/>" + Context, DuplicateElement)]
    [InlineData(
        "a SubjectLocality behind the AuthnContext", "</saml:AuthnStatement>",
        "<saml:SubjectLocality/></saml:AuthnStatement>", DuplicateElement)]
    [InlineData("two classes", ClassRef, ClassRef + ClassRef, DuplicateElement)]
    [InlineData(
        "an element in the class", ClassRef, "<saml:AuthnContextClassRef><b/></saml:AuthnContextClassRef>",
        UnexpectedElement)]
    [InlineData(
        "a comment in the class", ClassRef, "<saml:AuthnContextClassRef>urn<!---->:x</saml:AuthnContextClassRef>",
        CommentInValue)]
    [InlineData("a class behind the declaration", DeclRef, DeclRef + "<saml:AuthnContextClassRef/>", DuplicateElement)]
    [InlineData("both kinds of declaration", DeclRef, "<saml:AuthnContextDecl/>" + DeclRef, UnexpectedElement)]
    [InlineData(
        "a declaration behind the authorities", Authority, Authority + "<saml:AuthnContextDecl/>", UnexpectedElement)]
    [InlineData("an unknown element in the AuthnContext", Authority, "<x/>", UnexpectedElement)]
    [InlineData(
        "an unknown element in an AuthnStatement", "</saml:AuthnStatement>", "<x/></saml:AuthnStatement>",
        UnexpectedElement)]
    [InlineData("text in an AuthnStatement", Context, "x" + Context, UnexpectedElement)]

    [InlineData("an Attribute without a Name", "Name=\"email\" ", "", MissingAttribute)]
    [InlineData("a qualified Name", "Name=\"email\" ", "x:Name=\"email\" xmlns:x=\"urn:x\" ", MissingAttribute)]
    [InlineData(
        "an unknown element in an AttributeStatement", "<saml:AttributeStatement>", "<saml:AttributeStatement><x/>",
        UnexpectedElement)]
    [InlineData(
        "a value outside an Attribute", "<saml:AttributeStatement>", "<saml:AttributeStatement>" + Value,
        UnexpectedElement)]
    [InlineData(
        "text in an AttributeStatement", "<saml:AttributeStatement>", "<saml:AttributeStatement>x", UnexpectedElement)]
    [InlineData("an unknown element in an Attribute", Value, Value + "<x/>", UnexpectedElement)]
    [InlineData("an Attribute in an Attribute", Value, "<saml:Attribute Name=\"roles\"/>", UnexpectedElement)]
    [InlineData("text in an Attribute", Value, "user@example.com", UnexpectedElement)]
    [InlineData(
        "a comment in a value", Value, "<saml:AttributeValue>user<!---->s</saml:AttributeValue>", CommentInValue)]
    public void Is_refused(string name, string found, string replacement, SamlErrorCode expected)
    {
        SamlRejection? rejection = SampleResponse.TryRead(SampleResponse.With(found, replacement));

        (rejection?.Code).Should().Be(expected, name);
        rejection!.Location!.ElementPath.Should().StartWith("/Response/Assertion", name);
    }

    [Theory]
    [InlineData("ID=\"_a\"", "ID=\"_a _b\"", "Assertion/@ID = \"_a _b\" is not a valid xs:ID.")]
    [InlineData("ID=\"_a\"", "", "Assertion has no ID attribute.")]
    [InlineData("2026-01-01T00:06:00Z", "2026", "Conditions/@NotOnOrAfter = \"2026\" is not an xs:dateTime in UTC.")]
    [InlineData("</saml:Subject>", "<x/></saml:Subject>", "x is not allowed inside Subject at this position.")]
    [InlineData(
        "</saml:Subject>", "</saml:Subject><saml:Subject/>",
        "Assertion contains 2 Subject elements; at most 1 allowed.")]
    [InlineData(
        "<saml:OneTimeUse/>", "<saml:ProxyRestriction Count=\"x\"/>",
        "ProxyRestriction/@Count = \"x\" is not a valid number from 0 up.")]
    [InlineData("Method=", "method=", "SubjectConfirmation has no Method attribute.")]
    [InlineData(" user@example.com ", "<b>user@example.com</b>", "b is not allowed inside NameID at this position.")]
    public void Messages_name_the_element(string found, string replacement, string expected)
    {
        string xml = SampleResponse.With(found, replacement);

        SampleResponse.TryRead(xml)!.ToError().Message.Should().Be(expected);
    }

    [Fact]
    public void A_missing_AuthnContext_is_named()
    {
        string xml = SampleResponse.With(
            "<saml:AuthnStatement ",
            "<saml:AuthnStatement AuthnInstant=\"2026-01-01T00:00:03Z\"/><saml:AuthnStatement ");

        SampleResponse.TryRead(xml)!.ToError().Message.Should().Be("AuthnStatement has no AuthnContext.");
    }
}
