namespace Saml.Core.Tests.Canonicalization;

/// <summary>Characters, references, tags and what is dropped (Canonical XML 1.0, 2.3).</summary>
public sealed class CharacterTests
{
    private static readonly CanonicalForm[] s_rows =
    [
        new("text: & < > by entity", "<a>&amp;&lt;&gt;</a>", "<a>&amp;&lt;&gt;</a>"),
        new("text: & < > by number", "<a>&#38;&#60;&#62;</a>", "<a>&amp;&lt;&gt;</a>"),
        new("text: a literal >", "<a>x > y</a>", "<a>x &gt; y</a>"),
        new("text: quotes", "<a>\"'&quot;&apos;</a>", "<a>\"'\"'</a>"),
        new("text: TAB and LF, literal and by number", "<a>\t\n&#9;&#10;</a>", "<a>\t\n\t\n</a>"),
        new("text: CR by number", "<a>&#13;&#xD;&#x0d;&#xD;&#10;</a>", "<a>&#xD;&#xD;&#xD;&#xD;\n</a>"),
        new("text: CR LF and CR on the wire become LF", "<a>1\r\n2\r3\r\r\n4</a>", "<a>1\n2\n3\n\n4</a>"),
        new("text: nothing but white space", "<a> \n\t </a>", "<a> \n\t </a>"),
        new("text: references to ordinary characters", "<a>&#x41;&#66;&#x000043;</a>", "<a>ABC</a>"),
        new("text: beyond US-ASCII, literal", "<a>é\u20AC\U0001F600\uFFFD</a>", "<a>é\u20AC\U0001F600\uFFFD</a>"),
        new("text: beyond US-ASCII, by number", "<a>&#233;&#x20AC;&#128512;</a>", "<a>é\u20AC\U0001F600</a>"),
        new("text: not normalised to NFC", "<a>e\u0301\u212B</a>", "<a>e\u0301\u212B</a>"),
        new("text: C1 control and line separator are ordinary", "<a>\u0085\u2028</a>", "<a>\u0085\u2028</a>"),
        new("text: runs of what is escaped", "<a>&amp;&amp;>>>&lt;&#13;&gt;x>y&lt;&lt;</a>", "<a>&amp;&amp;&gt;&gt;&gt;&lt;&#xD;&gt;x&gt;y&lt;&lt;</a>"),
        new("text: brackets before a literal >", "<a>]>]]x>] ]&#13;>]]</a>", "<a>]&gt;]]x&gt;] ]&#xD;&gt;]]</a>"),
        new(
            "attribute: runs of what is escaped",
            "<a b='\"\"&lt;&lt;\"x\"&amp;&#9;&#10;\n\"'/>",
            "<a b=\"&quot;&quot;&lt;&lt;&quot;x&quot;&amp;&#x9;&#xA; &quot;\"></a>"),
        new("attribute: & < > \"", "<a b=\"&amp;&lt;&gt;&quot;\"/>", "<a b=\"&amp;&lt;>&quot;\"></a>"),
        new("attribute: a literal >", "<a b=\"x > y\"/>", "<a b=\"x > y\"></a>"),
        new("attribute: quotes in apostrophes", "<a b='\"&apos;'/>", "<a b=\"&quot;'\"></a>"),
        new("attribute: an apostrophe in quotes", "<a b=\"'\"/>", "<a b=\"'\"></a>"),
        new("attribute: TAB LF CR by number", "<a b=\"&#9;&#10;&#13;\"/>", "<a b=\"&#x9;&#xA;&#xD;\"></a>"),
        new("attribute: literal white space becomes blanks", "<a b=\"1\t2\n3\r\n4\r5  6\"/>", "<a b=\"1 2 3 4 5  6\"></a>"),
        new("attribute: blanks at the ends stay", "<a b=\"  x  \"/>", "<a b=\"  x  \"></a>"),
        new("attribute: empty", "<a b=\"\" c=''/>", "<a b=\"\" c=\"\"></a>"),
        new("attribute: beyond US-ASCII", "<a b=\"&#233;\U0001F600\"/>", "<a b=\"é\U0001F600\"></a>"),
        new("CDATA becomes text", "<a><![CDATA[<b>&amp;]]></a>", "<a>&lt;b&gt;&amp;amp;</a>"),
        new("CDATA between texts", "<a>1<![CDATA[2]]>3<![CDATA[]]>4</a>", "<a>1234</a>"),
        new("CDATA: ]] and > apart", "<a><![CDATA[]]]]><![CDATA[>]]></a>", "<a>]]&gt;</a>"),
        new("CDATA: CR LF", "<a><![CDATA[1\r\n2\r3]]></a>", "<a>1\n2\n3</a>"),
        new("CDATA: empty and alone", "<a><![CDATA[]]></a>", "<a></a>"),
        new("empty-element tag", "<a/>", "<a></a>"),
        new("empty-element tag with blanks and attributes", "<a  b = '1'\n/>", "<a b=\"1\"></a>"),
        new("blanks in tags", "<a \n b \t=\r\n \"1\" ><c ></c \n></a >", "<a b=\"1\"><c></c></a>"),
        new("blanks in end tags behind text", "<a><b>x</b ><c>y</c\n></a>", "<a><b>x</b><c>y</c></a>"),
        new("a document that is canonical already", "<a b=\"1\"><c>x</c>y</a>", "<a b=\"1\"><c>x</c>y</a>"),
        new("comments between elements", "<a><!-- 1 --><b/><!--2--><c>x</c><!----></a>", "<a><b></b><c>x</c></a>"),
        new(
            "comments between white space",
            "<a>\n  <!-- 1 -->\n  <b/> <!-- 2 --> </a>",
            "<a>\n  \n  <b></b>  </a>"),
        new("a comment that looks like an element", "<a><!-- <b/> --><c/></a>", "<a><c></c></a>"),
        new("XML declaration and byte order mark", "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<a/>", "<a></a>"),
        new(
            "white space and comments around the document element",
            " <!-- 1 -->\n<a/>\n<!-- 2 --> ".TrimStart(),
            "<a></a>"),
    ];

    public static TheoryData<string> Names => CanonicalForm.Names(s_rows);

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_characters_and_tags(string name) => CanonicalForm.Check(s_rows, name);

    [Fact]
    public void Writes_long_runs_whole()
    {
        string content = string.Concat(Enumerable.Range(0, 2000).Select(i => $"<b n=\"{i}\">text {i}</b>"));
        using CanonicalDocument document = new($"<a>{content}</a>");

        document.Text().Should().Be($"<a>{content}</a>");
    }
}
