using System.Text;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

public class XmlElementTests
{
    [Theory]
    [InlineData("none", "<a/>", false)]
    [InlineData("unqualified", "<a b='1'/>", true)]
    [InlineData("unqualified, in a default namespace", "<a xmlns='urn:x' b='1'/>", true)]
    [InlineData("qualified", "<a xmlns:p='urn:x' p:b='1'/>", false)]
    [InlineData("other case", "<a B='1'/>", false)]
    [InlineData("longer", "<a bb='1'/>", false)]
    [InlineData("a declaration", "<a xmlns:b='urn:x'/>", false)]
    public void Attribute_without_a_namespace_is_found_by_its_name(string name, string xml, bool expected)
    {
        using XmlTree tree = Reading.Read(xml);

        tree.Root.TryAttribute("b"u8, out ReadOnlySpan<byte> value).Should().Be(expected, name);
        Encoding.UTF8.GetString(value).Should().Be(expected ? "1" : "");
    }

    [Theory]
    [InlineData("qualified", "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='1'/>", true)]
    [InlineData("unqualified", "<a type='1'/>", false)]
    [InlineData(
        "unqualified, in that default namespace", "<a xmlns='http://www.w3.org/2001/XMLSchema-instance' type='1'/>",
        false)]
    [InlineData("of another namespace", "<a xmlns:xsi='urn:x' xsi:type='1'/>", false)]
    public void Attribute_of_a_namespace_is_found_by_its_expanded_name(string name, string xml, bool expected)
    {
        using XmlTree tree = Reading.Read(xml);

        tree.Root.TryAttribute(XmlNamespace.SchemaInstance, "type"u8, out _).Should().Be(expected, name);
    }

    [Theory]
    [InlineData("true", "<a i:nil='true'/>", "a")]
    [InlineData("in digits", "<a i:nil='1'/>", "a")]
    [InlineData("white space around", "<a i:nil='\n true '/>", "a")]
    [InlineData("among other attributes", "<a i:type='t' i:nil='1' p:nil='0' b='2'/>", "a")]
    [InlineData("false", "<a i:nil='false'/>", "")]
    [InlineData("false in digits", "<a i:nil='0'/>", "")]
    [InlineData("no boolean", "<a i:nil='TRUE'/>", "")]
    [InlineData("empty", "<a i:nil=''/>", "")]
    [InlineData("unqualified", "<a nil='1'/>", "")]
    [InlineData("unqualified, in that default namespace", "<a xmlns='http://www.w3.org/2001/XMLSchema-instance' nil='1'/>", "")]
    [InlineData("of another namespace", "<a p:nil='1'/>", "")]
    [InlineData("of another namespace under the usual prefix", "<a xmlns:xsi='urn:x' xsi:nil='1'/>", "")]
    [InlineData("another name", "<a i:nill='1' i:Nil='1'/>", "")]
    [InlineData("of one of two", "<a i:nil='1'/><b i:nil='0'/><c/>", "a")]
    [InlineData("inside another", "<a><b i:nil='1'/></a>", "b")]
    [InlineData("a tag repeated", "<a i:nil='1'>x</a><a i:nil='1'>x</a>", "a a")]
    [InlineData("a tag repeated where its prefix is another", "<a i:nil='1'/><b xmlns:i='urn:x'><a i:nil='1'/></b>", "a")]
    [InlineData("a tag repeated where its prefix is that one", "<b xmlns:i='urn:x'><a i:nil='1'/></b><a i:nil='1'/>", "a")]
    public void Element_is_nil(string name, string xml, string expected)
    {
        using XmlTree tree = Reading.Read(
            $"<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:p='urn:p'>{xml}</r>");

        IEnumerable<XmlElement> nil = Enumerable.Range(0, tree.NodeCount)
            .Where(index => tree.Node(index).Kind == XmlNodeKind.Element)
            .Select(index => new XmlElement(tree, index))
            .Where(element => element.IsNil);

        string.Join(' ', nil.Select(element => element.DisplayName())).Should().Be(expected, name);
    }

