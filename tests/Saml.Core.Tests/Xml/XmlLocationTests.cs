using System.Text;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>Where a refusal says that it happened: line, column, byte and element path.</summary>
public class XmlLocationTests
{
    [Theory]
    [InlineData("first octet", "x", "1:1 byte 0")]
    [InlineData("no octet", "", "1:1 byte 0")]
    [InlineData("end of the document", "<a>", "1:4 byte 3 in /a")]
    [InlineData("LF ends a line", "<a>\n\n &x;</a>", "3:2 byte 6 in /a")]
    [InlineData("CR LF ends one line", "<a>\r\n\r\n &x;</a>", "3:2 byte 8 in /a")]
    [InlineData("CR ends a line", "<a>\r\r &x;</a>", "3:2 byte 6 in /a")]
    [InlineData("LF CR ends two lines", "<a>\n\r&x;</a>", "3:1 byte 5 in /a")]
    [InlineData("the line end itself is on the line before", "<a b=\"1\"\n\nc>", "3:2 byte 11")]
    [InlineData("U+0085 ends no line", "<a>\u0085&x;</a>", "1:5 byte 5 in /a")]
    [InlineData("columns are characters, bytes are bytes", "<a>ä中😀&x;</a>", "1:7 byte 12 in /a")]
    [InlineData("a line of several octets before", "<a>ä中😀\nä&x;</a>", "2:2 byte 15 in /a")]
    [InlineData("in a child", "<a><p:b xmlns:p='urn:x'><c>&x;</c></p:b></a>", "1:28 byte 27 in /a/b/c")]
    [InlineData("behind a child", "<a><b><c/></b>&x;</a>", "1:15 byte 14 in /a")]
    [InlineData("a wrong end tag", "<a>\n<b>\n</a>", "3:1 byte 8 in /a/b")]
    [InlineData("behind the document element", "<a/>\n x", "2:2 byte 6")]
    [InlineData("an attribute", "<a>\n <b c='1' c2=\"<\"/></a>", "2:15 byte 18 in /a")]
    [InlineData("a forbidden character", "<a>\n\u0001</a>", "2:1 byte 4")]
    [InlineData("U+FFFF", "<a>ä\uFFFF</a>", "1:5 byte 5")]
    [InlineData("a DOCTYPE", "<!--x-->\n<!DOCTYPE a><a/>", "2:1 byte 9")]
    [InlineData("an instruction", "<a>\n<b/><?x?></a>", "2:5 byte 8 in /a")]
    public void Names_line_column_byte_and_path(string name, string xml, string expected)
    {
        SamlLocation location = Reading.TryRead(xml)!.Location!;

        string path = location.ElementPath is null ? "" : $" in {location.ElementPath}";
        $"{location.Line}:{location.Column} byte {location.ByteOffset}{path}".Should().Be(expected, name);
    }

    [Theory]
    [InlineData("UndeclaredPrefix", "<a>\n<p:b/></a>")]
    [InlineData("NamespaceNotAllowed", "<a>\n<b xmlns='x'/></a>")]
    [InlineData("DuplicateId", "<a ID='1'>\n<b ID='1'/></a>")]
    [InlineData("CommentInValue", "<a>\n<b>x<!----></b></a>")]
    [InlineData("XmlLimitExceeded", "<a>\n<b c='1' d='2'/></a>")]
    public void Every_other_refusal_names_the_line_and_the_parent(string code, string xml)
    {
        SamlRejection rejection = Reading.TryRead(xml, new XmlLimits { MaxAttributes = 1 })!;

        rejection.Code.ToString().Should().Be(code);
        rejection.Location!.Line.Should().Be(2);
        rejection.Location.ElementPath.Should().StartWith("/a");
    }

    [Fact]
    public void Octets_that_are_not_utf8_are_named_by_their_offset()
    {
        SamlRejection rejection = Reading.TryRead([.. "<a>ä\n"u8, 0xFF, .. "</a>"u8])!;

        rejection.Code.Should().Be(SamlErrorCode.InvalidUtf8);
        rejection.Actual.Should().Be("6");
    }

    [Fact]
    public void Nodes_of_a_tree_are_located_too()
    {
        using XmlTree tree = Reading.Read("<r>\n<p:a xmlns:p='urn:x'>ä<b/></p:a></r>");

        tree.Root.Children.TryPeek(out XmlElement child).Should().BeTrue();
        SamlLocation location = tree.Location(child.Index + 2);

        location.ToString().Should().Be("line 2, column 23 (byte 27) in /r/a/b");
    }

    [Fact]
    public void A_long_path_keeps_its_end()
    {
        string name = "element" + new string('x', 30);
        string open = string.Concat(Enumerable.Range(0, 20).Select(i => $"<{name}{i}>"));

        string path = Reading.TryRead(open)!.Location!.ElementPath!;

        path.Should().StartWith("…").And.EndWith($"/{name}18/{name}19");
        path.Length.Should().BeLessThanOrEqualTo(256);
    }

    [Fact]
    public void A_path_has_no_invisible_characters()
    {
        string path = Reading.TryRead("<a\u200d>")!.Location!.ElementPath!;

        path.Should().Be("/a\\u{200D}");
    }

    [Theory]
    [InlineData("MalformedXml", "<a>&nbsp;</a>", null, null)]
    [InlineData("ProcessingInstructionNotAllowed", "<a><?php-x y?></a>", null, "php-x")]
    [InlineData("ProcessingInstructionNotAllowed", "<a><? y?></a>", null, "")]
    [InlineData("UndeclaredPrefix", "<saml:a/>", null, "saml")]
    [InlineData("NamespaceNotAllowed", "<a xmlns='../x\u202E'/>", null, "../x\\u{202E}")]
    [InlineData("DuplicateId", "<a ID='_1'><b ID='_1'/></a>", null, "_1")]
    [InlineData("UnsupportedXmlEncoding", "<?xml version='1.0' encoding='utf-16'?><a/>", "UTF-8", "utf-16")]
    [InlineData("XmlLimitExceeded", "<a b='1' c='2' d='3'/>", "2", "3")]
    public void Refusal_says_what_came(string code, string xml, string? expected, string? actual)
    {
        SamlRejection rejection = Reading.TryRead(xml, new XmlLimits { MaxAttributes = 2 })!;

        rejection.Code.ToString().Should().Be(code);
        rejection.Expected.Should().Be(expected);
        rejection.Actual.Should().Be(actual);
    }

    /// <summary>What an attacker writes is capped before it gets into a text.</summary>
    [Fact]
    public void Refusal_is_short_whatever_came()
    {
        string longName = new('x', 100_000);
        foreach (string xml in new[]
        {
            $"<a xmlns='{longName}'/>", $"<{longName}/>", $"<?{longName}?><a/>", $"<a b='&{longName};'/>",
            $"<?xml version='1.0' encoding='{longName}'?><a/>", $"<a ID='{longName}'/>",
        })
        {
            SamlRejection rejection = Reading.TryRead(xml)!;

            Encoding.UTF8.GetByteCount(rejection.ToError().ToString()).Should().BeLessThan(1_500);
            (rejection.Actual?.Length ?? 0).Should().BeLessThan(300);
        }
    }
}
