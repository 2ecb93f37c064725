using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;

namespace Saml.Core.Tests.Api;

/// <summary>Texts of errors come from messages that anybody can write: they are capped and safe to print.</summary>
public sealed class SamlErrorTests
{
    // Behind it stands the ellipsis.
    private const int Cap = 1024;

    [Fact]
    public async Task Texts_from_a_message_are_capped()
    {
        Vector vector = Text("Audience", new string('a', 100_000))(new Vector());

        SamlError error = (await vector.ShouldAnswerAsync(AudienceMismatch)).Result.Error!;

        error.Actual!.Length.Should().BeLessThanOrEqualTo(Cap + 1);
        error.Actual.Should().EndWith("…");
        error.ToString().Length.Should().BeLessThan(3000);
    }

    [Theory]
    [InlineData("a\nb", "a\\u{000A}b")]
    [InlineData("a\tb", "a\\u{0009}b")]
    [InlineData("a\u0085b", "a\\u{0085}b")]
    [InlineData("a\u202Eb", "a\\u{202E}b")]
    [InlineData("a\u200Bb", "a\\u{200B}b")]
    [InlineData("a\uFEFFb", "a\\u{FEFF}b")]
    [InlineData("a\u2028b", "a\\u{2028}b")]
    [InlineData("a\u00A0b", "a\\u{00A0}b")]
    [InlineData("m\u00FCnchen \U0001F600", "m\u00FCnchen \U0001F600")]
    [InlineData("{e}{a}{s}", "{e}{a}{s}")]
    public async Task Characters_that_disturb_a_line_are_written_out(string sent, string shown)
    {
        Vector vector = Text("Audience", sent)(new Vector());

        SamlError error = (await vector.ShouldAnswerAsync(AudienceMismatch)).Result.Error!;

        error.Actual.Should().Be(shown);
        error.Message.Should().Be($"Expected audience {Vector.EntityId}; assertion allows [{shown}].");
    }

    [Fact]
    public async Task A_list_of_attribute_names_is_capped()
    {
        Func<Vector, Vector> change = vector => vector;
        for (int i = 0; i < 100; i++)
        {
            string name = $"an attribute with rather a long name, number {i}";
            change = change.And(Template(t => t.WithAttribute(name, "x")));
        }

        Vector vector = change.And(Template(t => t.WithoutAttribute("email")))(new Vector());

        SamlError error = (await vector.ShouldAnswerAsync(RequiredAttributeMissing)).Result.Error!;

        error.Actual!.Length.Should().BeLessThanOrEqualTo(Cap + 1);
        error.Actual.Should().StartWith("full_name, roles, image_url").And.EndWith("…");
    }

    [Fact]
    public async Task The_place_is_told_in_lines_columns_and_elements()
    {
        Vector vector = Set("SubjectConfirmationData", "Recipient", "x")(new Vector());
        vector = vector.Tamper("<saml2:SubjectConfirmation ", "<saml2:SubjectConfirmation\n");

        SamlLocation location = (await vector.ShouldAnswerAsync(RecipientMismatch)).Result.Error!.Location!;

        string text = System.Text.Encoding.UTF8.GetString(vector.ToOctets());
        int offset = text.IndexOf("<saml2:SubjectConfirmation\n", StringComparison.Ordinal);
        location.ByteOffset.Should().Be(offset);
        location.Line.Should().Be(1 + text[..offset].Count(character => character == '\n'));
        location.Column.Should().Be(offset - text.LastIndexOf('\n', offset));
        location.ElementPath.Should().Be("/Response/Assertion/Subject/SubjectConfirmation");
    }

    [Fact]
    public async Task What_is_absent_or_empty_is_said()
    {
        SamlError absent = (await Set("Response", "Version", null)(new Vector())
            .ShouldAnswerAsync(UnsupportedSamlVersion)).Result.Error!;
        SamlError empty = (await Set("Response", "Version", "")(new Vector())
            .ShouldAnswerAsync(UnsupportedSamlVersion)).Result.Error!;

        absent.Actual.Should().BeNull();
        absent.Message.Should().Contain("(absent)");
        empty.Actual.Should().BeEmpty();
        empty.Message.Should().Contain("(empty)");
    }
}
