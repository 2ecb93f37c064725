using System.Text;
using Saml.Core.Bindings;
using Saml.Core.Errors;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Cost;

namespace Saml.Core.Tests.Bindings;

/// <summary>The size of a message is checked before it costs anything.</summary>
[Collection(Allocations.Name)]
public class MessageSizeTests
{
    /// <summary>Limits of every remainder by three, since base64 counts in threes.</summary>
    public static TheoryData<int, int, bool> Sizes
    {
        get
        {
            TheoryData<int, int, bool> sizes = [];
            foreach (int limit in new[] { 1024, 1025, 1026 })
            {
                foreach (int excess in new[] { -1, 0, 1, 2, 3, 4, 1024, 100_000 })
                {
                    sizes.Add(limit, limit + excess, excess <= 0);
                }
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Posted_message_is_measured_in_decoded_octets(int limit, int bytes, bool fits)
    {
        SamlRejection? rejection = TryDecode(Convert.ToBase64String(new byte[bytes]), limit);

        Check(rejection, limit, fits);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void White_space_is_not_measured(int limit, int bytes, bool fits)
    {
        string posted = Convert.ToBase64String(new byte[bytes], Base64FormattingOptions.InsertLineBreaks);

        Check(TryDecode($"\r\n{posted}\r\n", limit), limit, fits);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Xml_is_measured_as_it_is(int limit, int bytes, bool fits)
    {
        SamlRejection? rejection = Try(() => PostBinding.Copy(new byte[bytes], Limit(limit)));

        Check(rejection, limit, fits);
        rejection?.Actual.Should().Be($"{bytes}");
    }

    [Theory]
    [CatalogueRow("BT-8")]
    [InlineData("more white space than message", ' ', 10_000)]
    [InlineData("not base64", '%', 10_000)]
    [InlineData("not US-ASCII", 'é', 10_000)]
    [InlineData("padding", '=', 10_000)]
    [InlineData("huge", 'A', 4_000_000)]
    public void Size_comes_first_and_costs_nothing(string name, char repeated, int count)
    {
        string posted = "YWJj" + new string(repeated, count);
        TryDecode(posted, 1024);
        long before = GC.GetAllocatedBytesForCurrentThread();

        SamlRejection? rejection = TryDecode(posted, 1024);

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        rejection!.Code.Should().Be(SamlErrorCode.MessageTooLarge, name);
        allocated.Should().BeLessThan(4_096, "an exception and its texts are all that is made");
    }

    [Fact]
    public void Default_limit_is_256_KiB()
    {
        Try(() => PostBinding.Copy(new byte[262_144], new XmlLimits())).Should().BeNull();
        Try(() => PostBinding.Copy(new byte[262_145], new XmlLimits()))!.Expected.Should().Be("262144");
    }

    [Fact]
    public void Form_value_and_xml_arrive_at_the_same_octets()
    {
        byte[] xml = Encoding.UTF8.GetBytes("<a>ä</a>");

        byte[] ofForm = PostedMessage.OfForm(Convert.ToBase64String(xml)).Rent(new XmlLimits(), out int formLength);
        byte[] ofXml = PostedMessage.OfXml(xml).Rent(new XmlLimits(), out int xmlLength);

        ofForm[..formLength].Should().Equal(xml);
        ofXml[..xmlLength].Should().Equal(xml);
    }

    [Fact]
    public void Xml_is_copied()
    {
        byte[] xml = Encoding.UTF8.GetBytes("<a/>");
        byte[] octets = PostedMessage.OfXml(xml).Rent(new XmlLimits(), out _);

        xml.AsSpan().Clear();

        octets[..4].Should().Equal("<a/>"u8.ToArray());
        octets.Length.Should().BeGreaterThanOrEqualTo((4 * 2) + 16);
    }

    private static void Check(SamlRejection? rejection, int limit, bool fits)
    {
        (rejection?.Code).Should().Be(fits ? null : SamlErrorCode.MessageTooLarge);
        rejection?.Expected.Should().Be($"{limit}");
    }

    private static SamlRejection? TryDecode(string posted, int limit) =>
        Try(() => PostBinding.Decode(posted, Limit(limit), out _));

    private static XmlLimits Limit(int maxMessageBytes) => new() { MaxMessageBytes = maxMessageBytes };

    private static SamlRejection? Try(Func<byte[]> read)
    {
        try
        {
            read();
            return null;
        }
        catch (SamlRejection rejection)
        {
            return rejection;
        }
    }
}
