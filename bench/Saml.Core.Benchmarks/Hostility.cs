using System.Globalization;
using Saml.Core.Tests.Cost;

namespace Saml.Core.Benchmarks;

/// <summary>
/// Prints for each hostile shape, validly signed where that can be, what answers it under the widest limits and what that
/// costs. A shape is too dear when it is accepted, or refused by another rule than a limit, and takes longer than 10 ms and
/// 5 ns a byte.
/// </summary>
internal static class Hostility
{
    private const double AllowedMilliseconds = 10;
    private const double AllowedNanosecondsPerByte = 5;

    private const int WarmUpSize = 16 * 1024;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(8);
    private static readonly int[] s_sizes = [100 * 1024, 1024 * 1024];

    public static void Print(IReadOnlyList<string> names)
    {
        SamlResponseValidator validator = HostileServiceProvider.CreateValidator(HostileServiceProvider.WidestLimits);
        WarmUp(validator);
        Console.WriteLine("     bytes  answer      cpu ms  median ms  ns/byte    B allocated  shape");
        foreach (HostileShape shape in HostileShapes.All)
        {
            if (names.Count > 0 && !names.Any(name => shape.Title.Contains(name, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            foreach (int size in s_sizes)
            {
                PrintLine(shape, size, validator);
            }
        }
    }

    // Until the tiered compiler has nothing left to do for any of them.
    private static void WarmUp(SamlResponseValidator validator)
    {
        string[] formValues = [.. HostileShapes.All.Select(shape =>
        {
            HostileMessage message = shape.OfSize(WarmUpSize);
            return message.Post(message.ToOctets());
        })];
        Pairing.Warm(() => Array.ForEach(formValues, formValue => validator.Validate(formValue)), s_warmUp);
    }

    private static void PrintLine(HostileShape shape, int size, SamlResponseValidator validator)
    {
        HostileMessage message = shape.OfSize(size);
        string formValue = message.Post(message.ToOctets());
        int bytes = formValue.Length / 4 * 3;
        SamlErrorCode answer = validator.Validate(formValue).Error?.Code ?? SamlErrorCode.None;
        Measurement measured = Measurement.Of(() => validator.Validate(formValue));
        double allowed = AllowedMilliseconds + (AllowedNanosecondsPerByte * bytes / 1e6);
        string remark = answer == SamlErrorCode.XmlLimitExceeded || measured.Processor <= allowed ? "" : "  TOO DEAR";
        string unexpected = answer == shape.Widest ? "" : $"  UNEXPECTED: {shape.Widest}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes,10}  {(answer == SamlErrorCode.None ? "accepted" : $"SAML{(int)answer}"),-8}  {measured.Processor,8:F2}"
            + $"  {measured.Median,9:F2}  {measured.Processor * 1e6 / bytes,7:F2}  {measured.Allocated,13}"
            + $"  {shape.Title}{remark}{unexpected}"));
    }
}
