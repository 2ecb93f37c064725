using System.Globalization;
using System.Text;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Cost;

/// <summary>
/// Every shape is refused by the rule that is meant for it, or accepted at a cost in proportion to its size: growth is
/// asserted by allocations, which are exact, and never by time.
/// </summary>
[CatalogueRow(
    "RX-1", "RX-2", "RX-3", "RX-4", "RX-5", "RX-6", "RX-7", "RX-8", "RX-9", "RX-10", "RX-11", "RX-12", "RX-13", "RX-14",
    "RX-15", "RX-16", "RX-17", "RX-18", "RX-20", "RX-21", "RX-22")]
[Collection(Allocations.Name)]
public sealed class HostileShapeTests
{
    private const int Size = 100 * 1024;

    // An exception, its texts and the path to its place, which is put together from names.
    private const long Refusal = 48 * 1024;

    // Most octets of objects for each octet of a message: an Attribute without values has some 3 for each of its own.
    private const int Growth = 8;

    private static readonly SamlResponseValidator s_byDefault = HostileServiceProvider.CreateValidator(new XmlLimits());

    private static readonly SamlResponseValidator s_widest =
        HostileServiceProvider.CreateValidator(HostileServiceProvider.WidestLimits);

    public static TheoryData<string> Shapes => [.. HostileShapes.All.Select(shape => shape.Title)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Is_answered_with_the_code(string title)
    {
        HostileShape shape = Find(title);
        string formValue = shape.ToFormValue(Size);

        SamlValidationResult byDefault = s_byDefault.Validate(formValue);
        SamlValidationResult widest = s_widest.Validate(formValue);

        Code(byDefault).Should().Be(shape.ByDefault, "{0}", byDefault);
        Code(widest).Should().Be(shape.Widest, "{0}", widest);
        CheckTexts(byDefault);
        CheckTexts(widest);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Costs_memory_in_proportion_at_most(string title)
    {
        HostileShape shape = Find(title);
        string small = shape.ToFormValue(Size / 4);
        string large = shape.ToFormValue(Size);

        long ofSmall = LeastAllocation(s_widest, small);
        long ofLarge = LeastAllocation(s_widest, large);

        ofLarge.Should().BeLessThan(Refusal + ((long)Growth * large.Length));
        ofLarge.Should().BeLessThan(Refusal + (ofSmall * large.Length / small.Length * 5 / 4), "it is linear");
        if (IsRefusedUnread(shape.Widest))
        {
            ofLarge.Should().BeLessThan(Refusal, "nothing of the message is kept");
        }

        if (IsRefusedUnread(shape.ByDefault))
        {
            LeastAllocation(s_byDefault, large).Should().BeLessThan(Refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Costs_nothing_beyond_the_largest_size(string title)
    {
        HostileShape shape = Find(title);
        XmlLimits limits = new() { MaxMessageBytes = 1024 };
        SamlResponseValidator validator = HostileServiceProvider.CreateValidator(limits);
        string formValue = shape.ToFormValue(Size / 16);

        Code(validator.Validate(formValue)).Should().Be(SamlErrorCode.MessageTooLarge);
        LeastAllocation(validator, formValue).Should().BeLessThan(2048, "an exception and its texts are all that is made");
    }

    [Fact]
    public void Names_are_distinct() => HostileShapes.All.Select(shape => shape.Title).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Rows_are_those_that_this_class_covers() =>
        HostileShapes.All.Select(shape => shape.Row).Distinct().Should().BeEquivalentTo(
            typeof(HostileShapeTests).GetCustomAttributes(inherit: false).OfType<CatalogueRowAttribute>().Single().Rows);

    /// <summary>The control: without anything hostile the message is a login, and a changed one is not.</summary>
    [Fact]
    public void Nothing_but_the_hostile_part_speaks_against_a_message()
    {
        byte[] octets = new HostileMessage().ToOctets();
        string changed = Encoding.UTF8.GetString(octets).Replace("jane.doe@", "john.doe@", StringComparison.Ordinal);

        Code(s_byDefault.Validate(Convert.ToBase64String(octets))).Should().Be(SamlErrorCode.None);
        Code(s_byDefault.Validate(Convert.ToBase64String(Encoding.UTF8.GetBytes(changed))))
            .Should().Be(SamlErrorCode.DigestMismatch);
    }

    private static HostileShape Find(string title) => HostileShapes.All.Single(shape => shape.Title == title);

    private static SamlErrorCode Code(SamlValidationResult result) => result.Error?.Code ?? SamlErrorCode.None;

    // What is refused before the assertion has become objects; Flex and replay come behind that.
    private static bool IsRefusedUnread(SamlErrorCode code) =>
        code is > SamlErrorCode.None and < SamlErrorCode.RequiredAttributeMissing;

    private static long LeastAllocation(SamlResponseValidator validator, string formValue)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 4; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            validator.Validate(formValue);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    // RX-22: whatever a message says, a log gets one line of bounded length, and few of them.
    private static void CheckTexts(SamlValidationResult result)
    {
        string?[] texts = result.Error is { } error
            ? [error.ToString(), error.Expected, error.Actual, error.Hint, error.IdentityProviderMessage, error.Location?.ToString()]
            : [.. result.Warnings.Select(warning => warning.Message)];
        texts.Length.Should().BeLessThanOrEqualTo(160);
        foreach (string? text in texts.Where(text => text is not null))
        {
            text!.Length.Should().BeLessThan(4096);
            text.EnumerateRunes().Select(Rune.GetUnicodeCategory).Should().NotContain(
                [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator]);
        }
    }
}
