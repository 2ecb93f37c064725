namespace Saml.Core;

/// <summary>
/// A bounded replay store for one process. It never drops a key that has not expired: when it is full of those, it
/// throws, and logins are refused until some expire.
/// </summary>
public sealed class InMemoryReplayStore : IReplayStore
{
    // Logins of one skewed validity window: 1,000,000 keys of some 100 bytes are about 200 MB at the very worst.
    private const int SharedCapacity = 1_000_000;
    private const int FirstSweep = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private readonly int _capacity;
    private int _nextSweep;
    private DateTimeOffset _earliestExpiry = DateTimeOffset.MaxValue;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock that expiry is measured by.</param>
    /// <param name="capacity">Most keys kept at a time, at least 1.</param>
    public InMemoryReplayStore(TimeProvider timeProvider, int capacity)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _timeProvider = timeProvider;
        _capacity = capacity;
        _nextSweep = Math.Min(capacity, FirstSweep);
    }

    /// <summary>The store that every validator of this process uses unless it is given another.</summary>
    public static InMemoryReplayStore Shared { get; } = new(TimeProvider.System, SharedCapacity);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The store is full of keys that have not expired.</exception>
    public ValueTask<bool> TryAddAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            // A key that is still here counts even when it has expired: a validator may have another clock.
            if (_expiries.ContainsKey(key))
            {
                return ValueTask.FromResult(false);
            }

            if (_expiries.Count >= _nextSweep)
            {
                Sweep();
            }

            if (_expiries.Count >= _capacity)
            {
                throw new InvalidOperationException("The replay store is full of keys that have not expired.");
            }

            _expiries.Add(key, expiresAt);
            _earliestExpiry = expiresAt < _earliestExpiry ? expiresAt : _earliestExpiry;
            return ValueTask.FromResult(true);
        }
    }

    // Swept when the number of keys has doubled, or when it is full and something can have expired.
    private void Sweep()
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        if (_earliestExpiry <= now)
        {
            RemoveExpired(now);
        }

        _nextSweep = (int)Math.Min(_capacity, Math.Max(FirstSweep, _expiries.Count * 2L));
    }

    private void RemoveExpired(DateTimeOffset now)
    {
        _earliestExpiry = DateTimeOffset.MaxValue;
        foreach ((string key, DateTimeOffset expiresAt) in _expiries)
        {
            if (expiresAt <= now)
            {
                _expiries.Remove(key);
            }
            else if (expiresAt < _earliestExpiry)
            {
                _earliestExpiry = expiresAt;
            }
        }
    }
}
