using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Flex;

public sealed class FlexConnectionTests
{
    private const string Hexadecimal = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    /// <summary>Written as the other kind's SID, it is refused with a word about what it is.</summary>
    public static TheoryData<string, string> Malformed => new()
    {
        { "", "does not begin with" },
        { " ", "does not begin with" },
        { Hexadecimal, "does not begin with" },
        { "FO" + Hexadecimal, "FO is a Flex instance" },
        { "JB" + Hexadecimal, "JB is an identity realm" },
        { "SK" + Hexadecimal, "does not begin with" },
        { "jq" + Hexadecimal, "does not begin with" },
        { "ac" + Hexadecimal, "does not begin with" },
        { "JQxxxx", "placeholder" },
        { "JQXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", "placeholder" },
        { "ACxxxx", "placeholder" },
        { "urn:flex:JQ" + Hexadecimal, "does not begin with" },
    };

    public static TheoryData<string> BadRest =>
    [
        "",
        Hexadecimal[1..],
        Hexadecimal + "0",
        Hexadecimal + " ",
        " " + Hexadecimal[1..],
        "g" + Hexadecimal[1..],
        "\u0660" + Hexadecimal[1..],
        Hexadecimal[..31] + "/",
        Hexadecimal[..31] + "\n",
    ];

    [Theory]
    [InlineData(Hexadecimal)]
    [InlineData("0F1E2D3C4B5A69788796A5B4C3D2E1F0")]
    public void An_enhanced_connection_follows_from_its_SID(string rest)
    {
        FlexConnection connection = FlexConnection.Enhanced("JQ" + rest);

        connection.ServiceProviderEntityId.Should().Be($"urn:flex:JQ{rest}");
        connection.AssertionConsumerServiceUrl.Should().Be(
            $"https://login.flex.us1.twilio.com/login/callback?connection=JQ{rest}");
        connection.ToString().Should().Be(connection.ServiceProviderEntityId);
    }

    [Fact]
    public void A_legacy_connection_follows_from_the_account()
    {
        FlexConnection connection = FlexConnection.Legacy("AC" + Hexadecimal);

        connection.AssertionConsumerServiceUrl.Should().Be($"https://iam.twilio.com/v1/Accounts/AC{Hexadecimal}/saml2");
        connection.ServiceProviderEntityId.Should().Be(
            $"https://iam.twilio.com/v1/Accounts/AC{Hexadecimal}/saml2/metadata");
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Any_other_SID_is_named_as_what_it_is(string sid, string expected)
    {
        Problem(() => FlexConnection.Enhanced(sid)).Message.Should().Contain(expected);
        Problem(() => FlexConnection.Legacy(sid)).Message.Should().Contain(expected);
    }

    [Theory]
    [MemberData(nameof(BadRest))]
    public void Behind_the_prefix_stand_exactly_32_hexadecimal_digits(string rest)
    {
        Problem(() => FlexConnection.Enhanced("JQ" + rest)).Message.Should().Contain("32 hexadecimal digits");
        Problem(() => FlexConnection.Legacy("AC" + rest)).Message.Should().Contain("32 hexadecimal digits");
    }

    [Fact]
    public void The_other_kinds_SID_is_named()
    {
        Problem(() => FlexConnection.Enhanced("AC" + Hexadecimal)).Message.Should().Contain("AC is an account");
        Problem(() => FlexConnection.Legacy("JQ" + Hexadecimal)).Message.Should().Contain("JQ is a connection");
    }

    [Fact]
    public void No_SID_is_misuse()
    {
        FluentActions.Invoking(() => FlexConnection.Enhanced(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => FlexConnection.Legacy(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task A_legacy_connection_makes_a_validator()
    {
        FlexConnection connection = FlexConnection.Legacy("AC" + Hexadecimal);
        Vector vector = new()
        {
            ServiceProviderEntityId = connection.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = connection.AssertionConsumerServiceUrl,
        };
        vector = vector with
        {
            Template = vector.Template with
            {
                Destination = connection.AssertionConsumerServiceUrl,
                Recipient = connection.AssertionConsumerServiceUrl,
                Audience = connection.ServiceProviderEntityId,
            },
        };

        (await vector.ShouldAnswerAsync(SamlErrorCode.None)).Result.IsValid.Should().BeTrue();
    }

    private static SamlConfigurationException Problem(Func<FlexConnection> make)
    {
        SamlConfigurationException problem = make.Should().Throw<SamlConfigurationException>().Which;
        problem.Code.Should().Be(SamlErrorCode.OptionsInvalid);
        return problem;
    }
}
