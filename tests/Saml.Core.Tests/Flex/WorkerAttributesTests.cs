using System.Text.Json;
using Saml.Core.Flex;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>The JSON that TaskRouter gets, and its length: FLX180.</summary>
public sealed class WorkerAttributesTests
{
    /// <summary>One character and how many it is in JSON.</summary>
    public static TheoryData<string, int> Characters => new()
    {
        { "x", 1 },
        { "+", 1 },
        { "<", 1 },
        { "'", 1 },
        { "\u00E9", 1 },
        { "\u65E5", 1 },
        { "\U0001F600", 12 },
        { "\"", 2 },
        { "\\", 2 },
        { "\n", 2 },
        { "\u0085", 6 },
    };

    [Theory]
    [InlineData(3000, None, false)]
    [InlineData(3001, None, true)]
    [InlineData(4096, None, true)]
    [InlineData(4097, WorkerAttributesTooLong, false)]
    [InlineData(20_000, WorkerAttributesTooLong, false)]
    public async Task They_have_a_longest_length(int length, SamlErrorCode expected, bool warns)
    {
        Answer answer = await (await OfLengthAsync(length, "x", 1)).ShouldAnswerAsync(expected);

        answer.Result.Warnings.Select(warning => warning.Code)
            .Should().Equal(warns ? [SamlWarningCode.WorkerAttributesLong] : []);
        answer.Result.Identity?.ToWorkerAttributesJson().Should().HaveLength(length);
        answer.Result.Error?.Message.Should().Be(
            FormattableString.Invariant($"Worker attributes are {length} characters of JSON; TaskRouter takes 4096."));
    }

    [Theory]
    [MemberData(nameof(Characters))]
    public async Task What_counts_are_the_characters_of_the_JSON(string character, int length)
    {
        Vector fits = await OfLengthAsync(4096, character, length);
        Vector exceeds = await OfLengthAsync(4096 + length, character, length);

        Answer answer = await fits.ShouldAnswerAsync(None);

        answer.Result.Identity!.ToWorkerAttributesJson().Length.Should().BeInRange(4096 - length + 1, 4096);
        await exceeds.ShouldAnswerAsync(WorkerAttributesTooLong);
    }

    [Fact]
    public async Task What_Flex_does_not_map_does_not_count()
    {
        Vector vector = Values("urn:example:groups", new string('x', 10_000))(new Vector());

        await vector.ShouldAnswerAsync(None);
    }

    [Theory]
    [InlineData("languages.stringarray", "a,a,a,a,a,a,a,a,a,a")]
    [InlineData("languages.stringarray", ",,,,,,,,,")]
    [InlineData("flags.booleanarray", "0,0,0,0,0,0,0,0,0,0")]
    [InlineData("levels.intarray", "1,1,1,1,1,1,1,1,1,1")]
    [InlineData("flag.boolean", "0")]
    [InlineData("flag.boolean", "")]
    [InlineData("level.int", "1")]
    [InlineData("team_name", "\u0001\u0001")]
    [InlineData("team_name", "\"\"\"\"")]
    [InlineData("t\u0085\u0085\u0085", "\u0085\u0085\u0085\u0085\u0085")]
    [InlineData("roles", "a,b,c,d,e,f,g,h,i,j")]
    public void Nothing_is_longer_than_the_sum_of_lengths_says(string name, string value)
    {
        for (int values = 0; values < 4; values++)
        {
            SamlAttribute attribute = new(name, null, null, [.. Enumerable.Repeat(new SamlAttributeValue(value), values)]);
            SamlAttribute[] attributes = name.Contains('.') && values > 1 && !name.EndsWith("array", StringComparison.Ordinal)
                ? [attribute]
                : [.. Enumerable.Repeat(attribute, 20)];
            FlexContext context = new("x", null, attributes, new FlexPolicy());
            int length = WorkerAttributeList.ToJson(
                WorkerAttributeList.Read("", "", context.Roles.Roles, null, attributes)).Length;

            WorkerAttributeLength.IfOver(length - 1, context).Should().Be(length);
            WorkerAttributeLength.IfOver(length, context).Should().Be(0);
        }
    }

