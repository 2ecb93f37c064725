using System.Globalization;
using System.Text.RegularExpressions;
using Saml.Core.Tests.Architecture;

namespace Saml.Core.Tests.Attacks;

/// <summary>docs/threats.md says what the suite shows: each class with its count, each advisory with its vectors.</summary>
public sealed partial class ThreatsTests
{
    private static readonly string s_page = Repository.Read("docs/threats.md").ReplaceLineEndings("\n");

    [Fact]
    public void Every_class_stands_with_what_is_covered() =>
        ClassRow().Matches(s_page).Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}")
            .Should().Equal(Catalogue.Groups.Select(group => string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Prefix}: {group.Rows.Count(row => CatalogueTests.IsCovered(row.Id))} of {group.Rows.Count}")));

    [Fact]
    public void Every_advisory_names_vectors_that_exist()
    {
        Match[] rows = AdvisoryRow().Matches(s_page).ToArray();

        rows.Should().NotBeEmpty();
        rows.SelectMany(row => row.Groups[1].Value.Split(", ")).Should().OnlyHaveUniqueItems();
        rows.SelectMany(row => row.Groups[2].Value.Split(", ")).Where(row => !CatalogueTests.IsCovered(row))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_code_that_it_names_exists() =>
        Code().Matches(s_page).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))
            .Where(number => !Enum.IsDefined((SamlErrorCode)number))
            .Should().BeEmpty();

    [GeneratedRegex(@"(?m)^\| ([A-Z]{2,3}) \|.*\| ([^|]*) \|$")]
    private static partial Regex ClassRow();

    [GeneratedRegex(@"(?m)^\| ((?:CVE|GHSA)-[^|]+) \|.*\| ([^|]*) \|$")]
    private static partial Regex AdvisoryRow();

    [GeneratedRegex(@"(?<![\w-])[1-9]\d{3}(?![\w-])")]
    private static partial Regex Code();
}
