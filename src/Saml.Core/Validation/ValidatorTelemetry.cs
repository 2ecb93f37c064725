using System.Diagnostics;
using System.Diagnostics.Metrics;
using Saml.Core.Signatures;

namespace Saml.Core.Validation;

/// <summary>
/// The instruments of every validator in the process: one source of activities and one meter, both of them named
/// <c>Saml.Core</c>. Tags hold codes and what the configuration says, nothing of a message that was not verified, so
/// that nobody can make series without end, and no personal data.
/// </summary>
internal static class ValidatorTelemetry
{
    public const string Name = "Saml.Core";
    public const string ActivityName = "saml.validate";
    public const string OutcomeTag = "saml.outcome";
    public const string ErrorTag = "error.type";
    public const string IdentityProviderTag = "saml.identity_provider";
    public const string SignedPartsTag = "saml.signed_parts";
    public const string WarningTag = "saml.warning";
    public const string WarningsTag = "saml.warnings";
    public const string CertificateTag = "saml.certificate.sha256";

    private static readonly ActivitySource s_source = new(Name);

    private static readonly Meter s_meter = new(Name);

    // From a message that is refused at once to a replay store that has to be waited for.
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "saml.validation.duration",
        "s",
        "Time from the posted value to the answer.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
                [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
        });

    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>(
        "saml.validation.failures", "{failure}", "Messages that were refused, by the rule that they broke.");

    private static readonly Counter<long> s_warnings = s_meter.CreateCounter<long>(
        "saml.validation.warnings", "{warning}", "Remarks on messages that were accepted, by their code.");

    // To both sides as far as the widest skew that can be allowed.
    private static readonly Histogram<double> s_clockOffset = s_meter.CreateHistogram(
        "saml.clock.offset",
        "s",
        "This server's clock less the IssueInstant of an accepted assertion; negative: this clock is behind.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [-600, -300, -120, -60, -30, -10, -5, -1, 0, 1, 5, 10, 30, 60, 120, 300, 600],
        });

    private static readonly Gauge<double> s_certificateExpiry = s_meter.CreateGauge<double>(
        "saml.certificate.expiry", "d", "Days until a configured signing certificate ends; negative when it has ended.");

    /// <summary>Whether anybody listens; with nobody there, nothing below is called.</summary>
    public static bool IsObserved =>
        s_source.HasListeners() || s_duration.Enabled || s_failures.Enabled || s_warnings.Enabled
        || s_clockOffset.Enabled || s_certificateExpiry.Enabled;

    /// <summary>Begins to observe one validation.</summary>
    public static Observation Start(SamlValidatorOptions options)
    {
        RecordCertificates(options);
        Activity? activity = s_source.StartActivity(ActivityName);
        activity?.SetTag(IdentityProviderTag, options.IdentityProvider.EntityId);
        return new Observation(options, activity);
    }

    /// <summary>
    /// The days that each configured certificate has left. Recorded when a validator is made and at each validation: an
    /// instrument that asks by itself would have to hold on to every validator.
    /// </summary>
    public static void RecordCertificates(SamlValidatorOptions options)
    {
        if (!s_certificateExpiry.Enabled)
        {
            return;
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        foreach (TrustedKey key in options.IdentityProvider.Keys)
        {
            s_certificateExpiry.Record(
                (key.NotAfter - now).TotalDays,
                new KeyValuePair<string, object?>(IdentityProviderTag, options.IdentityProvider.EntityId),
                new KeyValuePair<string, object?>(CertificateTag, key.Sha256));
        }
    }

    /// <summary>
    /// One validation that somebody observes. Disposed without an outcome, as when the caller cancelled, it ends the
    /// activity and measures nothing.
    /// </summary>
    internal readonly struct Observation : IDisposable
    {
        private readonly SamlValidatorOptions _options;
        private readonly Activity? _activity;
        private readonly DateTimeOffset _now;
        private readonly long _start;

        public Observation(SamlValidatorOptions options, Activity? activity)
        {
            _options = options;
            _activity = activity;
            _now = options.TimeProvider.GetUtcNow();
            _start = options.TimeProvider.GetTimestamp();
        }

        /// <summary>Either an error or an assertion with its warnings.</summary>
        public void End(SamlError? error, SamlAssertion? assertion, IReadOnlyList<SamlWarning> warnings)
        {
            if (error is not null)
            {
                Refuse(error);
            }
            else if (assertion is not null)
            {
                Accept(assertion, warnings);
            }
        }

        public void Dispose() => _activity?.Dispose();

        private void Accept(SamlAssertion assertion, IReadOnlyList<SamlWarning> warnings)
        {
            KeyValuePair<string, object?> outcome = new(OutcomeTag, "accepted");
            s_duration.Record(Elapsed(), outcome);
            s_clockOffset.Record((_now - assertion.IssueInstant).TotalSeconds);
            foreach (SamlWarning warning in warnings)
            {
                s_warnings.Add(1, new KeyValuePair<string, object?>(WarningTag, warning.Code.ToString()));
            }

            _activity?.SetTag(outcome.Key, outcome.Value);
            _activity?.SetTag(SignedPartsTag, assertion.SignedParts.ToString());
            if (_activity is not null && warnings.Count > 0)
            {
                _activity.SetTag(WarningsTag, warnings.Select(warning => warning.Code.ToString()).Distinct().ToArray());
            }
        }

        private void Refuse(SamlError error)
        {
            KeyValuePair<string, object?> outcome = new(OutcomeTag, "refused");
            KeyValuePair<string, object?> code = new(ErrorTag, error.Id);
            s_duration.Record(Elapsed(), outcome, code);
            s_failures.Add(1, code);
            _activity?.SetTag(outcome.Key, outcome.Value);
            _activity?.SetTag(code.Key, code.Value);
            _activity?.SetStatus(ActivityStatusCode.Error, error.Code.ToString());
        }

        private double Elapsed() => _options.TimeProvider.GetElapsedTime(_start).TotalSeconds;
    }
}
