using System.Globalization;
using System.Reflection;
using Xunit.Abstractions;

namespace Saml.Core.Tests.Attacks;

/// <summary>Every row of the catalogue has tests, or a reason for having none; prints how many, by group.</summary>
public sealed class CatalogueTests(ITestOutputHelper output)
{
    private static readonly ILookup<string, string> s_tests =
        AttackSuite.All.Select(attack => (attack.Row, Test: attack.Title))
            .Concat(typeof(CatalogueTests).Assembly.GetTypes()
                .SelectMany(type => type.GetMembers(AllMembers).Append(type))
                .SelectMany(member => member.GetCustomAttributes<CatalogueRowAttribute>()
                    .SelectMany(attribute => attribute.Rows)
                    .Select(row => (Row: row, Test: $"{member.DeclaringType?.Name}.{member.Name}"))))
            .ToLookup(pair => pair.Row, pair => pair.Test);

    private const BindingFlags AllMembers =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static bool IsCovered(string row) => s_tests.Contains(row);

    [Fact]
    public void Every_row_is_covered_or_has_a_reason()
    {
        Print();

        Catalogue.Rows.Where(row => !s_tests.Contains(row.Id) && row.WhyNotCovered is null)
            .Select(row => row.Id).Should().BeEmpty("a row without tests needs a reason");
        Catalogue.Rows.Where(row => s_tests.Contains(row.Id) && row.WhyNotCovered is not null)
            .Select(row => row.Id).Should().BeEmpty("a row with tests needs no reason");
    }

    [Fact]
    public void Every_test_names_a_row_that_exists() =>
        s_tests.Select(tests => tests.Key).Should().BeSubsetOf(Catalogue.Rows.Select(row => row.Id));

    private void Print()
    {
        foreach (Catalogue.Group group in Catalogue.Groups)
        {
            Catalogue.Row[] covered = [.. group.Rows.Where(row => s_tests.Contains(row.Id))];
            int tests = covered.Sum(row => s_tests[row.Id].Count());
            Line($"{group.Prefix,-4}{covered.Length,3} of {group.Rows.Count,3} rows, {tests,4} tests  {group.Title}");
        }

        int rows = Catalogue.Rows.Count(row => s_tests.Contains(row.Id));
        Line($"all {rows,3} of {Catalogue.Rows.Count()} rows, {s_tests.Sum(tests => tests.Count()),4} tests");
        foreach (Catalogue.Row row in Catalogue.Rows.Where(row => !s_tests.Contains(row.Id)))
        {
            Line($"not covered: {row.Id} {row.Name}: {row.WhyNotCovered ?? "NO REASON"}");
        }
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
