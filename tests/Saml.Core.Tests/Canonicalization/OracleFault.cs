using System.Text.RegularExpressions;

namespace Saml.Core.Tests.Canonicalization;

/// <summary>
/// A case in which the oracle is wrong or cannot answer, and how to put the question so that the fault has no effect:
/// then its answer must be ours all the same.
/// </summary>
/// <param name="Reason">What is wrong with the oracle.</param>
/// <param name="Concerns">Whether the fault can show with a document.</param>
internal sealed partial record OracleFault(string Reason, Func<GeneratedDocument, bool> Concerns)
{
    /// <summary>Changes the document's text for the oracle, and our octets in the same way.</summary>
    public Func<string, string> Rename { get; private init; } = text => text;

    /// <summary>Changes the document's text for the oracle alone, in a way that leaves its canonical form the same.</summary>
    public Func<string, string> Rewrite { get; private init; } = xml => xml;

    /// <summary>Changes the PrefixList for the oracle.</summary>
    public Func<string, string> Relist { get; private init; } = prefixList => prefixList;

    public static IReadOnlyList<OracleFault> All { get; } =
    [
        new(
            "System.Xml knows the names of XML 1.0's Fourth Edition, which end at U+FFFF, and throws",
            document => document.Xml.Contains(GeneratedDocument.AstralName, StringComparison.Ordinal))
        {
            // The last name character before the surrogates: it sorts behind every other name of the generator.
            Rename = text => text.Replace(GeneratedDocument.AstralName, "\uD7A3", StringComparison.Ordinal),
        },
        new(
            "namespace names are ordered by UTF-16 code units, not by code points",
            document => document.Xml.Contains(GeneratedDocument.AstralNamespace, StringComparison.Ordinal))
        {
            // The last character before U+10000.
            Rename = text => text.Replace(GeneratedDocument.AstralNamespace, "\uFFFD", StringComparison.Ordinal),
        },
        new(
            "a prefix that is listed twice makes it throw",
            document => document.PrefixList is { } list && Prefixes(list).Distinct().Count() < Prefixes(list).Length)
        {
            Relist = prefixList => string.Join(' ', Prefixes(prefixList).Distinct()),
        },
        new(
            "XPath over XmlDocument selects the first only of a text and the CDATA sections beside it",
            document => document.PrefixList is null && document.Xml.Contains("<![CDATA[", StringComparison.Ordinal))
        {
            Rewrite = xml => CharacterDataSection().Replace(xml, section => Escape(section.Groups[1].Value)),
        },
    ];

    private static string[] Prefixes(string prefixList) =>
        prefixList.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    // "]" as well: it could stand before "]" or ">" now.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("]", "&#93;");

    [GeneratedRegex(@"<!\[CDATA\[(.*?)\]\]>", RegexOptions.Singleline)]
    private static partial Regex CharacterDataSection();
}
