using System.Text;
using Saml.Core.Messages;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Xml;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Messages;

/// <summary>What is read of an assertion, verbatim.</summary>
public class AssertionContentTests
{
    private const string Value = "<saml:AttributeValue>user@example.com</saml:AttributeValue>";

    [Fact]
    public void Everything_is_read()
    {
        using XmlTree tree = Reading.Read(SampleResponse.Xml);
        AssertionContent assertion = Read(tree);

        assertion.IssueInstant.Should().Be(At(0, 0, 1));
        assertion.Conditions.NotBefore.Should().Be(At(0, 0, 0));
        assertion.Conditions.NotOnOrAfter.Should().Be(At(0, 6, 0));
        assertion.AuthnStatement.AuthnInstant.Should().Be(At(0, 0, 2));
        assertion.AuthnStatement.TrySessionIndex(out ReadOnlySpan<byte> text).Should().BeTrue();
        Text(text).Should().Be("_s");
        assertion.AuthnStatement.TryClassRef(out text).Should().BeTrue();
        Text(text).Should().Be("urn:oasis:names:tc:SAML:2.0:ac:classes:Password", "it is trimmed");
        assertion.SessionNotOnOrAfter.Should().Be(At(8, 0, 0));
        (assertion.AttributeCount, assertion.EncryptedAttributeCount).Should().Be((1, 0));
    }

    [Fact]
    public void NameID_is_verbatim()
    {
        using XmlTree tree = Reading.Read(SampleResponse.Xml);
        NameIdentifier nameId = Read(tree).Subject.NameId;

        Text(nameId.Value).Should().Be(" user@example.com ");
        nameId.TryFormat(out ReadOnlySpan<byte> format).Should().BeTrue();
        nameId.TryNameQualifier(out ReadOnlySpan<byte> qualifier).Should().BeTrue();
        nameId.TrySpNameQualifier(out ReadOnlySpan<byte> spQualifier).Should().BeTrue();
        (Text(format) + Text(qualifier) + Text(spQualifier)).Should().Be("fns");
    }

    [Theory]
    [CatalogueRow("TX-13")]
    [InlineData("a soft hyphen", "ad\u00admin")]
    [InlineData("a Cyrillic letter", "\u0430dmin")]
    [InlineData("a zero-width space", "admin\u200b")]
    [InlineData("decomposed", "e\u0301")]
    [InlineData("a right-to-left override", "\u202enimda")]
    [InlineData("line ends", "\n  alice\n")]
    [InlineData("blank", " ")]
    [InlineData("empty", "")]
    public void NameID_keeps_its_code_points(string name, string value)
    {
        using XmlTree tree = Reading.Read(SampleResponse.With(" user@example.com ", value));

        Text(Read(tree).Subject.NameId.Value).Should().Be(value, name);
    }

    [Fact]
    public void Confirmations_are_read_from_where_they_begin()
    {
        string second = "<saml:SubjectConfirmation Method=\"urn:x\"/></saml:Subject>";
        using XmlTree tree = Reading.Read(SampleResponse.With("</saml:Subject>", second));

        XmlChildren children = Read(tree).Subject.Confirmations.Children;
        children.TryTake(out XmlElement element).Should().BeTrue();
        SubjectConfirmation bearer = SubjectConfirmation.Read(element);
        children.TryTake(out element).Should().BeTrue();
        SubjectConfirmation other = SubjectConfirmation.Read(element);
        children.TryTake(out _).Should().BeFalse();

        (bearer.IsBearer, bearer.HasData, bearer.NotBefore, bearer.NotOnOrAfter)
            .Should().Be((true, true, At(0, 0, 0), At(0, 5, 0)));
        bearer.TryRecipient(out ReadOnlySpan<byte> recipient).Should().BeTrue();
        Text(recipient).Should().Be("https://sp.example/acs");
        bearer.TryInResponseTo(out ReadOnlySpan<byte> requestId).Should().BeTrue();
        Text(requestId).Should().Be("_q");
        (other.IsBearer, other.HasData, other.NotBefore, other.NotOnOrAfter).Should().Be((false, false, null, null));
        other.TryRecipient(out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("urn:oasis:names:tc:SAML:2.0:cm:bearer", true)]
    [InlineData("urn:oasis:names:tc:SAML:2.0:cm:bearer ", false)]
    [InlineData("urn:oasis:names:tc:SAML:2.0:cm:Bearer", false)]
    [InlineData("urn:oasis:names:tc:SAML:1.0:cm:bearer", false)]
    [InlineData("urn:oasis:names:tc:SAML:2.0:cm:holder-of-key", false)]
    [InlineData("", false)]
    public void Bearer_is_one_uri(string method, bool expected)
    {
        using XmlTree tree = Reading.Read($"<SubjectConfirmation Method='{method}'/>");

        SubjectConfirmation.Read(tree.Root).IsBearer.Should().Be(expected);
    }

    [Theory]
    [InlineData("one without an end", "", "2026-01-01T08:00:00Z")]
    [InlineData("an earlier end", "SessionNotOnOrAfter=\"2026-01-01T07:00:00Z\"", "2026-01-01T07:00:00Z")]
    [InlineData("a later end", "SessionNotOnOrAfter=\"2026-01-01T09:00:00Z\"", "2026-01-01T08:00:00Z")]
    public void Earliest_end_of_session_counts(string name, string attribute, string expected)
    {
        string other = $"<saml:AuthnStatement AuthnInstant=\"2026-01-01T00:00:09Z\" {attribute}>"
            + "<saml:AuthnContext/></saml:AuthnStatement>";
        foreach (string place in new[] { "<saml:AuthnStatement ", "</saml:Assertion>" })
        {
            using XmlTree tree = Reading.Read(SampleResponse.With(place, other + place));

            AssertionContent assertion = Read(tree);

            assertion.SessionNotOnOrAfter.Should().Be(
                DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), name);
            bool isFirst = place.StartsWith("<saml:Authn", StringComparison.Ordinal);
            assertion.AuthnStatement.AuthnInstant.Should().Be(At(0, 0, isFirst ? 9 : 2), "the first is shown");
        }
    }

