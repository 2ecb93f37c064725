using System.Collections;

namespace Saml.Core.Tests.Validation;

/// <summary>Vectors by name: what is changed, and which code must answer (None: it is accepted).</summary>
internal sealed class VectorTable : IEnumerable<string>
{
    private readonly Dictionary<string, (SamlErrorCode Expected, Func<Vector, Vector> Change)> _rows =
        new(StringComparer.Ordinal);

    /// <summary>The rows as a theory takes them.</summary>
    public TheoryData<string, SamlErrorCode> Rows
    {
        get
        {
            TheoryData<string, SamlErrorCode> rows = [];
            foreach ((string name, (SamlErrorCode expected, _)) in _rows)
            {
                rows.Add(name, expected);
            }

            return rows;
        }
    }

    public IEnumerable<SamlErrorCode> Codes => _rows.Values.Select(row => row.Expected).Distinct();

    public void Add(string name, SamlErrorCode expected, Func<Vector, Vector> change) =>
        _rows.Add(name, (expected, change));

    public SamlErrorCode Expected(string name) => _rows[name].Expected;

    public Func<Vector, Vector> Change(string name) => _rows[name].Change;

    public Vector Vector(string name) => Change(name)(new Vector());

    public Task<Answer> CheckAsync(string name) => Vector(name).ShouldAnswerAsync(_rows[name].Expected);

    public IEnumerator<string> GetEnumerator() => _rows.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
