using Saml.Core.Tests.Errors;
using Saml.Core.Validation;

namespace Saml.Core.Tests.Explanation;

/// <summary>What the table says about rules that are walked to the end.</summary>
public sealed class RuleNeedsTests
{
    [Fact]
    public void A_rule_needs_rules_that_stand_before_it()
    {
        List<SamlErrorCode> earlier = [];
        foreach (Rule rule in Rules.AfterVerification)
        {
            rule.Needs.Should().BeSubsetOf(earlier, "{0} is asked after them", rule.Code);
            earlier.Add(rule.Code);
        }
    }

    [Fact]
    public void A_code_has_one_row() =>
        Rules.AfterVerification.Select(rule => rule.Code).Should().OnlyHaveUniqueItems();

    [Fact]
    public void No_row_has_a_reserved_code() =>
        Rules.AfterVerification.Should().NotContain(rule => ReservedCodes.Contains(rule.Code));

    [Fact]
    public void A_rule_about_the_assertion_needs_none_about_the_Response()
    {
        SamlErrorCode[] ofResponse =
            [.. Rules.AfterVerification.Where(rule => rule.Part == RulePart.Response).Select(rule => rule.Code)];

        Rules.AfterVerification.Where(rule => rule.Part != RulePart.Response).SelectMany(rule => rule.Needs)
            .Should().NotIntersectWith(ofResponse, "a bare assertion has no Response around it");
    }
}
