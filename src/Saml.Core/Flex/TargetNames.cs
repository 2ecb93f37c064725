namespace Saml.Core.Flex;

/// <summary>
/// Finds attributes that become the same worker attribute. The few attributes of a usual message are compared with each
/// other, more are looked up.
/// </summary>
internal readonly struct TargetNames
{
    private const int Few = 32;

    private readonly IReadOnlyList<SamlAttribute> _attributes;
    private readonly Dictionary<string, int>? _first;

    public TargetNames(IReadOnlyList<SamlAttribute> attributes)
    {
        _attributes = attributes;
        _first = attributes.Count > Few ? Index(attributes) : null;
    }

    /// <summary>The index of the first attribute with the target of this one; its own when it is the first.</summary>
    public int First(int index, ReadOnlySpan<char> target)
    {
        if (_first is not null)
        {
            return _first.GetAlternateLookup<ReadOnlySpan<char>>()[target];
        }

        for (int i = 0; i < index; i++)
        {
            string name = _attributes[i].Name;
            if (name.AsSpan().StartsWith(target, StringComparison.Ordinal)
                && AttributeName.Of(name).Target.Length == target.Length)
            {
                return i;
            }
        }

        return index;
    }

    private static Dictionary<string, int> Index(IReadOnlyList<SamlAttribute> attributes)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        for (int i = 0; i < attributes.Count; i++)
        {
            first.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(AttributeName.Of(attributes[i].Name).Target, i);
        }

        return first;
    }
}
