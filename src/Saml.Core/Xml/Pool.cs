using System.Buffers;

namespace Saml.Core.Xml;

/// <summary>Growth of arrays rented from the shared pool.</summary>
internal static class Pool
{
    /// <summary>Makes sure that index <paramref name="count"/> exists, keeping the first <paramref name="count"/> items.</summary>
    public static void EnsureRoom<T>(ref T[] array, int count)
    {
        if (count < array.Length)
        {
            return;
        }

        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
