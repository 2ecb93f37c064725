using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Saml.Core.Tests.Corpus;

/// <summary>What a recorded message claims, found without a parser, so that a malformed one answers too.</summary>
internal sealed partial class CorpusMessage
{
    private readonly string _text;

    public CorpusMessage(byte[] xml) => _text = Encoding.UTF8.GetString(xml);

    public bool IsSuccess => Status().Match(_text).Value.EndsWith(":Success", StringComparison.Ordinal);

    public string? Issuer => First(IssuerElement());

    public string? Audience => First(AudienceElement());

    public string? Recipient => First(RecipientAttribute());

    public string? IssueInstant => First(IssueInstantAttribute());

    /// <summary>Every request that is named anywhere, as the one expected; unsolicited when none is.</summary>
    public ExpectedRequest Request
    {
        get
        {
            IEnumerable<string> named = InResponseToAttribute().Matches(_text).Select(Value).Distinct();
            string[] ids = [.. named.Where(id => !string.IsNullOrWhiteSpace(id))];
            return ids.Length == 0 ? ExpectedRequest.Unsolicited : ExpectedRequest.ForAnyOf(ids);
        }
    }

    private string? First(Regex pattern) => pattern.Match(_text) is { Success: true } match ? Value(match) : null;

    private static string Value(Match match) => WebUtility.HtmlDecode(match.Groups[1].Value);

    [GeneratedRegex("""StatusCode[^>]*?\bValue\s*=\s*["']([^"']*)""")]
    private static partial Regex Status();

    [GeneratedRegex("""<(?:\w+:)?Issuer\b[^>]*>([^<]*)<""")]
    private static partial Regex IssuerElement();

    [GeneratedRegex("""<(?:\w+:)?Audience\b[^>]*>([^<]*)<""")]
    private static partial Regex AudienceElement();

    [GeneratedRegex("""\bRecipient\s*=\s*["']([^"']*)""")]
    private static partial Regex RecipientAttribute();

    [GeneratedRegex("""\bIssueInstant\s*=\s*["']([^"']*)""")]
    private static partial Regex IssueInstantAttribute();

    [GeneratedRegex("""\bInResponseTo\s*=\s*["']([^"']*)""")]
    private static partial Regex InResponseToAttribute();
}
