using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>
/// The attributes that Flex maps, by exactly their names: absent, empty and valued are told apart, and what nearly has
/// the name is diagnosed, never accepted.
/// </summary>
public sealed class FlexAttributesTests
{
    private const string Claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private const string Microsoft = "http://schemas.microsoft.com/ws/2008/06/identity/claims/";

    private static readonly string[] s_single = ["full_name", "email", "image_url"];
    private static readonly string[] s_required = ["full_name", "email", "roles"];

    private static readonly VectorTable s_requiredRows = Required();
    private static readonly VectorTable s_singleRows = Single();

    private static readonly VectorTable s_names = new()
    {
        { "full_name as displayname", AttributeNamespaced, Renamed("full_name", Microsoft + "displayname") },
        { "full_name as name", AttributeNamespaced, Renamed("full_name", Claims + "name") },
        { "full_name as a URN", AttributeNamespaced, Renamed("full_name", "urn:example:full_name") },
        { "email as emailaddress", AttributeNamespaced, Renamed("email", Claims + "emailaddress") },
        { "email as email", AttributeNamespaced, Renamed("email", Claims + "email") },
        { "roles as role", AttributeNamespaced, Renamed("roles", Microsoft + "role") },
        { "roles as groups", AttributeNamespaced, Renamed("roles", Microsoft + "groups") },
        { "full_name as Full_Name", AttributeNameCase, Renamed("full_name", "Full_Name") },
        { "email as Email", AttributeNameCase, Renamed("email", "Email") },
        { "email as EMAIL", AttributeNameCase, Renamed("email", "EMAIL") },
        { "roles as Roles", AttributeNameCase, Renamed("roles", "Roles") },
        { "full_name as fullName", RequiredAttributeMissing, Renamed("full_name", "fullName") },
        { "full_name as full name", RequiredAttributeMissing, Renamed("full_name", "full name") },
        { "full_name padded", RequiredAttributeMissing, Renamed("full_name", "full_name ") },
        { "email as mail", RequiredAttributeMissing, Renamed("email", "mail") },
        { "roles as role, without a namespace", RequiredAttributeMissing, Renamed("roles", "role") },
        { "roles as Role, as Keycloak does", RequiredAttributeMissing, Renamed("roles", "Role") },
        { "roles as flex_role", RequiredAttributeMissing, Renamed("roles", "flex_role") },
        { "roles as roles.stringarray", RequiredAttributeMissing, Renamed("roles", "roles.stringarray") },
        { "roles as another claim", RequiredAttributeMissing, Renamed("roles", Claims + "surname") },
        {
            "roles as a FriendlyName only", RequiredAttributeMissing,
            Change.Edit(x => x.Attribute("roles").SetAttributeValue("FriendlyName", "roles"))
                .And(Renamed("roles", "urn:oid:1.2.3"))
        },
        { "image_url as Image_Url", None, Renamed("image_url", "Image_Url") },
    };

    public static TheoryData<string, SamlErrorCode> RequiredRows => s_requiredRows.Rows;

    public static TheoryData<string, SamlErrorCode> SingleRows => s_singleRows.Rows;

    public static TheoryData<string, SamlErrorCode> NameRows => s_names.Rows;

    [Theory]
    [MemberData(nameof(RequiredRows))]
    public async Task A_required_attribute_has_a_text(string name, SamlErrorCode expected) =>
        (await s_requiredRows.CheckAsync(name)).Result.Error!.Code.Should().Be(expected);

    [Theory]
    [MemberData(nameof(SingleRows))]
    public async Task Others_than_roles_have_one_value(string name, SamlErrorCode expected) =>
        (await s_singleRows.CheckAsync(name)).Code.Should().Be(expected);

    [Theory]
    [MemberData(nameof(NameRows))]
    public async Task Names_are_compared_exactly(string name, SamlErrorCode expected)
    {
        Answer answer = await s_names.CheckAsync(name);

        answer.Code.Should().Be(expected);
        answer.Result.Identity?.ImageUrl.Should().BeNull();
    }

    [Fact]
    public async Task The_names_that_came_are_listed_and_no_value()
    {
        SamlError error = (await s_names.CheckAsync("email as mail")).Result.Error!;

        error.Expected.Should().Be("email");
        error.Actual.Should().Be("full_name, mail, roles, image_url, department, location");
    }

    [Fact]
    public async Task The_attribute_that_was_probably_meant_is_named()
    {
        SamlError error = (await s_names.CheckAsync("email as emailaddress")).Result.Error!;

        error.Message.Should().Be(
            $"Attribute email was sent as {Claims}emailaddress; Flex does not map URI names, rename it at the identity "
            + "provider.");
    }