    [Theory]
    [CatalogueRow("TX-17", "TX-18")]
    [InlineData("text", "<V>x</V>", "x")]
    [InlineData("white space", "<V> x </V>", " x ")]
    [InlineData("none", "", "")]
    [InlineData("empty", "<V/>", "\"\"")]
    [InlineData("several", "<V>x</V><V/><V>x</V>", "x|\"\"|x")]
    [InlineData("CDATA", "<V>us<![CDATA[er]]>s</V>", "users")]
    [InlineData("character references", "<V>&#117;ser</V>", "user")]
    [InlineData("nil", "<V xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>", "nil")]
    [InlineData("nil in digits", "<V xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='1'/>", "nil")]
    [InlineData(
        "nil with text", "<V xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'>admin</V>", "nil")]
    [InlineData("not nil", "<V xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='false'>x</V>", "x")]
    [InlineData("nil of another namespace", "<V xmlns:xsi='urn:x' xsi:nil='true'>x</V>", "x")]
    [InlineData(
        "a type means nothing",
        "<V xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='xs:base64Binary'>YQ==</V>", "YQ==")]
    [InlineData("elements", "<V><x>admin</x></V>", "elements")]
    [InlineData(
        "an attribute in a value", "<V><saml:Attribute Name='roles'><V>admin</V></saml:Attribute></V>",
        "elements")]
    public void Values_of_an_attribute_stay_distinguishable(string name, string values, string expected)
    {
        string xml = values
            .Replace("<V", "<saml:AttributeValue", StringComparison.Ordinal)
            .Replace("</V", "</saml:AttributeValue", StringComparison.Ordinal);
        using XmlTree tree = Reading.Read(SampleResponse.With(Value, xml));

        SamlAttribute attribute = Read(tree).Attributes().Single();

        string.Join('|', attribute.Values.Select(Describe)).Should().Be(expected, name);
    }

    [Fact]
    public void Attributes_of_all_statements_stand_in_document_order()
    {
        string more =
            """
            <saml:AttributeStatement><saml:EncryptedAttribute/><saml:Attribute Name="roles"/></saml:AttributeStatement>
            <saml:AttributeStatement/>
            <saml:Statement><saml:Attribute Name="roles"/></saml:Statement>
            <saml:AuthzDecisionStatement><saml:Attribute Name="roles"/></saml:AuthzDecisionStatement>
            <saml:AttributeStatement><saml:Attribute Name="email" FriendlyName=""/></saml:AttributeStatement>
            </saml:Assertion>
            """;
        using XmlTree tree = Reading.Read(SampleResponse.With("</saml:Assertion>", more));

        AssertionContent assertion = Read(tree);

        assertion.Attributes().Select(attribute => (attribute.Name, attribute.FriendlyName, attribute.NameFormat))
            .Should().Equal(
                ("email", "mail", "urn:oasis:names:tc:SAML:2.0:attrname-format:basic"),
                ("roles", null, null),
                ("email", "", null));
        (assertion.AttributeCount, assertion.EncryptedAttributeCount).Should().Be((3, 1));
    }

    [Fact]
    public void What_is_absent_reads_as_absent()
    {
        using XmlTree tree = Reading.Read(
            "<Assertion xmlns='urn:oasis:names:tc:SAML:2.0:assertion' ID='_a' IssueInstant='2026-01-01T00:00:00Z'/>");

        AssertionContent assertion = AssertionContent.Read(tree.Root);

        assertion.Issuer.Exists.Should().BeFalse();
        assertion.Subject.Exists.Should().BeFalse();
        assertion.Conditions.Exists.Should().BeFalse();
        assertion.AuthnStatement.Exists.Should().BeFalse();
        assertion.SessionNotOnOrAfter.Should().BeNull();
        assertion.Attributes().Should().BeEmpty();
    }

    [Theory]
    [InlineData("email")]
    [InlineData("roles")]
    [InlineData("full_name")]
    [InlineData("image_url")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:attrname-format:basic")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:attrname-format:uri")]
    [InlineData("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")]
    [InlineData("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:nameid-format:transient")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:nameid-format:entity")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:ac:classes:Password")]
    [InlineData("urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified")]
    public void Frequent_texts_are_not_made_anew(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        KnownText.Of(utf8).Should().Be(text).And.BeSameAs(KnownText.Of(utf8));
    }

    [Fact]
    public void Other_texts_are_made()
    {
        KnownText.Of("Full_name"u8).Should().Be("Full_name");
        KnownText.Of("full_nam"u8).Should().Be("full_nam");
        KnownText.Of(""u8).Should().BeEmpty();
        KnownText.Of("ä中😀"u8).Should().Be("ä中😀");
    }

    private static AssertionContent Read(XmlTree tree) => UnverifiedResponse.Read(tree).Assertion.Content;

    private static DateTimeOffset At(int hour, int minute, int second) =>
        new(2026, 1, 1, hour, minute, second, TimeSpan.Zero);

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private static string Describe(SamlAttributeValue value)
    {
        if (value.IsNil)
        {
            return "nil";
        }

        return value.HasElements ? "elements" : value.Text is "" ? "\"\"" : value.Text!;
    }
}
