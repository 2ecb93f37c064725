using System.Buffers;

namespace Saml.Core.Xml;

/// <summary>
/// The order of the namespace names of one message. A few octets can ask for the comparison of two names of any length;
/// once that has been asked so often that it costs more than sorting all of them, they are sorted, and their places
/// compared from then on.
/// </summary>
internal sealed class NamespaceOrder(byte[] octets)
{
    // Octets whose comparison costs no more than that of two places.
    private const int Block = 64;

    // Blocks that may be compared before any name is sorted.
    private const int FirstAllowance = 1024;

    // About the binary logarithm of the number of names that a message has room for.
    private const int Comparisons = 16;

    private int[] _places = [];
    private int _sorted;
    private long _allowance = FirstAllowance;

    /// <summary>Compares two of the names by their number in the table.</summary>
    public int Compare(in SliceTable names, int x, int y)
    {
        if (x < _sorted && y < _sorted)
        {
            return _places[x].CompareTo(_places[y]);
        }

        _allowance -= Math.Min(names[x].Length, names[y].Length) / Block;
        if (_allowance < 0)
        {
            Sort(names);
            return _places[x].CompareTo(_places[y]);
        }

        return new ByName(octets, names).Compare(x, y);
    }

    public void Release()
    {
        if (_places.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_places);
        }
    }

    private void Sort(in SliceTable names)
    {
        Release();
        _sorted = names.Count;
        _places = ArrayPool<int>.Shared.Rent(_sorted);
        int[] order = ArrayPool<int>.Shared.Rent(_sorted);
        _allowance = FirstAllowance;
        for (int id = 0; id < _sorted; id++)
        {
            order[id] = id;
            _allowance += names[id].Length / Block * Comparisons;
        }

        SmallSort.Sort(order.AsSpan(0, _sorted), new ByName(octets, names));
        for (int place = 0; place < _sorted; place++)
        {
            _places[order[place]] = place;
        }

        ArrayPool<int>.Shared.Return(order);
    }

    private readonly struct ByName(byte[] octets, SliceTable names) : IComparer<int>
    {
        public int Compare(int x, int y) => Name(x).SequenceCompareTo(Name(y));

        private ReadOnlySpan<byte> Name(int id) => octets.AsSpan(names[id].Start, names[id].Length);
    }
}
