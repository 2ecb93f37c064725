using System.Diagnostics;

namespace Saml.Core.Benchmarks;

/// <summary>
/// The least processor time of an operation in milliseconds, the median time on the clock, and the least that it
/// allocates. On a machine that others use as well, the clock measures them.
/// </summary>
internal readonly record struct Measurement(double Processor, double Median, long Allocated)
{
    private const int LeastRuns = 15;

    private static readonly TimeSpan s_duration = TimeSpan.FromMilliseconds(300);

    public static Measurement Of(Action operation)
    {
        List<double> times = [];
        double processor = double.MaxValue;
        long allocated = long.MaxValue;
        long begin = Stopwatch.GetTimestamp();
        while (times.Count < LeastRuns || Stopwatch.GetElapsedTime(begin) < s_duration)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            operation();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        times.Sort();
        return new Measurement(processor, times[times.Count / 2], allocated);
    }
}
