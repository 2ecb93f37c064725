using System.Globalization;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using Xunit.Abstractions;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// No permutation of a genuine message's parts gives an identity but the genuine one, whatever signatures are required.
/// </summary>
[CatalogueRow("XSW-36")]
public sealed class WrappingPermutationTests(ITestOutputHelper output)
{
    // Asking SignedXml about every document would take longer than all other tests together.
    private const int NaiveSample = 23;

    public static TheoryData<SignaturePlacement> Placements => [.. Bases.All.Placements()];

    public static TheoryData<SignaturePlacement, SignatureRequirement> Circumstances
    {
        get
        {
            TheoryData<SignaturePlacement, SignatureRequirement> all = [];
            foreach (SignaturePlacement placement in Bases.All.Placements())
            {
                foreach (SignatureRequirement requirement in Enum.GetValues<SignatureRequirement>())
                {
                    all.Add(placement, requirement);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Circumstances))]
    public async Task Gives_the_genuine_identity_or_none(SignaturePlacement placement, SignatureRequirement requirement)
    {
        ServiceProvider serviceProvider = new() { RequiredSignatures = requirement };
        int all = 0;
        List<string> accepted = [];
        foreach ((string name, string xml) in WrappingPermutations.Of(Genuine.Of(placement)))
        {
            SamlValidationResult result = await serviceProvider.ValidateAsync(Encoding.UTF8.GetBytes(xml));

            all++;
            if (result.IsValid)
            {
                result.ShouldBe(SignedMessage.Template);
                accepted.Add(name);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} documents, {accepted.Count} accepted:"));
        accepted.ForEach(output.WriteLine);
        all.Should().BeGreaterThan(1000);
        (accepted.Count > 0).Should().Be(IsMetBy(requirement, placement), "the genuine message is among them");
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public async Task A_naive_verifier_falls_for_many(SignaturePlacement placement)
    {
        (string Name, string Xml)[] sample =
            [.. WrappingPermutations.Of(Genuine.Of(placement)).Where((_, index) => index % NaiveSample == 0)];
        int fooled = 0;
        foreach ((_, string xml) in sample.Where(each => each.Xml.Contains(Genuine.VictimId, StringComparison.Ordinal)))
        {
            byte[] message = Encoding.UTF8.GetBytes(xml);
            if (NaiveVerifier.Accepts(message, Keys.Rsa.Certificate))
            {
                fooled++;
                (await new ServiceProvider().ValidateAsync(message)).Identity?.UserId.Should().Be(Genuine.UserId);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fooled} of a sample of {sample.Length}"));
        fooled.Should().BePositive();
    }

    private static bool IsMetBy(SignatureRequirement requirement, SignaturePlacement placement) => requirement switch
    {
        SignatureRequirement.ResponseAndAssertion => placement == SignaturePlacement.ResponseAndAssertion,
        SignatureRequirement.Response => placement != SignaturePlacement.Assertion,
        SignatureRequirement.Assertion => placement != SignaturePlacement.Response,
        _ => true,
    };
}
