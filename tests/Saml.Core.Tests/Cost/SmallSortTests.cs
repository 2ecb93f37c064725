using Saml.Core.Tests.Attacks;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Cost;

/// <summary>A sender chooses the order of attributes and declarations; none makes sorting them more than n log n.</summary>
[CatalogueRow("RX-3")]
public sealed class SmallSortTests
{
    private static readonly Dictionary<string, Func<int, int, int>> s_orders = new()
    {
        ["in order"] = (_, i) => i,
        ["backwards"] = (count, i) => count - i,
        ["all equal"] = (_, _) => 7,
        ["two values"] = (_, i) => i & 1,
        ["up and down"] = (count, i) => Math.Min(i, count - i),
        ["saw"] = (_, i) => i % 17,
        ["last item first"] = (count, i) => i == count - 1 ? -1 : i,
        ["no order"] = (_, i) => (int)(i * 61_803_399L % 1_000_003),
        ["halves in turn"] = (count, i) => (i & 1) == 0 ? i : count + i,
    };

    public static TheoryData<string> Orders => [.. s_orders.Keys];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Comparisons_stay_within_n_log_n(string name)
    {
        foreach (int count in new[] { 0, 1, 2, 15, 16, 17, 31, 32, 33, 64, 100, 1_000, 4_096, 10_000 })
        {
            int[] items = [.. Enumerable.Range(0, count).Select(i => s_orders[name](count, i))];
            int[] expected = [.. items.Order()];
            Counter counter = new();

            SmallSort.Sort(items.AsSpan(), new Counting(counter));

            items.Should().Equal(expected, "{0} of {1}", count, name);
            counter.Comparisons.Should().BeLessThanOrEqualTo(Bound(count), "{0} of {1}", count, name);
        }
    }

    /// <summary>M. D. McIlroy, A Killer Adversary for Quicksort: the answers are made up as the sort asks.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void An_adversary_that_answers_as_it_likes_gains_nothing(int count)
    {
        Adversary adversary = new(count);
        int[] items = [.. Enumerable.Range(0, count)];

        SmallSort.Sort(items.AsSpan(), new Answering(adversary));

        adversary.Comparisons.Should().BeLessThanOrEqualTo(Bound(count));
        items.Select(adversary.Value).Should().BeInAscendingOrder();
    }

    [Fact]
    public void Equal_items_keep_their_order()
    {
        (int Key, int Place)[] items = [.. Enumerable.Range(0, 1_000).Select(i => (i * 7919 % 10, i))];
        (int, int)[] expected = [.. items.OrderBy(item => item.Key)];

        SmallSort.Sort(items.AsSpan(), new ByKey());

        items.Should().Equal(expected);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        int[] items = new int[4_096];
        long least = long.MaxValue;
        for (int run = 0; run < 20; run++)
        {
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = items.Length - i;
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            SmallSort.Sort(items.AsSpan(), new Plain());
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.Should().Be(0);
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "aa")]
    [InlineData("aaaaaaa", "aaaaaaaa")]
    [InlineData("aaaaaaaa", "aaaaaaab")]
    [InlineData("Z", "a")]
    [InlineData("z", "é")]
    public void First_octets_are_in_the_order_of_the_octets(string smaller, string larger) =>
        SmallSort.FirstOctets(System.Text.Encoding.UTF8.GetBytes(smaller))
            .Should().BeLessThan(SmallSort.FirstOctets(System.Text.Encoding.UTF8.GetBytes(larger)));

    [Fact]
    public void First_octets_are_eight() =>
        SmallSort.FirstOctets("aaaaaaaab"u8).Should().Be(SmallSort.FirstOctets("aaaaaaaac"u8));

    // Handfuls of 16 cost 7.5 comparisons an item at most, each merge one.
    private static int Bound(int count) =>
        (int)(count * (7.5 + Math.Ceiling(Math.Log2(Math.Max(1, count / 16.0)))));

    private sealed class Counter
    {
        public int Comparisons { get; set; }
    }

    private readonly struct Counting(Counter counter) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            counter.Comparisons++;
            return x.CompareTo(y);
        }
    }

    private readonly struct Plain : IComparer<int>
    {
        public int Compare(int x, int y) => x.CompareTo(y);
    }

    private readonly struct ByKey : IComparer<(int Key, int Place)>
    {
        public int Compare((int Key, int Place) x, (int Key, int Place) y) => x.Key.CompareTo(y.Key);
    }

    private readonly struct Answering(Adversary adversary) : IComparer<int>
    {
        public int Compare(int x, int y) => adversary.Compare(x, y);
    }

    private sealed class Adversary(int count)
    {
        private readonly int[] _values = [.. Enumerable.Repeat(count, count)];
        private int _solid;
        private int _candidate;

        public int Comparisons { get; private set; }

        public int Value(int item) => _values[item];

        public int Compare(int x, int y)
        {
            Comparisons++;
            if (_values[x] == count && _values[y] == count)
            {
                _values[x == _candidate ? x : y] = _solid++;
            }

            _candidate = _values[x] == count ? x : _values[y] == count ? y : _candidate;
            return _values[x].CompareTo(_values[y]);
        }
    }
}
