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
    private const int WarmUpSize = 16 * 1024;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(8);
    private static readonly int[] s_sizes = [100 * 1024, 1024 * 1024];

    /// <summary>What a message of so many bytes may cost, whatever is in it: 10 ms and 5 ns a byte.</summary>
    public static double AllowedMilliseconds(int bytes) => 10 + (5 * bytes / 1e6);

    /// <summary>The validation of a shape, which answers as its row says, and the size of the message.</summary>
    public static Action Validation(HostileShape shape, int size, SamlResponseValidator validator, out int bytes)
    {
        string formValue = shape.ToFormValue(size);
        bytes = formValue.Length / 4 * 3;
        return () =>
        {
            SamlErrorCode answer = validator.Validate(formValue).Error?.Code ?? SamlErrorCode.None;
            if (answer != shape.Widest)
            {
                throw new InvalidOperationException($"{shape.Title}: {answer}");
            }
        };
    }

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
        string[] formValues = [.. HostileShapes.All.Select(shape => shape.ToFormValue(WarmUpSize))];
        Pairing.Warm(() => Array.ForEach(formValues, formValue => validator.Validate(formValue)), s_warmUp);
    }

    private static void PrintLine(HostileShape shape, int size, SamlResponseValidator validator)
    {
        string formValue = shape.ToFormValue(size);
        int bytes = formValue.Length / 4 * 3;
        SamlErrorCode answer = validator.Validate(formValue).Error?.Code ?? SamlErrorCode.None;
        Measurement measured = Measurement.Of(() => validator.Validate(formValue));
        double allowed = AllowedMilliseconds(bytes);
        string remark = answer == SamlErrorCode.XmlLimitExceeded || measured.Processor <= allowed ? "" : "  TOO DEAR";
        string unexpected = answer == shape.Widest ? "" : $"  UNEXPECTED: {shape.Widest}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes,10}  {(answer == SamlErrorCode.None ? "accepted" : $"SAML{(int)answer}"),-8}  {measured.Processor,8:F2}"
            + $"  {measured.Median,9:F2}  {measured.Processor * 1e6 / bytes,7:F2}  {measured.Allocated,13}"
            + $"  {shape.Title}{remark}{unexpected}"));
    }
}
