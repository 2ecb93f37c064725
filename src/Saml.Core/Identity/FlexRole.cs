namespace Saml.Core;

/// <summary>
/// A role of Twilio Flex, compared ordinally: <c>Admin</c> is not <c>admin</c>. There is no hierarchy: <c>admin</c>
/// does not include <c>supervisor</c>.
/// </summary>
public readonly record struct FlexRole
{
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "agent", "supervisor", "admin",
        "wfo.full_access", "wfo.team_leader", "wfo.data_analyst", "wfo.data_auditor",
        "wfo.quality_manager", "wfo.quality_process_manager", "wfo.dashboard_viewer",
    };

    private readonly string? _name;

    /// <summary>Names a role; any name is possible, custom ones are kept.</summary>
    /// <param name="name">The name as it is sent.</param>
    public FlexRole(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _name = name;
    }

    /// <summary>The name; empty for a default value.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether Flex documents the role as one that single sign-on can assign.</summary>
    public bool IsKnown => s_known.Contains(Name);

    /// <summary><c>agent</c>.</summary>
    public static FlexRole Agent { get; } = new("agent");

    /// <summary><c>supervisor</c>.</summary>
    public static FlexRole Supervisor { get; } = new("supervisor");

    /// <summary><c>admin</c>.</summary>
    public static FlexRole Admin { get; } = new("admin");

    /// <summary><c>wfo.full_access</c>.</summary>
    public static FlexRole WfoFullAccess { get; } = new("wfo.full_access");

    /// <summary><c>wfo.team_leader</c>.</summary>
    public static FlexRole WfoTeamLeader { get; } = new("wfo.team_leader");

    /// <summary><c>wfo.data_analyst</c>.</summary>
    public static FlexRole WfoDataAnalyst { get; } = new("wfo.data_analyst");

    /// <summary><c>wfo.data_auditor</c>.</summary>
    public static FlexRole WfoDataAuditor { get; } = new("wfo.data_auditor");

    /// <summary><c>wfo.quality_manager</c>.</summary>
    public static FlexRole WfoQualityManager { get; } = new("wfo.quality_manager");

    /// <summary><c>wfo.quality_process_manager</c>.</summary>
    public static FlexRole WfoQualityProcessManager { get; } = new("wfo.quality_process_manager");

    /// <summary><c>wfo.dashboard_viewer</c>.</summary>
    public static FlexRole WfoDashboardViewer { get; } = new("wfo.dashboard_viewer");

    /// <summary>Compares names ordinally; a default value equals the role with the empty name.</summary>
    /// <param name="other">The other role.</param>
    /// <returns>True when the names are the same.</returns>
    public bool Equals(FlexRole other) => string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <summary>The hash of the name.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>The role of that name; those that Flex documents are not made anew.</summary>
    internal static FlexRole Of(ReadOnlySpan<char> name) =>
        new(s_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? known) ? known : new string(name));

    internal bool IsBase => this == Agent || this == Supervisor || this == Admin;

    /// <summary>Roles that Twilio gives to users of its console; single sign-on cannot assign them.</summary>
    internal bool IsReserved => Name.StartsWith("flex.", StringComparison.Ordinal);
}
