using System.Runtime.CompilerServices;
using System.Text;
using Saml.Core.Tests.Attacks;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Cost;

/// <summary>
/// A sender chooses the names; no choice that can be made without the process's secret makes the table search long. What
/// is counted are the steps to each name, read from the table itself.
/// </summary>
[CatalogueRow("RX-4")]
public sealed class HashCollisionTests
{
    private const int Count = 20_000;

    private static readonly Dictionary<string, Func<int, string>> s_names = new()
    {
        ["numbers"] = i => $"{i}",
        ["colliding under h * 31 + c"] = HashCollisions.Polynomial31,
        ["differing in their last character, of odd length"] = HashCollisions.LastCharacter,
        ["differing in their last character, of even length"] = i => HashCollisions.LastCharacter(i) + "x",
        ["differing in their last octet, not ASCII"] = i => $"{i / 64:D6}{(char)(0x4E00 + (i % 64))}",
        ["permutations"] = i => string.Concat(new[] { i & 7, i >> 3 & 7, i >> 6 & 7, i >> 9 & 7, i >> 12 & 7 }.Select(d => $"{d}{7 - d}")),
        ["of zeros and ones"] = i => Convert.ToString(i, 2).PadLeft(16, '0'),
        ["of one letter, of every length"] = i => new string('a', (i % 1000) + 1) + (i / 1000),
        ["long, alike but for their beginnings"] = i => $"{i:D5}{new string('n', 60)}",
        ["long, alike but for their ends"] = i => $"{new string('n', 60)}{i:D5}",
    };

    public static TheoryData<string> Names => [.. s_names.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_found_after_few_steps(string family)
    {
        byte[][] names = [.. Enumerable.Range(0, Count).Select(i => Encoding.UTF8.GetBytes(s_names[family](i))).DistinctBy(
            Convert.ToHexString)];
        byte[] octets = [.. names.SelectMany(name => name)];
        SliceTable table = new(octets);
        int position = 0;
        foreach (byte[] name in names)
        {
            table.Intern(new Slice(position, name.Length), out _);
            position += name.Length;
        }

        int[] steps = [.. names.Select((name, id) => Steps(ref table, name, id))];
        table.Release();

        // Half full at most: 1.5 steps are expected on average.
        steps.Average().Should().BeLessThan(2.5);
        steps.Max().Should().BeLessThan(200);
    }

    private static int Steps(ref SliceTable table, byte[] name, int id)
    {
        int bucket = Bucket(ref table, name);
        int steps = 1;
        for (; Buckets(ref table)![bucket] != id + 1; steps++)
        {
            bucket = (bucket + 1) & (BucketCount(ref table) - 1);
        }

        return steps;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_buckets")]
    private static extern ref int[]? Buckets(ref SliceTable table);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_bucketCount")]
    private static extern ref int BucketCount(ref SliceTable table);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Bucket")]
    private static extern int Bucket(ref SliceTable table, ReadOnlySpan<byte> text);
}
