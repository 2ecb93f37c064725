using System.Runtime.CompilerServices;
using System.Text;
using Saml.Core.Tests.Attacks;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Cost;

/// <summary>Long namespace names are compared a bounded number of times, and in the same order all the while.</summary>
[CatalogueRow("RX-3", "RX-5")]
public sealed class NamespaceOrderTests
{
    [Theory]
    [InlineData("short", 4)]
    [InlineData("as long as allowed by default", 1_000)]
    [InlineData("as long as can be allowed", 8_000)]
    public void Order_is_that_of_the_octets_however_often_it_is_asked(string what, int length)
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"urn:{new string('n', length)}{i * 37 % 41}é")];
        byte[] octets = Encoding.UTF8.GetBytes(string.Concat(names));
        SliceTable table = new(octets);
        NamespaceOrder order = new(octets);
        int position = 0;
        foreach (string name in names)
        {
            // Names come one by one, and each is compared with all before it.
            int bytes = Encoding.UTF8.GetByteCount(name);
            int added = table.Intern(new Slice(position, bytes), out _);
            position += bytes;
            for (int other = 0; other <= added; other++)
            {
                Math.Sign(order.Compare(table, added, other)).Should().Be(
                    Math.Sign(string.CompareOrdinal(name, names[other])), "{0}: {1} and {2}", what, added, other);
            }
        }

        order.Release();
        table.Release();
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(1_000, 3)]
    [InlineData(8_000, 3)]
    public void Long_names_are_sorted_once_they_have_been_compared_often(int length, int sorted)
    {
        string[] names = [.. "abc".Select(letter => $"urn:{new string('n', length)}{letter}")];
        byte[] octets = Encoding.UTF8.GetBytes(string.Concat(names));
        SliceTable table = new(octets);
        for (int i = 0; i < names.Length; i++)
        {
            table.Intern(new Slice(i * names[0].Length, names[0].Length), out _);
        }

        NamespaceOrder order = new(octets);
        for (int i = 0; i < 1_000; i++)
        {
            order.Compare(table, i % 3, (i + 1) % 3);
        }

        Sorted(order).Should().Be(sorted);
        order.Release();
        table.Release();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_sorted")]
    private static extern ref int Sorted(NamespaceOrder order);
}
