using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>The personal data of a message: what must never appear in a text for logs.</summary>
internal static partial class Secrets
{
    // Shorter ones occur by chance.
    private const int LeastLength = 4;

    // A text may be shown cut off; its beginning is as secret as all of it.
    private const int MostLength = 32;

    // Of a message that is made to cost much, the beginning is enough.
    private const int MostOctets = 64 * 1024;
    private const int MostParts = 200;

    public static IReadOnlyList<string> Of(XDocument message)
    {
        IEnumerable<XElement> holders = message.Descendants().Where(element =>
            element.Name == AssertionNamespace + "NameID"
            || element.Name == ProtocolNamespace + "StatusMessage"
            || (element.Name == AssertionNamespace + "AttributeValue" && !IsRole(element.Parent)));
        return [.. holders.Select(holder => holder.Value.Trim()).Where(text => text.Length >= LeastLength).Distinct()];
    }

    /// <summary>
    /// The same for any octets, found without a parser, so that a malformed message answers too. What the message also
    /// says elsewhere, as an issuer or the name of an attribute, is none of them.
    /// </summary>
    public static IReadOnlyList<string> Of(byte[] octets)
    {
        string text = Encoding.UTF8.GetString(octets, 0, Math.Min(octets.Length, MostOctets)).Replace("\0", "");
        StringBuilder elsewhere = new(text);
        HashSet<string> parts = [];
        bool isRole = false;
        foreach (Match found in AttributeOrHolder().Matches(text))
        {
            if (found.Groups["name"] is { Success: true } name)
            {
                isRole = name.Value == "roles";
            }
            else if (!isRole || found.Groups["element"].Value != "AttributeValue")
            {
                Group content = found.Groups["content"];
                elsewhere.Remove(content.Index, content.Length).Insert(content.Index, " ", content.Length);
                parts.UnionWith(Parts(content.Value));
            }
        }

        string others = elsewhere.ToString();
        return [.. parts.Take(MostParts).Where(part => !others.Contains(part, StringComparison.Ordinal))];
    }

    // With markup in it a value is sought in its parts: what is told of it may begin or end there.
    private static IEnumerable<string> Parts(string content) =>
        from piece in Tag().Split(content)
        let part = WebUtility.HtmlDecode(piece).Trim()
        where part.Length >= LeastLength
        select part.Length > MostLength ? part[..MostLength] : part;

    // Role names may be shown.
    private static bool IsRole(XElement? attribute) => attribute?.Attribute("Name")?.Value == "roles";

    [GeneratedRegex(
        """<(?:[\w.-]+:)?Attribute\b[^<>]*?\bName\s*=\s*["'](?<name>[^"'<>]*)"""
        + """|<(?:[\w.-]+:)?(?<element>NameID|AttributeValue|StatusMessage)\b[^<>]*(?<!/)>"""
        + """(?<content>.*?)(?:</(?:[\w.-]+:)?\k<element>|\z)""",
        RegexOptions.Singleline)]
    private static partial Regex AttributeOrHolder();

    [GeneratedRegex(@"<!\[CDATA\[|\]\]>|<[^>]*>?")]
    private static partial Regex Tag();
}
