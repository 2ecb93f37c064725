using System.Text;
using Saml.Core.Bindings;
using Saml.Core.Tests.Cost;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>A message costs the heap some small objects: all else is pooled.</summary>
[Collection(Allocations.Name)]
public class XmlAllocationTests
{
    private const int MessageBytes = 8 * 1024;

    // Measured: 184 bytes, the tree and the limits. That leaves room for some fields, not for anything for each node.
    private const long SmallObjects = 320;

    [Theory]
    [InlineData("plain", "<r:value n=\"1\">text</r:value>")]
    [InlineData("everything normalised", "<r:value n='&lt;\n'>&#65;\r<![CDATA[x]]></r:value>")]
    [InlineData("a prefix and namespace each", "<p{0}:value xmlns:p{0}='urn:{0}' n='1'>text</p{0}:value>")]
    [InlineData("attributes to sort", "<value z='{0}' b='2' a='3'>text</value>")]
    [InlineData("an ID each", "<value ID='_{0}' n='1'>text</value>")]
    public void Reading_allocates_next_to_nothing(string name, string pattern)
    {
        StringBuilder content = new("<r:root xmlns:r=\"urn:x\">");
        for (int i = 0; content.Length < MessageBytes; i++)
        {
            content.Append(pattern.Replace("{0}", $"{i}", StringComparison.Ordinal));
        }

        byte[] xml = Encoding.UTF8.GetBytes(content.Append("</r:root>").ToString());
        string posted = Convert.ToBase64String(xml);

        LeastAllocation(() => Reading.Read(xml).Dispose()).Should().BeLessThan(SmallObjects, name);
        LeastAllocation(() => ReadPosted(posted)).Should().BeLessThan(SmallObjects, name);
    }

    private static void ReadPosted(string posted)
    {
        byte[] octets = PostBinding.Decode(posted, new XmlLimits(), out int length);
        XmlTreeReader.Read(octets, length, new XmlLimits()).Dispose();
    }

    // The least of many: a collection may empty the pool at any time.
    private static long LeastAllocation(Action action)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
