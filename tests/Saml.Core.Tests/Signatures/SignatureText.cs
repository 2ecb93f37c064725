using System.Text.RegularExpressions;

namespace Saml.Core.Tests.Signatures;

/// <summary>Edits of a message's text, where the elements of its first signature are concerned.</summary>
internal static class SignatureText
{
    /// <summary>The first element with this local name in XML Signature's namespace, with its content.</summary>
    public static string Element(string xml, string name) => Pattern(name).Match(xml).Value;

    /// <summary>Replaces that element.</summary>
    public static string Edit(string xml, string name, Func<string, string> change) =>
        Pattern(name).Replace(xml, match => change(match.Value), count: 1);

    /// <summary>Replaces the content of that element.</summary>
    public static string EditContent(string xml, string name, Func<string, string> change) => Edit(
        xml,
        name,
        element => $"<ds:{name}>{change(element[(element.IndexOf('>') + 1)..element.LastIndexOf('<')])}</ds:{name}>");

    /// <summary>Puts text before the first occurrence of other text.</summary>
    public static string Insert(string xml, string before, string text) =>
        xml.Insert(xml.IndexOf(before, StringComparison.Ordinal), text);

    private static Regex Pattern(string name) => new($"<ds:{name}[ >/].*?</ds:{name}>", RegexOptions.Singleline);
}
