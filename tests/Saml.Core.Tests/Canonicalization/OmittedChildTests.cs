namespace Saml.Core.Tests.Canonicalization;

/// <summary>The one child that the enveloped-signature transform takes away (XML Signature 1.1, 6.6.4).</summary>
public sealed class OmittedChildTests
{
    private static readonly CanonicalForm[] s_rows =
    [
        new("first", "<a><s/><b/></a>", "<a><b></b></a>") { Omitted = "s" },
        new("in the middle", "<a><b/><s>x<t/></s><c/></a>", "<a><b></b><c></c></a>") { Omitted = "s" },
        new("last", "<a><b/><s/></a>", "<a><b></b></a>") { Omitted = "s" },
        new("alone", "<a><s><t/></s></a>", "<a></a>") { Omitted = "s" },
        new("alone among white space", "<a>\n  <s/>\n</a>", "<a>\n  \n</a>") { Omitted = "s" },
        new("its white space stays", "<a> <b/> <s/> <c/> </a>", "<a> <b></b>  <c></c> </a>") { Omitted = "s" },
        new("between texts", "<a>1<s/>2</a>", "<a>12</a>") { Omitted = "s" },
        new("between texts with escapes", "<a>&#13;<s>&#13;</s>></a>", "<a>&#xD;&gt;</a>") { Omitted = "s" },
        new("one of two of its kind", "<a><s>1</s><s>2</s></a>", "<a><s>2</s></a>") { Omitted = "s" },
        new("one of its kind stands deeper", "<a><s>1</s><b><s>2</s></b></a>", "<a><b><s>2</s></b></a>") { Omitted = "s" },
        new("deep in the document", "<r><a><b/><s/></a><c/></r>", "<a><b></b></a>") { Apex = "a", Omitted = "s" },
        new(
            "what it declares is not in scope behind it",
            "<a xmlns:x=\"urn:1\"><s xmlns:x=\"urn:2\"><x:t/></s><x:b/></a>",
            "<a><x:b xmlns:x=\"urn:1\"></x:b></a>") { Omitted = "s" },
        new(
            "a prefix that only it uses is not declared",
            "<a xmlns:x=\"urn:1\"><x:s x:y=\"\"/><b/></a>",
            "<a><b></b></a>") { Omitted = "s" },
        new(
            "a listed prefix that only it declares is not declared",
            "<a><s xmlns:x=\"urn:1\"/><b/></a>",
            "<a><b></b></a>") { Omitted = "s", PrefixList = "x" },
        new(
            "comments beside it",
            "<a><!-- 1 --><s/><!-- 2 --><b/></a>",
            "<a><b></b></a>") { Omitted = "s" },
        new(
            "behind an element that declares anew",
            "<x:a xmlns:x=\"urn:1\"><x:b xmlns:x=\"urn:2\"/><s/><x:c/></x:a>",
            "<x:a xmlns:x=\"urn:1\"><x:b xmlns:x=\"urn:2\"></x:b><x:c></x:c></x:a>") { Omitted = "s" },
        new(
            "a default namespace, empty inside it",
            "<a xmlns=\"urn:1\"><s xmlns=\"\"><t/></s><b/></a>",
            "<a xmlns=\"urn:1\"><b></b></a>") { Omitted = "s" },
    ];

    public static TheoryData<string> Names => CanonicalForm.Names(s_rows);

    [Theory]
    [MemberData(nameof(Names))]
    public void Leaves_out_exactly_one_child(string name) => CanonicalForm.Check(s_rows, name);

    [Fact]
    public void Canonicalizes_the_omitted_element_itself_when_it_is_the_apex()
    {
        using CanonicalDocument document = new("<a xmlns:x=\"urn:x\"><x:s><x:t/></x:s></a>");

        document.Text("s").Should().Be("<x:s xmlns:x=\"urn:x\"><x:t></x:t></x:s>");
    }
}
