using System.Security.Claims;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>Roles: comma-separated, in several values, or both; in document order, each once.</summary>
public sealed class FlexRolesTests
{
    private const int MaxRoles = 64;

    // With repetitions and blanks.
    private const int MaxRoleTexts = 1024;

    /// <summary>What is sent, as values between bars; the roles that become of it, between bars too.</summary>
    public static TheoryData<string, string, string> Accepted => new()
    {
        { "one", "agent", "agent" },
        { "a list", "agent, supervisor, admin", "agent|supervisor|admin" },
        { "a list without blanks", "agent,supervisor,admin", "agent|supervisor|admin" },
        { "several values", "agent|supervisor", "agent|supervisor" },
        { "several values with lists", "agent,admin|wfo.full_access", "agent|admin|wfo.full_access" },
        { "document order", "wfo.team_leader|supervisor,agent", "wfo.team_leader|supervisor|agent" },
        { "white space", "\n agent ,\t supervisor\r\n", "agent|supervisor" },
        { "insights", "admin,wfo.data_auditor,wfo.team_leader", "admin|wfo.data_auditor|wfo.team_leader" },
    };

    /// <summary>The same with repetitions and with commas that stand for none.</summary>
    public static TheoryData<string, string, string> Untidy => new()
    {
        { "duplicates", "agent, agent|supervisor,agent|supervisor", "agent|supervisor" },
        { "empty tokens", ",agent,,supervisor, ,", "agent|supervisor" },
        { "an empty value beside another", "|agent", "agent" },
        { "reserved ones twice are one", "agent,flex.readteams|flex.readteams", "agent" },
    };

    /// <summary>Each role that is not known is kept, with one warning of the kind that says the most.</summary>
    public static TheoryData<string, string, string, SamlWarningCode> Unknown => new()
    {
        { "a custom one", "agent, coach", "agent|coach", SamlWarningCode.UnknownRole },
        { "an unknown wfo role", "agent,wfo.admin", "agent|wfo.admin", SamlWarningCode.UnknownRole },
        { "a group dump", "agent|Everyone|okta-admin", "agent|Everyone|okta-admin", SamlWarningCode.UnknownRole },
        { "words that are no roles", "agent,team coach", "agent|team coach", SamlWarningCode.UnknownRole },
        { "a long one", "agent," + new string('x', 300), "agent|" + new string('x', 300), SamlWarningCode.UnknownRole },
        { "nothing but signs", "agent,--", "agent|--", SamlWarningCode.UnknownRole },
        { "a role and another word", "agent,admin coach", "agent|admin coach", SamlWarningCode.UnknownRole },

        { "another case", "agent, Agent, ADMIN", "agent|Agent|ADMIN", SamlWarningCode.RoleNearMiss },
        { "a plural", "agent, administrators", "agent|administrators", SamlWarningCode.RoleNearMiss },
        { "plurals", "agent,agents,supervisors,Admins", "agent|agents|supervisors|Admins", SamlWarningCode.RoleNearMiss },
        { "a synonym", "agent,administrator", "agent|administrator", SamlWarningCode.RoleNearMiss },
        { "a slip", "agent,superviser,SUPERVISOR", "agent|superviser|SUPERVISOR", SamlWarningCode.RoleNearMiss },
        { "letters in another order", "agent,supervsior", "agent|supervsior", SamlWarningCode.RoleNearMiss },
        { "a display name of Entra ID", "agent,Insights Team Leader", "agent|Insights Team Leader", SamlWarningCode.RoleNearMiss },
        { "another one", "agent,WFO Full Access", "agent|WFO Full Access", SamlWarningCode.RoleNearMiss },
        { "a wfo role in another spelling", "agent,wfo-data-analyst", "agent|wfo-data-analyst", SamlWarningCode.RoleNearMiss },
        { "a wfo role without its prefix", "agent,team_leader", "agent|team_leader", SamlWarningCode.RoleNearMiss },
        { "a base role with a prefix", "agent,Flex Admin", "agent|Flex Admin", SamlWarningCode.RoleNearMiss },

        { "a semicolon", "agent, admin;supervisor", "agent|admin;supervisor", SamlWarningCode.RoleSeparator },
        { "blanks as separators", "agent, admin supervisor", "agent|admin supervisor", SamlWarningCode.RoleSeparator },
        { "line ends as separators", "agent, admin\nsupervisor", "agent|admin\nsupervisor", SamlWarningCode.RoleSeparator },
        { "JSON", "agent,[\"admin\"]", "agent|[\"admin\"]", SamlWarningCode.RoleSeparator },
        { "quotation marks", "agent,\"admin\"", "agent|\"admin\"", SamlWarningCode.RoleSeparator },
        { "single quotation marks", "agent,'admin'", "agent|'admin'", SamlWarningCode.RoleSeparator },
    };

