namespace Saml.Core.Fuzz.Genuine;

/// <summary>The instant at which every message is issued and validated.</summary>
internal sealed class FixedClock : TimeProvider
{
    public static DateTimeOffset Now { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
