using System.Diagnostics;

namespace Saml.Core.Benchmarks;

/// <summary>
/// Interleaved, paired measurement in one process: a slice of the reference, a slice of the subject, a slice of the
/// reference again; the ratio of a pair uses the reference on both sides of it, and the median of many pairs is what
/// is quoted. A machine that slows down for a while slows both.
/// </summary>
internal static class Pairing
{
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(3);

    /// <summary>Runs an operation until the tiered compiler has nothing left to do.</summary>
    public static void Warm(Action operation, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            operation();
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
    }

    /// <summary>The ratio of the time of <paramref name="subject"/> to that of <paramref name="reference"/>.</summary>
    public static Ratio Measure(Action reference, Action subject, TimeSpan duration)
    {
        int referenceRuns = RunsPerSlice(reference);
        int subjectRuns = RunsPerSlice(subject);
        List<double> ratios = [];
        List<double> references = [];
        List<double> subjects = [];
        long start = Stopwatch.GetTimestamp();
        double before = Slice(reference, referenceRuns);
        do
        {
            double time = Slice(subject, subjectRuns);
            double after = Slice(reference, referenceRuns);
            ratios.Add(time / ((before + after) / 2));
            references.Add(after);
            subjects.Add(time);
            before = after;
        }
        while (Stopwatch.GetElapsedTime(start) < duration || ratios.Count < 15);
        return Ratio.Of(ratios, references, subjects);
    }

    /// <summary>Bytes allocated by one run on this thread, the least of several.</summary>
    public static long Allocated(Action operation)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 20; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            operation();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static int RunsPerSlice(Action operation)
    {
        double once = Math.Min(Slice(operation, 1), Slice(operation, 1));
        return Math.Clamp((int)(s_slice.TotalMicroseconds / Math.Max(once, 0.1)), 1, 100_000);
    }

    private static double Slice(Action operation, int runs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            operation();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / runs;
    }
}

/// <summary>A median ratio with its quartiles, and the median times in microseconds.</summary>
internal readonly record struct Ratio(double Median, double Low, double High, double Reference, double Subject)
{
    public static Ratio Of(List<double> ratios, List<double> references, List<double> subjects) => new(
        Quantile(ratios, 0.5),
        Quantile(ratios, 0.25),
        Quantile(ratios, 0.75),
        Quantile(references, 0.5),
        Quantile(subjects, 0.5));

    /// <summary>The same by another measure of the two.</summary>
    public Ratio Times(double factor) => this with { Median = Median * factor, Low = Low * factor, High = High * factor };

    private static double Quantile(List<double> values, double quantile)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)((sorted.Length - 1) * quantile)];
    }
}
