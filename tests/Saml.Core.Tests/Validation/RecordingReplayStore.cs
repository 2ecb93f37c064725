namespace Saml.Core.Tests.Validation;

/// <summary>Remembers what it was asked to add; answers as told, or by whether the key is new.</summary>
internal sealed class RecordingReplayStore : IReplayStore
{
    private readonly Func<string, CancellationToken, ValueTask<bool>>? _answer;
    private readonly List<(string Key, DateTimeOffset ExpiresAt)> _calls = [];

    public RecordingReplayStore(Func<string, CancellationToken, ValueTask<bool>>? answer = null) => _answer = answer;

    public IReadOnlyList<(string Key, DateTimeOffset ExpiresAt)> Calls => _calls;

    public ValueTask<bool> TryAddAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        bool isNew;
        lock (_calls)
        {
            isNew = _calls.TrueForAll(call => call.Key != key);
            _calls.Add((key, expiresAt));
        }

        return _answer is null ? ValueTask.FromResult(isNew) : _answer(key, cancellationToken);
    }
}
