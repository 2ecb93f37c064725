using Saml.Core.Fuzz.Genuine;
using Saml.Core.Fuzz.Soundness;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Soundness;

/// <summary>
/// Mutants of signed messages, a few seconds of what <c>tests/Saml.Core.Fuzz</c> does for hours. A failure says how to
/// see it again.
/// </summary>
public sealed class SoundnessTests
{
    private const ulong Seed = 20260115;

    [Fact]
    [CatalogueRow("FO-6")]
    public void Mutants_are_refused_or_have_a_genuine_identity()
    {
        Tally tally = Run(SoundnessProperty.Signed, 100_000);

        // Were nearly all refused for their markup, the property would say little.
        tally.Accepted.Should().BeGreaterThan(tally.Mutants / 20, "{0}", tally);
        tally.ReachedCryptography.Should().BeGreaterThan(tally.Mutants / 8, "{0}", tally);
        tally.Codes.Should().HaveCountGreaterThan(40, "{0}", tally);
        tally.Mutations.Keys.Should().BeEquivalentTo(SoundnessRun.MutationNames, "each has something to change");
    }

    [Fact]
    public void Mutants_that_are_signed_anew_are_refused_or_have_the_identity_that_another_reader_reads()
    {
        Tally tally = Run(SoundnessProperty.Sealed, 25_000);

        tally.Accepted.Should().BeGreaterThan(tally.Mutants / 10, "{0}", tally);
        tally.Codes.Should().NotContainKeys(SamlErrorCode.SignatureInvalid, SamlErrorCode.DigestMismatch);
        tally.Codes.Keys.Count(code => (int)code is >= 5100 and < 9000).Should().BeGreaterThan(20, "{0}", tally);
    }

    [Fact]
    public void Mutants_are_read_as_another_reader_reads_them()
    {
        Tally tally = Run(SoundnessProperty.Reading, 10_000);

        tally.Accepted.Should().BeGreaterThan(tally.Mutants / 4, "{0}", tally);
    }

    [Theory]
    [InlineData(SoundnessProperty.Signed)]
    [InlineData(SoundnessProperty.Sealed)]
    public void The_seed_and_the_index_make_the_mutant(SoundnessProperty property)
    {
        byte[] mutant = SoundnessRun.Octets(property, Seed, 7);

        SoundnessRun.Octets(property, Seed, 7).Should().Equal(mutant);
        SoundnessRun.Octets(property, Seed, 8).Should().NotEqual(mutant);
        SoundnessRun.Octets(property, Seed + 1, 7).Should().NotEqual(mutant);
    }

    [Fact]
    public async Task An_identity_that_nobody_signed_is_a_failure()
    {
        SamlValidationResult result =
            await new ServiceProvider().ValidateAsync(SignedMessage.Mint(SignaturePlacement.Assertion));

        Verdict.Judge(result, [Identity.Of(result)]).Should().BeNull();
        Verdict.Judge(result, [Identity.Of(result).Replace("jane", "june")]).Should().Contain("jane.doe@example.com");
    }

    private static Tally Run(SoundnessProperty property, int mutants)
    {
        Tally tally = SoundnessRun.Run(property, Seed, mutants, Environment.ProcessorCount);
        if (tally.FailureCount > 0)
        {
            Assert.Fail($"{property}, {tally.FailureCount} failures, the first:\n{tally.Failures[0]}");
        }

        tally.Mutants.Should().Be(mutants);
        return tally;
    }
}
