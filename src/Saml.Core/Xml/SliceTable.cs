using System.Buffers;
using System.Runtime.InteropServices;

namespace Saml.Core.Xml;

/// <summary>
/// Numbers distinct octet strings of one buffer from 0 in order of appearance. A few entries are searched in line;
/// more go through a hash table keyed by the runtime's randomised string hash, so that chosen names cannot collide.
/// </summary>
internal struct SliceTable
{
    private const int LinearEntries = 8;

    private readonly byte[] _octets;
    private Slice[] _entries;
    private int[]? _buckets;
    private int _bucketCount;
    private int _count;

    public SliceTable(byte[] octets)
    {
        _octets = octets;
        _entries = ArrayPool<Slice>.Shared.Rent(LinearEntries);
    }

    public readonly int Count => _count;

    public readonly Slice this[int id] => _entries[id];

    /// <summary>The number of the string at <paramref name="slice"/>; <paramref name="added"/> when it is new.</summary>
    public int Intern(Slice slice, out bool added)
    {
        int id = Find(_octets.AsSpan(slice.Start, slice.Length));
        added = id < 0;
        return added ? Add(slice) : id;
    }

    /// <summary>The number of <paramref name="text"/>, -1 when it is not in the table.</summary>
    public readonly int Find(ReadOnlySpan<byte> text)
    {
        if (_buckets is null)
        {
            for (int i = 0; i < _count; i++)
            {
                if (Text(i).SequenceEqual(text))
                {
                    return i;
                }
            }

            return -1;
        }

        for (int bucket = Bucket(text); _buckets[bucket] != 0; bucket = (bucket + 1) & (_bucketCount - 1))
        {
            int id = _buckets[bucket] - 1;
            if (Text(id).SequenceEqual(text))
            {
                return id;
            }
        }

        return -1;
    }

    public readonly void Release()
    {
        ArrayPool<Slice>.Shared.Return(_entries);
        if (_buckets is not null)
        {
            ArrayPool<int>.Shared.Return(_buckets);
        }
    }

    private readonly ReadOnlySpan<byte> Text(int id) => _octets.AsSpan(_entries[id].Start, _entries[id].Length);

    private int Add(Slice slice)
    {
        Pool.EnsureRoom(ref _entries, _count);
        int id = _count++;
        _entries[id] = slice;
        if (_buckets is not null && _count * 2 <= _bucketCount)
        {
            Place(id);
        }
        else if (_count > LinearEntries)
        {
            Rehash();
        }

        return id;
    }

    private void Rehash()
    {
        if (_buckets is not null)
        {
            ArrayPool<int>.Shared.Return(_buckets);
        }

        _bucketCount = _bucketCount == 0 ? LinearEntries * 8 : _bucketCount * 4;
        _buckets = ArrayPool<int>.Shared.Rent(_bucketCount);
        _buckets.AsSpan(0, _bucketCount).Clear();
        for (int id = 0; id < _count; id++)
        {
            Place(id);
        }
    }

    private readonly void Place(int id)
    {
        int bucket = Bucket(Text(id));
        while (_buckets![bucket] != 0)
        {
            bucket = (bucket + 1) & (_bucketCount - 1);
        }

        _buckets[bucket] = id + 1;
    }

    private readonly int Bucket(ReadOnlySpan<byte> text)
    {
        // The last octet of an odd number must not put similar names side by side: the search is linear.
        int hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(text));
        uint odd = (text.Length & 1) == 0 ? 0u : text[^1];
        return unchecked(hash + (int)(odd * 0x9E3779B1)) & (_bucketCount - 1);
    }
}
