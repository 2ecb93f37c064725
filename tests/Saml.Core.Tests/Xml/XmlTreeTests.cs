using System.Text;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>The flat tree: its shape, and that nothing can be read from one that gave its storage back.</summary>
public class XmlTreeTests
{
    private const string Document = "<p:a xmlns:p=\"urn:x\" b=\"1\">x<p:c d = '2' ></p:c ><e/>y</p:a>";

    private static readonly Dictionary<string, Action<XmlTree>> s_accesses = new()
    {
        { "an element's name", tree => _ = tree.Root.LocalName.Length },
        { "an element's namespace", tree => _ = tree.Root.NamespaceId },
        { "an element's attribute", tree => tree.Root.TryAttribute("b"u8, out _) },
        { "an element's text", tree => _ = tree.Root.Text().Length },
        { "an element's children", tree => _ = tree.Root.Children },
        { "a node", tree => _ = tree.Node(0) },
        { "the octets", tree => _ = tree.Octets.Length },
        { "a slice", tree => _ = tree[new Slice(0, 1)].Length },
        { "a prefix", tree => _ = tree.Prefix(0).Length },
        { "the number of a prefix", tree => tree.FindPrefix("p"u8) },
        { "a namespace name", tree => _ = tree.NamespaceName(XmlNamespace.FirstOther).Length },
        { "a place", tree => tree.Location(0) },
    };

    public static TheoryData<string> Accesses => new(s_accesses.Keys);

    [Fact]
    public void Nodes_stand_in_document_order()
    {
        using XmlTree tree = Reading.Read(Document);

        List<string> nodes = [];
        for (int index = 0; index < tree.NodeCount; index++)
        {
            XmlNode node = tree.Node(index);
            Slice text = node.Kind == XmlNodeKind.Text ? node.Octets : tree.StartTag(node).Name;
            nodes.Add($"{node.Parent} {Encoding.UTF8.GetString(tree[text])} to {node.SubtreeEnd}");
        }

        nodes.Should().Equal("-1 p:a to 5", "0 x to 2", "0 p:c to 3", "0 e to 4", "0 y to 5");
    }

    [Fact]
    public void Elements_know_their_source()
    {
        using XmlTree tree = Reading.Read("<!--x-->" + Document + "\n");

        Source(tree, 0).Should().Be(Document);
        Source(tree, 2).Should().Be("<p:c d = '2' ></p:c >");
        Source(tree, 3).Should().Be("<e/>");
        tree.Root.Length.Should().Be(Document.Length);
        XmlNode child = tree.Node(2);
        Encoding.UTF8.GetString(tree.Octets[child.StartTagEnd..child.EndTagStart]).Should().BeEmpty();
        Encoding.UTF8.GetString(tree.Octets[child.EndTagStart..child.Octets.End]).Should().Be("</p:c >");
    }

    [Theory]
    [InlineData("canonical", "<a b=\"1\" c=\"2\">x</a>", true)]
    [InlineData("apostrophes", "<a b='1'>x</a>", false)]
    [InlineData("white space before an attribute", "<a  b=\"1\">x</a>", false)]
    [InlineData("a line end before an attribute", "<a\nb=\"1\">x</a>", false)]
    [InlineData("white space at the equals sign", "<a b =\"1\">x</a>", false)]
    [InlineData("white space at the end", "<a b=\"1\" >x</a>", false)]
    [InlineData("order", "<a c=\"2\" b=\"1\">x</a>", false)]
    [InlineData("a value to escape", "<a b=\"&lt;\">x</a>", false)]
    [InlineData("a value with \"&gt;\"", "<a b=\"&gt;\">x</a>", false)]
    [InlineData("a value with \">\", which stays", "<a b=\">\">x</a>", true)]
    [InlineData("a declaration", "<a xmlns=\"urn:x\">x</a>", false)]
    [InlineData("an empty-element tag", "<a b=\"1\"/>", false)]
    public void Start_tag_is_known_to_be_canonical(string name, string xml, bool expected)
    {
        using XmlTree tree = Reading.Read(xml);

        tree.StartTag(tree.Node(0)).Flags.HasFlag(XmlStartTagFlags.Canonical).Should().Be(expected, name);
    }

    [Theory]
    [InlineData("canonical", "<a>x</a>", true)]
    [InlineData("with entities", "<a>x &amp; y</a>", false)]
    [InlineData("with \">\", which is to be escaped", "<a>x > y</a>", false)]
    [InlineData("with CR", "<a>x\r</a>", false)]
    [InlineData("with a CDATA section", "<a>x<![CDATA[y]]></a>", false)]
    [InlineData("quotes and white space", "<a>\t\"x'\n</a>", true)]
    public void Text_is_known_to_be_canonical(string name, string xml, bool expected)
    {
        using XmlTree tree = Reading.Read(xml);

        tree.Node(1).Flags.HasFlag(XmlNodeFlags.CanonicalText).Should().Be(expected, name);
    }

    [Theory]
    [MemberData(nameof(Accesses))]
    public void Nothing_can_be_read_after_disposal(string name)
    {
        XmlTree tree = Reading.Read(Document);
        tree.Dispose();

        s_accesses[name].Invoking(read => read(tree)).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Storage_goes_back_to_the_pool_once()
    {
        XmlTree tree = Reading.Read(Document);
        tree.Dispose();
        tree.Dispose();

        using XmlTree first = Reading.Read("<first/>");
        using XmlTree second = Reading.Read("<second/>");

        first.Root.DisplayName().Should().Be("first", "no two trees share storage");
        second.Root.DisplayName().Should().Be("second");
    }

    private static string Source(XmlTree tree, int index) => Encoding.UTF8.GetString(tree[tree.Node(index).Octets]);
}
