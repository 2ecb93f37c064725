using System.Text;

namespace Saml.Core.Tests.Xml;

/// <summary>
/// Elements, attributes, namespace declarations and texts as lines, so that what two readers made of a document can
/// be compared. Adjacent texts are one; declarations and attributes are sorted.
/// </summary>
internal sealed class ContentLog
{
    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _text = new();
    private readonly List<string> _tag = [];

    public void Start(string namespaceName, string name)
    {
        Flush();
        _lines.Append('<').Append(name).Append(" {").Append(namespaceName).Append("}\n");
    }

    public void Declaration(string prefix, string namespaceName) => _tag.Add($"  xmlns:{prefix}={namespaceName}");

    public void Attribute(string namespaceName, string name, string value) =>
        _tag.Add($"  {name} {{{namespaceName}}}={value}");

    public void Text(string text)
    {
        FlushTag();
        _text.Append(text);
    }

    public void End()
    {
        Flush();
        _lines.Append("/>\n");
    }

    public override string ToString() => _lines.ToString();

    private void Flush()
    {
        FlushTag();
        if (_text.Length > 0)
        {
            _lines.Append("  \"").Append(_text).Append("\"\n");
            _text.Clear();
        }
    }

    private void FlushTag()
    {
        _tag.Sort(StringComparer.Ordinal);
        foreach (string line in _tag)
        {
            _lines.Append(line).Append('\n');
        }

        _tag.Clear();
    }
}
