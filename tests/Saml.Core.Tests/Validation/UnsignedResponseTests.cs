using System.Xml.Linq;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// Only the assertion is signed, so that anybody can write the Response around it. What it says may refuse the message,
/// and never stands in for what the assertion does not say.
/// </summary>
[CatalogueRow("SS-3")]
public sealed class UnsignedResponseTests
{
    private const string Issuer = TestIdentityProvider.ExampleEntityId;
    private const string End = "</saml2p:Response>";
    private const string Namespace = "xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"";

    /// <summary>The Response is changed on its way.</summary>
    internal static readonly VectorTable Refusing = new()
    {
        { "Destination", DestinationMismatch, Forge("Destination", "https://sp.example.com") },
        { "InResponseTo", InResponseToMismatch, Forge("InResponseTo", "_other") },
        { "Version", UnsupportedSamlVersion, Forge("Version", "1.1") },
        { "IssueInstant in the future", ResponseIssuedInFuture, Forge("IssueInstant", "2026-01-01T13:00:00Z") },
        { "IssueInstant too old", ResponseTooOld, Forge("IssueInstant", "2026-01-01T09:00:00Z").And(Young) },
        { "Issuer", ResponseIssuerMismatch, v => v.Tamper(Issuer, "http://www.okta.com/exkother") },
        { "status", AssertionWithErrorStatus, v => v.Tamper("status:Success", "status:Responder") },
        { "no status", StatusMissing, v => v.Tamper("StatusCode Value=", "StatusCode Worth=") },
        { "a second assertion", MultipleAssertions, v => v.Tamper(End, $"<Assertion {Namespace}/>{End}") },
        { "another element behind", UnexpectedElement, v => v.Tamper(End, $"<saml2p:Foo/>{End}") },
    };

    /// <summary>The Response is as good as it can be; the assertion lacks or breaks what the Response says.</summary>
    internal static readonly VectorTable NeverAccepting = new()
    {
        { "Destination for Recipient", RecipientMissing, Set("SubjectConfirmationData", "Recipient", null) },
        {
            "Destination for a wrong Recipient", RecipientMismatch,
            Set("SubjectConfirmationData", "Recipient", "https://sp.example.com")
        },
        {
            "InResponseTo for the confirmation's", InResponseToInconsistent,
            Set("SubjectConfirmationData", "InResponseTo", null)
        },
        {
            "InResponseTo for a wrong one", InResponseToMismatch,
            Set("SubjectConfirmationData", "InResponseTo", "_other")
        },
        { "Issuer for the assertion's", AssertionIssuerMissing, Remove("Assertion/Issuer") },
        { "Issuer for a wrong one", AssertionIssuerMismatch, Text("Assertion/Issuer", "http://www.okta.com/exkother") },
        { "Version for the assertion's", UnsupportedSamlVersion, Set("Assertion", "Version", "1.1") },
        {
            "a fresh IssueInstant for an old one", AssertionTooOld,
            Set("Assertion", "IssueInstant", "2026-01-01T09:00:00Z").And(Young)
        },
        {
            "a fresh IssueInstant for an expired assertion", ConfirmationExpired,
            Set("SubjectConfirmationData", "NotOnOrAfter", "2026-01-01T11:00:00Z")
        },
        { "Success for an authentication", AuthnStatementMissing, Remove("AuthnStatement") },
        {
            "attributes in Extensions", RequiredAttributeMissing,
            Before("Status", ProtocolElement("Extensions", Element("AttributeStatement", Roles())))
                .And(Remove("Assertion/AttributeStatement"))
        },
    };

    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        new[] { Refusing, NeverAccepting }.SelectMany(
            table => table.Select(name => (name, table.Vector(name).WithUnsignedResponse())));

    public static TheoryData<string, SamlErrorCode> RefusingRows => Refusing.Rows;

    public static TheoryData<string, SamlErrorCode> NeverAcceptingRows => NeverAccepting.Rows;

    [Theory]
    [MemberData(nameof(RefusingRows))]
    public async Task It_may_refuse(string name, SamlErrorCode expected)
    {
        Answer answer = await Refusing.Vector(name).WithUnsignedResponse().ShouldAnswerAsync(expected);

        answer.Result.IsValid.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(NeverAcceptingRows))]
    public async Task It_never_helps(string name, SamlErrorCode expected)
    {
        Answer answer = await NeverAccepting.Vector(name).WithUnsignedResponse().ShouldAnswerAsync(expected);

        answer.Result.IsValid.Should().BeFalse();
    }

    [Fact]
    public async Task What_it_says_is_not_given_out()
    {
        Vector vector = Forge("ID", "_forged").And(Forge("IssueInstant", "2026-01-01T12:00:01Z"))(new Vector());

        SamlAssertion assertion = (await vector.WithUnsignedResponse().ShouldAnswerAsync(None)).Result.Assertion!;

        assertion.IssueInstant.Should().Be(Vector.Noon);
        assertion.Id.Should().Be(vector.Template.AssertionId);
        assertion.SignedParts.Should().Be(SignatureRequirement.Assertion);
    }

    private static Vector Young(Vector vector) => vector with { MaximumAssertionAge = TimeSpan.FromHours(1) };

    private static XElement Roles() => Element("Attribute", Attr("Name", "roles"), Element("AttributeValue", "admin"));
}
