using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>
/// The limits as they are by default; those of one vector each stand under <c>vectors/xml/limits</c>. Each is tried at
/// its bound and one beyond.
/// </summary>
public class XmlLimitsTests
{
    private static readonly Dictionary<string, (int Bound, Func<int, string> Document)> s_limits = new()
    {
        ["MaxDepth"] = (32, count => Repeat("<a>", count) + Repeat("</a>", count)),
        ["MaxNodes"] = (20_000, count => $"<a>{Repeat("<b/>", count - 1)}</a>"),
        ["MaxAttributes"] = (64, count => $"<a{Join(count, i => $" b{i}=''")}/>"),
        ["MaxNamespaces"] = (64, count => $"<a{Join(count, i => $" xmlns:b{i}='urn:x'")}/>"),
        ["MaxNameLength"] = (1024, count => $"<{Repeat("a", count)}/>"),
    };

    public static TheoryData<string> Limits => new(s_limits.Keys);

    [Theory]
    [MemberData(nameof(Limits))]
    public void Default_bound_is_allowed(string limit)
    {
        (int bound, Func<int, string> document) = s_limits[limit];

        Reading.TryRead(document(bound)).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void One_beyond_the_default_is_refused_by_name(string limit)
    {
        (int bound, Func<int, string> document) = s_limits[limit];

        SamlRejection rejection = Reading.TryRead(document(bound + 1))!;

        rejection.Code.Should().Be(SamlErrorCode.XmlLimitExceeded);
        rejection.Subject.Should().Be(limit);
        rejection.Expected.Should().Be($"{bound}");
        rejection.Actual.Should().Be($"{bound + 1}");
    }

    /// <summary>No recursion: what the limits allow, the stack holds.</summary>
    [Fact]
    public void Deepest_nesting_that_can_be_allowed_is_read()
    {
        string xml = s_limits["MaxDepth"].Document(65_536);
        XmlLimits limits = new() { MaxDepth = 65_536, MaxNodes = 100_000 };

        SamlRejection? rejection = null;
        Thread smallStack = new(() => rejection = Reading.TryRead(xml, limits), maxStackSize: 128 * 1024);
        smallStack.Start();
        smallStack.Join();

        rejection.Should().BeNull();
    }

    [Fact]
    public void Documents_larger_than_the_first_buffers_are_read()
    {
        string attributes = Join(200, i => $" c{i}='{i}'");
        string namespaces = Join(200, i => $" xmlns:p{i}='urn:{i}'");
        string xml = $"<a{namespaces}>{Join(200, i => $"<p{i}:b{attributes}>{i}</p{i}:b>")}</a>";
        XmlLimits limits = new() { MaxAttributes = 200, MaxNamespaces = 200 };

        using XmlTree tree = Reading.Read(xml, limits);

        tree.NodeCount.Should().Be(1 + (2 * 200));
        tree.PrefixCount.Should().Be(2 + 200);
        new XmlElement(tree, 399).Attributes.Length.Should().Be(200);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Join(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));
}
