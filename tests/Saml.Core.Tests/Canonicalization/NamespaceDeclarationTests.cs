using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>Which namespace declarations are written where (Exclusive XML Canonicalization 1.0, 3).</summary>
[CatalogueRow("TR-29")]
public sealed class NamespaceDeclarationTests
{
    // Long enough to be known again, and not canonical, so that it is written anew.
    private const string Tag = "<x:b number='0001'>";

    private static readonly CanonicalForm[] s_rows =
    [
        new(
            "unused declaration is left out",
            "<a xmlns:x=\"urn:x\" xmlns:y=\"urn:y\"><b/></a>",
            "<a><b></b></a>"),
        new(
            "declaration moves down to the elements that use it",
            "<a xmlns:x=\"urn:x\"><x:b/><c><x:d/></c></a>",
            "<a><x:b xmlns:x=\"urn:x\"></x:b><c><x:d xmlns:x=\"urn:x\"></x:d></c></a>"),
        new(
            "a prefix on an attribute uses the declaration as well",
            "<a xmlns:x=\"urn:x\"><b x:c=\"1\"/></a>",
            "<a><b xmlns:x=\"urn:x\" x:c=\"1\"></b></a>"),
        new(
            "a prefix in an attribute's value or in text uses nothing",
            "<a xmlns:x=\"urn:x\"><b type=\"x:string\">x:y</b></a>",
            "<a><b type=\"x:string\">x:y</b></a>"),
        new(
            "the same declaration below is superfluous",
            "<x:a xmlns:x=\"urn:x\"><x:b xmlns:x=\"urn:x\"><x:c xmlns:x=\"urn:x\"/></x:b></x:a>",
            "<x:a xmlns:x=\"urn:x\"><x:b><x:c></x:c></x:b></x:a>"),
        new(
            "the same declaration for siblings is written on each",
            "<a><x:b xmlns:x=\"urn:x\"/><x:c xmlns:x=\"urn:x\"/></a>",
            "<a><x:b xmlns:x=\"urn:x\"></x:b><x:c xmlns:x=\"urn:x\"></x:c></a>"),
        new(
            "a prefix bound anew below, and to the first name again below that",
            "<x:a xmlns:x=\"urn:1\"><x:b xmlns:x=\"urn:2\"><x:c xmlns:x=\"urn:1\"/></x:b><x:d/></x:a>",
            "<x:a xmlns:x=\"urn:1\"><x:b xmlns:x=\"urn:2\"><x:c xmlns:x=\"urn:1\"></x:c></x:b><x:d></x:d></x:a>"),
        new(
            "a prefix bound anew by an element that does not use it",
            "<x:a xmlns:x=\"urn:1\"><b xmlns:x=\"urn:2\"><c xmlns:x=\"urn:1\"><x:d/></c></b></x:a>",
            "<x:a xmlns:x=\"urn:1\"><b><c><x:d></x:d></c></b></x:a>"),
        new(
            "two prefixes for one name",
            "<x:a xmlns:x=\"urn:1\" xmlns:y=\"urn:1\"><y:b/></x:a>",
            "<x:a xmlns:x=\"urn:1\"><y:b xmlns:y=\"urn:1\"></y:b></x:a>"),
        new(
            "declarations by prefix, the default one first",
            "<a xmlns:z=\"urn:1\" xmlns:b=\"urn:2\" xmlns=\"urn:3\" z:c=\"\" b:c=\"\"/>",
            "<a xmlns=\"urn:3\" xmlns:b=\"urn:2\" xmlns:z=\"urn:1\" z:c=\"\" b:c=\"\"></a>"),
        new(
            "prefixes in code point order: upper case, a, a-1, a1, é, ﬁ, astral",
            "<r xmlns:\U00010000=\"urn:7\" xmlns:\uFB01=\"urn:6\" xmlns:é=\"urn:5\" xmlns:a1=\"urn:4\""
            + " xmlns:a-1=\"urn:3\" xmlns:a=\"urn:2\" xmlns:B=\"urn:1\""
            + " \U00010000:c=\"\" \uFB01:c=\"\" é:c=\"\" a1:c=\"\" a-1:c=\"\" a:c=\"\" B:c=\"\"/>",
            "<r xmlns:B=\"urn:1\" xmlns:a=\"urn:2\" xmlns:a-1=\"urn:3\" xmlns:a1=\"urn:4\" xmlns:é=\"urn:5\""
            + " xmlns:\uFB01=\"urn:6\" xmlns:\U00010000=\"urn:7\""
            + " B:c=\"\" a:c=\"\" a-1:c=\"\" a1:c=\"\" é:c=\"\" \uFB01:c=\"\" \U00010000:c=\"\"></r>"),
        new("no default namespace: xmlns=\"\" on the apex is left out", "<a xmlns=\"\"><b xmlns=\"\"/></a>", "<a><b></b></a>"),
        new(
            "xmlns=\"\" under a default namespace is written",
            "<a xmlns=\"urn:1\"><b xmlns=\"\"><c/></b></a>",
            "<a xmlns=\"urn:1\"><b xmlns=\"\"><c></c></b></a>"),
        new(
            "xmlns=\"\" under an unused default namespace is not",
            "<x:a xmlns:x=\"urn:x\" xmlns=\"urn:1\"><b xmlns=\"\"/></x:a>",
            "<x:a xmlns:x=\"urn:x\"><b></b></x:a>"),
        new(
            "xmlns=\"\" on a prefixed element, used by its child",
            "<a xmlns=\"urn:1\"><x:b xmlns:x=\"urn:x\" xmlns=\"\"><c/></x:b><d/></a>",
            "<a xmlns=\"urn:1\"><x:b xmlns:x=\"urn:x\"><c xmlns=\"\"></c></x:b><d></d></a>"),
        new(
            "xmlns=\"\" on the apex of a document with a default namespace",
            "<a xmlns=\"urn:1\"><b xmlns=\"\"><c/></b></a>",
            "<b><c></c></b>") { Apex = "b" },
        new(
            "default namespace shadowed and back",
            "<a xmlns=\"urn:1\"><b xmlns=\"urn:2\"><c xmlns=\"urn:1\"/><d/></b><e/></a>",
            "<a xmlns=\"urn:1\"><b xmlns=\"urn:2\"><c xmlns=\"urn:1\"></c><d></d></b><e></e></a>"),
        new(
            "a default namespace does not apply to attributes",
            "<x:a xmlns:x=\"urn:x\" xmlns=\"urn:1\" b=\"1\"/>",
            "<x:a xmlns:x=\"urn:x\" b=\"1\"></x:a>"),
        new(
            "default and prefixed declaration of one name",
            "<a xmlns=\"urn:1\" xmlns:x=\"urn:1\"><x:b><c/></x:b></a>",
            "<a xmlns=\"urn:1\"><x:b xmlns:x=\"urn:1\"><c></c></x:b></a>"),
        new(
            "an apex deep in the document takes what it inherits",
            "<r xmlns=\"urn:0\" xmlns:x=\"urn:1\"><s xmlns:x=\"urn:2\"><x:t y:u=\"\" xmlns:y=\"urn:3\"><v/></x:t></s></r>",
            "<x:t xmlns:x=\"urn:2\" xmlns:y=\"urn:3\" y:u=\"\"><v xmlns=\"urn:0\"></v></x:t>") { Apex = "t" },
        new(
            "an apex deep in the document does not inherit xml: attributes",
            "<r xml:lang=\"de\" xml:space=\"preserve\"><s xml:lang=\"en\"><t/></s></r>",
            "<t></t>") { Apex = "t" },
        new(
            "xml: attributes are written as they stand, without a declaration",
            "<a xml:lang=\"en\" xml:space=\"default\" xml:base=\"urn:b\"/>",
            "<a xml:base=\"urn:b\" xml:lang=\"en\" xml:space=\"default\"></a>"),
        new(
            "a declaration of the prefix xml is left out",
            "<a xmlns:xml=\"http://www.w3.org/XML/1998/namespace\" xml:lang=\"en\"/>",
            "<a xml:lang=\"en\"></a>"),
        new(
            "a name with characters to escape",
            "<a xmlns='urn:1?a=b&amp;c=&#x27;'/>",
            "<a xmlns=\"urn:1?a=b&amp;c='\"></a>"),
        new(
            "the same tag again is written again",
            $"<a xmlns:x=\"urn:x\">{Tag}1</x:b>{Tag}2</x:b></a>",
            "<a><x:b xmlns:x=\"urn:x\" number=\"0001\">1</x:b><x:b xmlns:x=\"urn:x\" number=\"0001\">2</x:b></a>"),
        new(
            "the same tag again, under one that declares its prefix",
            $"<a xmlns:x=\"urn:x\">{Tag}1</x:b><x:d>{Tag}2</x:b></x:d></a>",
            "<a><x:b xmlns:x=\"urn:x\" number=\"0001\">1</x:b>"
            + "<x:d xmlns:x=\"urn:x\"><x:b number=\"0001\">2</x:b></x:d></a>"),
        new(
            "the same tag again, with a child that uses its declaration",
            $"<a xmlns:x=\"urn:x\">{Tag}1</x:b>{Tag}<x:d/></x:b></a>",
            "<a><x:b xmlns:x=\"urn:x\" number=\"0001\">1</x:b>"
            + "<x:b xmlns:x=\"urn:x\" number=\"0001\"><x:d></x:d></x:b></a>"),
        new(
            "the same tag again, behind one that declared two prefixes",
            $"<a xmlns:x=\"urn:x\" xmlns:y=\"urn:y\"><x:e y:f=\"\">{Tag}1</x:b></x:e>{Tag}2</x:b></a>",
            "<a><x:e xmlns:x=\"urn:x\" xmlns:y=\"urn:y\" y:f=\"\"><x:b number=\"0001\">1</x:b></x:e>"
            + "<x:b xmlns:x=\"urn:x\" number=\"0001\">2</x:b></a>"),
        new(
            "names are compared after references and white space are normalised",
            "<x:a xmlns:x=\"urn:a&#x62;\"><x:b xmlns:x='urn:ab'/></x:a>",
            "<x:a xmlns:x=\"urn:ab\"><x:b></x:b></x:a>"),
    ];

    public static TheoryData<string> Names => CanonicalForm.Names(s_rows);

    [Theory]
    [MemberData(nameof(Names))]
    public void Declares_what_is_visibly_utilized(string name) => CanonicalForm.Check(s_rows, name);

    [Fact]
    public void Declares_more_prefixes_than_fit_the_stack()
    {
        string[] prefixes = [.. Enumerable.Range(100, 100).Select(number => $"p{number}")];
        string[] used = [.. prefixes.Where(prefix => prefix != "p150")];
        using CanonicalDocument document = new($"<r{Declarations(prefixes.Reverse())}><s{Attributes(used)}/></r>");

        document.Text().Should().Be($"<r><s{Declarations(used)}{Attributes(used)}></s></r>");

        static string Declarations(IEnumerable<string> prefixes) =>
            string.Concat(prefixes.Select(prefix => $" xmlns:{prefix}=\"urn:{prefix}\""));

        static string Attributes(IEnumerable<string> prefixes) =>
            string.Concat(prefixes.Select(prefix => $" {prefix}:a=\"\""));
    }
}
