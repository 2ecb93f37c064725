using System.Text;
using Saml.Core.Errors;

namespace Saml.Core;

/// <summary>
/// Which request a response has to answer: the defence against login cross-site request forgery and against an
/// assertion that was meant for another browser (SAML Profiles 4.1.4.3, 4.1.5). It is never null: forgetting the
/// request is not allowing any.
/// </summary>
public sealed class ExpectedRequest
{
    internal const string UnsolicitedDescription = "no request";
    internal const string LostDescription = "(the request's ID is lost)";

    private readonly RequestId[] _ids;

    private ExpectedRequest(RequestId[] ids, bool allowsUnsolicited, bool isLost)
    {
        _ids = ids;
        AllowsUnsolicited = allowsUnsolicited;
        IsLost = isLost;
    }

    /// <summary>
    /// A request was sent, but its ID is lost, for instance with the cookie that held it. Every response is refused,
    /// and the error says why.
    /// </summary>
    public static ExpectedRequest None { get; } = new([], allowsUnsolicited: false, isLost: true);

    /// <summary>
    /// Only a response to no request, which the identity provider started. Allow it on purpose: whoever gets hold of
    /// an assertion of their own can log somebody else's browser in with it (login cross-site request forgery).
    /// </summary>
    public static ExpectedRequest Unsolicited { get; } = new([], allowsUnsolicited: true, isLost: false);

    internal bool AllowsUnsolicited { get; }

    internal bool IsLost { get; }

    internal bool NamesRequests => _ids.Length > 0;

    /// <summary>The response has to answer this request.</summary>
    /// <param name="requestId">The ID attribute of the AuthnRequest that this browser was sent away with.</param>
    /// <returns>The expectation.</returns>
    /// <exception cref="ArgumentException">The ID is null, empty or blank.</exception>
    public static ExpectedRequest ForRequest(string requestId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestId);
        return new ExpectedRequest([new RequestId(requestId)], allowsUnsolicited: false, isLost: false);
    }

    /// <summary>The response has to answer one of these requests: a person may have several tabs open.</summary>
    /// <param name="requestIds">The IDs of the outstanding requests of this browser, at least one.</param>
    /// <returns>The expectation.</returns>
    /// <exception cref="ArgumentException">There is no ID, or one is null, empty or blank.</exception>
    public static ExpectedRequest ForAnyOf(IEnumerable<string> requestIds)
    {
        ArgumentNullException.ThrowIfNull(requestIds);
        RequestId[] ids = [.. requestIds.Select(id =>
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(id, nameof(requestIds));
            return new RequestId(id);
        })];
        return ids.Length > 0
            ? new ExpectedRequest(ids, allowsUnsolicited: false, isLost: false)
            : throw new ArgumentException("At least one request ID is needed; use None when it is lost.", nameof(requestIds));
    }

    /// <summary>The same requests, or none at all; see <see cref="Unsolicited"/> for what that allows.</summary>
    /// <returns>The wider expectation; <see cref="None"/> becomes <see cref="Unsolicited"/>.</returns>
    public ExpectedRequest OrUnsolicited() => new(_ids, allowsUnsolicited: true, isLost: false);

    /// <summary>Counts the requests, and says whether an unsolicited response is allowed; no IDs.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        $"{_ids.Length} request(s){(AllowsUnsolicited ? " or unsolicited" : "")}{(IsLost ? ", id lost" : "")}";

    internal bool Includes(ReadOnlySpan<byte> requestId) => Find(requestId) is not null;

    /// <summary>The expected ID that a message names; null when it names another.</summary>
    internal string? Find(ReadOnlySpan<byte> requestId)
    {
        foreach (RequestId id in _ids)
        {
            if (requestId.SequenceEqual(id.Octets))
            {
                return id.Text;
            }
        }

        return null;
    }

    /// <summary>The expected IDs as a text for an error.</summary>
    internal string Describe() => _ids.Length == 0
        ? AllowsUnsolicited ? UnsolicitedDescription : LostDescription
        : string.Join(", ", _ids.Select(id => SafeText.Of(id.Octets)));

    private sealed class RequestId(string text)
    {
        public string Text { get; } = text;

        public byte[] Octets { get; } = Encoding.UTF8.GetBytes(text);
    }
}
