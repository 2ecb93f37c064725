using System.Globalization;

namespace Saml.Core.Benchmarks;

/// <summary>
/// Prints where the time of a validation goes: each step alone, as a share of the bare cryptography of the same message.
/// A step alone has its code and its branches in the caches, which it has not between two public-key operations; the
/// last line of each message is what that makes.
/// </summary>
internal static class Breakdown
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(1);

    public static void Print()
    {
        Console.WriteLine(Machine.Describe());
        foreach (MessageSize size in Enum.GetValues<MessageSize>())
        {
            BenchmarkMessage message = BenchmarkMessage.Of(size);
            using MessageParts parts = new(message);
            Print(message, parts);
        }
    }

    private static void Print(BenchmarkMessage message, MessageParts parts)
    {
        Action floor = () => message.Floor.Run();
        (string Name, Action Step)[] steps =
        [
            ("base64", () => parts.Base64()),
            ("reading", () => parts.Reading()),
            ("unverified elements and rules", () => parts.UnverifiedRead()),
            ("form of the signatures", () => parts.SignatureShape()),
            ("canonicalization", () => parts.Canonicalization()),
            ("digest", () => parts.Digest()),
            ("signature", () => parts.Signature()),
            ("signed elements", () => parts.SignedAssertion()),
            ("rules, assertion", () => parts.RulesAndAssertion()),
            ("identity", () => parts.Identity()),
        ];
        Console.WriteLine($"{message.Xml.Length} bytes");
        double sum = 0;
        foreach ((string name, Action step) in steps)
        {
            sum += PrintLine(name, floor, step).Median;
        }

        Ratio whole = PrintLine("the whole", floor, () => message.Validate());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {"between the steps",-32} {whole.Median - sum,7:F3}"));
    }

    private static Ratio PrintLine(string name, Action floor, Action step)
    {
        Pairing.Warm(step, s_warmUp);
        Ratio ratio = Pairing.Measure(floor, step, s_duration);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-32} {ratio.Median,7:F3} x floor  {ratio.Subject,9:F2} us  {Pairing.Allocated(step),8} B"));
        return ratio;
    }
}
