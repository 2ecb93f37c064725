using System.Xml.Linq;
using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>What identity providers really send, and must not stop a login. Every row says the same user.</summary>
public sealed class ToleranceTests
{
    internal static readonly VectorTable Table = new()
    {
        // Response
        { "Consent", None, Set("Response", "Consent", "urn:oasis:names:tc:SAML:2.0:consent:unspecified") },
        { "Extensions", None, Before("Status", ProtocolElement("Extensions", Foreign("Anything"))) },
        { "StatusDetail", None, Append("Status", ProtocolElement("StatusDetail", Foreign("Anything"))) },
        { "StatusMessage", None, Append("Status", ProtocolElement("StatusMessage", "It went well.")) },
        { "ID with a first digit", None, Template(t => t with { ResponseId = "7c0e8b", AssertionId = "5f3a9d" }) },
        {
            "IDs of all kinds of characters", None,
            Template(t => t with { ResponseId = "_A.b-c_1", AssertionId = "É.é" })
        },
        {
            "Issuers without Format", None,
            Set("Response/Issuer", "Format", null).And(Set("Assertion/Issuer", "Format", null))
        },
        { "unsigned Response without Issuer", None, Remove("Response/Issuer").And(v => v.WithUnsignedResponse()) },
        {
            "unsigned Response without Destination", None,
            Set("Response", "Destination", null).And(v => v.WithUnsignedResponse())
        },
        {
            "attribute of another namespace", None,
            Edit(x => x.The("Assertion").Add(new XAttribute(XName.Get("hint", "urn:x"), "y")))
        },

        // Assertion
        { "Advice", None, After("Conditions", Element("Advice", Foreign("Anything"))) },
        {
            "Advice with an assertion inside", None,
            After("Conditions", Element("Advice", Element("Assertion", Attr("ID", "idInside"))))
        },
        { "AttributeStatement before AuthnStatement", None, Move("AttributeStatement", before: "AuthnStatement") },
        {
            "AuthzDecisionStatement", None,
            After("AuthnStatement", Element("AuthzDecisionStatement", Attr("Decision", "Permit")))
        },
        {
            "Statement of an unknown type", None,
            After("AuthnStatement", Element("Statement", Type("OurStatementType")))
        },
        { "several AttributeStatements", None, Edit(SplitAttributes) },
        { "white space between all elements", None, Edit(x => Indent(x.Root!)) },

        // Subject
        { "NameID without Format", None, Template(t => t with { NameIdFormat = null }) },
        {
            "NameID with qualifiers", None,
            Edit(x => x.The("NameID").Add(Attr("NameQualifier", "a"), Attr("SPProvidedID", "b")))
        },
        { "Address", None, Set("SubjectConfirmationData", "Address", "203.0.113.7") },
        {
            "confirmation with its own NameID", None,
            Prepend("SubjectConfirmation", Element("NameID", "proxy.server@example.com"))
        },
        { "confirmation data with content", None, Append("SubjectConfirmationData", Foreign("Anything")) },

        // Authentication
        { "AuthnContextClassRef no URI", None, Text("AuthnContextClassRef", "Password with a second factor") },
        { "AuthnContextClassRef empty", None, Text("AuthnContextClassRef", "") },
        { "AuthnContextDeclRef", None, Replace("AuthnContextClassRef", Element("AuthnContextDeclRef", "urn:x")) },
        { "AuthnContextDecl", None, After("AuthnContextClassRef", Element("AuthnContextDecl", Foreign("Anything"))) },
        {
            "AuthenticatingAuthority", None,
            Append("AuthnContext", Element("AuthenticatingAuthority", "http://a"))
                .And(Append("AuthnContext", Element("AuthenticatingAuthority", "http://b")))
        },
        {
            "SubjectLocality", None,
            Prepend("AuthnStatement", Element("SubjectLocality", Attr("Address", "203.0.113.7")))
        },
        { "no SessionIndex", None, Template(t => t with { SessionIndex = null }) },

        // Attributes
        {
            "NameFormat absent", None,
            Edit(x => x.Descendants(AssertionNamespace + "Attribute").Attributes("NameFormat").Remove())
        },
        {
            "NameFormat unspecified", None,
            Edit(x => SetAll(x, "Attribute", "NameFormat", TemplateAttribute.UnspecifiedNameFormat))
        },
        { "FriendlyName", None, Edit(x => SetAll(x, "Attribute", "FriendlyName", "roles")) },
        { "values without xsi:type", None, Edit(x => x.Descendants().Attributes(InstanceNamespace + "type").Remove()) },
        {
            "EncryptedAttribute", None,
            Append("AttributeStatement", Element("EncryptedAttribute", Foreign("Anything")))
        },
        {
            "an attribute without values", None,
            Append("AttributeStatement", Element("Attribute", Attr("Name", "manager")))
        },
    };

    public static TheoryData<string, SamlErrorCode> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_same_user_is_accepted(string name, SamlErrorCode expected)
    {
        Answer answer = await Table.CheckAsync(name);

        answer.Code.Should().Be(expected);
        FlexIdentity identity = answer.Result.Identity!;
        identity.UserId.Should().Be("jane.doe@example.com");
        identity.FullName.Should().Be("Jane Doe");
        identity.Email.Should().Be("jane.doe@example.com");
        identity.Roles.Should().Equal(FlexRole.Agent, FlexRole.Supervisor);
        identity.ImageUrl.Should().Be("https://images.example.com/people/jane-doe.png");
    }

    [Fact]
    public async Task An_EncryptedAttribute_is_left_out_with_a_warning() =>
        (await Table.CheckAsync("EncryptedAttribute")).Result.Warnings
            .Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.EncryptedAttributeIgnored);

    [Theory]
    [InlineData("AuthnContextClassRef no URI", "Password with a second factor")]
    [InlineData("AuthnContextClassRef empty", "")]
    [InlineData("AuthnContextDeclRef", null)]
    public async Task The_authentication_context_class_is_shown_as_it_came(string name, string? expected) =>
        (await Table.CheckAsync(name)).Result.Assertion!.AuthnContextClassRef.Should().Be(expected);

    [Fact]
    public async Task Attributes_of_several_statements_are_shown_in_document_order() =>
        (await Table.CheckAsync("several AttributeStatements")).Result.Assertion!.Attributes
            .Select(attribute => attribute.Name)
            .Should().Equal("full_name", "email", "roles", "image_url", "department", "location");

    private static void SplitAttributes(XDocument message)
    {
        XElement statement = message.The("AttributeStatement");
        XElement second = Element("AttributeStatement", statement.Elements().Skip(3));
        statement.Elements().Skip(3).Remove();
        message.The("AuthnStatement").AddAfterSelf(Element("AttributeStatement"));
        statement.AddAfterSelf(second);
    }

    private static void SetAll(XDocument message, string element, string attribute, string value)
    {
        foreach (XElement one in message.Descendants(AssertionNamespace + element))
        {
            one.SetAttributeValue(attribute, value);
        }
    }

    private static void Indent(XElement element)
    {
        foreach (XElement child in element.Elements().ToArray())
        {
            child.AddBeforeSelf("\n\t ");
            child.AddAfterSelf("\n");
            Indent(child);
        }
    }
}
