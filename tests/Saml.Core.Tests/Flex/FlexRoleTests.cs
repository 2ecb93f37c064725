namespace Saml.Core.Tests.Flex;

public sealed class FlexRoleTests
{
    public static TheoryData<FlexRole, string> Known => new()
    {
        { FlexRole.Agent, "agent" },
        { FlexRole.Supervisor, "supervisor" },
        { FlexRole.Admin, "admin" },
        { FlexRole.WfoFullAccess, "wfo.full_access" },
        { FlexRole.WfoTeamLeader, "wfo.team_leader" },
        { FlexRole.WfoDataAnalyst, "wfo.data_analyst" },
        { FlexRole.WfoDataAuditor, "wfo.data_auditor" },
        { FlexRole.WfoQualityManager, "wfo.quality_manager" },
        { FlexRole.WfoQualityProcessManager, "wfo.quality_process_manager" },
        { FlexRole.WfoDashboardViewer, "wfo.dashboard_viewer" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_roles_have_their_names(FlexRole role, string name)
    {
        role.Name.Should().Be(name);
        role.ToString().Should().Be(name);
        role.IsKnown.Should().BeTrue();
        role.Should().Be(new FlexRole(name));
    }

    [Theory]
    [InlineData("Agent")]
    [InlineData("agent ")]
    [InlineData("")]
    [InlineData("wfo.admin")]
    [InlineData("flex.readonlyadmin")]
    public void Any_other_name_is_possible_and_unknown(string name)
    {
        FlexRole role = new(name);

        role.Name.Should().Be(name);
        role.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void A_default_role_has_the_empty_name()
    {
        FlexRole role = default;

        role.Name.Should().BeEmpty();
        role.ToString().Should().BeEmpty();
        role.IsKnown.Should().BeFalse();
        (role == new FlexRole("")).Should().BeTrue();
        role.GetHashCode().Should().Be(new FlexRole("").GetHashCode());
    }

    [Fact]
    public void Names_are_compared_ordinally()
    {
        string composed = new("agent".ToCharArray());

        (FlexRole.Agent == new FlexRole(composed)).Should().BeTrue();
        FlexRole.Agent.GetHashCode().Should().Be(new FlexRole(composed).GetHashCode());
        (FlexRole.Agent != new FlexRole("Agent")).Should().BeTrue();
        (new FlexRole("\u00E9") == new FlexRole("e\u0301")).Should().BeFalse();
        FlexRole.Agent.Equals((object)"agent").Should().BeFalse();
    }

    [Fact]
    public void A_role_without_a_name_is_misuse() =>
        FluentActions.Invoking(() => new FlexRole(null!)).Should().Throw<ArgumentNullException>();
}
