namespace Saml.Core.Xml;

/// <summary>
/// Puts in order what nearly always is a handful: by insertion, because <c>Span.Sort</c> allocates; many items are left
/// to it, so that the time stays n log n.
/// </summary>
internal static class SmallSort
{
    private const int Few = 16;

    public static void Sort<T, TOrder>(Span<T> items, TOrder order)
        where TOrder : struct, IComparer<T>
    {
        if (items.Length > Few)
        {
            items.Sort(order);
            return;
        }

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
}
