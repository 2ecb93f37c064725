using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Canonicalization;

/// <summary><c>InclusiveNamespaces/@PrefixList</c> (Exclusive XML Canonicalization 1.0, 3).</summary>
[CatalogueRow("TR-17")]
public sealed class PrefixListTests
{
    private const string Nested =
        "<r xmlns=\"urn:0\" xmlns:x=\"urn:1\" xmlns:y=\"urn:2\"><x:s><t xmlns:x=\"urn:3\"/></x:s></r>";

    private static readonly CanonicalForm[] s_rows =
    [
        new(
            "a listed prefix is declared on the apex although nothing uses it",
            "<a xmlns:x=\"urn:x\" xmlns:y=\"urn:y\"><b/></a>",
            "<a xmlns:x=\"urn:x\"><b></b></a>") { PrefixList = "x" },
        new(
            "and once: its users below need no other declaration",
            "<a xmlns:x=\"urn:x\"><x:b/><x:c/></a>",
            "<a xmlns:x=\"urn:x\"><x:b></x:b><x:c></x:c></a>") { PrefixList = "x" },
        new("an empty list", "<a xmlns:x=\"urn:x\"><x:b/></a>", "<a><x:b xmlns:x=\"urn:x\"></x:b></a>") { PrefixList = "" },
        new("a blank list", "<a xmlns:x=\"urn:x\"><x:b/></a>", "<a><x:b xmlns:x=\"urn:x\"></x:b></a>") { PrefixList = " \t\n " },
        new(
            "separated by tabs and line ends, one twice",
            "<a xmlns:x=\"urn:x\" xmlns:y=\"urn:y\"/>",
            "<a xmlns:x=\"urn:x\" xmlns:y=\"urn:y\"></a>") { PrefixList = "\ty\n x\ty " },
        new(
            "an apex inherits listed prefixes from the nearest declaration",
            "<r xmlns:x=\"urn:1\" xmlns:y=\"urn:2\"><s xmlns:x=\"urn:3\"><t/></s></r>",
            "<t xmlns:x=\"urn:3\" xmlns:y=\"urn:2\"></t>") { Apex = "t", PrefixList = "x y" },
        new("below the apex, where a listed prefix is bound anew", Nested, "<x:s xmlns:x=\"urn:1\"><t xmlns=\"urn:0\" xmlns:x=\"urn:3\"></t></x:s>")
        { Apex = "s", PrefixList = "x" },
        new("#default", Nested, "<x:s xmlns=\"urn:0\" xmlns:x=\"urn:1\"><t></t></x:s>") { Apex = "s", PrefixList = "#default" },
        new(
            "#default without a default namespace",
            "<x:a xmlns:x=\"urn:x\"><b/></x:a>",
            "<x:a xmlns:x=\"urn:x\"><b></b></x:a>") { PrefixList = "#default" },
        new(
            "#default below the apex: xmlns=\"\" is written on an element that does not use it",
            "<a xmlns=\"urn:0\"><x:b xmlns:x=\"urn:x\" xmlns=\"\"><c/></x:b></a>",
            "<a xmlns=\"urn:0\"><x:b xmlns=\"\" xmlns:x=\"urn:x\"><c></c></x:b></a>") { PrefixList = "#default" },
        new(
            "#default of an apex that takes the default namespace back",
            "<r xmlns=\"urn:0\"><x:a xmlns:x=\"urn:x\" xmlns=\"\"><b/></x:a></r>",
            "<x:a xmlns:x=\"urn:x\"><b></b></x:a>") { Apex = "a", PrefixList = "#default" },
        new(
            "#default, taken back between the apex and where it was declared",
            "<r xmlns=\"urn:0\"><s xmlns=\"\"><x:a xmlns:x=\"urn:x\"/></s></r>",
            "<x:a xmlns:x=\"urn:x\"></x:a>") { Apex = "a", PrefixList = "#default" },
        new(
            "#default, declared anew at each level",
            "<r xmlns=\"urn:0\"><s xmlns=\"urn:1\"><x:a xmlns:x=\"urn:x\" xmlns=\"urn:2\"/></s></r>",
            "<x:a xmlns=\"urn:2\" xmlns:x=\"urn:x\"></x:a>") { Apex = "a", PrefixList = "#default" },
        new(
            "a blank list under a default namespace",
            "<x:a xmlns:x=\"urn:x\" xmlns=\"urn:0\"/>",
            "<x:a xmlns:x=\"urn:x\"></x:a>") { PrefixList = " \n" },
        new(
            "listed, declared only below the apex",
            "<a><b xmlns:x=\"urn:x\"><c/></b><x:d xmlns:x=\"urn:y\"/></a>",
            "<a><b xmlns:x=\"urn:x\"><c></c></b><x:d xmlns:x=\"urn:y\"></x:d></a>") { PrefixList = "x" },
        new(
            "listed, declared only beside the apex",
            "<a><b xmlns:x=\"urn:x\"/><c/></a>",
            "<c></c>") { Apex = "c", PrefixList = "x" },
        new(
            "a superfluous declaration of a listed prefix is left out",
            "<a xmlns:x=\"urn:x\"><b xmlns:x=\"urn:x\"/></a>",
            "<a xmlns:x=\"urn:x\"><b></b></a>") { PrefixList = "x" },
        new(
            "a listed prefix bound anew where nothing uses it, and back",
            "<a xmlns:x=\"urn:1\"><b xmlns:x=\"urn:2\"><c xmlns:x=\"urn:1\"/></b><x:d/></a>",
            "<a xmlns:x=\"urn:1\"><b xmlns:x=\"urn:2\"><c xmlns:x=\"urn:1\"></c></b><x:d></x:d></a>") { PrefixList = "x" },
        new("xml is listed", "<a xml:lang=\"en\"><b/></a>", "<a xml:lang=\"en\"><b></b></a>") { PrefixList = "xml" },
        new(
            "xml is listed and declared",
            "<a xmlns:xml=\"http://www.w3.org/XML/1998/namespace\"/>",
            "<a></a>") { PrefixList = "xml" },
    ];

