using System.Buffers;
using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Remarks on the roles: one for each that Flex does not know, of the kind that says the most.</summary>
internal static class RoleRemarks
{
    private static readonly SearchValues<char> s_separators = SearchValues.Create(";|");

    private static readonly SearchValues<char> s_marks = SearchValues.Create("\"[]{}");

    public static void Add(in FlexContext context, ref WarningList warnings)
    {
        RoleList roles = context.Roles;
        if (roles.State != RolesState.Read)
        {
            return;
        }

        int guids = 0;
        if (roles.Roles.Exists(static role => !role.IsKnown))
        {
            AddUnknown(roles, ref guids, ref warnings);
        }

        if (guids > 0)
        {
            warnings.Add(
                SamlWarningCode.GuidRole,
                string.Create(CultureInfo.InvariantCulture, $"Roles that are GUIDs, and were kept: {guids}."));
        }

        bool opensInsights = roles.Roles.Contains(FlexRole.Supervisor) || roles.Roles.Contains(FlexRole.Admin);
        if (!opensInsights && roles.Roles.Exists(static role => role.IsKnown && !role.IsBase))
        {
            warnings.Add(
                SamlWarningCode.InsightsRoleWithoutEffect,
                "A role of Flex Insights has no effect without supervisor or admin.");
        }

        if (roles.IsRepeated)
        {
            warnings.Add(
                SamlWarningCode.RoleRepeated, "A role was sent twice, or a comma stands for none; each is told once.");
        }
    }

    private static void AddUnknown(in RoleList all, ref int guids, ref WarningList warnings)
    {
        // An expression such as String.join(",", user.roles) was split at its commas.
        bool hasCall = all.Roles.Exists(static role => Expression.HasCall(role.Name));
        foreach (FlexRole role in all.Roles)
        {
            bool isExpression = Expression.Is(role.Name) || (hasCall && role.Name.Contains('"'));
            if (role.IsKnown || isExpression)
            {
                continue;
            }

            if (Guid.TryParse(role.Name, out _))
            {
                guids++;
                continue;
            }

            AddUnknown(role.Name, RoleText.Of(role, all), ref warnings);
        }
    }

    private static void AddUnknown(string role, string name, ref WarningList warnings)
    {
        if (IsSeparatedOtherwise(role))
        {
            warnings.Add(
                SamlWarningCode.RoleSeparator,
                $"Role {name} is one role for Flex, which splits at commas only and removes no quotation marks or brackets.");
        }
        else if (NearRoles.Find(role) is { } meant)
        {
            warnings.Add(SamlWarningCode.RoleNearMiss, $"Role {name} is none that Flex knows; {meant} is probably meant.");
        }
        else
        {
            warnings.Add(SamlWarningCode.UnknownRole, $"Role {name} is none that Flex documents; it was kept.");
        }
    }

    /// <summary>Whether it was meant as several roles, or stands in quotation marks or brackets.</summary>
    public static bool IsSeparatedOtherwise(ReadOnlySpan<char> role)
    {
        if (role.ContainsAny(s_separators) || role.ContainsAny(s_marks) || (role[0] == '\'' && role[^1] == '\''))
        {
            return true;
        }

        int words = 0;
        foreach (Range range in role.SplitAny(Blank.WhiteSpace))
        {
            ReadOnlySpan<char> word = role[range];
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            if (!FlexRole.Of(word).IsKnown)
            {
                return false;
            }
        }

        return words > 1;
    }
}
