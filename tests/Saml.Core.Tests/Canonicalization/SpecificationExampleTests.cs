namespace Saml.Core.Tests.Canonicalization;

/// <summary>
/// The examples of Exclusive XML Canonicalization 1.0 (2.2) and of Canonical XML 1.0 (3), the latter without DTD,
/// processing instructions and relative namespace names, with the namespace declarations that the exclusive form has.
/// </summary>
public sealed class SpecificationExampleTests
{
    private const string Element2InLocal = """
        <n0:local xmlns:n0="foo:bar"
                  xmlns:n3="ftp://example.org">
           <n1:elem2 xmlns:n1="http://example.net"
                     xml:lang="en">
               <n3:stuff xmlns:n3="ftp://example.org"/>
           </n1:elem2>
        </n0:local>
        """;

    private const string Element2InPdu = """
        <n2:pdu xmlns:n1="http://example.com"
                xmlns:n2="http://foo.example"
                xml:lang="fr"
                xml:space="preserve">
           <n1:elem2 xmlns:n1="http://example.net"
                     xml:lang="en">
               <n3:stuff xmlns:n3="ftp://example.org"/>
           </n1:elem2>
        </n2:pdu>
        """;

    private const string Element2Canonical = """
        <n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
               <n3:stuff xmlns:n3="ftp://example.org"></n3:stuff>
           </n1:elem2>
        """;

    private static readonly CanonicalForm[] s_rows =
    [
        new(
            "exclusive 2.1: an element and its declaration",
            "<n0:pdu xmlns:n0=\"http://a.example\">\n"
            + "  <n1:elem1 xmlns:n1=\"http://b.example\">\n    content\n  </n1:elem1>\n</n0:pdu>",
            "<n1:elem1 xmlns:n1=\"http://b.example\">\n    content\n  </n1:elem1>") { Apex = "elem1" },
        new("exclusive 2.2: elem2 in local", Element2InLocal, Element2Canonical) { Apex = "elem2" },
        new("exclusive 2.2: elem2 in pdu", Element2InPdu, Element2Canonical) { Apex = "elem2" },
        new(
            "canonical 3.1: comments and what stands around the document element",
            "<?xml version=\"1.0\"?>\n\n<doc>Hello, world!</doc>\n\n<!-- Comment 2 -->\n",
            "<doc>Hello, world!</doc>"),
        new(
            "canonical 3.2: white space in content",
            "<doc>\n   <clean>   </clean>\n   <dirty>   A   B   </dirty>\n   <mixed>\n      A\n"
            + "      <clean>   </clean>\n      B\n      C\n   </mixed>\n</doc>",
            "<doc>\n   <clean>   </clean>\n   <dirty>   A   B   </dirty>\n   <mixed>\n      A\n"
            + "      <clean>   </clean>\n      B\n      C\n   </mixed>\n</doc>"),
        new(
            "canonical 3.3: start and end tags",
            """
            <doc>
               <e1   />
               <e2   ></e2>
               <e3   name = "elem3"   id="elem3"   />
               <e4   name="elem4"   id="elem4"   ></e4>
               <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
                  xmlns:b="http://www.ietf.org"
                  xmlns:a="http://www.w3.org"
                  xmlns="http://example.org"/>
               <e6 xmlns="" xmlns:a="http://www.w3.org">
                  <e7 xmlns="http://www.ietf.org">
                     <e8 xmlns="" xmlns:a="http://www.w3.org">
                        <e9 xmlns="" xmlns:a="http://www.ietf.org"/>
                     </e8>
                  </e7>
               </e6>
            </doc>
            """,
            """
            <doc>
               <e1></e1>
               <e2></e2>
               <e3 id="elem3" name="elem3"></e3>
               <e4 id="elem4" name="elem4"></e4>
               <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm"
            """
            + " attr2=\"all\" b:attr=\"sorted\" a:attr=\"out\"></e5>\n"
            + """
               <e6>
                  <e7 xmlns="http://www.ietf.org">
                     <e8 xmlns="">
                        <e9></e9>
                     </e8>
                  </e7>
               </e6>
            </doc>
            """),
        new(
            "canonical 3.4: character modifications",
            """
            <doc>
               <text>First line&#x0d;&#10;Second line</text>
               <value>&#x32;</value>
               <compute><![CDATA[value>"0" && value<"10" ?"valid":"error"]]></compute>
               <compute expr='value>"0" &amp;&amp; value&lt;"10" ?"valid":"error"'>valid</compute>
               <norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/>
            </doc>
            """,
            """
            <doc>
               <text>First line&#xD;
            Second line</text>
               <value>2</value>
               <compute>value&gt;"0" &amp;&amp; value&lt;"10" ?"valid":"error"</compute>
            """
            + "\n   <compute expr=\"value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error"
            + "&quot;\">valid</compute>\n   <norm attr=\" '    &#xD;&#xA;&#x9;   ' \"></norm>\n</doc>"),
        new("canonical 3.6: UTF-8", "<doc>&#169;</doc>", "<doc>\u00A9</doc>"),
    ];

    public static TheoryData<string> Names => CanonicalForm.Names(s_rows);

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_the_octets_of_the_specification(string name) => CanonicalForm.Check(s_rows, name);
}