    private static readonly VectorTable s_refused = new()
    {
        { "commas alone", NoRoles, Values("roles", ", ,") },
        { "unknown alone", NoRoles, Values("roles", "coach") },
        { "insights alone", NoRoles, Values("roles", "wfo.full_access") },
        { "in another case", NoRoles, Values("roles", "Agent, SUPERVISOR, Admin") },
        { "with another separator", NoRoles, Values("roles", "agent;supervisor") },
        { "as JSON", NoRoles, Values("roles", "[\"agent\"]") },
        { "quoted", NoRoles, Values("roles", "\"agent\"") },
        { "an expression that was not evaluated", NoRoles, Values("roles", "user.userType") },
        { "GUIDs", NoRoles, Values("roles", "3f1c2f0e-6f0a-4c8e-9d6a-0b7c1f2e3d4c") },
        { "reserved alone", NoRoles, Values("roles", "flex.readonlyadmin, flex.readteams") },
        { "one too many in a list", TooManyValues, Values("roles", "agent," + string.Join(',', Many(MaxRoles))) },
        { "one too many values", TooManyValues, Values("roles", ["agent", .. Many(MaxRoles)]) },
        { "one too many repetitions in a list", TooManyValues, Values("roles", Repeated(MaxRoleTexts + 1)) },
        { "one too many repetitions, half of them in a second value", TooManyValues, Values("roles", Repeated(MaxRoleTexts / 2), Repeated((MaxRoleTexts / 2) + 1)) },
        { "commas beyond number", TooManyValues, Values("roles", "agent" + new string(',', MaxRoleTexts)) },
        {
            "one too many reserved ones", TooManyValues,
            Values("roles", "agent," + string.Join(',', Many(MaxRoles + 1).Select(role => "flex." + role)))
        },
        { "an element in the second value", AttributeNotText, Values("roles", "agent", "admin").And(InSecondValue) },
    };

