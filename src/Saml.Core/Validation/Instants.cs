using Saml.Core.Errors;

namespace Saml.Core.Validation;

/// <summary>Comparison of instants with the clock, the skew allowed in favour of the message; no end of time overflows.</summary>
internal static class Instants
{
    /// <summary>The sum, or the first or last instant that there is.</summary>
    public static DateTimeOffset Add(DateTimeOffset instant, TimeSpan duration)
    {
        long ticks = instant.UtcTicks;
        if (duration.Ticks > DateTimeOffset.MaxValue.UtcTicks - ticks)
        {
            return DateTimeOffset.MaxValue;
        }

        return duration.Ticks < -ticks ? DateTimeOffset.MinValue : new DateTimeOffset(ticks + duration.Ticks, TimeSpan.Zero);
    }

    /// <summary>A bound that the clock must have reached; the bound itself is inside.</summary>
    public static bool HasBegun(DateTimeOffset notBefore, in RuleContext context) =>
        Add(context.Now, context.Expected.ClockSkew) >= notBefore;

    /// <summary>A bound that the clock must not have reached; the bound itself is outside.</summary>
    public static bool HasEnded(DateTimeOffset notOnOrAfter, in RuleContext context) =>
        Add(context.Now, -context.Expected.ClockSkew) >= notOnOrAfter;

    /// <summary>A finding about an instant that the clock is on the wrong side of.</summary>
    public static Finding Finding(DateTimeOffset instant, in RuleContext context, int node) =>
        Errors.Finding.Broken(
            SafeText.OfClock(context.Now, context.Expected.ClockSkew),
            SafeText.Of(instant),
            SafeText.Of((context.Now - instant).Duration()),
            node);
}
