using Xunit.Abstractions;

namespace Saml.Core.Tests.AllVectors;

/// <summary>The enumeration itself: nothing is missing from it, and whatever is in it can be validated.</summary>
public sealed class EveryVectorTests(ITestOutputHelper output)
{
    // The part of a name in front of the first of these says where a row comes from.
    private static readonly char[] s_ends = [':', ' ', '.'];

    [Fact]
    public void Each_row_has_a_name_of_its_own() =>
        EveryVector.All.Concat(EveryVector.Corpus).Select(row => row.Name).Should().OnlyHaveUniqueItems();

    [Fact]
    public void All_sources_are_in_it()
    {
        Dictionary<string, int> sources = EveryVector.All
            .CountBy(row => row.Name[..row.Name.IndexOfAny(s_ends)])
            .ToDictionary();

        foreach ((string source, int count) in sources)
        {
            output.WriteLine($"{source}: {count}");
        }

        sources.Keys.Should().Contain(
        [
            "ResponseRulesTests", "StatusRulesTests", "InResponseToTests", "SubjectRulesTests", "ConditionRulesTests",
            "AuthnRulesTests", "CertificateRulesTests", "TimeBoundTests", "InstantFormTests", "UnsignedResponseTests",
            "PrecedenceTests", "FlexAttributesTests", "FlexRolesTests", "signature", "ResponseStructureTests",
            "AssertionStructureTests", "XML", "attack", "permutation", "hostile", "fuzz",
        ]);
        sources.Values.Sum().Should().BeGreaterThan(4_000);
    }

    [Fact]
    public async Task Each_row_can_be_validated_and_many_of_each_answer_are_there()
    {
        IReadOnlyList<EveryAnswer> answers = await EveryAnswer.All;
        int all = answers.Count;
        int accepted = answers.Count(answer => answer.Code == SamlErrorCode.None);
        int withSecrets = answers.Count(answer => answer.HasSecrets);

        output.WriteLine($"{all} messages, {accepted} of them accepted, {withSecrets} with known personal data");
        accepted.Should().BeInRange(all / 20, all / 2);
        withSecrets.Should().BeGreaterThan(all / 2);
    }
}
