using Microsoft.Extensions.Logging;

namespace Saml.Core.Tests.Validation;

/// <summary>Keeps everything that a validator logs, at every level.</summary>
internal sealed class CapturedLog : ILogger<SamlResponseValidator>
{
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>What was logged about messages; the rest was logged when the validator was made.</summary>
    public IReadOnlyList<Entry> OfMessages => [.. _entries.Where(entry => entry.EventId.Id < 10)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_entries)
        {
            _entries.Add(new Entry(
                logLevel,
                eventId,
                formatter(state, exception),
                state as IReadOnlyList<KeyValuePair<string, object?>> ?? [],
                exception));
        }
    }

    internal sealed record Entry(
        LogLevel Level,
        EventId EventId,
        string Message,
        IReadOnlyList<KeyValuePair<string, object?>> State,
        Exception? Exception);
}
