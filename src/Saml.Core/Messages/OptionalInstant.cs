namespace Saml.Core.Messages;

/// <summary>An instant in UTC, or none, in the space of one number. A default value is none.</summary>
internal readonly struct OptionalInstant
{
    // One more than the ticks, so that the first instant that there is can be told from none.
    private readonly long _number;

    public OptionalInstant(DateTimeOffset? instant) => _number = instant is { } value ? value.UtcTicks + 1 : 0;

    public DateTimeOffset? Value => _number == 0 ? null : new DateTimeOffset(_number - 1, TimeSpan.Zero);
}
