using Saml.Core.Errors;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Errors;

public sealed class FindingTests
{
    [Fact]
    [CatalogueRow("SS-42")]
    public void What_no_rule_has_answered_is_broken() => default(Finding).IsBroken.Should().BeTrue();

    [Fact]
    public void Holds_is_not_broken() => Finding.Holds.IsBroken.Should().BeFalse();

    [Fact]
    public void Broken_stays_broken_when_a_text_is_added() =>
        (Finding.Broken("e", "a") with { Hint = "h" }).IsBroken.Should().BeTrue();

    [Fact]
    public void Without_an_index_there_is_no_node() => Finding.Broken().Node.Should().Be(-1);
}
