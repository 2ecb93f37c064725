using Saml.Core.Errors;
using Saml.Core.Flex;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>The table of Flex's rules and its two walkers: who accepts stops at the first broken row, who explains at none.</summary>
public sealed class FlexRulesTests
{
    private static readonly VectorTable s_precedence = new()
    {
        { "what is missing before what is empty", RequiredAttributeMissing, Without("roles").And(Values("full_name", "")) },
        { "what is missing before another name", RequiredAttributeMissing, Without("roles").And(Renamed("email", "Email")) },
        { "a namespace before another case", AttributeNamespaced, Renamed("roles", "urn:x:role").And(Renamed("email", "Email")) },
        { "several values before empty ones", AttributeHasMultipleValues, Values("email", "a@b", "c@d").And(Values("full_name", "")) },
        { "elements before a conflict", AttributeNotText, Structured("roles").And(Again("email", "x@y")) },
        { "a conflict before what is empty", DuplicateAttributeConflict, Again("email", "x@y").And(Values("full_name", "")) },
        { "an address before an image", EmailInvalid, Values("email", "x").And(Values("image_url", "x")) },
        { "an image before roles", ImageUrlInvalid, Values("image_url", "x").And(Values("roles", "coach")) },
        { "no role before one that is not accepted", NoRoles, Accepting("agent").And(Values("roles", "coach")) },
        { "a role that is not accepted before types", RoleNotAllowed, Accepting("agent").And(Values("roles", "agent, admin")).And(Values("skill.int", "x")) },
        { "roles before types", NoRoles, Values("roles", "coach").And(Values("skill.int", "x")) },
        { "types before the length", AttributeTypeInvalid, Values("skill.int", "x").And(Values("x", new string('x', 5000))) },
        { "the identity before the length", IdentityTooLong, Long().And(Values("x", new string('x', 5000))) },
    };

    public static TheoryData<string, SamlErrorCode> Precedence => s_precedence.Rows;

    [Fact]
    public void There_is_one_row_for_every_code() =>
        FlexRules.All.Select(rule => (int)rule.Code).Order().Should().Equal(Enumerable.Range(6001, 16));

    [Fact]
    public void One_row_warns_and_the_others_refuse() =>
        FlexRules.All.Where(rule => rule.Warning != SamlWarningCode.None).Select(rule => rule.Code)
            .Should().Equal(RoleNotAssignable);

    [Fact]
    public void Every_row_says_where_it_comes_from() =>
        FlexRules.All.Select(rule => rule.Basis).Should().AllSatisfy(basis =>
            basis.Should().MatchRegex("^(Twilio: .+|SAML Core [\\d.]+|FlexPolicy\\.\\w+|this library's profile)$"));

    [Theory]
    [MemberData(nameof(Precedence))]
    public async Task The_first_broken_row_answers(string name, SamlErrorCode expected) =>
        (await s_precedence.CheckAsync(name)).Code.Should().Be(expected);

    /// <summary>The preview in Twilio's guide "Configure Okta IdP with Flex": three expressions, and no name.</summary>
    [Fact]
    public void The_preview_of_the_guide_has_no_name_and_three_expressions()
    {
        FlexContext context = Context(
            "userName",
            Attribute("roles", "user.userType\n"),
            Attribute("email", "user.email\n"),
            Attribute("image_url", "user.profileUrl\n"),
            Attribute("full_name", ""));

        IReadOnlyList<FlexOutcome> outcomes = Walk(context, out IReadOnlyList<SamlWarning> warnings);

        outcomes.SelectMany(outcome => outcome.Findings, (outcome, finding) => (outcome.Rule.Code, finding.Expected))
            .Should().Equal(
                (RequiredAttributeEmpty, "full_name"), (EmailInvalid, "email"), (ImageUrlInvalid, "image_url"),
                (NoRoles, "agent, supervisor, admin"));
        outcomes.SelectMany(outcome => outcome.Findings).Skip(1)
            .Should().OnlyContain(finding => finding.Hint!.Contains("an expression of the form user.…"));
        Skipped(outcomes).Should().Equal(RoleNotAllowed);
        warnings.Select(warning => warning.Code).Should().AllBeEquivalentTo(SamlWarningCode.UnevaluatedExpression);
        warnings.Select(warning => warning.Message).Should().BeEquivalentTo(
            "The text of an expression came instead of its value: email.",
            "The text of an expression came instead of its value: image_url.",
            "The text of an expression came instead of its value: roles.");
    }

