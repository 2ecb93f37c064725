namespace Saml.Core.Tests.Bindings;

/// <summary>SAML Bindings 3.5.3: at most 80 bytes.</summary>
public sealed class SamlRelayStateTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.com/flex")]
    public void A_short_one_is_fine(string? relayState) => SamlRelayState.FindProblem(relayState).Should().BeNull();

    [Theory]
    [InlineData('a', 80, 80)]
    [InlineData('ä', 40, 80)]
    public void The_limit_itself_is_inside(char character, int count, int bytes)
    {
        bytes.Should().Be(SamlRelayState.MaxBytes);
        SamlRelayState.FindProblem(new string(character, count)).Should().BeNull();
    }

    [Theory]
    [InlineData('a', 81, "81")]
    [InlineData('ä', 41, "82")]
    [InlineData('\uD800', 27, "81")]
    public void Bytes_are_counted_and_not_characters(char character, int count, string actual)
    {
        SamlError error = SamlRelayState.FindProblem(new string(character, count))!;

        error.Code.Should().Be(SamlErrorCode.RelayStateTooLong);
        error.Message.Should().Be($"RelayState is {actual} bytes; limit 80.");
    }
}
