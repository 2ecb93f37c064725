using System.Globalization;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>What stands behind --mutants and --mutant.</summary>
internal sealed class Arguments
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    private readonly string[] _arguments;

    private Arguments(string[] arguments) => _arguments = arguments;

    private SoundnessProperty Property => Enum.Parse<SoundnessProperty>(Find("--property") ?? "signed", ignoreCase: true);

    private ulong Seed => ulong.Parse(Find("--seed") ?? "20260115", CultureInfo.InvariantCulture);

    private int Threads =>
        int.Parse(Find("--threads") ?? $"{Environment.ProcessorCount}", CultureInfo.InvariantCulture);

    /// <summary>The exit code, 1 when the property fails; null when the arguments mean something else.</summary>
    public static int? TryRun(string[] arguments)
    {
        Arguments read = new(arguments);
        return read.Find("--mutants") is { } count ? read.RunMany(long.Parse(count, CultureInfo.InvariantCulture))
            : read.Find("--mutant") is { } index ? read.RunOne(long.Parse(index, CultureInfo.InvariantCulture))
            : null;
    }

    private int RunMany(long count)
    {
        Console.WriteLine($"{count:N0} mutants, {Property}, seed {Seed}");
        TimeSpan next = s_pause;
        Tally tally = SoundnessRun.Run(Property, Seed, count, Threads, Report);
        Console.WriteLine(tally);
        foreach (string failure in tally.Failures)
        {
            Console.WriteLine(failure);
        }

        return tally.FailureCount == 0 ? 0 : 1;

        void Report(Tally soFar)
        {
            if (soFar.Elapsed >= next)
            {
                next = soFar.Elapsed + s_pause;
                Console.WriteLine(
                    $"{soFar.Mutants:N0} mutants, {soFar.Accepted:N0} accepted, {soFar.FailureCount:N0} failures,"
                    + $" {soFar.Mutants / soFar.Elapsed.TotalSeconds:N0}/s");
            }
        }
    }

    private int RunOne(long index)
    {
        Console.WriteLine(SoundnessRun.Describe(Property, Seed, index));
        return 0;
    }

    private string? Find(string option)
    {
        int place = Array.IndexOf(_arguments, option);
        return place >= 0 && place + 1 < _arguments.Length ? _arguments[place + 1] : null;
    }
}
