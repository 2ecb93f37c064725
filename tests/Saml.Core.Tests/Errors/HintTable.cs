using System.Collections;
using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Errors;

/// <summary>
/// Causes by name: the code that answers, what the hint says, what is changed, and a neighbour, a message that is refused
/// too and of which the hint must not say it.
/// </summary>
internal sealed class HintTable : IEnumerable<string>
{
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);

    public TheoryData<string> Names => [.. _rows.Keys];

    public void Add(
        string name, SamlErrorCode code, string says, Func<Vector, Vector> change, Func<Vector, Vector> neighbour) =>
        _rows.Add(name, new Row(code, says, change, neighbour));

    public void Add(HintTable others)
    {
        foreach ((string name, Row row) in others._rows)
        {
            _rows.Add(name, row);
        }
    }

    /// <summary>The hint about the cause itself.</summary>
    public async Task<string> HintAsync(string name) =>
        (await _rows[name].Change(new Vector()).ShouldAnswerAsync(_rows[name].Code)).Result.Error!.Hint!;

    public async Task CheckAsync(string name) => (await HintAsync(name)).Should().Contain(_rows[name].Says);

    public async Task CheckNeighbourAsync(string name)
    {
        Answer answer = await _rows[name].Neighbour(new Vector()).SubmitAsync();

        answer.Result.IsValid.Should().BeFalse();
        (answer.Result.Error!.Hint ?? "").Should().NotContain(_rows[name].Says);
    }

    public IEnumerator<string> GetEnumerator() => _rows.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record Row(
        SamlErrorCode Code, string Says, Func<Vector, Vector> Change, Func<Vector, Vector> Neighbour);
}
