using System.Text;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>
/// A random document, an element of it, perhaps a child to leave out and a PrefixList: the same for the same seed. It
/// has whatever canonicalization must see through, in the forms that the reader accepts: comments stand between
/// elements only.
/// </summary>
internal sealed class GeneratedDocument
{
    /// <summary>A character of names that only the Fifth Edition of XML 1.0 allows, beyond U+FFFF.</summary>
    public const string AstralName = "\U00010000";

    /// <summary>A character of namespace names, beyond U+FFFF.</summary>
    public const string AstralNamespace = "\U0001F600";

    private const int MaxDepth = 5;

    private static readonly string[] s_localNames = ["a", "b", "A", "a-b", "a.b", "_", "é", "lang"];
    private static readonly string[] s_prefixes = ["", "a", "b", "b2", "A", "é"];

    private static readonly string[] s_namespaces =
        ["urn:1", "urn:2", "http://example.org/?a=1&amp;b=2", "urn:é", "urn:\uFF21", "urn:" + AstralNamespace];

    private static readonly string[] s_gaps = [" ", " ", " ", "  ", "\n", "\t", "\r\n "];

    private static readonly string[] s_values =
    [
        "1", "x y", "&amp;", "&lt;", ">", "&quot;", "&apos;", "&#9;", "&#10;", "&#xD;",
        "\t", "\n", "\r\n", "\r", "é\U0001F4A1",
    ];

    private static readonly string[] s_texts =
    [
        "1", "x y", "&amp;", "&lt;", ">", "&gt;", "\"'", "&quot;", "&#9;", "&#13;", "&#xD;\n",
        "\n", "\r\n", "\r", "\t", "é\U0001F4A1", "&#x1F4A1;", "]",
    ];

    private static readonly string[] s_sections =
        ["<![CDATA[<&\">]]>", "<![CDATA[]]>", "<![CDATA[\r\n]]]]>", "<![CDATA[<x/>]]>"];

    private static readonly string[] s_separators =
        ["", "", "\n  ", " ", "\r\n", "<!-- - <x> & -->", "\n<!---->\n", "&#13;"];

    private readonly Random _random;
    private readonly StringBuilder _xml = new();
    private readonly List<int> _parents = [];
    private readonly HashSet<string> _declared = [];
    private readonly string[] _localNames;
    private readonly string[] _prefixes;
    private readonly string[] _texts;

    private GeneratedDocument(int seed)
    {
        _random = new Random(seed);
        bool hasAstralNames = Chance(20);
        _localNames = hasAstralNames ? [.. s_localNames, AstralName] : s_localNames;
        _prefixes = hasAstralNames ? [.. s_prefixes, AstralName] : s_prefixes;
        _texts = Chance(4) ? [.. s_texts, .. s_sections] : s_texts;

        _xml.Append(Pick("", "", "<?xml version='1.0' encoding='UTF-8'?>\n", "<!-- before -->", "\uFEFF"));
        WriteElement(parent: -1, depth: 1, new Dictionary<string, string> { [""] = "" });
        _xml.Append(Pick("", "\n<!-- behind -->\n"));

        Xml = _xml.ToString();
        Apex = _random.Next(_parents.Count);
        int[] children = [.. Enumerable.Range(0, _parents.Count).Where(ordinal => _parents[ordinal] == Apex)];
        Omitted = children.Length == 0 || Chance(3) ? null : children[_random.Next(children.Length)];
        PrefixList = Chance(2) ? null : ChoosePrefixList();
    }

    public string Xml { get; }

    /// <summary>How many elements start before the apex element.</summary>
    public int Apex { get; }

    /// <summary>How many elements start before the child that is left out; null: none is.</summary>
    public int? Omitted { get; }

    /// <summary>The place of the child that is left out among the element children of the apex.</summary>
    public int OmittedPlace => _parents.Take(Omitted ?? 0).Count(parent => parent == Apex);

    /// <summary>Prefixes that the document declares; null: no InclusiveNamespaces.</summary>
    public string? PrefixList { get; }

    public static GeneratedDocument Create(int seed) => new(seed);

    public override string ToString() =>
        $"{Xml}\napex {Apex}, omitted {Omitted?.ToString() ?? "none"}, PrefixList {PrefixList ?? "none"}";

