using System.Text.Json;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>Attributes whose names end in a type: FLX170, and what becomes of the good ones.</summary>
public sealed class TypedAttributesTests
{
    private static readonly VectorTable s_table = new()
    {
        { "a fraction", AttributeTypeInvalid, Values("skill.int", "1.23") },
        { "a word as a number", AttributeTypeInvalid, Values("skill.int", "a") },
        { "a number with a plus sign", AttributeTypeInvalid, Values("skill.int", "+1") },
        { "a number with a separator", AttributeTypeInvalid, Values("skill.int", "1,000") },
        { "a number with an exponent", AttributeTypeInvalid, Values("skill.int", "1e3") },
        { "a number in brackets", AttributeTypeInvalid, Values("skill.int", "(1)") },
        { "a hexadecimal number", AttributeTypeInvalid, Values("skill.int", "0x10") },
        { "digits of another script", AttributeTypeInvalid, Values("skill.int", "\u0661") },
        { "the largest number and one", AttributeTypeInvalid, Values("skill.int", "9223372036854775808") },
        { "the smallest number less one", AttributeTypeInvalid, Values("skill.int", "-9223372036854775809") },
        { "a number with a no-break space", AttributeTypeInvalid, Values("skill.int", "1\u00A0") },
        { "several numbers for one", AttributeTypeInvalid, Values("skill.int", "1", "2") },
        { "one number in several elements that differ", AttributeTypeInvalid, Values("skill.int", "1").And(Again("skill.int", "2")) },
        { "a number and none", AttributeTypeInvalid, Values("skill.int", "1").And(Again("skill.int")) },
        { "a number of elements", AttributeTypeInvalid, Values("skill.int", "1").And(Structured("skill.int")) },
        { "a capacity that is a word", AttributeTypeInvalid, Values("channel.chat.capacity", "many") },
        { "an availability that is a word", AttributeTypeInvalid, Values("channel.voice.availability", "maybe") },
        { "a word as a boolean", AttributeTypeInvalid, Values("sales.boolean", "on") },
        { "another number as a boolean", AttributeTypeInvalid, Values("sales.boolean", "2") },
        { "several texts for one", AttributeTypeInvalid, Values("x.string", "a", "b") },
        { "a word among numbers", AttributeTypeInvalid, Values("skills.intarray", "1,b,3") },
        { "nothing among numbers", AttributeTypeInvalid, Values("skills.intarray", "1,,3") },
        { "a word in the second value", AttributeTypeInvalid, Values("skills.intarray", "1", "b") },
        { "a word among booleans", AttributeTypeInvalid, Values("x.booleanarray", "true,maybe") },
        { "the second of two", AttributeTypeInvalid, Values("a.int", "1").And(Values("b.int", "x")) },
        { "one whose name was taken", AttributeTypeInvalid, Values("skill", "1").And(Values("skill.int", "x")) },

        { "a number", None, Values("skill.int", "1") },
        { "a number with a minus sign", None, Values("skill.int", "-1") },
        { "a number with zeros before", None, Values("skill.int", "007") },
        { "the largest number", None, Values("skill.int", "9223372036854775807") },
        { "the smallest number", None, Values("skill.int", "-9223372036854775808") },
        { "a number with white space", None, Values("skill.int", "\n 1\t") },
        { "an empty number", None, Values("skill.int", "") },
        { "a nil number", None, Values("skill.int", "1").And(Nil("skill.int", "1")) },
        { "a word under another name", None, Values("skill", "1.23") },
        { "a fraction as a string", None, Values("skill.string", "1.23") },
        { "a word under a URI", None, Values("urn:example:skill.int", "x") },
    };

    public static TheoryData<string, SamlErrorCode> Rows => s_table.Rows;

