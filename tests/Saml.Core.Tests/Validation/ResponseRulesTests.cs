using System.Xml.Linq;
using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>Version, number of assertions, Destination, Issuers. Each row is one fault, genuinely signed.</summary>
public sealed class ResponseRulesTests
{
    private const string Issuer = TestIdentityProvider.ExampleEntityId;

    internal static readonly VectorTable Table = new()
    {
        // SAML Core 3.2.2, 2.3.3: Version
        { "Response Version 1.1", UnsupportedSamlVersion, Set("Response", "Version", "1.1") },
        { "Response Version 2", UnsupportedSamlVersion, Set("Response", "Version", "2") },
        { "Response Version 2.00", UnsupportedSamlVersion, Set("Response", "Version", "2.00") },
        { "Response Version padded", UnsupportedSamlVersion, Set("Response", "Version", "2.0 ") },
        { "Response Version absent", UnsupportedSamlVersion, Set("Response", "Version", null) },
        { "Assertion Version 1.1", UnsupportedSamlVersion, Set("Assertion", "Version", "1.1") },
        { "Assertion Version 2.1", UnsupportedSamlVersion, Set("Assertion", "Version", "2.1") },
        { "Assertion Version absent", UnsupportedSamlVersion, Set("Assertion", "Version", null) },

        // Number of assertions, encryption
        { "no assertion", NoAssertion, Remove("Assertion").And(SignResponse) },
        { "two assertions", MultipleAssertions, Duplicate("Assertion", "id2") },
        { "three assertions", MultipleAssertions, Duplicate("Assertion", "id2", "id3") },
        {
            "encrypted assertion alone", EncryptedAssertionNotSupported,
            Replace("Assertion", Element("EncryptedAssertion")).And(SignResponse)
        },
        {
            "encrypted assertion beside a plain one", EncryptedAssertionNotSupported,
            After("Assertion", Element("EncryptedAssertion"))
        },
        {
            "encrypted assertion before a plain one", EncryptedAssertionNotSupported,
            Before("Assertion", Element("EncryptedAssertion"))
        },

        // SAML Bindings 3.5.5.2, SAML Core 3.2.2: Destination
        { "Destination absent", DestinationMissing, Template(t => t with { Destination = null }) },
        { "Destination empty", DestinationMismatch, Template(t => t with { Destination = "" }) },
        {
            "Destination of another connection", DestinationMismatch,
            Template(t => t with { Destination = Vector.ServiceUrl[..^1] + "1" })
        },
        {
            "Destination a prefix", DestinationMismatch,
            Template(t => t with { Destination = Vector.ServiceUrl[..^1] })
        },
        {
            "Destination with more behind", DestinationMismatch,
            Template(t => t with { Destination = Vector.ServiceUrl + ".evil" })
        },
        {
            "Destination without the query", DestinationMismatch,
            Template(t => t with { Destination = Vector.ServiceUrl.Split('?')[0] })
        },
        { "Destination by http", DestinationMismatch, Destination("https:", "http:") },
        { "Destination in another case", DestinationMismatch, Destination("/login/", "/Login/") },
        { "Destination with a port", DestinationMismatch, Destination(".com/", ".com:443/") },
        { "Destination padded", DestinationMismatch, Template(t => t with { Destination = " " + Vector.ServiceUrl }) },
        {
            "Destination a template that was left", DestinationMismatch,
            Template(t => t with { Destination = "{recipient}" })
        },

        // SAML Profiles 4.1.4.2: Issuers
        {
            "Response Issuer of another", ResponseIssuerMismatch,
            Text("Response/Issuer", "http://www.okta.com/exkother")
        },
        { "Response Issuer empty", ResponseIssuerMismatch, Text("Response/Issuer", "") },
        { "Response Issuer padded", ResponseIssuerMismatch, Text("Response/Issuer", Issuer + " ") },
        {
            "both Issuers of another", ResponseIssuerMismatch,
            Template(t => t with { Issuer = "http://www.okta.com/exkother" })
        },
        {
            "Assertion Issuer of another", AssertionIssuerMismatch,
            Text("Assertion/Issuer", "http://www.okta.com/exkother")
        },
        { "Assertion Issuer empty", AssertionIssuerMismatch, Text("Assertion/Issuer", "") },
        { "Assertion Issuer with a slash", AssertionIssuerMismatch, Text("Assertion/Issuer", Issuer + "/") },
        {
            "Assertion Issuer in another case", AssertionIssuerMismatch,
            Text("Assertion/Issuer", Issuer.ToUpperInvariant())
        },
        {
            "Assertion Issuer by https", AssertionIssuerMismatch,
            Text("Assertion/Issuer", Issuer.Replace("http:", "https:", StringComparison.Ordinal))
        },
        { "Assertion Issuer with a line break", AssertionIssuerMismatch, Text("Assertion/Issuer", Issuer + "\n") },
        { "Assertion Issuer absent", AssertionIssuerMissing, Remove("Assertion/Issuer") },
        {
            "Response Issuer Format unspecified", IssuerFormatNotEntity,
            Set("Response/Issuer", "Format", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")
        },
        {
            "Assertion Issuer Format email", IssuerFormatNotEntity,
            Set("Assertion/Issuer", "Format", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
        },
        { "Assertion Issuer Format empty", IssuerFormatNotEntity, Set("Assertion/Issuer", "Format", "") },

        // What the schema does not have is refused before any rule is asked.
        { "two Issuers in the assertion", DuplicateElement, After("Assertion/Issuer", Element("Issuer", Issuer)) },
        { "two Status", DuplicateElement, Duplicate("Status", [null]) },
        { "unknown SAML element", UnexpectedElement, After("Conditions", Element("Foo")) },
        { "Conditions before Subject", UnexpectedElement, Move("Conditions", before: "Subject") },
        {
            "assertion of SAML 1.1", UnexpectedElement,
            Before("Assertion", new XElement(XName.Get("Assertion", "urn:oasis:names:tc:SAML:1.0:assertion")))
        },
        { "signed Response without Issuer", MissingElement, Remove("Response/Issuer") },
        { "LogoutResponse", UnexpectedMessageType, Rename("Response", ProtocolNamespace + "LogoutResponse") },
        {
            "Response of SAML 1.1", UnexpectedMessageType,
            Rename("Response", XName.Get("Response", "urn:oasis:names:tc:SAML:1.0:protocol"))
        },
        { "Response in another case", UnexpectedMessageType, Rename("Response", ProtocolNamespace + "response") },
    };

    public static TheoryData<string, SamlErrorCode> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answers(string name, SamlErrorCode expected)
    {
        Answer answer = await Table.CheckAsync(name);

        answer.Code.Should().Be(expected);
    }

    [Fact]
    public async Task A_message_without_any_fault_is_accepted()
    {
        Answer answer = await new Vector().ShouldAnswerAsync(None);

        answer.Result.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task The_error_says_what_was_expected_what_came_and_where()
    {
        SamlError error = (await Table.CheckAsync("Destination without the query")).Result.Error!;

        error.Expected.Should().Be(Vector.ServiceUrl);
        error.Actual.Should().Be("https://login.flex.us1.twilio.com/login/callback");
        error.Location!.ElementPath.Should().EndWith("Response");
        error.Hint.Should().NotBeNull();
    }

    private static Func<Vector, Vector> Destination(string part, string replacement) =>
        Template(t => t with { Destination = Vector.ServiceUrl.Replace(part, replacement, StringComparison.Ordinal) });

    private static Vector SignResponse(Vector vector) => vector with { Signed = SignaturePlacement.Response };
}