    /// <summary>Of many, some of them qualified, each is found and nothing else; below and above the number that is halved.</summary>
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(63)]
    public void Attribute_is_found_among_many(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"{(char)('A' + (i * 7 % 26))}{i * 31 % 100}{new string('x', i % 12)}")];
        string qualified = string.Concat(names.Select(name => $" p:{name}='q' p:y{name}='q'"));
        using XmlTree tree = Reading.Read(
            $"<a xmlns:p='urn:x'{qualified}{string.Concat(names.Select((name, i) => $" {name}='{i}'"))}/>",
            new XmlLimits { MaxAttributes = 256 });

        for (int i = 0; i < count; i++)
        {
            tree.Root.TryAttribute(Encoding.UTF8.GetBytes(names[i]), out ReadOnlySpan<byte> value).Should().BeTrue();
            Encoding.UTF8.GetString(value).Should().Be($"{i}");
            tree.Root.TryAttribute(Encoding.UTF8.GetBytes("y" + names[i]), out _).Should().BeFalse();
            tree.Root.TryAttribute(Encoding.UTF8.GetBytes(names[i] + "x"), out value).Should().Be(names.Contains(names[i] + "x"));
        }

        tree.Root.TryAttribute(""u8, out _).Should().BeFalse();
        tree.Root.TryAttribute("zz"u8, out _).Should().BeFalse();
    }

    [Fact]
    public void Required_attribute_that_is_missing_is_named()
    {
        using XmlTree tree = Reading.Read("<a><p:b xmlns:p='urn:x'/></a>");
        tree.Root.Children.TryPeek(out XmlElement child).Should().BeTrue();

        SamlRejection rejection = child.Invoking(element => _ = element.Attribute("ID"u8).Length)
            .Should().Throw<SamlRejection>().Which;

        rejection.Code.Should().Be(SamlErrorCode.MissingAttribute);
        rejection.Expected.Should().Be("ID");
        rejection.Subject.Should().Be("b");
        rejection.Location!.ElementPath.Should().Be("/a/b");
        rejection.ToError().Message.Should().Be("b has no ID attribute.");
    }

    [Theory]
    [InlineData("alone", "<a><b/></a>")]
    [InlineData("behind text", "<a>x<b/></a>")]
    [InlineData("before text", "<a><b/>x</a>")]
    [InlineData("nested value of the same name", "<a>x<b>admin</b></a>")]
    public void Value_with_an_element_in_it_is_refused(string name, string xml)
    {
        using XmlTree tree = Reading.Read(xml);

        SamlRejection rejection = tree.Root.Invoking(element => _ = element.Text().Length)
            .Should().Throw<SamlRejection>(name).Which;

        rejection.Code.Should().Be(SamlErrorCode.UnexpectedElement);
        rejection.ToError().Message.Should().Be("b is not allowed inside a at this position.");
        rejection.Location!.ElementPath.Should().Be("/a/b");
        tree.Root.HasElements.Should().BeTrue();
    }

    [Theory]
    [InlineData("<p:b xmlns:p='urn:oasis:names:tc:SAML:2.0:assertion'/>", true)]
    [InlineData("<b xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/>", true)]
    [InlineData("<b xmlns='&#117;rn:oasis:names:tc:SAML:2.0:assertion'/>", true)]
    [InlineData("<b/>", false)]
    [InlineData("<B xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/>", false)]
    [InlineData("<saml:b xmlns:saml='urn:oasis:names:tc:SAML:2.0:protocol'/>", false)]
    [InlineData("<b xmlns='urn:oasis:names:tc:SAML:2.0:assertion/'/>", false)]
    [InlineData("<b xmlns='urn:oasis:names:tc:SAML:1.0:assertion'/>", false)]
    [InlineData("<b xmlns='URN:oasis:names:tc:SAML:2.0:assertion'/>", false)]
    public void Element_is_known_by_its_expanded_name(string xml, bool expected)
    {
        using XmlTree tree = Reading.Read(xml);

        tree.Root.Is(XmlNamespace.Assertion, "b"u8).Should().Be(expected);
    }

    [Fact]
    public void Default_value_has_nothing_to_read()
    {
        XmlElement none = default;

        none.Exists.Should().BeFalse();
        none.Invoking(element => _ = element.Text().Length).Should().Throw<InvalidOperationException>();
        none.Invoking(element => element.TryAttribute("a"u8, out _)).Should().Throw<InvalidOperationException>();
        none.Invoking(element => _ = element.Children).Should().Throw<InvalidOperationException>();
        none.Invoking(element => element.Is(0, ""u8)).Should().Throw<InvalidOperationException>();
    }
}
