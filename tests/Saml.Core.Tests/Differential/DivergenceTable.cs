using System.Collections;

namespace Saml.Core.Tests.Differential;

/// <summary>
/// Messages that we accept and an oracle refuses, by the beginning of their titles, with the reason. Filled by one test.
/// </summary>
internal sealed class DivergenceTable : IEnumerable<string>
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _met = [];
    private readonly List<string> _faults = [];

    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    public int Met { get; private set; }

    /// <summary>A row for all messages whose titles begin so.</summary>
    public void Add(string title, string reason) => _reasons.Add(title, reason);

    /// <summary>An oracle's answer to a message, null when it agrees; whether it did.</summary>
    public bool AddAnswer(string title, string? refusal)
    {
        string? row = _reasons.Keys.SingleOrDefault(prefix => title.StartsWith(prefix, StringComparison.Ordinal));
        if (refusal is null)
        {
            if (row is not null)
            {
                _faults.Add($"{title}: listed, and does not diverge");
            }

            return true;
        }

        Met++;
        if (row is null)
        {
            _faults.Add($"{title}: {refusal}");
        }
        else
        {
            _met.Add(row);
        }

        return false;
    }

    public void Check()
    {
        string.Join('\n', _faults).Should().BeEmpty();
        _reasons.Keys.Should().BeSubsetOf(_met, "a row without a message is of no use");
    }

    public IEnumerator<string> GetEnumerator() => _reasons.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
