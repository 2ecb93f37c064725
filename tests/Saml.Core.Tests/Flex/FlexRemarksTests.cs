using System.Globalization;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlWarningCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>
/// What is accepted with a remark, and beside it what is nearly the same and needs none. FLX numbers are those of
/// docs/flex.md. Roles that Flex does not know are in FlexRolesTests.
/// </summary>
public sealed class FlexRemarksTests
{
    private const string EmailFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    private const string Claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private const string Guid = "3f1c2f0e-6f0a-4c8e-9d6a-0b7c1f2e3d4c";
    private const string Hash = "w3YkT2Zq9bXw5LrV0hPmS8sJdGfA1cBnE4uKiOyR7tQ";

    private static readonly Dictionary<string, (SamlWarningCode[] Expected, Func<Vector, Vector> Change)> s_rows = new()
    {
        ["FLX141 a NameID longer than a worker's name"] = ([PhantomWorkerRisk], NameId(new string('x', 65))),
        ["FLX141 a NameID as long as a worker's name"] = ([], NameId(new string('x', 64))),
        ["FLX141 an id of Auth0"] = ([PhantomWorkerRisk], NameId("auth0|5f7c8ec7c33c6c004bbafe82")),
        ["FLX141 an id of Auth0 behind a connection"] = ([PhantomWorkerRisk], NameId("x-auth0|5f7c8ec7")),
        ["FLX141 a name with the word"] = ([], NameId("auth0.jane")),
        ["FLX141 a GUID"] = ([PhantomWorkerRisk], NameId(Guid)),
        ["FLX141 a GUID without hyphens"] = ([PhantomWorkerRisk], NameId(Guid.Replace("-", "", StringComparison.Ordinal))),
        ["FLX141 no GUID"] = ([], NameId(Guid[1..])),
        ["FLX141 a hash"] = ([PhantomWorkerRisk], NameId(Hash)),
        ["FLX141 a hash with its padding"] = ([PhantomWorkerRisk], NameId(Hash + "=")),
        ["FLX141 a hash in base64url"] = ([PhantomWorkerRisk], NameId(Hash[..41] + "-_")),
        ["FLX141 nearly a hash, shorter"] = ([], NameId(Hash[1..])),
        ["FLX141 nearly a hash, longer"] = ([], NameId(Hash + "x")),
        ["FLX141 as long as a hash"] = ([], NameId(new string('x', 31) + "@example.com")),
        ["FLX142 a NameID of the e-mail format, without an address"] = ([NameIdNotAnEmail], NameId("jane.doe", EmailFormat)),
        ["FLX142 the same with an address"] = ([], NameId("jane@example.com", EmailFormat)),
        ["FLX142 the same with a blank behind"] = ([NameIdSurroundingWhiteSpace], NameId("jane@example.com ", EmailFormat)),
        ["FLX142 no address in another format"] = ([], NameId("jane.doe")),

        ["FLX152 a URI as a name"] = ([UnmappedAttribute], Values(Claims + "surname", "Doe")),
        ["FLX152 a URN as a name"] = ([UnmappedAttribute], Values("urn:oid:2.5.4.4", "Doe")),
        ["FLX152 the claim beside the attribute"] = ([UnmappedAttribute], Values(Claims + "emailaddress", "j@example.com")),
        ["FLX152 a value of elements"] = ([UnmappedAttribute], Structured("location")),
        ["FLX152 a plain name"] = ([], Values("manager", "Joe Bloggs")),

        ["FLX153 a template"] = ([UnevaluatedExpression], Values("full_name", "${user.firstName} ${user.lastName}")),
        ["FLX153 a call"] = ([UnevaluatedExpression], Values("full_name", "String.join(\" \", user.firstName, user.lastName)")),
        ["FLX153 a call with blanks around"] = ([UnevaluatedExpression], Values("full_name", "\n String.toUpperCase(user.x)\n")),
        ["FLX153 a reference"] = ([UnevaluatedExpression], Values("department", "user.department")),
        ["FLX153 a reference with a line end"] = ([UnevaluatedExpression], Values("department", "appuser.department\n")),
        ["FLX153 a sum"] = ([UnevaluatedExpression], Values("manager", "user.firstName + \" \" + user.lastName")),
        ["FLX153 a choice"] = ([UnevaluatedExpression], Values("manager", "user.isLead ? \"yes\" : \"no\"")),
        ["FLX153 an element of a list"] = ([UnevaluatedExpression], Values("manager", "user.managers[0]")),
        ["FLX153 two attributes are one remark"] =
            ([UnevaluatedExpression], Values("department", "user.department").And(Values("location", "user.city"))),
        ["FLX153 a role"] = ([UnevaluatedExpression], Values("roles", "agent, user.userType")),
        ["FLX153 roles by a call"] = ([UnevaluatedExpression], Values("roles", "agent", "String.join(\",\", user.a, user.b)")),
        ["FLX153 an address like one"] = ([], Values("email", "superuser.x@example.com")),
        ["FLX153 an address that begins like one"] = ([], Values("email", "user.x@example.com")),
        ["FLX153 a name with a hyphen"] = ([], Values("manager", "user.jane-doe")),
        ["FLX153 a sentence about one"] = ([], Values("department", "ask user.help about it")),
        ["FLX153 a sentence that begins like one"] = ([], Values("department", "user.help is who to ask")),
        ["FLX153 a word like a call"] = ([], Values("department", "String.quartet")),
        ["FLX153 a call of something else"] = ([], Values("department", "myString.join(x)")),
        ["FLX153 the word alone"] = ([], Values("department", "user.")),

        ["FLX154 blanks around a name"] = ([ValueTrimmed], Values("full_name", " Jane Doe\n")),
        ["FLX154 blanks around a number"] = ([ValueTrimmed], Values("skill.int", "\n 5 ")),
        ["FLX154 a no-break space around a role"] = ([ValueTrimmed], Values("roles", "\u00A0agent, supervisor")),
        ["FLX154 a zero-width space around a role"] = ([ValueTrimmed], Values("roles", "agent,supervisor\u200B")),
        ["FLX154 a byte order mark before a role"] = ([ValueTrimmed], Values("roles", "\uFEFFagent")),
        ["FLX154 blanks around roles"] = ([], Values("roles", " agent,\tsupervisor\n")),
        ["FLX154 blanks around items"] = ([], Values("languages.stringarray", "en, de")),
        ["FLX154 blanks within a value"] = ([], Values("full_name", "Jane  Doe")),

        ["FLX155 roles in several elements"] = ([DuplicateAttribute], Again("roles", "admin")),
        ["FLX155 another list in several elements"] =
            ([DuplicateAttribute], Values("languages.stringarray", "en").And(Again("languages.stringarray", "de"))),
        ["FLX155 a value twice"] = ([DuplicateAttribute], Values("skill.int", "1").And(Again("skill.int", "1"))),
        ["FLX155 several values"] = ([], Values("languages.stringarray", "en", "de")),

        ["FLX163 GUIDs as roles"] = ([GuidRole], Values("roles", "agent", Guid, Guid.Replace('3', '4'))),
        ["FLX164 insights for an agent"] = ([InsightsRoleWithoutEffect], Values("roles", "agent, wfo.full_access")),
        ["FLX164 insights for a supervisor"] = ([], Values("roles", "supervisor, wfo.full_access")),
        ["FLX164 insights for an admin"] = ([], Values("roles", "admin,wfo.data_auditor,wfo.team_leader")),
        ["FLX164 insights alone"] = ([InsightsRoleWithoutEffect], AnyRole(Values("roles", "wfo.dashboard_viewer"))),
        ["FLX165 a reserved role"] = ([ReservedRole], Values("roles", "agent, flex.readonlyadmin")),
        ["FLX165 two reserved roles"] = ([ReservedRole, ReservedRole], Values("roles", "agent,flex.readonlyadmin,flex.readteams")),
        ["FLX165 a role with another prefix"] = ([UnknownRole], Values("roles", "agent, reflex.readonly")),
        ["FLX166 a role twice"] = ([RoleRepeated], Values("roles", "agent, agent")),
        ["FLX166 a comma behind"] = ([RoleRepeated], Values("roles", "agent,")),

        ["FLX171 a type in another case"] = ([AttributeTypeUnknown], Values("skill.Int", "1")),
        ["FLX171 integer"] = ([AttributeTypeUnknown], Values("skill.integer", "1")),
        ["FLX171 bool"] = ([AttributeTypeUnknown], Values("skill.bool", "true")),
        ["FLX171 array"] = ([AttributeTypeUnknown], Values("skill.array", "1,2")),
        ["FLX171 list"] = ([AttributeTypeUnknown], Values("skill.list", "1,2")),
        ["FLX171 StringArray"] = ([AttributeTypeUnknown], Values("skill.StringArray", "1,2")),
        ["FLX171 a type"] = ([], Values("skill.int", "1")),
        ["FLX171 a type behind dots"] = ([], Values("a.b.int", "1")),
        ["FLX171 another last part"] = ([UnusedAttribute], Values("office.location", "1")),
        ["FLX171 a type alone"] = ([UnusedAttribute], Values(".int", "x")),
        ["FLX171 a type as a whole name"] = ([UnusedAttribute], Values("int", "x")),

        ["FLX172 with and without a type"] = ([AttributeTargetConflict], Values("phone", "1").And(Values("phone.int", "2"))),
        ["FLX172 of two types"] = ([AttributeTargetConflict], Values("skill.int", "1").And(Values("skill.string", "2"))),
        ["FLX172 what poses as email"] = ([AttributeTargetConflict], Values("email.string", "joe@example.com")),
        ["FLX172 what poses as roles"] = ([AttributeTargetConflict], Values("roles.stringarray", "admin")),
        ["FLX172 what poses as an absent image"] =
            ([AttributeTargetConflict], Without("image_url").And(Values("image_url.string", "https://x.example.com"))),
        ["FLX172 two names"] = ([], Values("skill.int", "1").And(Values("skills.int", "2"))),

        ["FLX173 a list of teams"] = ([SeveralTeams], Values("team_member", "London,Paris")),
        ["FLX173 several values"] = ([SeveralTeams], Values("team_member", "London", "Paris")),
        ["FLX173 a typed list"] = ([SeveralTeams], Values("team_member.stringarray", "London,Paris")),
        ["FLX173 one team"] = ([], Values("team_member", "London")),
        ["FLX173 no team"] = ([], Values("team_member", "")),
        ["FLX173 a hierarchy"] = ([], Values("team_name_in_hierarchy", "London,Sales,VIP")),
        ["FLX174 an empty ownership"] = ([TeamOwnershipCleared], Values("team_owner", "")),
        ["FLX174 an ownership without a value"] = ([TeamOwnershipCleared], Values("team_owner")),
        ["FLX174 a nil ownership"] = ([TeamOwnershipCleared], Values("team_owner", "x").And(Nil("team_owner", "true"))),
        ["FLX174 a blank ownership"] = ([TeamOwnershipCleared], Values("team_owner", " ")),
        ["FLX174 teams owned"] = ([], Values("team_owner", "London,Paris")),
        ["FLX174 no ownership"] = ([], Without("team_owner")),
        ["FLX175 Flex's own address"] = ([ContactUriUnusable], Values("contact_uri", "client:jane_2Edoe")),
        ["FLX175 a number with blanks"] = ([ContactUriUnusable], Values("contact_uri", "+1 415 555 0100")),
        ["FLX175 a national number"] = ([ContactUriUnusable], Values("contact_uri", "4155550100")),
        ["FLX175 a number that begins with zero"] = ([ContactUriUnusable], Values("contact_uri", "+0155550100")),
        ["FLX175 a number that is too long"] = ([ContactUriUnusable], Values("contact_uri", "+1234567890123456")),
        ["FLX175 an address of mail"] = ([ContactUriUnusable], Values("contact_uri", "mailto:jane@example.com")),
        ["FLX175 sip alone"] = ([ContactUriUnusable], Values("contact_uri", "sip:")),
        ["FLX175 a sip address"] = ([], Values("contact_uri", "sip:jane@example.com")),
        ["FLX175 a number"] = ([], Values("contact_uri", "+14155550100")),
        ["FLX175 empty"] = ([], Values("contact_uri", "")),
        ["FLX176 routing"] = ([ReservedAttribute], Values("routing", "{}")),
        ["FLX176 disabled_skills"] = ([ReservedAttribute], Values("disabled_skills.string", "{}")),
        ["FLX176 a part of it"] = ([UnusedAttribute], Values("routing_team", "x")),
        ["FLX181 attributes that Flex has no use for"] =
            ([UnusedAttribute], Values("birthdate", "1990-01-01").And(Values("groups", "Everyone", "Staff"))),
        ["FLX181 a name that nearly has a use"] = ([UnusedAttribute], Values("Department", "Care")),
        ["FLX181 attributes that Flex has a use for"] =
            ([], Values("phone", "1").And(Values("manager", "x")).And(Values("team_id", "1")).And(Values("team_name", "x"))),
        ["FLX181 the name that customers see"] = ([], Values("public_identity", "Jane")),
        ["FLX181 channels"] = ([], Values("channel.voice.availability", "false").And(Values("channel.chat.capacity", "3"))),
        ["FLX181 no channel"] = ([UnusedAttribute], Values("channel.chat.size", "3")),
        ["FLX181 nor this"] = ([UnusedAttribute], Values("channel.a.b.capacity", "3")),
        ["FLX181 nor this one"] = ([UnusedAttribute], Values("channel..capacity", "x")),
        ["FLX181 what has a type is meant for Flex"] = ([], Values("birthday.string", "1990-01-01")),

        ["a boolean as a digit"] = ([BooleanSpelling], Values("sales.boolean", "1")),
        ["a boolean as a word"] = ([BooleanSpelling], Values("sales.boolean", "YES")),
        ["one of several booleans as a digit"] = ([BooleanSpelling], Values("sales.booleanarray", "true,0")),
        ["the availability as a digit"] = ([BooleanSpelling], Values("channel.voice.availability", "0")),
        ["a boolean in another case"] = ([], Values("sales.boolean", "TRUE")),
        ["a digit that is no boolean"] = ([], Values("sales.int", "1")),
        ["a typed attribute of another type, lenient"] = ([AttributeTypeIgnored], Lenient(Values("skill.int", "high"))),
        ["a typed attribute of its type, lenient"] = ([], Lenient(Values("skill.int", "5"))),
    };

