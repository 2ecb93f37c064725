using System.Text.RegularExpressions;
using Saml.Core.Tests.Errors;
using Saml.Core.Validation;

namespace Saml.Core.Tests.Validation;

/// <summary>Every code of a rule has at least one vector in the tables of this folder.</summary>
public sealed partial class CoverageTests
{
    private static readonly IEnumerable<SamlErrorCode> s_covered =
    [
        .. ResponseRulesTests.Table.Codes,
        .. StatusRulesTests.Table.Codes,
        .. InResponseToTests.Codes,
        .. SubjectRulesTests.Table.Codes,
        .. ConditionRulesTests.Table.Codes,
        .. AuthnRulesTests.Table.Codes,

        // ReplayTests and ReplayStoreFailureTests
        SamlErrorCode.ReplayDetected,
        SamlErrorCode.ReplayStoreUnavailable,
    ];

    [Theory]
    [InlineData(2000, 2999)]
    [InlineData(5000, 5099)]
    [InlineData(5100, 5199)]
    [InlineData(5200, 5299)]
    [InlineData(5300, 5399)]
    [InlineData(5400, 5499)]
    public void No_code_is_without_a_vector(int first, int last)
    {
        IEnumerable<SamlErrorCode> codes = Enum.GetValues<SamlErrorCode>()
            .Where(code => (int)code >= first && (int)code <= last && !ReservedCodes.Contains(code));

        codes.Should().NotBeEmpty().And.BeSubsetOf(s_covered);
    }

    [Fact]
    public void Every_rule_cites_its_clause_or_its_option()
    {
        IEnumerable<string> options = typeof(SamlValidatorOptions).GetProperties().Select(option => option.Name);

        Rules.AfterVerification.Select(rule => rule.Clause)
            .Where(clause => !Clause().IsMatch(clause) && !options.Contains(clause))
            .Should().Equal("this library's profile");
    }

    [GeneratedRegex(@"^(Core|Profiles|Bindings)( \d+(\.\d+)+,?)+(?<!,)$")]
    private static partial Regex Clause();
}
