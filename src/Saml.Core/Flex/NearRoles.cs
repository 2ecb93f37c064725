namespace Saml.Core.Flex;

/// <summary>Finds the role that was probably meant: by case, plural, synonym, display name or a slip of the hand.</summary>
internal static class NearRoles
{
    // Squeezed as Spelling does it, without "wfo".
    private static readonly (string Squeezed, FlexRole Role)[] s_known =
    [
        ("agent", FlexRole.Agent),
        ("supervisor", FlexRole.Supervisor),
        ("admin", FlexRole.Admin),
        ("administrator", FlexRole.Admin),
        ("fullaccess", FlexRole.WfoFullAccess),
        ("teamleader", FlexRole.WfoTeamLeader),
        ("dataanalyst", FlexRole.WfoDataAnalyst),
        ("dataauditor", FlexRole.WfoDataAuditor),
        ("qualitymanager", FlexRole.WfoQualityManager),
        ("qualityprocessmanager", FlexRole.WfoQualityProcessManager),
        ("dashboardviewer", FlexRole.WfoDashboardViewer),
    ];

    /// <summary>The name that Flex knows; null when nothing comes near.</summary>
    public static string? Find(ReadOnlySpan<char> sent) => Find(sent, maySlip: true);

    /// <summary>Whether it is the name of a role but for case, blanks, punctuation, plural and display name.</summary>
    public static bool IsSpelledOtherwise(ReadOnlySpan<char> sent) => Find(sent, maySlip: false) is not null;

    private static string? Find(ReadOnlySpan<char> sent, bool maySlip)
    {
        Span<char> buffer = stackalloc char[Spelling.MaxLength];
        ReadOnlySpan<char> word = Spelling.Squeeze(sent, buffer);
        word = Without("flex", word);
        ReadOnlySpan<char> inside = Without("wfo", Without("insights", word));
        bool isInsights = inside.Length != word.Length;
        string? near = null;
        foreach ((string squeezed, FlexRole role) in s_known)
        {
            if (isInsights && role.IsBase)
            {
                continue;
            }

            if (inside.SequenceEqual(squeezed) || IsPlural(inside, squeezed))
            {
                return role.Name;
            }

            near ??= maySlip && Spelling.IsNear(inside, squeezed) ? role.Name : null;
        }

        return near;
    }

    private static bool IsPlural(ReadOnlySpan<char> sent, string known) =>
        sent.Length == known.Length + 1 && sent[^1] == 's' && sent.StartsWith(known, StringComparison.Ordinal);

    private static ReadOnlySpan<char> Without(string start, ReadOnlySpan<char> word) =>
        word.Length > start.Length && word.StartsWith(start, StringComparison.Ordinal) ? word[start.Length..] : word;
}