    [Fact]
    public void A_walk_to_the_end_finds_every_fault_and_none_of_them_twice()
    {
        FlexContext context = Context(
            "jane",
            Attribute("Full_Name", "Jane Doe"),
            Attribute("email", "a@b", "c@d"),
            Attribute("image_url", "http://x"),
            Attribute("image_url.int", "x"),
            Attribute("skill.int", "x"));

        IReadOnlyList<FlexOutcome> outcomes = Walk(context, out IReadOnlyList<SamlWarning> warnings);

        outcomes.SelectMany(outcome => outcome.Findings, (outcome, _) => outcome.Rule.Code).Should().Equal(
            RequiredAttributeMissing, AttributeNameCase, AttributeHasMultipleValues, ImageUrlInvalid, AttributeTypeInvalid);
        Skipped(outcomes).Should().BeEquivalentTo([EmailInvalid, NoRoles, RoleNotAllowed]);
        warnings.Select(warning => warning.Code)
            .Should().Equal(SamlWarningCode.AttributeTargetConflict, SamlWarningCode.UnusedAttribute);
    }

    [Fact]
    public void Without_any_attribute_everything_required_is_missing()
    {
        IReadOnlyList<FlexOutcome> outcomes = Walk(Context(""), out IReadOnlyList<SamlWarning> warnings);

        outcomes.SelectMany(outcome => outcome.Findings, (outcome, finding) => (outcome.Rule.Code, finding.Expected))
            .Should().Equal(
                (RequiredAttributeMissing, "full_name"), (RequiredAttributeMissing, "email"), (RequiredAttributeMissing, "roles"));
        warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_reserved_role_is_a_finding_and_its_warning_and_no_more()
    {
        FlexContext context = Context(
            "jane", Attribute("full_name", "x"), Attribute("email", "a@b"), Attribute("roles", "agent,flex.readteams"));

        IReadOnlyList<FlexOutcome> outcomes = Walk(context, out IReadOnlyList<SamlWarning> warnings);

        outcomes.Where(outcome => outcome.Findings.Count > 0).Should().ContainSingle()
            .Which.Rule.Code.Should().Be(RoleNotAssignable);
        warnings.Should().ContainSingle().Which.ToString()
            .Should().Be("ReservedRole: Role flex.readteams cannot be assigned through SSO; left out.");
    }

    [Theory]
    [InlineData("email", "user.email", EmailInvalid, "user.…")]
    [InlineData("email", "${user.email}", EmailInvalid, "${…}")]
    [InlineData("image_url", "appuser.profileUrl", ImageUrlInvalid, "appuser.…")]
    [InlineData("roles", "user.userType", NoRoles, "The value is an expression of the form user.…")]
    [InlineData("roles", "String.join(\",\", user.roles)", NoRoles, "String.…(…)")]
    [InlineData("roles", "Admin", NoRoles, "Admin: did you mean admin?")]
    [InlineData("roles", "coach, agent;admin", NoRoles, "agent;admin is one role for Flex")]
    [InlineData("roles", "[\"agent\"]", NoRoles, "removes no quotation marks or brackets")]
    [InlineData("roles", "0f8fad5b-d9cb-469f-a165-70867728950e", NoRoles, "GUIDs")]
    [InlineData("roles", "wfo.full_access", NoRoles, "come on top of supervisor or admin")]
    [InlineData("roles", "flex.readonlyadmin", NoRoles, "users of Twilio Console")]
    [InlineData("roles", "coach, administrator", NoRoles, "administrator: did you mean admin?")]
    public async Task A_refusal_names_the_probable_cause(string name, string value, SamlErrorCode code, string expected)
    {
        SamlError error = (await Values(name, value)(new Vector()).ShouldAnswerAsync(code)).Result.Error!;

        error.Hint.Should().Contain(expected);
    }

    [Fact]
    public async Task A_role_that_is_not_accepted_is_no_question_of_its_spelling()
    {
        Func<Vector, Vector> change = Accepting("agent").And(Values("roles", "agent, admin"));

        SamlError error = (await change(new Vector()).ShouldAnswerAsync(RoleNotAllowed)).Result.Error!;

        error.Hint.Should().Contain("add this one to AcceptedRoles");
    }

    [Theory]
    [InlineData("roles", "Role", "Your identity provider sent Role x3, expected roles")]
    [InlineData("roles", "flex_role", "sent flex_role x3, expected roles")]
    [InlineData("roles", "Flex role", "sent Flex role x3, expected roles")]
    [InlineData("roles", "roles.stringarray", "sent roles.stringarray x3, expected roles")]
    [InlineData("roles", "userType", "sent userType x3, expected roles")]
    [InlineData("roles", "rolse", "sent rolse x3, expected roles")]
    [InlineData("email", "mail", "sent mail x3, expected email")]
    [InlineData("full_name", "fullName", "sent fullName x3, expected full_name")]
    [InlineData("full_name", "full name", "sent full name x3, expected full_name")]
    [InlineData("full_name", "full_name ", "sent full_name  x3, expected full_name")]
    [InlineData("full_name", "fulname", "sent fulname x3, expected full_name")]
    [InlineData("full_name", "surname", null)]
    [InlineData("roles", "department2", null)]
    public async Task The_name_that_is_nearest_is_named(string name, string sent, string? expected)
    {
        Vector vector = Without(name).And(Again(sent, "1")).And(Again(sent, "2")).And(Again(sent, "3"))(new Vector());

        SamlError error = (await vector.ShouldAnswerAsync(RequiredAttributeMissing)).Result.Error!;

        error.Hint.Should().Contain(expected ?? "No attribute has exactly this name");
    }

    [Theory]
    [InlineData("agent", None)]
    [InlineData("agent, supervisor", None)]
    [InlineData("agent, flex.readonlyadmin", None)]
    [InlineData("agent, admin", RoleNotAllowed)]
    [InlineData("agent, Supervisor", RoleNotAllowed)]
    [InlineData("agent, coach", RoleNotAllowed)]
    public async Task Only_accepted_roles_are_let_in(string roles, SamlErrorCode expected)
    {
        Answer answer = await Accepting("agent", "supervisor").And(Values("roles", roles))(new Vector())
            .ShouldAnswerAsync(expected);

        answer.Result.Error?.Actual.Should().Be(roles.Split(", ")[1]);
        answer.Result.Error?.Expected.Should().Be("agent, supervisor");
    }

    [Fact]
    public void Accepted_roles_are_copied()
    {
        List<string> names = ["agent"];
        FlexPolicy policy = new() { AcceptedRoles = names };

        names.Add("admin");

        policy.AcceptedRoles.Should().Equal("agent");
    }

    [Fact]
    public void A_policy_that_cannot_be_used_is_told()
    {
        FlexPolicy[] policies =
        [
            new() { AcceptedRoles = null! },
            new() { AcceptedRoles = ["agent", " "] },
            new() { TypedAttributes = (FlexTypedAttributes)2 },
        ];

        foreach (FlexPolicy policy in policies)
        {
            Vector vector = new() { Flex = policy };

            FluentActions.Invoking(() => new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore())))
                .Should().Throw<SamlConfigurationException>().Which.Message.Should().Contain("Flex.");
        }
    }

    private static IEnumerable<SamlErrorCode> Skipped(IReadOnlyList<FlexOutcome> outcomes) =>
        outcomes.Where(outcome => outcome.IsSkipped).Select(outcome => outcome.Rule.Code);

    private static IReadOnlyList<FlexOutcome> Walk(in FlexContext context, out IReadOnlyList<SamlWarning> warnings)
    {
        WarningList list = default;
        IReadOnlyList<FlexOutcome> outcomes = FlexRules.Walk(context, ref list);
        warnings = list.ToReadOnly();
        return outcomes;
    }

    private static FlexContext Context(string nameId, params SamlAttribute[] attributes) =>
        new(nameId, null, attributes, new FlexPolicy());

    private static SamlAttribute Attribute(string name, params string[] values) =>
        new(name, null, null, [.. values.Select(value => new SamlAttributeValue(value))]);

    private static Func<Vector, Vector> Accepting(params string[] roles) =>
        vector => vector with { Flex = new FlexPolicy { AcceptedRoles = roles } };

    private static Func<Vector, Vector> Long() =>
        Change.Template(template => template with { NameId = new string('x', 257) });
}
