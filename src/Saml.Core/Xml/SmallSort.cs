using System.Buffers;
using System.Buffers.Binary;

namespace Saml.Core.Xml;

/// <summary>
/// Puts in order what nearly always is a handful: by insertion, because <c>Span.Sort</c> allocates. More items are merged
/// from such handfuls, so that the time stays n log n whatever their order.
/// </summary>
internal static class SmallSort
{
    private const int Few = 16;

    public static void Sort<T, TOrder>(Span<T> items, in TOrder order)
        where T : struct
        where TOrder : struct, IComparer<T>
    {
        for (int start = 0; start < items.Length; start += Few)
        {
            Insert(items[start..Math.Min(start + Few, items.Length)], order);
        }

        if (items.Length > Few)
        {
            MergeFew(items, order);
        }
    }

    /// <summary>
    /// The first eight octets as a number, in the order of the octets: it tells most names apart, and those that it does
    /// not it leaves to be compared. No name has an octet of zero.
    /// </summary>
    public static ulong FirstOctets(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(name);
        }

        ulong first = 0;
        foreach (byte octet in name)
        {
            first = (first << 8) | octet;
        }

        return first << (8 * (sizeof(ulong) - name.Length) & 63);
    }

    private static void Insert<T, TOrder>(Span<T> items, in TOrder order)
        where T : struct
        where TOrder : struct, IComparer<T>
    {
        for (int i = 1; i < items.Length; i++)
        {
            T moved = items[i];
            int place = i;
            for (; place > 0 && order.Compare(items[place - 1], moved) > 0; place--)
            {
                items[place] = items[place - 1];
            }

            items[place] = moved;
        }
    }

    private static void MergeFew<T, TOrder>(Span<T> items, in TOrder order)
        where T : struct
        where TOrder : struct, IComparer<T>
    {
        T[] rented = ArrayPool<T>.Shared.Rent(items.Length);
        Span<T> source = items;
        Span<T> target = rented.AsSpan(0, items.Length);
        for (int width = Few; width < items.Length; width *= 2)
        {
            for (int start = 0; start < items.Length; start += 2 * width)
            {
                int middle = Math.Min(start + width, items.Length);
                int end = Math.Min(middle + width, items.Length);
                Merge(source[start..middle], source[middle..end], target[start..end], order);
            }

            Span<T> merged = target;
            target = source;
            source = merged;
        }

        if (source != items)
        {
            source.CopyTo(items);
        }

        ArrayPool<T>.Shared.Return(rented);
    }

    private static void Merge<T, TOrder>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> target, in TOrder order)
        where T : struct
        where TOrder : struct, IComparer<T>
    {
        int taken = 0;
        int next = 0;
        while (taken < left.Length && next < right.Length)
        {
            target[taken + next] = order.Compare(left[taken], right[next]) <= 0 ? left[taken++] : right[next++];
        }

        left[taken..].CopyTo(target[(taken + next)..]);
        right[next..].CopyTo(target[(left.Length + next)..]);
    }
}
