using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Names of attributes for a text: as many as a reader takes in, and how many more there are.</summary>
internal struct NameList
{
    private const int MaxLength = SafeText.MaxListLength / 2;

    private List<string>? _names;
    private string? _last;
    private int _length;
    private int _omitted;

    public readonly bool IsEmpty => _names is null;

    /// <summary>Adds a name, with a remark in brackets; one that is as the last one is told once.</summary>
    public void Add(string name, string? remark = null)
    {
        if (string.Equals(name, _last, StringComparison.Ordinal))
        {
            return;
        }

        _last = name;
        if (_length > MaxLength)
        {
            _omitted++;
            return;
        }

        string text = remark is null ? SafeText.Of(name) : $"{SafeText.Of(name)} ({remark})";
        (_names ??= []).Add(text);
        _length += text.Length + ", ".Length;
    }

    public override readonly string ToString()
    {
        string text = _names is null ? "" : string.Join(", ", _names);
        return _omitted == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} and {_omitted} more");
    }
}
