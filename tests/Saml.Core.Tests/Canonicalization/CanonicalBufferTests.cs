using System.Text;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>The buffer grows as it is filled, up to its limit, and keeps what it holds.</summary>
public sealed class CanonicalBufferTests
{
    private const int Capacity = 16;
    private const string Digits = "0123456789";

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
    [InlineData(Capacity * 2, true)]
    [InlineData((Capacity * 2) + 1, false)]
    public void Grows_up_to_its_limit(int length, bool fits)
    {
        using CanonicalBuffer buffer = new(Capacity, limit: Capacity * 2);
        Action append = () => buffer.Append(new byte[length]);
        Action appendSingly = () => Enumerable.Range(0, length).ToList().ForEach(_ => buffer.Append(0));
        Action repeat = () => buffer.Repeat(new Slice(0, length - buffer.Length));

        foreach (Action fill in new[] { append, appendSingly, repeat })
        {
            buffer.Clear();
            buffer.Append(new byte[fill == repeat ? Capacity : 0]);
            if (fits)
            {
                fill.Should().NotThrow();
                buffer.Length.Should().Be(length);
            }
            else
            {
                fill.Should().Throw<SamlRejection>().Which.Code.Should().Be(SamlErrorCode.CanonicalizationFailed);
            }
        }
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
