using System.Diagnostics;
using System.Diagnostics.Metrics;
using Saml.Core.Validation;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// Keeps what is measured and every activity that ends, of what runs in the asynchronous flow of whoever made it: other
/// tests use the same instruments at the same time.
/// </summary>
internal sealed class CapturedTelemetry : IDisposable
{
    private readonly AsyncLocal<CapturedTelemetry?> _owner = new();
    private readonly List<Measurement> _measurements = [];
    private readonly List<Activity> _activities = [];
    private readonly List<Instrument> _instruments = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _traces;

    public CapturedTelemetry()
    {
        _owner.Value = this;
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ValidatorTelemetry.Name)
            {
                _instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ValidatorTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Keep(() => _activities.Add(activity)),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public IReadOnlyList<Measurement> Measurements => _measurements;

    public IReadOnlyList<Activity> Activities => _activities;

    public IReadOnlyList<Instrument> Instruments => _instruments;

    public IEnumerable<Measurement> Of(string instrument) =>
        _measurements.Where(measurement => measurement.Instrument == instrument);

    /// <summary>Everything that was captured, as texts.</summary>
    public IEnumerable<string> Texts()
    {
        foreach (KeyValuePair<string, object?> tag in _measurements.SelectMany(measurement => measurement.Tags))
        {
            yield return $"{tag.Key}: {tag.Value}";
        }

        foreach (Activity activity in _activities)
        {
            yield return $"{activity.DisplayName} {activity.StatusDescription}";
            foreach ((string key, object? value) in activity.TagObjects)
            {
                yield return $"{key}: {(value is string[] several ? string.Join(' ', several) : value)}";
            }

            foreach (ActivityEvent one in activity.Events)
            {
                yield return $"{one.Name} {string.Join(' ', one.Tags)}";
            }

            foreach ((string key, string? value) in activity.Baggage)
            {
                yield return $"{key}: {value}";
            }
        }
    }

    public void Clear()
    {
        _measurements.Clear();
        _activities.Clear();
    }

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }

    private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct, IConvertible
    {
        Measurement measurement = new(instrument.Name, value.ToDouble(null), tags.ToArray());
        Keep(() => _measurements.Add(measurement));
    }

    private void Keep(Action keep)
    {
        if (_owner.Value == this)
        {
            keep();
        }
    }

    internal sealed record Measurement(string Instrument, double Value, IReadOnlyList<KeyValuePair<string, object?>> Tags)
    {
        /// <summary>For instance <c>saml.outcome=refused error.type=SAML5114</c>.</summary>
        public string TagText => string.Join(' ', Tags.Select(tag => $"{tag.Key}={tag.Value}"));

        public object? Tag(string name) => Tags.SingleOrDefault(tag => tag.Key == name).Value;
    }
}