    public static TheoryData<string> Names => CanonicalForm.Names(s_rows);

    [Theory]
    [MemberData(nameof(Names))]
    public void Treats_listed_prefixes_inclusively(string name) => CanonicalForm.Check(s_rows, name);

    [Fact]
    public void A_list_leaves_nothing_behind_for_the_next()
    {
        string[] prefixes = [.. Enumerable.Range(100, 100).Select(number => $"p{number}")];
        string declarations = string.Concat(prefixes.Select(prefix => $" xmlns:{prefix}=\"urn:{prefix}\""));
        using CanonicalDocument document = new($"<r{declarations}/>");

        document.Text(prefixList: string.Join(' ', prefixes)).Should().Be($"<r{declarations}></r>");
        document.Text(prefixList: "p150").Should().Be("<r xmlns:p150=\"urn:p150\"></r>");
    }

    [Theory]
    [InlineData("#default in another case", "<i PrefixList=\"#Default\"/>")]
    [InlineData("separated by a comma", "<i xmlns:x=\"urn:x\" xmlns:y=\"urn:y\" PrefixList=\"x,y\"/>")]
    [InlineData("separated by a no-break space", "<i xmlns:x=\"urn:x\" xmlns:y=\"urn:y\" PrefixList=\"x&#xA0;y\"/>")]
    public void Refuses_what_is_no_prefix(string name, string xml)
    {
        using CanonicalDocument document = new(xml);
        Action read = () => InclusivePrefixes.Read(document.Find("i"));

        read.Should().Throw<SamlRejection>(name).Which.Code.Should().Be(SamlErrorCode.InclusiveNamespacesInvalid);
    }

    [Theory]
    [InlineData("no attribute", "<i/>", true)]
    [InlineData("blank", "<i PrefixList=\" \"/>", false)]
    [InlineData("declared below", "<i PrefixList=\"x\"><x:j xmlns:x=\"urn:x\"/></i>", false)]
    [InlineData("declared elsewhere", "<r><i PrefixList=\"x\"/><j xmlns:x=\"urn:x\"/></r>", false)]
    [InlineData("xml", "<i PrefixList=\"xml\"/>", false)]
    public void Reads_a_list_of_prefixes_that_the_message_declares(string name, string xml, bool isEmpty)
    {
        using CanonicalDocument document = new(xml);

        InclusivePrefixes.Read(document.Find("i")).IsEmpty.Should().Be(isEmpty, name);
    }

    [Fact]
    public void Refuses_more_prefixes_than_may_be_in_scope()
    {
        int most = CanonicalDocument.Limits.MaxNamespaces;
        using CanonicalDocument fits = new($"<i PrefixList=\"{string.Join("  ", Enumerable.Repeat("xml", most))}\"/>");
        using CanonicalDocument tooMany = new($"<i PrefixList=\"{string.Join(' ', Enumerable.Repeat("xml", most + 1))}\"/>");

        InclusivePrefixes.Read(fits.Find("i")).IsEmpty.Should().BeFalse();
        Action read = () => InclusivePrefixes.Read(tooMany.Find("i"));
        read.Should().Throw<SamlRejection>().Which.Code.Should().Be(SamlErrorCode.InclusiveNamespacesInvalid);
    }
}
