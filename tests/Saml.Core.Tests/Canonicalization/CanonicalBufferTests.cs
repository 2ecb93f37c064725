using System.Text;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>The buffer grows as it is filled, up to a limit that is not what the pool has at hand, and keeps what it holds.</summary>
public sealed class CanonicalBufferTests
{
    private const int Capacity = 16;
    private const string Digits = "0123456789";
    private const int Limit = 1_000;

    private static readonly Dictionary<string, Action<CanonicalBuffer, int>> s_ways = new()
    {
        ["at once"] = (buffer, count) => buffer.Append(new byte[count]),
        ["octet by octet"] = (buffer, count) =>
        {
            for (int i = 0; i < count; i++)
            {
                buffer.Append((byte)0x61);
            }
        },
        ["by repetition"] = (buffer, count) =>
        {
            buffer.Append(0);
            for (int i = 1; i < count; i++)
            {
                buffer.Repeat(new(0, 1));
            }
        },
    };

    public static TheoryData<string, int> Ways
    {
        get
        {
            TheoryData<string, int> rows = [];
            foreach (string way in s_ways.Keys)
            {
                // Smaller than the limit, as large, and what the pool would give more for.
                rows.Add(way, 10);
                rows.Add(way, Limit);
                rows.Add(way, Limit - 300);
            }

            return rows;
        }
    }

    [Theory]
    [InlineData(Capacity - 1)]
    [InlineData(Capacity)]
    [InlineData(Capacity + 1)]
    [InlineData(Capacity * 5)]
    public void Keeps_what_is_appended(int length)
    {
        byte[] octets = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Digits, length))[..length]);
        using CanonicalBuffer whole = new(Capacity, limit: 1024);
        using CanonicalBuffer parts = new(Capacity, limit: 1024);
        using CanonicalBuffer single = new(Capacity, limit: 1024);

        whole.Append(octets);
        foreach (byte[] part in octets.Chunk(3))
        {
            parts.Append(part);
        }

        foreach (byte octet in octets)
        {
            single.Append(octet);
        }

        Text(whole).Should().Be(Encoding.ASCII.GetString(octets));
        Text(parts).Should().Be(Text(whole));
        Text(single).Should().Be(Text(whole));
    }

    [Fact]
    public void Repeats_a_part_of_what_it_holds()
    {
        using CanonicalBuffer buffer = new(Capacity, limit: 1024);
        buffer.Append("0123456789"u8);

        buffer.Repeat(new Slice(2, 6));
        buffer.Length.Should().Be(Capacity);
        buffer.Repeat(new Slice(0, 4));
        buffer.Repeat(new Slice(9, 0));

        Text(buffer).Should().Be("0123456789" + "234567" + "0123");
    }

    [Fact]
    public void Begins_anew_when_it_is_cleared()
    {
        using CanonicalBuffer buffer = new(Capacity, limit: 1024);
        buffer.Append("0123456789"u8);

        buffer.Clear();
        buffer.Append("x"u8);

        Text(buffer).Should().Be("x");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Limit_is_exact(string way, int capacity)
    {
        using CanonicalBuffer buffer = new(capacity, Limit);
        s_ways[way](buffer, Limit);
        buffer.Octets.Length.Should().Be(Limit);

        buffer.Invoking(full => full.Append(0)).Should().Throw<SamlRejection>()
            .Which.Code.Should().Be(SamlErrorCode.CanonicalizationFailed);
        buffer.Clear();
        buffer.Invoking(cleared => s_ways[way](cleared, Limit + 1)).Should().Throw<SamlRejection>();
    }

    [Fact]
    public void Is_gone_when_it_is_disposed()
    {
        CanonicalBuffer buffer = new(Capacity, limit: 1024);

        buffer.Dispose();
        buffer.Dispose();

        FluentActions.Invoking(() => buffer.Octets.Length).Should().Throw<ObjectDisposedException>()
            .Which.ObjectName.Should().Be(nameof(CanonicalBuffer));
    }

    private static string Text(CanonicalBuffer buffer) => Encoding.ASCII.GetString(buffer.Octets);
}
