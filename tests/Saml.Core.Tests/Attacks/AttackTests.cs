namespace Saml.Core.Tests.Attacks;

/// <summary>Every attack of the suite, and the control of each that is refused.</summary>
public sealed class AttackTests
{
    [Theory]
    [CatalogueRow("FO-2")]
    [MemberData(nameof(AttackSuite.Titles), MemberType = typeof(AttackSuite))]
    public async Task Is_answered_with_its_code(string title)
    {
        Attack attack = AttackSuite.Find(title);

        SamlValidationResult result = await attack.SubmitAsync();

        if (attack.Expected == SamlErrorCode.None)
        {
            result.ShouldBe(attack.Signed);
        }
        else
        {
            (result.Error?.Code ?? SamlErrorCode.None).Should().Be(attack.Expected, "the answer is {0}", result);
            result.Identity.Should().BeNull();
            result.Assertion.Should().BeNull();
        }
    }

    [Theory]
    [MemberData(nameof(AttackSuite.RefusedTitles), MemberType = typeof(AttackSuite))]
    public async Task Is_refused_for_the_attack_alone(string title)
    {
        Attack attack = AttackSuite.Find(title);

        SamlValidationResult twin = await attack.SubmitTwinAsync();

        twin.Error.Should().BeNull("the twin is genuine");
        if (attack.Control == Control.NaiveVerifier)
        {
            NaiveVerifier.Accepts(attack.Message(), attack.Certificates()).Should().BeTrue("nothing but a rule refuses it");
        }
    }
}
