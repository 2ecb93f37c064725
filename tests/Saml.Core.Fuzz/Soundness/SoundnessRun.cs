using System.Diagnostics;
using Saml.Core.Fuzz.Genuine;
using Saml.Core.Fuzz.Mutations;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>Asks the property of many mutants, in several threads.</summary>
public static class SoundnessRun
{
    private const int BlockLength = 1000;

    /// <summary>The names of all mutations.</summary>
    public static IReadOnlyList<string> MutationNames => [.. Mutation.All.Select(mutation => mutation.Name)];

    /// <summary>The mutants with the indices from 0 up.</summary>
    public static Tally Run(
        SoundnessProperty property, ulong seed, long count, int threads, Action<Tally>? progress = null)
    {
        Tally total = new();
        Stopwatch clock = Stopwatch.StartNew();
        long next = 0;
        Lock gate = new();
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        total.Elapsed = clock.Elapsed;
        return total;

        void Work()
        {
            for (long start; (start = Interlocked.Add(ref next, BlockLength) - BlockLength) < count;)
            {
                Tally block = RunBlock(property, seed, start, Math.Min(start + BlockLength, count));
                lock (gate)
                {
                    total.Add(block);
                    total.Elapsed = clock.Elapsed;
                    progress?.Invoke(total);
                }
            }
        }
    }

    /// <summary>The octets of one mutant.</summary>
    public static byte[] Octets(SoundnessProperty property, ulong seed, long index) => Make(property, seed, index).Octets;

    /// <summary>One mutant with the answer to it.</summary>
    public static string Describe(SoundnessProperty property, ulong seed, long index)
    {
        Mutant mutant = Make(property, seed, index);
        string failure = Verdict.Of(property, mutant, out SamlErrorCode code) ?? "no failure";
        return $"{mutant}\nanswer: {code}\n{failure}";
    }

    // Only messages by the key that is quick to sign with are signed anew.
    private static Mutant Make(SoundnessProperty property, ulong seed, long index) => Mutant.Make(
        seed, index, property == SoundnessProperty.Sealed ? MessageSet.AllByEcdsa : MessageSet.All);

    private static Tally RunBlock(SoundnessProperty property, ulong seed, long start, long end)
    {
        Tally tally = new();
        for (long index = start; index < end; index++)
        {
            try
            {
                Ask(property, Make(property, seed, index), tally);
            }
            catch (Exception exception)
            {
                tally.AddFailure($"no mutant came of seed {seed}, index {index}: {exception}");
            }
        }

        return tally;
    }

    private static void Ask(SoundnessProperty property, Mutant mutant, Tally tally)
    {
        long began = Stopwatch.GetTimestamp();
        string? failure = Verdict.Of(property, mutant, out SamlErrorCode code);
        tally.Add(code, mutant.Mutations.Distinct(), Stopwatch.GetElapsedTime(began));
        if (failure is not null)
        {
            tally.AddFailure($"{failure}\n{mutant}");
        }
    }
}
