using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Tests.Xml;
using Saml.Core.Xml;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Messages;

/// <summary>What a samlp:Response may look like (SAML Core 3.2.2, 3.3.3): one change a row, and the code.</summary>
public class ResponseStructureTests
{
    private const string Status = "<samlp:Status>";
    private const string Assertion = "<saml:Assertion ";
    private const string Nested = "<saml:Assertion ID=\"_evil\"/>";
    private const string Issuer = "https://idp.example</saml:Issuer>\n  <samlp";
    private const string Signature = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>";

    [Theory]
    [InlineData("nothing changed", "ID=\"_r\"", "ID=\"_r\"")]
    [InlineData("no Issuer", "<saml:Issuer>https://idp.example</saml:Issuer>", "")]
    [InlineData("no Destination", "Destination=\"https://sp.example/acs\"", "")]
    [InlineData("no InResponseTo", "InResponseTo=\"_q\"", "")]
    [InlineData("further attributes", "ID=\"_r\"", "ID=\"_r\" Consent=\"urn:x\" x:y=\"1\" xmlns:x=\"urn:x\"")]
    [InlineData("an ID that begins with a digit", "ID=\"_r\"", "ID=\"8e8dc5f6\"")]
    [InlineData("a comment between elements", Status, "<!--x-->" + Status)]
    [InlineData("a Signature in its place", Status, Signature + Status)]
    [InlineData("a Signature in another place", Assertion, Signature + Assertion)]
    [InlineData("an assertion in the Advice", "<saml:Advice>", "<saml:Advice>" + Nested)]
    [InlineData("an assertion deep in the Advice", "<saml:Advice>", "<saml:Advice><a><b>" + Nested + "</b></a>")]
    public void Is_allowed(string name, string found, string replacement)
    {
        SampleResponse.TryRead(SampleResponse.With(found, replacement)).Should().BeNull(name);
    }