    private string ChoosePrefixList()
    {
        string[] candidates = [.. _declared.Select(prefix => prefix.Length == 0 ? "#default" : prefix), "#default"];
        IEnumerable<string> chosen = candidates.Where(_ => Chance(3));
        return string.Join(Pick(" ", "\n", "  "), chosen);
    }

    private void WriteElement(int parent, int depth, IReadOnlyDictionary<string, string> outer)
    {
        int ordinal = _parents.Count;
        _parents.Add(parent);
        Dictionary<string, string> scope = new(outer);
        List<string> attributes = [.. Declare(scope)];
        string name = Qualify(Pick([.. scope.Keys]), Pick(_localNames));
        attributes.AddRange(Attributes(scope));

        _xml.Append('<').Append(name);
        foreach (string attribute in attributes.OrderBy(_ => _random.Next()))
        {
            _xml.Append(Pick(s_gaps)).Append(attribute);
        }

        _xml.Append(Chance(4) ? Pick(s_gaps) : "");
        if (Chance(6))
        {
            _xml.Append("/>");
            return;
        }

        _xml.Append('>');
        WriteContent(ordinal, depth, scope);
        _xml.Append("</").Append(name).Append(Chance(8) ? Pick(s_gaps) : "").Append('>');
    }

    private void WriteContent(int ordinal, int depth, Dictionary<string, string> scope)
    {
        int children = depth == MaxDepth ? 0 : _random.Next(4);
        string[] pieces = children == 0 || Chance(3) ? _texts : s_separators;
        WritePieces(pieces);
        for (int i = 0; i < children; i++)
        {
            int start = _xml.Length;
            int first = _parents.Count;
            WriteElement(ordinal, depth + 1, scope);
            WritePieces(pieces);
            if (Chance(3))
            {
                Repeat(ordinal, start, first, scope);
            }
        }
    }

    // The same octets once to three times more. Equal start tags are read and written once, but only where they mean the
    // same: some copies stand in an element that declares a prefix anew, or that has one declared in the output already.
    private void Repeat(int parent, int start, int first, Dictionary<string, string> scope)
    {
        string text = _xml.ToString(start, _xml.Length - start);
        int[] parents = [.. _parents.Skip(first)];
        for (int times = _random.Next(1, 4); times > 0; times--)
        {
            string wrapper = Qualify(Pick([.. scope.Keys]), "w");
            bool isWrapped = Chance(2);
            if (isWrapped)
            {
                string anew = Pick([.. scope.Keys]);
                string declaration = Chance(2)
                    ? $" {Quote(anew.Length == 0 ? "xmlns" : "xmlns:" + anew, Pick(s_namespaces))}"
                    : "";
                _parents.Add(parent);
                _xml.Append('<').Append(wrapper).Append(declaration).Append('>');
            }

            int outer = isWrapped ? _parents.Count - 1 : parent;
            int shift = _parents.Count - first;
            _parents.AddRange(parents.Select(inner => inner < first ? outer : inner + shift));
            _xml.Append(text).Append(isWrapped ? $"</{wrapper}>" : "");
        }
    }

    // Two pieces at most cannot make "]]>" between them.
    private void WritePieces(string[] pieces) =>
        _xml.AppendJoin("", Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(pieces)));

    private IEnumerable<string> Declare(Dictionary<string, string> scope)
    {
        foreach (string prefix in _prefixes.Where(_ => Chance(4)))
        {
            string name = prefix.Length == 0 && Chance(3) ? "" : Pick(s_namespaces);
            scope[prefix] = name;
            _declared.Add(prefix);
            yield return Quote(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, name);
        }
    }

    // Attributes are distinct by local name, so that two prefixes of one namespace cannot make them equal.
    private IEnumerable<string> Attributes(Dictionary<string, string> scope)
    {
        foreach (string localName in _localNames.Where(_ => Chance(4)))
        {
            string value = string.Concat(Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(s_values)));
            yield return Quote(Qualify(Pick([.. scope.Keys]), localName), value);
        }

        if (Chance(6))
        {
            yield return Quote("xml:" + Pick("lang", "base"), Pick("en", "de"));
        }
    }

    private string Quote(string name, string value) =>
        name + Pick("=", "=", "=", " = ") + (Chance(3) ? $"'{value}'" : $"\"{value}\"");

    private static string Qualify(string prefix, string localName) =>
        prefix.Length == 0 ? localName : $"{prefix}:{localName}";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
