using System.Buffers;
using System.Text;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>What the tree holds of a document that was accepted, spelled out.</summary>
public class XmlContentTests
{
    [Theory]
    [InlineData("plain", "<a>text</a>", "text")]
    [InlineData("none", "<a></a>", "")]
    [InlineData("none, one tag", "<a/>", "")]
    [InlineData("white space is kept", "<a> \n\ttext\n </a>", " \n\ttext\n ")]
    [InlineData("CR LF becomes LF", "<a>1\r\n2</a>", "1\n2")]
    [InlineData("CR becomes LF", "<a>1\r2</a>", "1\n2")]
    [InlineData("LF CR are two line ends", "<a>1\n\r2</a>", "1\n\n2")]
    [InlineData("CR CR LF are two line ends", "<a>1\r\r\n2</a>", "1\n\n2")]
    [InlineData("CR by reference stays", "<a>1&#13;&#xD;\n2</a>", "1\r\r\n2")]
    [InlineData("CR, then LF by reference, are two", "<a>1\r&#10;2</a>", "1\n\n2")]
    [InlineData("U+0085 and U+2028 stay", "<a>1\u00852\u20283</a>", "1\u00852\u20283")]
    [InlineData("the five entities", "<a>&lt;&gt;&amp;&quot;&apos;</a>", "<>&\"'")]
    [InlineData("nothing is expanded twice", "<a>&amp;lt;&#38;#65;</a>", "&lt;&#65;")]
    [InlineData("decimal and hexadecimal", "<a>&#97;&#x64;min</a>", "admin")]
    [InlineData("of two, three and four octets", "<a>&#228;&#x4E2D;&#x1F600;</a>", "ä中😀")]
    [InlineData("a CDATA section", "<a><![CDATA[<b>&amp;]]></a>", "<b>&amp;")]
    [InlineData("an empty CDATA section", "<a><![CDATA[]]></a>", "")]
    [InlineData(
        "text around a CDATA section", "<a>admin@victim<![CDATA[.example]]>.evil</a>", "admin@victim.example.evil")]
    [InlineData("two CDATA sections", "<a><![CDATA[x]]><![CDATA[y]]></a>", "xy")]
    [InlineData("\"]]>\" in two CDATA sections", "<a><![CDATA[]]]]><![CDATA[>]]></a>", "]]>")]
    [InlineData("line ends in a CDATA section", "<a><![CDATA[1\r\n2\r3]]></a>", "1\n2\n3")]
    [InlineData("CR before the end of a CDATA section", "<a><![CDATA[1\r]]>\n2</a>", "1\n\n2")]
    [InlineData("a comment in a CDATA section", "<a>ad<![CDATA[<!---->]]>min</a>", "ad<!---->min")]
    [InlineData("everything at once", "<a>1&#49;<![CDATA[\r\n]]>\r>]] &gt;</a>", "11\n\n>]] >")]
    public void Text_is_one_normalised_run(string name, string xml, string expected)
    {
        using XmlTree tree = Reading.Read(xml);

        Encoding.UTF8.GetString(tree.Root.Text()).Should().Be(expected, name);
    }

    [Theory]
    [InlineData("plain", "<a b=\"value\"/>", "value")]
    [InlineData("empty", "<a b=''/>", "")]
    [InlineData("the other quote", "<a b='say \"x\"'/>", "say \"x\"")]
    [InlineData("spaces are kept", "<a b='  x  y '/>", "  x  y ")]
    [InlineData("tab, LF and CR become spaces", "<a b='1\t2\n3\r4'/>", "1 2 3 4")]
    [InlineData("CR LF becomes one space", "<a b='1\r\n2'/>", "1 2")]
    [InlineData("LF CR become two spaces", "<a b='1\n\r2'/>", "1  2")]
    [InlineData("by reference they stay", "<a b='&#9;&#10;&#13;'/>", "\t\n\r")]
    [InlineData("CR, then LF by reference", "<a b='\r&#10;'/>", " \n")]
    [InlineData("U+0085 and U+2028 stay", "<a b='\u0085\u2028'/>", "\u0085\u2028")]
    [InlineData("entities", "<a b='&lt;&gt;&amp;&quot;&apos;'/>", "<>&\"'")]
    [InlineData("\">\" and \"]]>\"", "<a b='>]]>'/>", ">]]>")]
    public void Attribute_value_is_normalised(string name, string xml, string expected)
    {
        using XmlTree tree = Reading.Read(xml);

        Encoding.UTF8.GetString(tree.Root.Attribute("b"u8)).Should().Be(expected, name);
    }