    [Theory]
    [InlineData("full_name", "\n  Jane Doe\n")]
    [InlineData("email", "jane.doe@example.com\n            ")]
    [InlineData("image_url", "\thttps://images.example.com/people/jane-doe.png\n\t")]
    public async Task White_space_around_a_value_is_removed_with_a_warning(string name, string value)
    {
        Answer answer = await Values(name, value)(new Vector()).ShouldAnswerAsync(None);

        FlexIdentity identity = answer.Result.Identity!;
        new[] { identity.FullName, identity.Email, identity.ImageUrl }.Should().Equal(
            "Jane Doe", "jane.doe@example.com", "https://images.example.com/people/jane-doe.png");
        identity.Attributes.Single(attribute => attribute.Name == name).Values[0].Text.Should().Be(value, "verbatim");
        answer.Result.Warnings.Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.ValueTrimmed);
    }

    [Theory]
    [InlineData("full_name")]
    [InlineData("email")]
    public async Task The_same_value_sent_twice_is_accepted_with_a_warning(string name)
    {
        Answer answer = await s_singleRows.CheckAsync($"{name} twice, the same");

        answer.Result.Warnings.Should().ContainSingle().Which.Code.Should().Be(SamlWarningCode.DuplicateAttribute);
    }

    [Fact]
    public async Task However_often_a_value_is_sent_there_is_one_warning_of_each_kind()
    {
        Vector vector = new();
        for (int i = 0; i < 100; i++)
        {
            vector = Again("email", " jane.doe@example.com")(vector);
        }

        Answer answer = await vector.ShouldAnswerAsync(None);

        answer.Result.Warnings.Select(warning => warning.Code).Should().BeEquivalentTo(
            [SamlWarningCode.ValueTrimmed, SamlWarningCode.DuplicateAttribute]);
    }

    [Theory]
    [InlineData("absent", null)]
    [InlineData("without AttributeValue", null)]
    [InlineData("empty", null)]
    [InlineData("nil", null)]
    public async Task An_image_is_not_required(string name, string? expected)
    {
        Answer answer = await s_singleRows.CheckAsync("image_url " + name);

        answer.Result.Identity!.ImageUrl.Should().Be(expected);
    }

    private static VectorTable Required()
    {
        VectorTable table = [];
        foreach (string name in s_required)
        {
            table.Add($"{name} absent", RequiredAttributeMissing, Without(name));
            table.Add($"{name} without AttributeValue", RequiredAttributeEmpty, Values(name));
            table.Add($"{name} empty", RequiredAttributeEmpty, Values(name, ""));
            table.Add($"{name} of white space", RequiredAttributeEmpty, Values(name, " \n\t"));
            table.Add($"{name} nil", RequiredAttributeEmpty, Nil(name, "true"));
            table.Add($"{name} nil by 1", RequiredAttributeEmpty, Nil(name, "1"));
            table.Add($"{name} with an element inside", AttributeNotText, Structured(name));
        }

        table.Add("no attributes", RequiredAttributeMissing, Change.Remove("AttributeStatement"));
        return table;
    }

    private static VectorTable Single()
    {
        VectorTable table = new()
        {
            { "image_url absent", None, Without("image_url") },
            { "image_url without AttributeValue", None, Values("image_url") },
            { "image_url empty", None, Values("image_url", " ") },
            { "image_url nil", None, Nil("image_url", "true") },
            { "image_url with an element inside", AttributeNotText, Structured("image_url") },
            { "full_name not nil", None, Nil("full_name", "false") },
        };
        foreach (string name in s_single)
        {
            string value = name switch
            {
                "full_name" => "Jane Doe",
                "email" => "jane.doe@example.com",
                _ => "https://images.example.com/people/jane-doe.png",
            };
            table.Add($"{name} with two values", AttributeHasMultipleValues, Values(name, value, "https://b@c"));
            table.Add($"{name} with two equal values", AttributeHasMultipleValues, Values(name, value, value));
            table.Add($"{name} twice, the same", None, Again(name, value));
            table.Add($"{name} twice, the same but for white space", None, Again(name, value + "\n"));
            table.Add($"{name} twice, different", DuplicateAttributeConflict, Again(name, "https://b@c"));
            table.Add($"{name} twice, once empty", DuplicateAttributeConflict, Again(name, ""));
            table.Add($"{name} twice, once without AttributeValue", DuplicateAttributeConflict, Again(name));
        }

        return table;
    }
}
