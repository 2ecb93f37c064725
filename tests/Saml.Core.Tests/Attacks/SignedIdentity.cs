using Saml.Core.Testing;

namespace Saml.Core.Tests.Attacks;

/// <summary>What an accepted message says, against what was signed.</summary>
internal static class SignedIdentity
{
    public static void ShouldBe(this SamlValidationResult result, ResponseTemplate signed)
    {
        result.IsValid.Should().BeTrue("{0}", result.Error);
        result.Identity!.UserId.Should().Be(signed.NameId);
        result.Assertion!.NameId.Should().Be(signed.NameId);
        result.Assertion.Id.Should().Be(signed.AssertionId);
        result.Assertion.SessionIndex.Should().Be(signed.SessionIndex);
        result.Assertion.Attributes.Select(Line).Should().Equal(signed.Attributes.Select(Line));
    }

    private static string Line(SamlAttribute attribute) =>
        Line(attribute.Name, attribute.Values.Select(value => value.Text ?? ""));

    private static string Line(TemplateAttribute attribute) => Line(attribute.Name, attribute.Values);

    private static string Line(string name, IEnumerable<string> values) =>
        string.Join('\n', values.Prepend(name));
}
