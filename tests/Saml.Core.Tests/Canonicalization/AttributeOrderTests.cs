using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>
/// Attributes by namespace name, then local name, both in the order of code points (Canonical XML 1.0, 2.2 and 2.3);
/// UTF-16 code units would put characters beyond U+FFFF before those from U+E000.
/// </summary>
[CatalogueRow("TR-30")]
public sealed class AttributeOrderTests
{
    private static readonly CanonicalForm[] s_rows =
    [
        new("by local name", "<r c=\"1\" a=\"2\" b=\"3\"/>", "<r a=\"2\" b=\"3\" c=\"1\"></r>"),
        new(
            "a prefix of another name comes first",
            "<r ab=\"1\" a-b=\"2\" a=\"3\" a.b=\"4\"/>",
            "<r a=\"3\" a-b=\"2\" a.b=\"4\" ab=\"1\"></r>"),
        new("upper case before lower case", "<r a=\"1\" B=\"2\" _=\"3\"/>", "<r B=\"2\" _=\"3\" a=\"1\"></r>"),
        new("no culture: z before ä", "<r ä=\"1\" z=\"2\"/>", "<r z=\"2\" ä=\"1\"></r>"),
        new(
            "those without a namespace first",
            "<r x:a=\"1\" z=\"2\" xmlns:x=\"urn:x\"/>",
            "<r xmlns:x=\"urn:x\" z=\"2\" x:a=\"1\"></r>"),
        new(
            "by namespace name, not by prefix",
            "<r a:n=\"1\" b:n=\"2\" xmlns:a=\"urn:2\" xmlns:b=\"urn:1\"/>",
            "<r xmlns:a=\"urn:2\" xmlns:b=\"urn:1\" b:n=\"2\" a:n=\"1\"></r>"),
        new(
            "by local name among those of one namespace under two prefixes",
            "<r a:z=\"1\" b:y=\"2\" a:x=\"3\" xmlns:a=\"urn:1\" xmlns:b=\"urn:1\"/>",
            "<r xmlns:a=\"urn:1\" xmlns:b=\"urn:1\" a:x=\"3\" b:y=\"2\" a:z=\"1\"></r>"),
        new(
            "xml: among the others, by its namespace name",
            "<r xml:lang=\"1\" a:n=\"2\" b:n=\"3\" xmlns:a=\"ftp://a\" xmlns:b=\"urn:b\"/>",
            "<r xmlns:a=\"ftp://a\" xmlns:b=\"urn:b\" a:n=\"2\" xml:lang=\"1\" b:n=\"3\"></r>"),
        new(
            "local names: U+FB01 before U+10000",
            "<r \U00010000=\"1\" \uFB01=\"2\"/>",
            "<r \uFB01=\"2\" \U00010000=\"1\"></r>"),
        new(
            "local names: U+FFFD before U+10000, U+D7FF before both",
            "<r \U000EFFFF=\"1\" \U00010000=\"2\" \uFFFD=\"3\" \uD7FF=\"4\"/>",
            "<r \uD7FF=\"4\" \uFFFD=\"3\" \U00010000=\"2\" \U000EFFFF=\"1\"></r>"),
        new(
            "namespace names: U+FF21 before U+1F600",
            "<r a:n=\"1\" b:n=\"2\" xmlns:a=\"urn:\U0001F600\" xmlns:b=\"urn:\uFF21\"/>",
            "<r xmlns:a=\"urn:\U0001F600\" xmlns:b=\"urn:\uFF21\" b:n=\"2\" a:n=\"1\"></r>"),
        new(
            "namespace names after normalisation",
            "<r a:n=\"1\" b:n=\"2\" xmlns:a=\"urn:&#x1F600;\" xmlns:b=\"urn:&#xFF21;\"/>",
            "<r xmlns:a=\"urn:\U0001F600\" xmlns:b=\"urn:\uFF21\" b:n=\"2\" a:n=\"1\"></r>"),
    ];

    public static TheoryData<string> Names => CanonicalForm.Names(s_rows);

    [Theory]
    [MemberData(nameof(Names))]
    public void Orders_attributes(string name) => CanonicalForm.Check(s_rows, name);
}