    public static TheoryData<string, SamlErrorCode> Refused => s_refused.Rows;

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Roles_are_split_trimmed_and_told_once(string name, string sent, string expected)
    {
        Answer answer = await Values("roles", sent.Split('|'))(new Vector()).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Select(role => role.Name).Should().Equal(expected.Split('|'), name);
        answer.Result.Warnings.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Untidy))]
    public async Task Repetitions_are_told_once_with_a_remark(string name, string sent, string expected)
    {
        Answer answer = await Values("roles", sent.Split('|'))(new Vector()).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Select(role => role.Name).Should().Equal(expected.Split('|'), name);
        answer.Result.Warnings.Where(warning => warning.Code != SamlWarningCode.ReservedRole).Should().ContainSingle()
            .Which.Should().Match<SamlWarning>(warning =>
                warning.Code == SamlWarningCode.RoleRepeated && warning.Severity == SamlWarningSeverity.Information);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task Unknown_roles_are_kept_with_a_warning(
        string name, string sent, string expected, SamlWarningCode code)
    {
        Answer answer = await Values("roles", sent.Split('|'))(new Vector()).ShouldAnswerAsync(None);

        IReadOnlyList<FlexRole> roles = answer.Result.Identity!.Roles;
        roles.Select(role => role.Name).Should().Equal(expected.Split('|'), name);
        answer.Result.Warnings.Should().OnlyContain(warning => warning.Code == code)
            .And.HaveCount(roles.Count(role => !role.IsKnown));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Roles_without_a_base_role_are_refused(string name, SamlErrorCode expected) =>
        (await s_refused.CheckAsync(name)).Code.Should().Be(expected);

    [Theory]
    [InlineData("coach", "coach")]
    [InlineData("wfo.full_access", "wfo.full_access")]
    [InlineData("Agent", "Agent")]
    public async Task Without_RequireKnownBaseRole_any_role_is_enough(string sent, string expected)
    {
        Vector vector = new() { Flex = new FlexPolicy { RequireKnownBaseRole = false } };

        Answer answer = await Values("roles", sent)(vector).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Should().Equal(new FlexRole(expected));
    }

    [Theory]
    [InlineData(",", NoRoles)]
    [InlineData("flex.readonlyadmin", NoRoles)]
    [InlineData("", RequiredAttributeEmpty)]
    public async Task Without_RequireKnownBaseRole_one_role_is_still_needed(string sent, SamlErrorCode expected)
    {
        Vector vector = new() { Flex = new FlexPolicy { RequireKnownBaseRole = false } };

        await Values("roles", sent)(vector).ShouldAnswerAsync(expected);
    }

    [Theory]
    [InlineData("admin, flex.readonlyadmin")]
    [InlineData("flex.anything|admin")]
    public async Task Reserved_roles_are_left_out_with_a_warning(string sent)
    {
        Answer answer = await Values("roles", sent.Split('|'))(new Vector()).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Should().Equal(FlexRole.Admin);
        answer.Result.Identity.ToWorkerAttributesJson().Should().Contain("\"roles\":[\"admin\"]");
        answer.Result.Identity.ToClaimsIdentity().FindAll(ClaimTypes.Role).Should().ContainSingle();
        answer.Result.Warnings.Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.ReservedRole);
    }

    [Fact]
    public async Task Several_Attribute_elements_are_merged_with_a_warning()
    {
        Answer answer = await Again("roles", "admin", "agent")(new Vector()).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Should().Equal(FlexRole.Agent, FlexRole.Supervisor, FlexRole.Admin);
        answer.Result.Warnings.Select(warning => warning.Code).Should().Equal(
            SamlWarningCode.DuplicateAttribute, SamlWarningCode.RoleRepeated);
    }

    [Fact]
    public async Task As_many_roles_as_allowed_are_accepted_however_often_they_come()
    {
        string list = "agent," + string.Join(',', Many(MaxRoles - 1));

        Answer answer = await Values("roles", list, list)(new Vector()).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Should().HaveCount(MaxRoles);
    }

    [Fact]
    public async Task As_many_repetitions_as_allowed_are_left_out()
    {
        Answer answer = await Values("roles", Repeated(MaxRoleTexts))(new Vector()).ShouldAnswerAsync(None);

        answer.Result.Identity!.Roles.Should().Equal(FlexRole.Agent);
    }

    [Fact]
    public async Task IsInRole_knows_no_hierarchy_and_no_other_case()
    {
        FlexIdentity identity = (await Values("roles", "admin, coach")(new Vector()).ShouldAnswerAsync(None))
            .Result.Identity!;

        identity.IsInRole("admin").Should().BeTrue();
        identity.IsInRole(FlexRole.Admin).Should().BeTrue();
        identity.IsInRole("coach").Should().BeTrue();
        identity.IsInRole("supervisor").Should().BeFalse();
        identity.IsInRole("Admin").Should().BeFalse();
        identity.IsInRole("").Should().BeFalse();
        identity.IsInRole(default(FlexRole)).Should().BeFalse();
        identity.Invoking(one => one.IsInRole(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task The_roles_that_came_are_named()
    {
        Vector vector = Values("roles", "Admin, coach")(new Vector());

        SamlError error = (await vector.ShouldAnswerAsync(NoRoles)).Result.Error!;

        error.Actual.Should().Be("Admin, coach");
        error.Message.Should().Contain("[agent, supervisor, admin]");
    }

    /// <summary>Names of roles may be shown; what is mapped to them by mistake may be somebody's.</summary>
    [Theory]
    [InlineData("jane.doe@example.com", "(20 characters)")]
    [InlineData("CN=Agents", "(9 characters)")]
    [InlineData("CN=Doe\\, Jane,OU=Users", "(7 characters), (4 characters), (8 characters)")]
    [InlineData("\"Doe, Jane\" <jane@example.com>", "(4 characters), (24 characters)")]
    [InlineData("Jane Doe, coach", "(8 characters), coach")]
    [InlineData("Jane\tDoe", "(8 characters)")]
    [InlineData("Jane\u00A0Doe", "(8 characters)")]
    [InlineData("Jane\u3000Doe", "(8 characters)")]
    [InlineData("Jane\u200BDoe", "(8 characters)")]
    [InlineData("flex.Jane\u00A0Doe", "(13 characters)")]
    [InlineData("Jane Doe; agent", "(15 characters)")]
    [InlineData("Jane Doe|agent", "(14 characters)")]
    [InlineData("\"Jane Doe\"", "(10 characters)")]
    [InlineData("[Jane Doe]", "(10 characters)")]
    [InlineData("'Jane Doe'", "(10 characters)")]
    [InlineData("Jane ${user.lastName}", "${…}")]
    [InlineData("A. Amin", "(7 characters)")]
    [InlineData("jane.doe", "(8 characters)")]
    [InlineData("jane\uFF20example", "(12 characters)")]
    [InlineData("jane%40example", "(14 characters)")]
    [InlineData("ACME\\jane", "(9 characters)")]
    [InlineData("+12025550123", "(12 characters)")]
    [InlineData("2025550123", "(10 characters)")]
    [InlineData("agent supervisor", "agent supervisor")]
    [InlineData("agents; Supervisor", "agents; Supervisor")]
    [InlineData("wfo.full access", "wfo.full access")]
    [InlineData("Flex Admins", "Flex Admins")]
    [InlineData("[admin]", "[admin]")]
    [InlineData("coach-2, /Sales/agents", "coach-2, /Sales/agents")]
    [InlineData("user.userType", "user.userType")]
    [InlineData("${user.userType}", "${…}")]
    [InlineData("user.jane.doe", "user.…")]
    [InlineData("jane.doe${mail}", "${…}")]
    [InlineData("wfo.jane.doe", "(12 characters)")]
    [InlineData("flex.jane.doe", "(13 characters)")]
    [InlineData("agent \U00020BB7\U00020B9F", "(10 characters)")]
    [InlineData("agent \u2460\u2461", "(8 characters)")]
    [InlineData("\U0001D409\U0001D41A;agent", "(10 characters)")]
    [InlineData("\u5C71\u7530\u592A\u90CE", "(4 characters)")]
    [InlineData("jane\uFF20example, jane", "(12 characters), (4 characters)")]
    [InlineData("DE-123456-JANE", "(14 characters)")]
    [InlineData("12345678901234567890123456789012", "(32 characters)")]
    [InlineData("6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    public async Task What_is_no_name_of_a_role_is_not_shown(string sent, string shown)
    {
        Answer refused = await Values("roles", sent)(new Vector()).ShouldAnswerAsync(NoRoles);
        Answer warned = await Values("roles", sent, "admin")(new Vector()).ShouldAnswerAsync(None);
        string[] texts =
        [
            refused.Result.Error!.ToString(), refused.Result.Error.Hint ?? "",
            .. warned.Result.Warnings.Select(warning => warning.Message),
        ];

        refused.Result.Error.Actual.Should().Be(shown);
        if (shown != sent)
        {
            texts.Should().NotContainMatch("*Jane*").And.NotContainMatch("*CN=*").And.NotContainMatch("*example*").And.NotContainMatch("*jane*")
                .And.NotContainMatch("*JANE*");
        }
    }

    private static string[] Many(int count) => [.. Enumerable.Range(1, count).Select(number => $"group-{number}")];

    private static string Repeated(int count) => string.Join(',', Enumerable.Repeat("agent", count));

    private static Vector InSecondValue(Vector vector) =>
        vector.Edit(x => x.Attribute("roles").Elements().Last().Add(Markup.Foreign("Part")));
}
