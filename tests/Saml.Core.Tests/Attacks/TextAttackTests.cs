using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Attacks;

/// <summary>What of group TX is no message.</summary>
public sealed class TextAttackTests
{
    [Fact]
    [CatalogueRow("TX-21")]
    public async Task The_same_name_of_two_identity_providers_is_two_users()
    {
        Vector vector = new() { Store = new RecordingReplayStore() };
        Vector other = vector with
        {
            Template = vector.Template with { Issuer = TestKeys.Other.EntityId },
            SignedBy = TestKeys.Other,
            IdentityProvider = TestKeys.Trust(TestKeys.Other),
        };

        SamlAssertion first = (await vector.ShouldAnswerAsync(None)).Result.Assertion!;
        SamlAssertion second = (await other.ShouldAnswerAsync(None)).Result.Assertion!;

        (second.NameId, second.NameIdFormat, second.Id).Should().Be((first.NameId, first.NameIdFormat, first.Id));
        second.Issuer.Should().NotBe(first.Issuer);
        vector.Store.Calls.Select(call => call.Key).Should().OnlyHaveUniqueItems();
    }
}
