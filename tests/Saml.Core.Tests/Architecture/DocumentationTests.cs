using System.Text.RegularExpressions;
using Saml.Core.Tests.Errors;

namespace Saml.Core.Tests.Architecture;

/// <summary>docs/errors.md has a section for every reported error, under the anchor that errors link to.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string s_page = Repository.Read("docs/errors.md").ReplaceLineEndings("\n");

    private static readonly SamlErrorCode[] s_reported =
        [.. Enum.GetValues<SamlErrorCode>().Where(code => code != SamlErrorCode.None && !ReservedCodes.Contains(code))];

    public static TheoryData<SamlErrorCode> Reported => [.. s_reported];

    [Theory]
    [MemberData(nameof(Reported))]
    public void The_link_of_an_error_leads_to_its_section(SamlErrorCode code)
    {
        SamlError error = new(code, null, null, null, null);
        string[] link = error.HelpLink.Split('#');

        File.Exists(Path.Combine(Repository.Root, link[0])).Should().BeTrue();
        Anchors(Repository.Read(link[0])).Should().ContainSingle(anchor => anchor == link[1]);
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void A_section_names_its_code_and_says_what_to_change(SamlErrorCode code)
    {
        string section = Section(s_page, $"SAML{(int)code}");

        section.Should().StartWith($"**{code}**\n");
        section.Should().Contain("\n- Means: ").And.Contain("\n- Why: ").And.Contain("\n- Change: ");
    }

    [Fact]
    public void Every_section_is_of_a_reported_code() =>
        Heading().Matches(s_page).Select(match => match.Groups[1].Value)
            .Where(title => title.StartsWith("SAML", StringComparison.Ordinal))
            .Should().Equal(s_reported.Select(code => $"SAML{(int)code}"), "they stand in the order of their numbers");

    [Fact]
    public void Reserved_numbers_are_listed_with_their_names()
    {
        IEnumerable<string> rows = TableRow().Matches(Section(s_page, "Reserved numbers"))
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

        rows.Should().Equal(ReservedCodes.Numbers.Order().Select(number => $"{number} {(SamlErrorCode)number}"));
    }

    [Fact]
    public void Every_warning_is_listed()
    {
        IEnumerable<string> rows = TableRow().Matches(Section(s_page, "Warnings"))
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

        rows.Should().Equal(Enum.GetValues<SamlWarningCode>().Where(code => code != SamlWarningCode.None)
            .Select(code => $"{(int)code} {code}"));
    }

    public static TheoryData<string> Presets => [.. IdentityProviderPreset.All.Select(preset => preset.Name)];

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_product_has_a_block_of_its_preset(string name) =>
        Section(s_page, name).Should().Be(PresetBlock.Write(IdentityProviderPreset.Find(name)!));

    [Fact]
    public void Every_warning_and_error_of_Flex_has_its_diagnosis()
    {
        string table = Section(Repository.Read("docs/flex.md").ReplaceLineEndings("\n"), "Diagnoses");

        Numbered().Matches(table).Select(match => match.Value).Distinct().Should().BeEquivalentTo(
            Enum.GetValues<SamlWarningCode>().Where(code => (int)code is >= 41 and not 60).Select(code => $"{code} ({(int)code})"));
        Enumerable.Range(6001, 16).Where(number => !table.Contains($"{number}", StringComparison.Ordinal))
            .Should().Equal([6003, 6006, 6013, 6014], "those need no diagnosis");
    }

    [Fact]
    public void Links_within_the_page_resolve() =>
        LinkWithin().Matches(s_page).Select(match => match.Groups[1].Value)
            .Should().BeSubsetOf(Anchors(s_page));

    // A heading's anchor: lower case, blanks as hyphens, punctuation left out.
    private static IEnumerable<string> Anchors(string page) => Heading().Matches(page.ReplaceLineEndings("\n"))
        .Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Section(string page, string title)
    {
        Match heading = Heading().Matches(page).Single(match => match.Groups[1].Value == title);
        int start = heading.Index + heading.Length;
        Match next = Heading().Match(page, start);
        return page[start..(next.Success ? next.Index : page.Length)].Trim('\n');
    }

    [GeneratedRegex("(?m)^#{1,6} (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?m)^\| (\d+) \| (\w+) \|")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\w+ \(\d+\)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex LinkWithin();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
