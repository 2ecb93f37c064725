namespace Saml.Core.Fuzz.Mutations;

/// <summary>
/// Choices that follow from a seed and an index alone, whatever the platform or its version: SplitMix64 (Steele, Lea and
/// Flood, 2014).
/// </summary>
internal sealed class Choice
{
    private ulong _state;

    public Choice(ulong seed, long index)
    {
        _state = seed;
        _state = Next() ^ unchecked((ulong)index * 0xD1342543DE82EF95);
        Next();
    }

    /// <summary>From 0 up to but not including the bound, which is positive.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>From the first number up to and including the last.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool OneIn(int number) => Below(number) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        unchecked
        {
            ulong mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
