using System.Diagnostics;

namespace Saml.Core.Benchmarks;

/// <summary>How much more two threads get done than one, of a subject beside a reference, in alternation.</summary>
internal static class Scaling
{
    private const int MicrosecondsPerSlice = 15_000;

    public static Ratio Measure(Action reference, Action subject, TimeSpan duration)
    {
        int referenceRuns = Runs(reference);
        int subjectRuns = Runs(subject);
        List<double> references = [];
        List<double> subjects = [];
        List<double> ratios = [];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration || ratios.Count < 15)
        {
            references.Add(OfTwo(reference, referenceRuns));
            subjects.Add(OfTwo(subject, subjectRuns));
            ratios.Add(subjects[^1] / references[^1]);
        }

        return Ratio.Of(ratios, references, subjects);
    }

    /// <summary>The work that two threads do in the time in which one does one.</summary>
    private static double OfTwo(Action operation, int runs)
    {
        double alone = InParallel(operation, runs, threads: 1);
        double together = InParallel(operation, runs, threads: 2);
        return 2 * alone / together;
    }

    /// <summary>Time in which each of so many threads has run the operation so many times, in microseconds.</summary>
    public static double InParallel(Action operation, int runs, int threads)
    {
        using Barrier barrier = new(threads);
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work))];
        foreach (Thread other in others)
        {
            other.Start();
        }

        barrier.SignalAndWait();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            operation();
        }

        foreach (Thread other in others)
        {
            other.Join();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;

        void Work()
        {
            barrier.SignalAndWait();
            for (int i = 0; i < runs; i++)
            {
                operation();
            }
        }
    }

    private static int Runs(Action operation) =>
        Math.Max(1, (int)(MicrosecondsPerSlice / (InParallel(operation, 20, threads: 1) / 20)));
}
