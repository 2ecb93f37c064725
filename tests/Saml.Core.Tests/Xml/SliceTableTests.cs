using System.Text;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

public class SliceTableTests
{
    /// <summary>Below, at and above the sizes at which the table begins to hash and grows.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5_000)]
    public void Numbers_distinct_texts_in_order_of_appearance(int count)
    {
        string[] texts = [.. Enumerable.Range(0, count).Select(i => new string('x', i % 3) + i)];
        byte[] octets = Encoding.UTF8.GetBytes(string.Concat(texts) + string.Concat(texts));
        SliceTable table = new(octets);
        int position = 0;
        foreach (bool isFirst in new[] { true, false })
        {
            for (int i = 0; i < count; i++)
            {
                int id = table.Intern(new Slice(position, texts[i].Length), out bool added);

                id.Should().Be(i);
                added.Should().Be(isFirst);
                position += texts[i].Length;
            }
        }

        table.Count.Should().Be(count);
        for (int i = 0; i < count; i++)
        {
            table.Find(Encoding.UTF8.GetBytes(texts[i])).Should().Be(i);
            table[i].Length.Should().Be(texts[i].Length);
        }

        table.Find("y"u8).Should().Be(-1);
        table.Release();
    }

    [Theory]
    [InlineData(0, "searched in line")]
    [InlineData(100, "hashed")]
    public void Tells_similar_texts_apart(int others, string how)
    {
        string[] texts = ["", "a", "b", "ab", "ba", "abc", "abd", "abca", "abcb", "\0", "\0\0", "A"];
        string filling = string.Concat(Enumerable.Range(0, others).Select(i => $"{i:D4}"));
        byte[] octets = Encoding.UTF8.GetBytes(filling + string.Concat(texts));
        SliceTable table = new(octets);
        for (int i = 0; i < others; i++)
        {
            table.Intern(new Slice(i * 4, 4), out _);
        }

        int position = filling.Length;
        foreach (string text in texts)
        {
            table.Intern(new Slice(position, text.Length), out bool added);
            added.Should().BeTrue("\"{0}\" is new ({1})", text, how);
            position += text.Length;
        }

        table.Find("aba"u8).Should().Be(-1);
        table.Release();
    }
}