    [Theory]
    [InlineData("no ID", "ID=\"_r\"", "", MissingAttribute)]
    [InlineData("an ID in another spelling", "ID=\"_r\"", "Id=\"_r\"", MissingAttribute)]
    [InlineData("a qualified ID", "ID=\"_r\"", "xml:id=\"_r\"", MissingAttribute)]
    [InlineData("an empty ID", "ID=\"_r\"", "ID=\"\"", InvalidValue)]
    [InlineData("white space around an ID", "ID=\"_r\"", "ID=\" _r\"", InvalidValue)]
    [InlineData("a line end behind an ID", "ID=\"_r\"", "ID=\"_r&#10;\"", InvalidValue)]
    [InlineData("an ID that is an XPath", "ID=\"_r\"", "ID=\"_r' or '1'='1\"", InvalidValue)]
    [InlineData("an ID with a colon", "ID=\"_r\"", "ID=\"a:r\"", InvalidValue)]
    [InlineData("no IssueInstant", " IssueInstant=\"2026-01-01T00:00:00Z\"", "", MissingAttribute)]
    [InlineData(
        "an IssueInstant of another zone", "2026-01-01T00:00:00Z\" Version", "2026-01-01T00:00:00+00:00\" Version",
        InvalidDateTime)]
    [InlineData("an empty IssueInstant", "2026-01-01T00:00:00Z\" Version", "\" Version", InvalidDateTime)]
    [InlineData(
        "two Issuers", "<samlp:Extensions>", "<saml:Issuer>x</saml:Issuer><samlp:Extensions>", DuplicateElement)]
    [InlineData("an Issuer behind the Status", Assertion, "<saml:Issuer>x</saml:Issuer>" + Assertion, DuplicateElement)]
    [InlineData("an element in the Issuer", Issuer, "<b/></saml:Issuer>\n  <samlp", UnexpectedElement)]
    [InlineData(
        "a comment in the Issuer", Issuer, "https://idp<!---->.example</saml:Issuer>\n  <samlp", CommentInValue)]
    [InlineData("two Extensions", "<samlp:Extensions>", "<samlp:Extensions/><samlp:Extensions>", DuplicateElement)]
    [InlineData("two Status", Status, "<samlp:Status/>" + Status, DuplicateElement)]
    [InlineData(
        "a Status behind the assertion", "</samlp:Response>", "<samlp:Status/></samlp:Response>", DuplicateElement)]
    [InlineData("Extensions behind the Status", Assertion, "<samlp:Extensions/>" + Assertion, DuplicateElement)]
    [InlineData("an unknown element", Status, "<x xmlns=\"urn:x\"/>" + Status, UnexpectedElement)]
    [InlineData("an unknown element behind all", "</samlp:Response>", "<x/></samlp:Response>", UnexpectedElement)]
    [InlineData(
        "a Status of another namespace", "<samlp:Extensions>", "<saml:Status/><samlp:Extensions>", UnexpectedElement)]
    [InlineData("text", Status, "Success" + Status, UnexpectedElement)]
    [InlineData("text behind all", "</samlp:Response>", "x</samlp:Response>", UnexpectedElement)]
    [InlineData("a comment beside text", Status, "<!---->x" + Status, CommentInValue)]
    [InlineData("a second use of an ID", "ID=\"_a\"", "ID=\"_r\"", DuplicateId)]
    [InlineData("an assertion in Extensions", "</samlp:Extensions>", Nested + "</samlp:Extensions>", UnexpectedElement)]
    [InlineData(
        "an assertion in an EncryptedAssertion", Assertion,
        "<saml:EncryptedAssertion>" + Nested + "</saml:EncryptedAssertion>" + Assertion, UnexpectedElement)]
    [InlineData(
        "an assertion in a value", "<saml:AttributeValue>", "<saml:AttributeValue>" + Nested, UnexpectedElement)]
    [InlineData(
        "an assertion in the Subject's data", "InResponseTo=\"_q\"/>",
        "InResponseTo=\"_q\">" + Nested + "</saml:SubjectConfirmationData>", UnexpectedElement)]
    [InlineData(
        "an assertion in a Signature", Status,
        "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Object>" + Nested
            + "</ds:Object></ds:Signature>" + Status, UnexpectedElement)]
    [InlineData(
        "an assertion in an Advice that is not the assertion's", "</samlp:Extensions>",
        "<saml:Advice>" + Nested + "</saml:Advice></samlp:Extensions>", UnexpectedElement)]
    [InlineData(
        "an assertion in an Advice in a value", "<saml:AttributeValue>",
        "<saml:AttributeValue><saml:Advice>" + Nested + "</saml:Advice>", UnexpectedElement)]
    [InlineData(
        "an assertion in a Statement behind the Advice", "</saml:Advice>",
        "</saml:Advice><saml:Statement>" + Nested + "</saml:Statement>", UnexpectedElement)]
    [InlineData(
        "an assertion in an Advice of another namespace", "</samlp:Extensions>",
        "<Advice>" + Nested + "</Advice></samlp:Extensions>", UnexpectedElement)]
    public void Is_refused(string name, string found, string replacement, SamlErrorCode expected)
    {
        SamlRejection rejection = SampleResponse.TryRead(SampleResponse.With(found, replacement))!;

        rejection.Code.Should().Be(expected, name);
        rejection.Location!.ElementPath.Should().StartWith("/Response", name);
    }

