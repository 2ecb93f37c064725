using Saml.Core.Tests.Architecture;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// The catalogue of attacks on SAML service providers: catalogue.tsv, with the reason where a row is not covered.
/// </summary>
internal static class Catalogue
{
    private const string Path = "tests/Saml.Core.Tests/Attacks/catalogue.tsv";

    public static IReadOnlyList<Group> Groups { get; } = Read();

    public static IEnumerable<Row> Rows => Groups.SelectMany(group => group.Rows);

    private static List<Group> Read()
    {
        List<Group> groups = [];
        foreach (string line in Repository.Read(Path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            string[] cells = line.Split('\t');
            if (cells[0].StartsWith("# ", StringComparison.Ordinal))
            {
                groups.Add(new Group(cells[0][2..], cells[1], []));
            }
            else
            {
                groups[^1].Rows.Add(new Row(cells[0], cells[1], cells.Length > 2 ? cells[2] : null));
            }
        }

        return groups;
    }

    internal sealed record Group(string Prefix, string Title, List<Row> Rows);

    /// <summary>A row; it has either tests or a reason for having none.</summary>
    internal sealed record Row(string Id, string Name, string? WhyNotCovered);
}
