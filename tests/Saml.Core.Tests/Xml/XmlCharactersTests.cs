using System.Text;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

public class XmlCharactersTests
{
    [Fact]
    public void Characters_are_those_of_production_2()
    {
        IEnumerable<int> wrong = Enumerable.Range(-1, 0x110002)
            .Where(scalar => XmlCharacters.IsCharacter(scalar) != Productions.IsCharacter(scalar));

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Names_are_those_of_productions_4_and_4a()
    {
        byte[] octets = new byte[8];
        octets[0] = (byte)'a';
        List<string> wrong = [];
        foreach (int scalar in Enumerable.Range(0, 0x110000).Where(Rune.IsValid))
        {
            int length = new Rune(scalar).EncodeToUtf8(octets.AsSpan(1));
            int asFirst = XmlCharacters.NameLength(octets.AsSpan(1, length));
            int asSecond = XmlCharacters.NameLength(octets.AsSpan(0, 1 + length));
            bool isRight = asFirst == (Productions.IsNameStart(scalar) ? length : 0)
                && asSecond == 1 + (Productions.IsName(scalar) ? length : 0);
            if (!isRight)
            {
                wrong.Add($"U+{scalar:X4}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Forbidden_octets_are_those_outside_production_2()
    {
        IEnumerable<int> forbidden = Enumerable.Range(0, 0x80).Where(octet => !Productions.IsCharacter(octet));

        Enumerable.Range(0, 0x100).Where(octet => XmlCharacters.ForbiddenOctets.Contains((byte)octet))
            .Should().Equal(forbidden);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("abc=", 3)]
    [InlineData("a:b", 1)]
    [InlineData("äb中c>", 7)]
    [InlineData("ä", 2)]
    [InlineData("ab×", 2)]
    [InlineData("😀", 4)]
    [InlineData("-a", 0)]
    [InlineData("9", 0)]
    [InlineData("·a", 0)]
    [InlineData(" a", 0)]
    public void Name_ends_at_the_first_other_character(string text, int expected)
    {
        XmlCharacters.NameLength(Encoding.UTF8.GetBytes(text)).Should().Be(expected);
    }

    [Theory]
    [InlineData("_a1", true)]
    [InlineData("id-1.2_3", true)]
    [InlineData("ä", true)]
    [InlineData("8e8dc1", true, "some products write IDs that begin with a digit")]
    [InlineData("0", true)]
    [InlineData("", false)]
    [InlineData(" _a", false)]
    [InlineData("_a ", false)]
    [InlineData("a:b", false)]
    [InlineData("-a", false)]
    [InlineData(".a", false)]
    [InlineData("1:a", false)]
    [InlineData("1ä", false)]
    [InlineData("t't", false, "quotes are for those who build XPath expressions")]
    [InlineData("_a\" or \"1\"=\"1", false)]
    [InlineData("#a", false)]
    public void Id_is_an_ncname_or_begins_with_a_digit(string text, bool expected, string because = "")
    {
        XmlCharacters.IsId(Encoding.UTF8.GetBytes(text)).Should().Be(expected, because);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n", "")]
    [InlineData("x", "x")]
    [InlineData("\n x y\t", "x y")]
    [InlineData("\u00a0x\u0085", "\u00a0x\u0085")]
    [InlineData("\vx\f", "\vx\f")]
    public void Trim_takes_white_space_of_xml_only(string text, string expected)
    {
        Encoding.UTF8.GetString(XmlCharacters.Trim(Encoding.UTF8.GetBytes(text))).Should().Be(expected);
    }
}
