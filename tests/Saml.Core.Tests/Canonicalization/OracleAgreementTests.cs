using System.Text;
using System.Xml;
using Saml.Core.Xml;
using Xunit.Abstractions;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>Generated documents have the same canonical octets here as in System.Security.Cryptography.Xml.</summary>
public sealed class OracleAgreementTests(ITestOutputHelper output)
{
    private const int Documents = 14_000;
    private const int RequiredAgreements = 10_000;
    private const int FirstSeed = 20_020_718;

    [Fact]
    public void Agrees_with_the_oracle_on_generated_documents()
    {
        int agreements = 0;
        int withEqualTags = 0;
        Dictionary<string, int> faults = OracleFault.All.ToDictionary(fault => fault.Reason, _ => 0);
        for (int seed = FirstSeed; seed < FirstSeed + Documents; seed++)
        {
            GeneratedDocument document = GeneratedDocument.Create(seed);
            string ours = Canonicalize(document);
            withEqualTags += HasEqualTags(document) ? 1 : 0;
            if (ours == AskOracle(document, []))
            {
                agreements++;
                continue;
            }

            foreach (OracleFault fault in FindFaults(document, ours, seed))
            {
                faults[fault.Reason]++;
            }
        }

        output.WriteLine($"{agreements} of {Documents} documents have the same octets. The others have them when these"
            + " faults of the oracle are kept out of play:");
        foreach ((string reason, int count) in faults)
        {
            output.WriteLine($"{count}: {reason}");
        }

        output.WriteLine($"{withEqualTags} documents have start tags that the reader found equal.");
        agreements.Should().BeGreaterThanOrEqualTo(RequiredAgreements);
        withEqualTags.Should().BeGreaterThan(Documents / 10);
        faults.Should().NotContain(fault => fault.Value == 0, "a fault that no longer occurs is no excuse");
    }

    // One fault alone explains most differences; the rest need all that concern the document.
    private static OracleFault[] FindFaults(GeneratedDocument document, string ours, int seed)
    {
        OracleFault[] concerned = [.. OracleFault.All.Where(fault => fault.Concerns(document))];
        foreach (OracleFault[] faults in concerned.Select(fault => new[] { fault }).Append(concerned))
        {
            if (Rename(ours, faults) == AskOracle(document, faults))
            {
                return faults;
            }
        }

        AskOracle(document, concerned).Should().Be(Rename(ours, concerned), "seed {0} makes {1}", seed, document);
        throw new InvalidOperationException("The oracle contradicts itself.");
    }

    private static bool HasEqualTags(GeneratedDocument generated)
    {
        using CanonicalDocument document = new(generated.Xml);
        XmlTree tree = document.At(0).Tree;
        int elements = Enumerable.Range(0, tree.NodeCount).Count(index => tree.Node(index).Kind == XmlNodeKind.Element);
        return tree.StartTagCount < elements;
    }

    private static string Canonicalize(GeneratedDocument generated)
    {
        using CanonicalDocument document = new(generated.Xml);
        return Encoding.UTF8.GetString(CanonicalDocument.Octets(
            document.At(generated.Apex),
            generated.Omitted is { } omitted ? document.At(omitted) : null,
            generated.PrefixList));
    }

    // Null: the oracle cannot answer.
    private static string? AskOracle(GeneratedDocument document, OracleFault[] faults)
    {
        string xml = faults.Aggregate(Rename(document.Xml, faults), (text, fault) => fault.Rewrite(text));
        string? prefixList = document.PrefixList is null
            ? null
            : faults.Aggregate(Rename(document.PrefixList, faults), (list, fault) => fault.Relist(list));
        try
        {
            return Encoding.UTF8.GetString(Oracle.Canonicalize(xml, document, prefixList));
        }
        catch (Exception problem) when (problem is XmlException or ArgumentException)
        {
            return null;
        }
    }

    private static string Rename(string text, OracleFault[] faults) =>
        faults.Aggregate(text, (renamed, fault) => fault.Rename(renamed));
}
