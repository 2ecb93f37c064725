using System.Text;
using Saml.Core.Bindings;
using Saml.Core.Errors;

namespace Saml.Core.Tests.Bindings;

/// <summary>The form value SAMLResponse: strict base64, white space between groups of four and nowhere else.</summary>
public class PostBindingTests
{
    // Twelve groups, so that vectors of the platform's decoder come into play.
    private const string Long = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlq";

    [Theory]
    [InlineData("one octet", "YQ==", "a")]
    [InlineData("two octets", "YWI=", "ab")]
    [InlineData("three octets", "YWJj", "abc")]
    [InlineData("both characters beyond letters and digits", "+/+/", "\u00fb\u00ff\u00bf")]
    [InlineData("LF between lines", "YWJj\nYWI=", "abcab")]
    [InlineData("CR LF between lines", "YWJj\r\nYWI=\r\n", "abcab")]
    [InlineData("spaces and tabs", " \tYWJj \t YWI= \t", "abcab")]
    [InlineData("a line for each group", "YWJj\nYWJj\nYWJj\nYQ==", "abcabcabca")]
    [InlineData("white space around", "\r\n  YWJj  \r\n", "abc")]
    public void Base64_is_decoded(string name, string posted, string expected)
    {
        Decode(posted).Should().Equal(Encoding.Latin1.GetBytes(expected), name);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("empty", "")]
    [InlineData("a space", " ")]
    [InlineData("blank lines", "\r\n\t \r\n")]
    public void Nothing_posted_is_an_answer(string name, string? posted)
    {
        Refuse(posted).Code.Should().Be(SamlErrorCode.MissingSamlResponse, name);
    }

    /// <summary>The position is that of the group of four in which it goes wrong.</summary>
    [Theory]
    [InlineData("the alphabet for URLs, hyphen", "YWJj-WJj", 4)]
    [InlineData("the alphabet for URLs, underscore", "YWJjYWJ_", 4)]
    [InlineData("one character", "Y", 0)]
    [InlineData("two characters without padding", "YQ", 0)]
    [InlineData("three characters without padding", "YWJjYWI", 4)]
    [InlineData("truncated behind a line", "YWJj\nYWJjYW", 9)]
    [InlineData("one = too many", "YWJj=", 4)]
    [InlineData("two = too many", "YWJj==", 4)]
    [InlineData("a group of =", "YWJj====", 4)]
    [InlineData("three =", "Y===", 0)]
    [InlineData("= first", "=YWJ", 0)]
    [InlineData("= inside a group", "YQ=Q", 0)]
    [InlineData("nothing but =", "====", 0)]
    [InlineData("concatenated", "YQ==YWJj", 0)]
    [InlineData("concatenated, on two lines", "YQ==\nYWJj", 4)]
    [InlineData("concatenated, both padded", "YWI=  YWI=", 4)]
    [InlineData("= on the next line", "YWI\n=", 0)]
    [InlineData("the second = on the next line", "YQ=\n=", 0)]
    [InlineData("bits behind the last octet", "YR==", 0)]
    [InlineData("bits behind the last octet, one =", "YWJjYWJ=", 4)]
    [InlineData("+ that became a space", "YWJjYW JYWJj", 4)]
    [InlineData("+ that became a space, first in its group", "YWJj JjYWJj", 9)]
    [InlineData("encoded for a URL", "YWJjYQ%3D%3D", 4)]
    [InlineData("lines that do not end with a group", "YWJjY\nWJj", 4)]
    [InlineData("a no-break space", "YWJj\u00a0YWJj", 4)]
    [InlineData("a form feed", "YWJj\fYWJj", 4)]
    [InlineData("a vertical tab", "YWJjYWJj\v", 8)]
    [InlineData("an octet 0", "YWJj\0WJj", 4)]
    [InlineData("an octet 0 at the end", "YWJj\0", 4)]
    [InlineData("a byte order mark", "\uFEFFYWJj", 0)]
    [InlineData("a letter of another alphabet", "YWJjYWJjY\u0410Jj", 9)]
    [InlineData("a full-width letter", "YWJj\uff21WJj", 4)]
    [InlineData("half a surrogate pair", "YWJj\ud83d", 4)]
    [InlineData("a letter whose low octet is in the alphabet", "YWJj\u0141WJj", 4)]
    [InlineData("XML that was not encoded", "<a/>", 0)]
    [InlineData("a comma", "YWJj,YWJj", 4)]
    [InlineData("a data URL", "data:;base64,YWJj", 4)]
    [InlineData("in the middle of much", Long + "Y!Jj" + Long, 48)]
    [InlineData("padding in the middle of much", Long + "YQ==" + Long, 48)]
    [InlineData("at the end of much", Long + Long + "YWJ", 96)]
    public void Anything_else_is_refused_with_its_position(string name, string posted, int position)
    {
        SamlRejection rejection = Refuse(posted);

        rejection.Code.Should().Be(SamlErrorCode.InvalidBase64, name);
        rejection.Actual.Should().Be($"{position}", name);
    }

