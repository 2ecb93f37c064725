using System.Text;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Tests.Xml;
using Saml.Core.Xml;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Messages;

/// <summary>samlp:Status (SAML Core 3.2.2.1 to 3.2.2.4).</summary>
public class StatusTests
{
    [Theory]
    [InlineData("one code", "<StatusCode Value='urn:top'/>", "urn:top", null, "")]
    [InlineData(
        "two codes", "<StatusCode Value='urn:top'><StatusCode Value='urn:nested'/></StatusCode>", "urn:top",
        "urn:nested", "")]
    [InlineData(
        "a message", "<StatusCode Value='urn:top'/><StatusMessage> No, <![CDATA[thanks]]> </StatusMessage>", "urn:top",
        null, " No, thanks ")]
    [InlineData("an empty message", "<StatusCode Value='urn:top'/><StatusMessage/>", "urn:top", null, "")]
    [InlineData(
        "details of any kind", "<StatusCode Value='urn:top'/><StatusDetail><x xmlns='urn:x'/>text</StatusDetail>",
        "urn:top", null, "")]
    [InlineData(
        "everything",
        "<StatusCode Value='urn:top'><StatusCode Value='urn:nested'/></StatusCode><StatusMessage>m</StatusMessage>",
        "urn:top", "urn:nested", "m")]
    [InlineData(
        "a third level, which nobody reads",
        "<StatusCode Value='urn:top'><StatusCode Value='urn:nested'><StatusCode Value='x'/></StatusCode></StatusCode>",
        "urn:top", "urn:nested", "")]
    [InlineData("nothing", "", null, null, "")]
    [InlineData("a code without a value", "<StatusCode/>", null, null, "")]
    [InlineData(
        "a nested code without a value", "<StatusCode Value='urn:top'><StatusCode/></StatusCode>", "urn:top", null, "")]
    [InlineData(
        "a nested code in one without a value", "<StatusCode><StatusCode Value='urn:nested'/></StatusCode>", null,
        "urn:nested", "")]
    [InlineData("a qualified value, which is none", "<StatusCode xmlns:x='urn:x' x:Value='urn:top'/>", null, null, "")]
    [InlineData("white space in a value, which stays", "<StatusCode Value=' urn:top'/>", " urn:top", null, "")]
    public void Is_read(string name, string content, string? code, string? nested, string message)
    {
        using XmlTree tree = Reading.Read(Element(content));

        Status status = Status.Read(tree.Root);

        (status.TryCode(out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : null).Should().Be(code, name);
        (status.TryNestedCode(out value) ? Encoding.UTF8.GetString(value) : null).Should().Be(nested, name);
        Encoding.UTF8.GetString(status.Message).Should().Be(message, name);
    }

    [Theory]
    [InlineData("two codes beside each other", "<StatusCode Value='a'/><StatusCode Value='b'/>", DuplicateElement)]
    [InlineData(
        "two nested codes", "<StatusCode Value='a'><StatusCode Value='b'/><StatusCode Value='c'/></StatusCode>",
        DuplicateElement)]
    [InlineData("two messages", "<StatusCode Value='a'/><StatusMessage/><StatusMessage/>", DuplicateElement)]
    [InlineData("two details", "<StatusCode Value='a'/><StatusDetail/><StatusDetail/>", DuplicateElement)]
    [InlineData("the message first", "<StatusMessage/><StatusCode Value='a'/>", UnexpectedElement)]
    [InlineData(
        "details before the message", "<StatusCode Value='a'/><StatusDetail/><StatusMessage/>", UnexpectedElement)]
    [InlineData(
        "an element in the message", "<StatusCode Value='a'/><StatusMessage><b/></StatusMessage>", UnexpectedElement)]
    [InlineData("text in the code", "<StatusCode Value='a'>b</StatusCode>", UnexpectedElement)]
    [InlineData("text beside the code", "<StatusCode Value='a'/>Success", UnexpectedElement)]
    [InlineData(
        "a code of another namespace", "<StatusCode xmlns='urn:oasis:names:tc:SAML:1.0:protocol' Value='a'/>",
        UnexpectedElement)]
    [InlineData(
        "an assertion", "<StatusCode Value='a'/><Assertion xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/>",
        UnexpectedElement)]
    public void Structure_is_checked(string name, string content, SamlErrorCode expected)
    {
        using XmlTree tree = Reading.Read(Element(content));

        tree.Root.Invoking(element => Status.Read(element)).Should().Throw<SamlRejection>(name)
            .Which.Code.Should().Be(expected, name);
    }

    [Fact]
    public void Default_value_has_no_code()
    {
        Status status = default;

        status.TryCode(out _).Should().BeFalse();
        status.TryNestedCode(out _).Should().BeFalse();
        status.Message.IsEmpty.Should().BeTrue();
    }

    private static string Element(string content) =>
        $"<Status xmlns='urn:oasis:names:tc:SAML:2.0:protocol'>{content}</Status>";
}
