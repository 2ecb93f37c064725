namespace Saml.Core.Tests.Xml;

/// <summary>
/// The reader against <see cref="System.Xml.XmlReader"/>: both accept a document and read the same from it, or both
/// refuse it, apart from <see cref="DeliberateDifference.Table"/>.
/// </summary>
public class XmlReaderDifferentialTests
{
    private const int DocumentsEach = 2_500;

    public static TheoryData<string> Vectors => new(XmlVector.Names());

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Judges_vectors_alike(string name)
    {
        XmlVector vector = XmlVector.Open(name);

        Comparison comparison = Comparison.Of(vector.Octets, vector.Limits);

        comparison.IsSound.Should().BeTrue("{0}", comparison);
        if (vector.Difference is null)
        {
            comparison.Explanations.Should().BeEmpty("{0}", comparison);
        }
        else
        {
            comparison.Explanations.Should().Contain(vector.Difference, "{0}", comparison);
        }
    }

    [Fact]
    public void Every_deliberate_difference_has_a_vector()
    {
        IEnumerable<string?> shown = XmlVector.Names().Select(name => XmlVector.Open(name).Difference);

        shown.Where(name => name is not null).Distinct()
            .Should().BeEquivalentTo(DeliberateDifference.Table.Select(difference => difference.Name));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Judges_random_documents_alike(int seed)
    {
        RandomXml random = new(seed);
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < DocumentsEach; i++)
        {
            byte[] document = random.Document();
            foreach (byte[] candidate in new[] { document, random.Mutate(document) })
            {
                Comparison comparison = Comparison.Of(candidate);
                if (!comparison.IsSound)
                {
                    Assert.Fail($"Seed {seed}, document {i}: {comparison}");
                }

                accepted += comparison.BothAccept ? 1 : 0;
                refused += comparison.BothRefuse ? 1 : 0;
            }
        }

        // Were nearly all of one kind, the comparison would say little.
        accepted.Should().BeGreaterThan(DocumentsEach / 2);
        refused.Should().BeGreaterThan(DocumentsEach / 2);
    }
}
