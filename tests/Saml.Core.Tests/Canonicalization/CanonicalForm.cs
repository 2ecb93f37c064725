namespace Saml.Core.Tests.Canonicalization;

/// <summary>A row: a document, the element of it that is canonicalized, and the octets that must come out.</summary>
internal sealed record CanonicalForm(string Name, string Xml, string Expected)
{
    /// <summary>Local name of the apex element; null: the document element.</summary>
    public string? Apex { get; init; }

    /// <summary>Local name of the child that is left out; null: none.</summary>
    public string? Omitted { get; init; }

    /// <summary>The PrefixList; null: no InclusiveNamespaces.</summary>
    public string? PrefixList { get; init; }

    public static TheoryData<string> Names(IEnumerable<CanonicalForm> rows) => new(rows.Select(row => row.Name));

    public static void Check(IEnumerable<CanonicalForm> rows, string name)
    {
        CanonicalForm row = rows.Single(each => each.Name == name);
        using CanonicalDocument document = new(row.Xml);

        document.Text(row.Apex, row.Omitted, row.PrefixList).Should().Be(row.Expected);
    }
}
