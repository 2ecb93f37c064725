namespace Saml.Core.Tool.Settings;

/// <summary>What a message is compared with, as it was given; null or empty where it was not.</summary>
internal sealed record ExplainSettings
{
    /// <summary>The service provider's entity id.</summary>
    public string? EntityId { get; init; }

    /// <summary>The assertion consumer service URL.</summary>
    public string? Acs { get; init; }

    /// <summary>The SID of a Flex connection (JQ…) or account (AC…), which both of the above follow from.</summary>
    public string? Connection { get; init; }

    /// <summary>The identity provider's entity id.</summary>
    public string? Issuer { get; init; }

    /// <summary>Files with its certificates.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>Which signatures are required.</summary>
    public string? Signatures { get; init; }

    /// <summary>How far the clocks may differ.</summary>
    public string? Skew { get; init; }

    /// <summary>The requests that the message may answer.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];

    /// <summary>Whether it may answer none.</summary>
    public bool? Unsolicited { get; init; }

    /// <summary>The instant that times are compared with.</summary>
    public string? At { get; init; }

    /// <summary>The identity provider's product.</summary>
    public string? Preset { get; init; }

    /// <summary>Whether SHA-1 is accepted.</summary>
    public bool? AllowSha1 { get; init; }

    /// <summary>These settings, and the others where these say nothing.</summary>
    public ExplainSettings Or(ExplainSettings others) => new()
    {
        EntityId = EntityId ?? (Connection is null ? others.EntityId : null),
        Acs = Acs ?? (Connection is null ? others.Acs : null),
        Connection = Connection ?? others.Connection,
        Issuer = Issuer ?? others.Issuer,
        Certificates = Certificates.Count > 0 ? Certificates : others.Certificates,
        Signatures = Signatures ?? (Preset is null ? others.Signatures : null),
        Skew = Skew ?? others.Skew,
        Requests = Requests.Count > 0 || Unsolicited is not null ? Requests : others.Requests,
        Unsolicited = Unsolicited ?? (Requests.Count > 0 ? null : others.Unsolicited),
        At = At ?? others.At,
        Preset = Preset ?? others.Preset,
        AllowSha1 = AllowSha1 ?? others.AllowSha1,
    };
}
