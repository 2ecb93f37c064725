namespace Saml.Core.Benchmarks;

/// <summary>
/// Runs what a class measures until the tiered compiler has nothing left to do for it. A short job would measure the
/// wrong tier: SignedXml is about three times too slow in its first seconds.
/// </summary>
internal static class WarmUp
{
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(7);
    private static readonly HashSet<Type> s_done = [];

    public static void Once(Action operation)
    {
        // BenchmarkDotNet derives a type of its own for each case; what is measured is declared once.
        if (s_done.Add(operation.Method.DeclaringType!))
        {
            Pairing.Warm(operation, s_duration);
        }
    }
}