    public static TheoryData<string> Rows => [.. s_rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_remark_is_made_where_it_is_due_and_nowhere_else(string name)
    {
        (SamlWarningCode[] expected, Func<Vector, Vector> change) = s_rows[name];

        Answer answer = await change(new Vector()).ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Warnings.Select(warning => warning.Code).Should().Equal(expected);
    }

    [Fact]
    public void Every_remark_has_a_row()
    {
        IEnumerable<SamlWarningCode> ofFlex = Enum.GetValues<SamlWarningCode>().Where(code =>
            code is PhantomWorkerRisk or NameIdNotAnEmail || (int)code is >= 61 and < 100);

        // WorkerAttributesTests, FlexRolesTests
        IEnumerable<SamlWarningCode> elsewhere = [WorkerAttributesLong, RoleNearMiss, RoleSeparator];

        s_rows.Values.SelectMany(row => row.Expected).Concat(elsewhere).Distinct()
            .Should().Contain(ofFlex);
    }

    [Fact]
    public async Task However_many_attributes_there_are_there_is_one_remark_of_a_kind_and_it_is_short()
    {
        Vector vector = new();
        for (int i = 0; i < 40; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            vector = Values("urn:example:an-attribute-with-rather-a-long-name-" + number, "x")
                .And(Values("an_attribute_with_rather_a_long_name_" + number, ""))(vector);
        }

        Answer answer = await vector.ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Warnings.Select(warning => warning.Code).Should().Equal(UnmappedAttribute, UnusedAttribute);
        answer.Result.Warnings.Should().OnlyContain(warning =>
            warning.Message.Contains("_name_0", StringComparison.Ordinal) || warning.Message.Contains("-name-0", StringComparison.Ordinal));
        answer.Result.Warnings.Should().OnlyContain(warning =>
            warning.Message.Length < 700 && warning.Message.EndsWith(" more.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_are_printed_safely()
    {
        Answer answer = await Values("x\u202Ey", "1")(new Vector()).ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Warnings.Should().ContainSingle().Which.Message.Should().Contain("x\\u{202E}y");
    }

    [Fact]
    public async Task The_role_that_was_probably_meant_is_named()
    {
        Answer answer = await Values("roles", "agent, WFO Full Access")(new Vector()).ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Warnings.Should().ContainSingle().Which.Message
            .Should().Be("Role WFO Full Access is none that Flex knows; wfo.full_access is probably meant.");
    }

    private static Func<Vector, Vector> NameId(string nameId, string? format = null) =>
        Change.Template(template => template with { NameId = nameId, NameIdFormat = format ?? template.NameIdFormat });

    private static Func<Vector, Vector> AnyRole(Func<Vector, Vector> change) =>
        change.And(vector => vector with { Flex = new FlexPolicy { RequireKnownBaseRole = false } });

    private static Func<Vector, Vector> Lenient(Func<Vector, Vector> change) =>
        change.And(vector => vector with { Flex = new FlexPolicy { TypedAttributes = FlexTypedAttributes.Lenient } });
}