    [Fact]
    public void Attributes_stand_in_canonical_order()
    {
        using XmlTree tree = Reading.Read(
            "<r xmlns:z='urn:a' xmlns:b='urn:b' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
            + "b:x='1' z:y='2' y='3' B='4' xml:id='_5' z:x='6' b='7' xsi:type='8'/>");

        // Canonical XML 1.0, 2.3: by namespace name, none first, then local name, octet by octet.
        Names(tree).Should().Equal("B", "b", "y", "xsi:type", "xml:id", "z:x", "z:y", "b:x");
    }

    [Fact]
    public void Namespace_names_have_numbers()
    {
        using XmlTree tree = Reading.Read(
            "<p:Response xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' xmlns:o='urn:other' xmlns:q='urn:other'>"
            + "<Assertion xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/><o:x/><q:x/><x/></p:Response>");

        XmlChildren children = tree.Root.Children;
        List<int> ids = [];
        while (children.TryTake(out XmlElement child))
        {
            ids.Add(child.NamespaceId);
        }

        tree.Root.NamespaceId.Should().Be(XmlNamespace.Protocol);
        ids.Should().Equal(XmlNamespace.Assertion, XmlNamespace.FirstOther, XmlNamespace.FirstOther, XmlNamespace.None);
        Encoding.UTF8.GetString(tree.NamespaceName(XmlNamespace.FirstOther)).Should().Be("urn:other");
    }

    [Fact]
    public void Signatures_and_assertions_are_counted_wherever_they_stand()
    {
        using XmlTree tree = Reading.Read(
            "<a xmlns:s='urn:oasis:names:tc:SAML:2.0:assertion' xmlns:d='http://www.w3.org/2000/09/xmldsig#'>"
            + "<s:Assertion><d:Signature><d:Object><s:Assertion/></d:Object></d:Signature></s:Assertion>"
            + "<Assertion/><Signature/><s:Signature/><d:Assertion/><d:SignatureValue/></a>");

        tree.AssertionCount.Should().Be(2);
        tree.SignatureCount.Should().Be(1);
    }

    /// <summary>Normalised values fit behind the message, even if it is nothing but such values.</summary>
    [Theory]
    [InlineData("CR in text", "<a>{0}</a>", "\r")]
    [InlineData("CR in CDATA", "<a><![CDATA[{0}]]></a>", "\r")]
    [InlineData("tabs in a value", "<a b='{0}'/>", "\t")]
    [InlineData("apostrophes in a value", "<a b=\"\t{0}\"/>", "'")]
    [InlineData("one changed character", "<a>\r{0}</a>", "x")]
    [InlineData("references of the longest kind", "<a>{0}</a>", "&#x10FFFF;")]
    [InlineData("references of the shortest kind", "<a>{0}</a>", "&#9;")]
    [InlineData("many values", "<a>{0}</a>", "<b c='\n'/>")]
    public void Normalised_values_fit_behind_the_message(string name, string pattern, string repeated)
    {
        // The pool's smallest buffers are powers of two, so that this one has not an octet more than was promised.
        const int Room = 1024;
        int length = (Room - 16) / 2;
        int frame = pattern.Length - "{0}".Length;
        string content = string.Concat(Enumerable.Repeat(repeated, (length - frame) / repeated.Length));
        string xml = pattern.Replace("{0}", content, StringComparison.Ordinal).PadRight(length);
        byte[] octets = ArrayPool<byte>.Shared.Rent(Room);
        octets.Should().HaveCount(Room);
        Encoding.UTF8.GetBytes(xml, octets).Should().Be(length, name);

        using XmlTree tree = XmlTreeReader.Read(octets, length, new XmlLimits());

        tree.NodeCount.Should().BePositive();
    }

    private static List<string> Names(XmlTree tree)
    {
        List<string> names = [];
        foreach (XmlAttribute attribute in tree.Root.Attributes)
        {
            names.Add(Encoding.UTF8.GetString(tree[attribute.Name]));
        }

        return names;
    }
}
