using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Signatures;

/// <summary>Every vector, once with a signature of the Response and once with one of the Assertion.</summary>
public sealed class SignatureVectorTests
{
    private static readonly SignaturePlacement[] s_placements = [SignaturePlacement.Response, SignaturePlacement.Assertion];

    internal static IReadOnlyList<SignatureVector> All { get; } =
    [
        .. Group("structure", StructureVectors.All),
        .. Group("reference", ReferenceVectors.All),
        .. Group("transform", TransformVectors.All),
        .. Group("algorithm", AlgorithmVectors.All),
        .. Group("key", KeyVectors.All),
        .. Group("content", ContentVectors.All),
    ];

    public static TheoryData<string, SignaturePlacement> Names => Select(_ => true);

    public static TheoryData<string, SignaturePlacement> GenuineNames => Select(vector => vector.IsGenuine);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answers_with_the_code(string name, SignaturePlacement placement)
    {
        SignatureVector vector = Find(name);

        SamlValidationResult result = await vector.ServiceProvider.ValidateAsync(vector.Message(placement));

        (result.Error?.Code ?? SamlErrorCode.None).Should().Be(vector.Expected, "{0}", result);
        result.Identity?.UserId.Should().Be(SignedMessage.UserId);
    }

    [Theory]
    [MemberData(nameof(GenuineNames))]
    public void Is_refused_for_its_form_alone(string name, SignaturePlacement placement) =>
        NaiveVerifier.Accepts(Find(name).Message(placement), Find(name).ServiceProvider.Certificates).Should().BeTrue();

    internal static TheoryData<string, SignaturePlacement> Select(Func<SignatureVector, bool> condition)
    {
        TheoryData<string, SignaturePlacement> names = [];
        foreach (SignatureVector vector in All.Where(condition))
        {
            foreach (SignaturePlacement placement in s_placements)
            {
                names.Add(vector.Name, placement);
            }
        }

        return names;
    }

    private static IEnumerable<SignatureVector> Group(string group, IReadOnlyList<SignatureVector> vectors) =>
        vectors.Select(vector => vector with { Name = $"{group}: {vector.Name}" });

    internal static SignatureVector Find(string name) => All.Single(vector => vector.Name == name);
}
