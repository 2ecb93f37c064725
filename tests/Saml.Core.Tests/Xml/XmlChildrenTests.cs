using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>The cursor over element children: schema order, nothing left over, no signatures.</summary>
public class XmlChildrenTests
{
    private const string Signature = "<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'><b/></s:Signature>";

    [Theory]
    [InlineData("none", "<a/>", "")]
    [InlineData("white space", "<a> \n </a>", "")]
    [InlineData("in document order", "<a><b/><c><d/></c><b/></a>", "b c b")]
    [InlineData("between white space", "<a>\n <b/>\n <c/>\n</a>", "b c")]
    [InlineData("white space by reference or in CDATA", "<a>&#32;<b/><![CDATA[\n]]><c/></a>", "b c")]
    [InlineData("between comments", "<a><!--x--><b/> <!--y--> <c/><!--z--></a>", "b c")]
    [InlineData("signatures are none", "<a>" + Signature + "<b/>" + Signature + "<c/>" + Signature + "</a>", "b c")]
    [InlineData("a signature alone", "<a> " + Signature + " </a>", "")]
    [InlineData("other elements of that name", "<a><Signature/><Signature xmlns='urn:x'/></a>", "Signature Signature")]
    public void Yields_element_children(string name, string xml, string expected)
    {
        using XmlTree tree = Reading.Read(xml);
        XmlChildren children = tree.Root.Children;
        List<string> names = [];
        while (children.TryTake(out XmlElement child))
        {
            names.Add(child.DisplayName());
        }

        children.End();
        string.Join(' ', names).Should().Be(expected, name);
    }

    [Theory]
    [InlineData("before the first", "<a>x<b/></a>")]
    [InlineData("between two", "<a><b/>x<b/></a>")]
    [InlineData("behind the last", "<a><b/>x</a>")]
    [InlineData("alone", "<a>x</a>")]
    [InlineData("by reference", "<a><b/>&#x200B;</a>")]
    [InlineData("a no-break space", "<a>\u00a0<b/></a>")]
    [InlineData("behind a signature", "<a>" + Signature + "x</a>")]
    public void Refuses_text_between_elements(string name, string xml)
    {
        using XmlTree tree = Reading.Read(xml);

        SamlRejection rejection = tree.Root.Invoking(TakeAll).Should().Throw<SamlRejection>(name).Which;

        rejection.Code.Should().Be(SamlErrorCode.UnexpectedElement);
        rejection.ToError().Message.Should().Be("text is not allowed inside a at this position.");
    }

    [Theory]
    [InlineData("nothing", "<a/>", null)]
    [InlineData("all", "<a><b/><c/></a>", null)]
    [InlineData("the first is optional", "<a><c/></a>", null)]
    [InlineData("the last is optional", "<a><b/></a>", null)]
    [InlineData("unknown", "<a><x/></a>", "x is not allowed inside a at this position.")]
    [InlineData("unknown behind", "<a><b/><c/><x/></a>", "x is not allowed inside a at this position.")]
    [InlineData("wrong order", "<a><c/><b/></a>", "b is not allowed inside a at this position.")]
    [InlineData("other namespace", "<a><b xmlns='urn:x'/></a>", "b is not allowed inside a at this position.")]
    [InlineData("twice", "<a><b/><b/></a>", "a contains 2 b elements; at most 1 allowed.")]
    [InlineData("twice apart", "<a><b/><c/><b/></a>", "a contains 2 b elements; at most 1 allowed.")]
    [InlineData(
        "twice around a signature", "<a><b/>" + Signature + "<b/></a>", "a contains 2 b elements; at most 1 allowed.")]
    [InlineData(
        "twice, as a child's child", "<a><b><c/></b><c/><c/></a>", "a contains 2 c elements; at most 1 allowed.")]
    public void End_refuses_what_is_left(string name, string xml, string? expected)
    {
        using XmlTree tree = Reading.Read(xml);

        Action read = () =>
        {
            XmlChildren children = tree.Root.Children;
            children.TryTake(XmlNamespace.None, "b"u8, out _);
            children.TryTake(XmlNamespace.None, "c"u8, out _);
            children.End();
        };

        if (expected is null)
        {
            read.Should().NotThrow(name);
            return;
        }

        SamlRejection rejection = read.Should().Throw<SamlRejection>(name).Which;
        rejection.ToError().Message.Should().Be(expected);
        rejection.Location!.ElementPath.Should().StartWith("/a/");
    }

    [Fact]
    public void Take_by_name_leaves_another_child_where_it_is()
    {
        using XmlTree tree = Reading.Read("<a><b/><c/></a>");
        XmlChildren children = tree.Root.Children;

        children.TryTake(XmlNamespace.None, "c"u8, out XmlElement wrong).Should().BeFalse();
        wrong.Exists.Should().BeFalse();
        children.TryPeek(out XmlElement peeked).Should().BeTrue();
        children.TryTake(XmlNamespace.None, "b"u8, out XmlElement taken).Should().BeTrue();

        taken.Index.Should().Be(peeked.Index);
        taken.DisplayName().Should().Be("b");
    }

    [Fact]
    public void A_mark_begins_again_where_it_was_set()
    {
        using XmlTree tree = Reading.Read("<a><b/> <c/><d/></a>");
        XmlChildren children = tree.Root.Children;
        children.TryTake(out _);
        XmlChildren.Mark mark = children.Here;
        while (children.TryTake(out _))
        {
        }

        children.TryPeek(out _).Should().BeFalse();
        XmlChildren again = mark.Children;
        again.TryTake(out XmlElement child).Should().BeTrue();

        child.DisplayName().Should().Be("c");
    }

    /// <summary>A cursor that nobody opened is not one over no children: forgetting must refuse.</summary>
    [Theory]
    [InlineData("take")]
    [InlineData("take by name")]
    [InlineData("peek")]
    [InlineData("end")]
    [InlineData("mark")]
    public void Default_value_throws_on_every_read(string read)
    {
        Action reading = () =>
        {
            XmlChildren children = default;
            _ = read switch
            {
                "take" => children.TryTake(out _),
                "take by name" => children.TryTake(XmlNamespace.None, "a"u8, out _),
                "peek" => children.TryPeek(out _),
                "mark" => default(XmlChildren.Mark).Children.TryPeek(out _),
                _ => Ends(children),
            };
        };

        reading.Should().Throw<InvalidOperationException>();
    }

    private static bool Ends(XmlChildren children)
    {
        children.End();
        return true;
    }

    private static void TakeAll(XmlElement parent)
    {
        XmlChildren children = parent.Children;
        while (children.TryTake(out _))
        {
        }
    }
}
