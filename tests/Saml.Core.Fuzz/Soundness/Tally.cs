using System.Text;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>What a run of mutants came to.</summary>
public sealed class Tally
{
    private const int MostFailures = 10;

    private readonly SortedDictionary<SamlErrorCode, long> _codes = [];
    private readonly SortedDictionary<string, (long Made, long Accepted)> _mutations = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];

    public long Mutants { get; private set; }

    /// <summary>Accepted, with the identity of a genuine message.</summary>
    public long Accepted => _codes.GetValueOrDefault(SamlErrorCode.None);

    /// <summary>Mutants whose signatures were verified, whatever came of it.</summary>
    public long ReachedCryptography => _codes.Where(row => Stages.IsBehindForm(row.Key)).Sum(row => row.Value);

    public long FailureCount { get; private set; }

    /// <summary>The first failures, each with what is needed to see it again.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>How often each code was the answer; <see cref="SamlErrorCode.None"/> stands for acceptance.</summary>
    public IReadOnlyDictionary<SamlErrorCode, long> Codes => _codes;

    /// <summary>How often each mutation was used, and how often the message was accepted all the same.</summary>
    public IReadOnlyDictionary<string, (long Made, long Accepted)> Mutations => _mutations;

    public TimeSpan Longest { get; private set; }

    public TimeSpan Elapsed { get; internal set; }

    internal void Add(SamlErrorCode code, IEnumerable<string> mutations, TimeSpan duration)
    {
        Mutants++;
        _codes[code] = _codes.GetValueOrDefault(code) + 1;
        foreach (string mutation in mutations)
        {
            (long made, long accepted) = _mutations.GetValueOrDefault(mutation);
            _mutations[mutation] = (made + 1, accepted + (code == SamlErrorCode.None ? 1 : 0));
        }

        Longest = duration > Longest ? duration : Longest;
    }

    internal void AddFailure(string failure)
    {
        FailureCount++;
        if (_failures.Count < MostFailures)
        {
            _failures.Add(failure);
        }
    }

    internal void Add(Tally other)
    {
        Mutants += other.Mutants;
        foreach ((SamlErrorCode code, long count) in other._codes)
        {
            _codes[code] = _codes.GetValueOrDefault(code) + count;
        }

        foreach ((string mutation, (long made, long accepted)) in other._mutations)
        {
            (long madeHere, long acceptedHere) = _mutations.GetValueOrDefault(mutation);
            _mutations[mutation] = (madeHere + made, acceptedHere + accepted);
        }

        FailureCount += other.FailureCount;
        _failures.AddRange(other._failures.Take(MostFailures - _failures.Count));
        Longest = other.Longest > Longest ? other.Longest : Longest;
    }

    /// <summary>The final table.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.AppendLine($"mutants               {Mutants,12:N0}");
        text.AppendLine($"accepted              {Accepted,12:N0}  {Share(Accepted):P1}, with a genuine identity");
        text.AppendLine($"reached cryptography  {ReachedCryptography,12:N0}  {Share(ReachedCryptography):P1}");
        text.AppendLine($"failures              {FailureCount,12:N0}");
        text.AppendLine($"mutants a second      {Mutants / Elapsed.TotalSeconds,12:N0}");
        text.AppendLine($"longest mutant        {Longest.TotalMilliseconds,12:N1} ms");
        foreach ((SamlErrorCode code, long count) in _codes.OrderByDescending(row => row.Value))
        {
            text.AppendLine($"  {(int)code:D4} {code,-34} {count,12:N0}  {Share(count):P2}");
        }

        foreach ((string mutation, (long made, long accepted)) in _mutations)
        {
            text.AppendLine($"  {mutation,-50} {made,12:N0} made  {accepted,12:N0} accepted");
        }

        return text.ToString();
    }

    private double Share(long count) => Mutants == 0 ? 0 : (double)count / Mutants;
}