    [Theory]
    [InlineData("padding at the end of the first piece", 4092, "YQ==YWJj", 4092)]
    [InlineData("a letter of another alphabet in the second piece", 4096, "YWJj\u0410WJj", 4100)]
    [InlineData("a cut group in the second piece", 4096, "YWJjYW", 4100)]
    public void What_is_decoded_in_pieces_is_refused_with_its_position(
        string name, int charactersBefore, string posted, int position)
    {
        SamlRejection rejection = Refuse(new string('A', charactersBefore) + posted);

        rejection.Code.Should().Be(SamlErrorCode.InvalidBase64, name);
        rejection.Actual.Should().Be($"{position}", name);
    }

    /// <summary>
    /// The rules once more, written the slow way, over texts that are dense in what can go wrong; long ones are decoded a
    /// piece of 4,096 characters at a time.
    /// </summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 4088)]
    [InlineData(4, 4092)]
    [InlineData(5, 4096)]
    [InlineData(6, 8188)]
    public void Agrees_with_a_plain_reading_of_the_rules(int seed, int charactersBefore)
    {
        const string Alphabet = "AAAAAAQgw==\n -";
        string before = new('A', charactersBefore);
        Random random = new(seed);
        int decoded = 0;
        for (int i = 0; i < 10_000; i++)
        {
            string posted = before + string.Concat(
                Enumerable.Range(0, random.Next(13)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            byte[]? expected = ReadPlainly(posted);
            decoded += expected is null ? 0 : 1;

            byte[]? actual = TryDecode(posted);
            bool agrees = expected is null ? actual is null : actual is not null && actual.SequenceEqual(expected);
            agrees.Should().BeTrue("seed {0}: \"{1}\"", seed, posted[charactersBefore..]);
        }

        decoded.Should().BeInRange(500, 9_500);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(76)]
    public void Any_length_is_decoded_in_lines_of(int characters)
    {
        Random random = new(characters);
        for (int length = 1; length < 600; length++)
        {
            byte[] message = new byte[length];
            random.NextBytes(message);
            string posted = Convert.ToBase64String(message);
            if (characters > 0)
            {
                posted = string.Join("\r\n", posted.Chunk(characters).Select(line => new string(line)));
            }

            byte[] octets = PostBinding.Decode(posted, new XmlLimits(), out int decoded);

            octets.AsSpan(0, decoded).SequenceEqual(message).Should().BeTrue("{0} octets", length);
            octets.Length.Should().BeGreaterThanOrEqualTo((decoded * 2) + 16, "the reader needs room behind them");
        }
    }

    [Fact]
    public void Refusal_of_base64_has_no_place_in_xml()
    {
        SamlRejection rejection = Refuse("YWJj-WJj");

        rejection.Location.Should().BeNull();
        rejection.ToError().Message.Should().Be(
            "SAMLResponse is not valid base64 at character 4; was it URL-decoded twice or truncated?");
    }

    private static byte[]? ReadPlainly(string posted)
    {
        string[] runs = posted.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        List<byte> octets = [];
        for (int i = 0; i < runs.Length; i++)
        {
            string run = runs[i];
            string digits = run.TrimEnd('=');
            int padding = run.Length - digits.Length;
            bool isLast = i == runs.Length - 1;
            if (run.Length % 4 != 0 || padding > (isLast ? 2 : 0) || !digits.All(char.IsAsciiLetter))
            {
                return null;
            }

            byte[] part = Convert.FromBase64String(run);
            if (Convert.ToBase64String(part) != run)
            {
                return null;
            }

            octets.AddRange(part);
        }

        return [.. octets];
    }

    private static byte[]? TryDecode(string posted)
    {
        try
        {
            return Decode(posted);
        }
        catch (SamlRejection rejection) when (rejection.Code == SamlErrorCode.InvalidBase64)
        {
            return null;
        }
    }

    private static byte[] Decode(string posted)
    {
        byte[] octets = PostBinding.Decode(posted, new XmlLimits(), out int length);
        return octets[..length];
    }

    private static SamlRejection Refuse(string? posted) =>
        FluentActions.Invoking(() => PostBinding.Decode(posted, new XmlLimits(), out _))
            .Should().Throw<SamlRejection>().Which;
}