    /// <summary>Everything that is merged, left out or written in another way than it was sent.</summary>
    [Fact]
    public void What_is_counted_is_what_is_written()
    {
        SamlAttribute[] attributes =
        [
            Attribute("full_name", "Jane"), Attribute("email", "a@b"), Attribute("roles", "agent,a\"b,agent,flex.x", "c"),
            Attribute("image_url"), Attribute("email.string", "x@y"), Attribute("urn:x", "y"),
            Attribute("team_name"), Attribute("phone", "1"), Attribute("phone", "2", "3"), Attribute("phone.int", "4"),
            Attribute("a.int", " -007 "), Attribute("a.int", "-007"), Attribute("b.int", "x"), Attribute("b.string", "taken"),
            Attribute("c.int", "1"), Attribute("c.int", "2"), Attribute("r.int"), Attribute("r.int", "5"),
            Attribute("s.string", ""), Attribute("s.string", "later"), Attribute("d.boolean", "yes"), Attribute("e.boolean"),
            Attribute("f.booleanarray", "1, no ,TRUE", ""), Attribute("f.booleanarray", "false"), Attribute("g.intarray", "1,x"),
            Attribute("h.intarray", " "), Attribute("i.intarray", "1 , 22", "333"), Attribute("j.stringarray", "a,, b\t", " "),
            Attribute("k.string", " \u0085 "), Attribute("l.string", "a", "b"), Attribute("m.string", ""),
            new("n", null, null, [new SamlAttributeValue("x"), SamlAttributeValue.Structured]),
            new("o", null, null, [SamlAttributeValue.Nil]), new("p.int", null, null, [SamlAttributeValue.Nil]),
            new("q", null, null, [SamlAttributeValue.Nil, new SamlAttributeValue("\\")]),
            Attribute("t\u0085\"", "1"), Attribute("long", new string('\u0001', 5000)),
        ];
        for (int count = 0; count <= attributes.Length; count++)
        {
            SamlAttribute[] some = attributes[^count..];
            FlexContext context = new("x", null, some, new FlexPolicy { TypedAttributes = FlexTypedAttributes.Lenient });
            string json = WorkerAttributeList.ToJson(WorkerAttributeList.Read(
                context.FullName.Text ?? "", context.Email.Text ?? "", context.Roles.Roles, context.ImageUrl.Text, some));

            WorkerAttributeLength.IfOver(1, context).Should().Be(json.Length, json);
        }
    }

    [Fact]
    public async Task They_are_read_back_as_they_were_sent()
    {
        string all = string.Concat(Enumerable.Range(' ', 95).Select(code => (char)code)) + "\n\t\u00E9\u65E5\U0001F600\u202E";
        FlexIdentity identity = (await Values("department", all)(new Vector()).ShouldAnswerAsync(None)).Result.Identity!;

        JsonDocument json = JsonDocument.Parse(identity.ToWorkerAttributesJson());

        json.RootElement.GetProperty("department").GetString().Should().Be(all);
    }

    [Theory]
    [InlineData("jane.doe@example.com", "jane_2Edoe_40example_2Ecom")]
    [InlineData("firstname.lastname", "firstname_2Elastname")]
    [InlineData("Jane7", "Jane7")]
    [InlineData("a_b+c", "a_5Fb_2Bc")]
    [InlineData("j\u00E4ne", "j_C3_A4ne")]
    public async Task The_identity_is_encoded_as_Twilio_does(string nameId, string expected)
    {
        FlexIdentity identity = (await Change.Template(template => template with { NameId = nameId })(new Vector())
            .ShouldAnswerAsync(None)).Result.Identity!;

        identity.EncodedIdentity.Should().Be(expected);
    }

    [Theory]
    [InlineData("Jane", "Jane")]
    [InlineData(" Jane\n", "Jane")]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public async Task Customers_may_see_another_name(string? sent, string? expected)
    {
        Func<Vector, Vector> change = sent is null ? Without("public_identity") : Values("public_identity", sent);

        FlexIdentity identity = (await change(new Vector()).ShouldAnswerAsync(None)).Result.Identity!;

        identity.PublicIdentity.Should().Be(expected);
    }

    private static SamlAttribute Attribute(string name, params string[] values) =>
        new(name, null, null, [.. values.Select(value => new SamlAttributeValue(value))]);

    /// <summary>A message whose worker attributes have that many characters, or as near as the character lets them come.</summary>
    private static async Task<Vector> OfLengthAsync(int length, string character, int width)
    {
        FlexIdentity empty = (await Values("team_name", "")(new Vector()).ShouldAnswerAsync(None)).Result.Identity!;
        int count = (length - empty.ToWorkerAttributesJson().Length) / width;
        return Values("team_name", string.Concat(Enumerable.Repeat(character, count)))(new Vector());
    }
}
