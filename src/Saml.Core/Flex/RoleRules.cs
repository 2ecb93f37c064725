using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Rules about the roles. There is no hierarchy: each counts for itself.</summary>
internal static class RoleRules
{
    public static void NotTooMany(in FlexContext context, ref FlexFindings findings)
    {
        if (context.Roles.State == RolesState.TooMany)
        {
            string limit = context.Roles.Limit.ToString(CultureInfo.InvariantCulture);
            findings.Add(Finding.Broken(FlexNames.Roles, $"more than {limit}", limit));
        }
    }

    public static void AnyThatFlexKnows(in FlexContext context, ref FlexFindings findings)
    {
        RoleList roles = context.Roles;
        if (roles.State != RolesState.Read)
        {
            findings.Skip();
            return;
        }

        if (roles.Roles.Count == 0 || (context.Policy.RequireKnownBaseRole && !roles.HasBase))
        {
            findings.Add(Finding.Broken("agent, supervisor, admin", Names(roles), hint: Hint(roles)));
        }
    }

    public static void Accepted(in FlexContext context, ref FlexFindings findings)
    {
        FlexPolicy policy = context.Policy;
        if (policy.AcceptedRoles.Count == 0 || context.Roles.State != RolesState.Read)
        {
            findings.Skip();
            return;
        }

        foreach (FlexRole role in context.Roles.Roles)
        {
            if (!policy.Accepts(role))
            {
                findings.Add(Finding.Broken(string.Join(", ", policy.AcceptedRoles), RoleText.Of(role, context.Roles)));
            }
        }
    }

    public static void Assignable(in FlexContext context, ref FlexFindings findings)
    {
        if (context.Roles.Reserved is not { } reserved)
        {
            return;
        }

        foreach (FlexRole role in reserved)
        {
            findings.Add(Finding.Broken(actual: RoleText.Of(role, context.Roles)));
        }
    }

    private static string Names(RoleList roles) =>
        string.Join(", ", roles.Roles.Concat(roles.Reserved ?? []).Select(role => RoleText.Of(role, roles)));

    private static string? Hint(in RoleList roles)
    {
        foreach (FlexRole role in roles.Roles)
        {
            if (!role.IsKnown && HintOfUnknown(role, roles) is { } hint)
            {
                return hint;
            }
        }

        if (roles.Reserved is not null)
        {
            return "Roles that begin with flex. belong to users of Twilio Console and cannot be assigned through SSO.";
        }

        return roles.Roles.Exists(static role => role.IsKnown)
            ? "Roles of Flex Insights (wfo.…) come on top of supervisor or admin, and are none of these."
            : null;
    }

    private static string? HintOfUnknown(in FlexRole role, in RoleList all)
    {
        if (AttributeRules.HintOfExpression(role.Name) is { } hint)
        {
            return hint;
        }

        if (Guid.TryParse(role.Name, out _))
        {
            return "Roles that are GUIDs came, the ids of groups or of app roles; Flex knows roles by their names.";
        }

        if (RoleRemarks.IsSeparatedOtherwise(role.Name))
        {
            return $"{RoleText.Of(role, all)} is one role for Flex, which splits at commas only and removes no quotation marks or "
                + "brackets.";
        }

        return NearRoles.Find(role.Name) is { } meant
            ? $"{RoleText.Of(role, all)}: did you mean {meant}? Flex compares role names exactly, in lower case."
            : null;
    }
}
