using System.Text.RegularExpressions;
using Saml.Core.Tests.AllVectors;
using Saml.Core.Tests.Errors;
using Saml.Core.Tests.Flex;
using Saml.Core.Validation;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// Every code of a rule has at least one vector in the tables of this folder, and every code at all has one among all
/// vectors, or a configuration that is refused with it.
/// </summary>
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

    // What no validation of a message reports: the form of a RelayState, what the explainer alone looks at (SignerTests), and a
    // rule that warns (FlexRulesTests).
    private static readonly SamlErrorCode[] s_elsewhere =
        [SamlErrorCode.RelayStateTooLong, SamlErrorCode.SignerNotTrusted, SamlErrorCode.RoleNotAssignable];

    /// <summary>What is refused before there is a message.</summary>
    private static readonly Dictionary<SamlErrorCode, Action> s_configurations = new()
    {
        [SamlErrorCode.OptionsInvalid] = () => Configure(new Vector { ServiceProviderEntityId = " " }),
        [SamlErrorCode.NoSigningCertificates] = () => _ = new IdentityProvider("https://idp.example.com", []),
        [SamlErrorCode.CertificateUnreadable] =
            () => IdentityProvider.FromCertificateText("https://idp.example.com", "<html>"),
        [SamlErrorCode.AssertionConsumerServiceUrlInvalid] =
            () => Configure(new Vector { AssertionConsumerServiceUrl = "http://sp.example.com/acs" }),
        [SamlErrorCode.ClockSkewOutOfRange] =
            () => Configure(new Vector { ClockSkew = TimeSpan.FromMinutes(11) }),
        [SamlErrorCode.KeyTooSmall] =
            () => Configure(new Vector { Dangerous = new DangerousOptions { MinimumRsaKeyBits = 8192 } }),
    };

    public static TheoryData<SamlErrorCode> Configurations => [.. s_configurations.Keys];

    [Fact]
    public async Task No_code_at_all_is_without_a_vector()
    {
        IReadOnlyList<EveryAnswer> answers = await EveryAnswer.All;
        HashSet<SamlErrorCode> reported =
        [
            .. answers.SelectMany(answer => new[] { answer.Code, answer.SecondCode }),
            .. s_configurations.Keys,
        ];

        IEnumerable<SamlErrorCode> missing = Enum.GetValues<SamlErrorCode>()
            .Where(code => code != SamlErrorCode.None && !ReservedCodes.Contains(code) && !reported.Contains(code));

        missing.Should().BeEquivalentTo(s_elsewhere);
    }

    [Fact]
    public void What_no_validation_reports_is_reported_elsewhere()
    {
        Vector rotated = new() { SignedBy = TestKeys.Other };
        Vector reserved = AttributeChange.Values("roles", "agent, flex.readteams")(new Vector());
        SamlErrorCode[] reported =
        [
            SamlRelayState.FindProblem(new string('x', 81))!.Code,
            Explain(rotated).First(check => check.Code == SamlErrorCode.SignerNotTrusted && check.Error is not null).Code,
            Explain(reserved).First(check => check.Code == SamlErrorCode.RoleNotAssignable && check.Warning is not null).Code,
        ];

        reported.Should().Equal(s_elsewhere);

        static IReadOnlyList<SamlCheck> Explain(Vector vector) =>
            new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore())).ExplainXml(vector.ToOctets()).Checks;
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void A_configuration_is_refused_with_its_code(SamlErrorCode expected) =>
        s_configurations[expected].Should().Throw<SamlConfigurationException>().Which.Code.Should().Be(expected);

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

    private static void Configure(Vector vector) =>
        _ = new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore()));

    [GeneratedRegex(@"^(Core|Profiles|Bindings)( \d+(\.\d+)+,?)+(?<!,)$")]
    private static partial Regex Clause();
}