    [Theory]
    [InlineData(
        "a LogoutResponse", "<LogoutResponse xmlns='urn:oasis:names:tc:SAML:2.0:protocol'/>",
        "LogoutResponse in urn:oasis:names:tc:SAML:2.0:protocol")]
    [InlineData(
        "an AuthnRequest", "<AuthnRequest xmlns='urn:oasis:names:tc:SAML:2.0:protocol'/>",
        "AuthnRequest in urn:oasis:names:tc:SAML:2.0:protocol")]
    [InlineData(
        "an ArtifactResponse", "<p:ArtifactResponse xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol'/>",
        "ArtifactResponse in urn:oasis:names:tc:SAML:2.0:protocol")]
    [InlineData(
        "a bare Assertion", "<Assertion xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/>",
        "Assertion in urn:oasis:names:tc:SAML:2.0:assertion")]
    [InlineData(
        "a Response of SAML 1.1", "<Response xmlns='urn:oasis:names:tc:SAML:1.0:protocol'/>",
        "Response in urn:oasis:names:tc:SAML:1.0:protocol")]
    [InlineData(
        "a token of WS-Federation",
        "<t:RequestSecurityTokenResponse xmlns:t='http://schemas.xmlsoap.org/ws/2005/02/trust'/>",
        "RequestSecurityTokenResponse in http://schemas.xmlsoap.org/ws/2005/02/trust")]
    [InlineData(
        "a SOAP envelope", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
        "Envelope in http://schemas.xmlsoap.org/soap/envelope/")]
    [InlineData("a page", "<html/>", "html")]
    [InlineData("a Response without a namespace", "<Response/>", "Response")]
    [InlineData(
        "a Response in the other namespace", "<Response xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/>",
        "Response in urn:oasis:names:tc:SAML:2.0:assertion")]
    [InlineData(
        "a near miss", "<Response xmlns='urn:oasis:names:tc:SAML:2.0:protocol/'/>",
        "Response in urn:oasis:names:tc:SAML:2.0:protocol/")]
    [InlineData(
        "another case", "<response xmlns='urn:oasis:names:tc:SAML:2.0:protocol'/>",
        "response in urn:oasis:names:tc:SAML:2.0:protocol")]
    public void Other_document_elements_are_named(string name, string xml, string actual)
    {
        SamlRejection rejection = SampleResponse.TryRead(xml)!;

        rejection.Code.Should().Be(UnexpectedMessageType, name);
        rejection.Expected.Should().Be("samlp:Response", name);
        rejection.Actual.Should().Be(actual, name);
    }

    [Fact]
    public void A_signed_response_has_an_issuer()
    {
        string xml = SampleResponse.With("<saml:Issuer>https://idp.example</saml:Issuer>", Signature);

        SamlRejection rejection = SampleResponse.TryRead(xml)!;

        rejection.Code.Should().Be(MissingElement);
        rejection.Expected.Should().StartWith("Issuer");
    }

    [Fact]
    public void Everything_is_read()
    {
        using XmlTree tree = Reading.Read(SampleResponse.Xml);

        UnverifiedResponse response = UnverifiedResponse.Read(tree);

        response.IssueInstant.Should().Be(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        response.Issuer.Value.SequenceEqual("https://idp.example"u8).Should().BeTrue();
        response.Status.TryCode(out _).Should().BeTrue();
        response.TryDestination(out ReadOnlySpan<byte> destination).Should().BeTrue();
        destination.SequenceEqual("https://sp.example/acs"u8).Should().BeTrue();
        response.TryInResponseTo(out ReadOnlySpan<byte> requestId).Should().BeTrue();
        requestId.SequenceEqual("_q"u8).Should().BeTrue();
        (response.AssertionCount, response.EncryptedAssertionCount).Should().Be((1, 0));
        response.IsSigned.Should().BeFalse();
        response.Assertion.Content.Id.SequenceEqual("_a"u8).Should().BeTrue();
    }

    [Fact]
    public void Assertions_are_counted_by_kind()
    {
        string more = "<saml:EncryptedAssertion/><saml:Assertion ID=\"_b\"/><saml:EncryptedAssertion/>";
        using XmlTree tree = Reading.Read(SampleResponse.With("</samlp:Response>", more + "</samlp:Response>"));

        UnverifiedResponse response = UnverifiedResponse.Read(tree);

        (response.AssertionCount, response.EncryptedAssertionCount).Should().Be((2, 2));
        response.Assertion.Content.Id.SequenceEqual("_a"u8).Should().BeTrue("it is the first");
    }

    [Fact]
    public void What_is_absent_reads_as_absent()
    {
        using XmlTree tree = Reading.Read(
            "<Response xmlns='urn:oasis:names:tc:SAML:2.0:protocol' ID='_r' IssueInstant='2026-01-01T00:00:00Z'/>");

        UnverifiedResponse response = UnverifiedResponse.Read(tree);

        response.Issuer.Exists.Should().BeFalse();
        response.Status.TryCode(out _).Should().BeFalse();
        response.Assertion.Exists.Should().BeFalse();
        response.TryDestination(out _).Should().BeFalse();
        response.TryInResponseTo(out _).Should().BeFalse();
    }
}
