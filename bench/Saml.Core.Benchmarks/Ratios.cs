using System.Globalization;

namespace Saml.Core.Benchmarks;

/// <summary>
/// Prints what a validation and what its signatures cost as multiples of the bare cryptography of the same message,
/// measured in alternation in this process, and the bytes that one allocates.
/// </summary>
internal static class Ratios
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(5);

    public static void Print()
    {
        foreach (MessageSize size in Enum.GetValues<MessageSize>())
        {
            BenchmarkMessage message = BenchmarkMessage.Of(size);
            Action floor = () => message.Floor.Run();
            Action validate = () => message.Validate();
            Action signatures = () => message.VerifySignatures();
            Pairing.Warm(
                () =>
                {
                    floor();
                    validate();
                    signatures();
                },
                s_warmUp);
            PrintLine(message, "validate", floor, validate);
            PrintLine(message, "signatures only", floor, signatures);
        }
    }

    private static void PrintLine(BenchmarkMessage message, string name, Action floor, Action subject)
    {
        Ratio ratio = Pairing.Measure(floor, subject, s_duration);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{message.Xml.Length,9} bytes, {name,-15}: {ratio.Median:F2} x floor ({ratio.Low:F2} to {ratio.High:F2}), "
            + $"floor {ratio.Reference:F1} us, {ratio.Subject:F1} us, {Pairing.Allocated(subject)} B allocated"));
    }
}