    /// <summary>What is sent, as values between bars, and the JSON of it.</summary>
    public static TheoryData<string, string, string> Json => new()
    {
        { "skill.int", "1", "\"skill\":1" },
        { "skill.int", " -007 ", "\"skill\":-7" },
        { "skill.int", "9223372036854775807", "\"skill\":9223372036854775807" },
        { "skill.int", "", "\"skill\":\"\"" },
        { "skill.int", " ", "\"skill\":\"\"" },
        { "sales.boolean", "true", "\"sales\":true" },
        { "sales.boolean", "False", "\"sales\":false" },
        { "sales.boolean", "yes", "\"sales\":true" },
        { "sales.boolean", "0", "\"sales\":false" },
        { "sales.boolean", "", "\"sales\":\"\"" },
        { "languages.stringarray", "en, de,fr ", "\"languages\":[\"en\",\"de\",\"fr\"]" },
        { "languages.stringarray", "en|de,fr", "\"languages\":[\"en\",\"de\",\"fr\"]" },
        { "languages.stringarray", "en,,de", "\"languages\":[\"en\",\"\",\"de\"]" },
        { "languages.stringarray", "", "\"languages\":[]" },
        { "skills.intarray", "1,2 , 3", "\"skills\":[1,2,3]" },
        { "skills.intarray", "1,2|3", "\"skills\":[1,2,3]" },
        { "skills.intarray", " ", "\"skills\":[]" },
        { "x.booleanarray", "true,FALSE,1", "\"x\":[true,false,true]" },
        { "x.string", " 1 ", "\"x\":\" 1 \"" },
        { "x.string", "", "\"x\":\"\"" },
        { "a.b.int", "1", "\"a.b\":1" },
        { "a.b", "1", "\"a.b\":\"1\"" },
        { "skill.Int", "1", "\"skill.Int\":\"1\"" },
        { "channel.voice.availability", "false", "\"channel.voice.availability\":false" },
        { "channel.chat.capacity", "3", "\"channel.chat.capacity\":3" },
        { "channel.chat.capacity", "", "\"channel.chat.capacity\":\"\"" },
        { "phone", "1|2", "\"phone\":[\"1\",\"2\"]" },
        { "team_name_in_hierarchy", "London,Sales,VIP", "\"team_name_in_hierarchy\":\"London,Sales,VIP\"" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_typed_attribute_is_of_its_type(string name, SamlErrorCode expected) =>
        (await s_table.CheckAsync(name)).Code.Should().Be(expected);

    [Theory]
    [MemberData(nameof(Json))]
    public async Task It_is_written_as_its_type(string name, string sent, string expected)
    {
        FlexIdentity identity = await AcceptAsync(Values(name, sent.Split('|')));

        string json = identity.ToWorkerAttributesJson();

        json.Should().Contain(expected + (json.Contains(expected + "}", StringComparison.Ordinal) ? "}" : ","));
        JsonDocument.Parse(json).RootElement.EnumerateObject().Select(one => one.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task All_that_are_not_of_their_types_are_told_at_once_and_no_value()
    {
        Vector vector = Values("skill.int", "secret").And(Values("sales.boolean", "secret"))
            .And(Values("good.int", "1")).And(Values("skills.intarray", "1", "secret")).And(Values("x.string", "a", "b"))(
            new Vector());

        SamlError error = (await vector.ShouldAnswerAsync(AttributeTypeInvalid)).Result.Error!;

        error.Message.Should().Be(
            "Attributes that are not of the types that their names say: skill.int (no integer of 64 bits), sales.boolean "
            + "(neither true nor false), skills.intarray (no list of integers of 64 bits), x.string (2 values).");
        error.Hint.Should().Contain("400 Error invalid attribute format");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Lenient_leaves_out_what_strict_refuses(string name, SamlErrorCode expected)
    {
        FlexIdentity strict = await AcceptAsync(Change.Template(template => template));
        Vector vector = s_table.Vector(name) with
        {
            Flex = new FlexPolicy { TypedAttributes = FlexTypedAttributes.Lenient },
        };

        Answer answer = await vector.ShouldAnswerAsync(None);

        bool isIgnored = expected == AttributeTypeInvalid;
        answer.Result.Warnings.Any(warning => warning.Code == SamlWarningCode.AttributeTypeIgnored).Should().Be(isIgnored);
        if (isIgnored && name is not ("the second of two" or "one whose name was taken"))
        {
            answer.Result.Identity!.ToWorkerAttributesJson().Should().Be(strict.ToWorkerAttributesJson());
        }
    }

    [Fact]
    public async Task Of_two_with_one_target_the_first_in_the_message_wins()
    {
        FlexIdentity first = await AcceptAsync(Values("skill", "a").And(Values("skill.int", "1")));
        FlexIdentity second = await AcceptAsync(Values("skill.int", "1").And(Values("skill", "a")));

        first.ToWorkerAttributesJson().Should().Contain("\"skill\":\"a\"").And.NotContain("\"skill\":1");
        second.ToWorkerAttributesJson().Should().Contain("\"skill\":1").And.NotContain("\"skill\":\"a\"");
    }

    [Theory]
    [InlineData("full_name.string", "Eve")]
    [InlineData("email.string", "eve@example.com")]
    [InlineData("roles.stringarray", "admin")]
    [InlineData("image_url.string", "http://eve.example.com")]
    public async Task No_typed_name_can_pose_as_what_the_rules_are_about(string name, string value)
    {
        FlexIdentity before = await AcceptAsync(Change.Template(template => template));

        FlexIdentity after = await AcceptAsync(Values(name, value));

        after.ToWorkerAttributesJson().Should().Be(before.ToWorkerAttributesJson());
        after.IsInRole("admin").Should().BeFalse();
    }

    [Fact]
    public async Task Worker_attributes_have_types_and_tell_empty_from_absent()
    {
        FlexIdentity identity = await AcceptAsync(
            Values("skill.int", "5").And(Values("sales.boolean", "true")).And(Values("languages.stringarray", "en", "de"))
                .And(Values("levels.intarray", "")).And(Values("team_owner")).And(Values("image_url", "")));

        identity.WorkerAttributes.Select(attribute => attribute.ToString()).Should().Equal(
            "full_name (String, 1 values)", "email (String, 1 values)", "roles (StringArray, 2 values)",
            "image_url (String, 0 values)", "department (String, 1 values)", "languages (StringArray, 2 values)",
            "levels (IntArray, 0 values)", "location (String, 1 values)", "sales (Boolean, 1 values)",
            "skill (Int, 1 values)", "team_owner (String, 0 values)");
        Find("skill").Integer.Should().Be(5);
        Find("skill").Boolean.Should().BeNull();
        Find("skill").Text.Should().BeNull();
        Find("skill").Texts.Should().BeEmpty();
        Find("sales").Boolean.Should().BeTrue();
        Find("languages").Texts.Should().Equal("en", "de");
        Find("languages").Text.Should().BeNull("there are several");
        Find("levels").IsEmpty.Should().BeTrue();
        Find("team_owner").IsEmpty.Should().BeTrue();
        Find("team_owner").Text.Should().BeNull();
        Find("image_url").IsEmpty.Should().BeTrue("it was sent to clear the image");
        identity.WorkerAttributes.Should().NotContain(attribute => attribute.Name == "team_member", "it was not sent");

        FlexAttribute Find(string name) => identity.WorkerAttributes.Single(attribute => attribute.Name == name);
    }

    private static async Task<FlexIdentity> AcceptAsync(Func<Vector, Vector> change) =>
        (await change(new Vector()).ShouldAnswerAsync(None)).Result.GetRequiredIdentity();
}
