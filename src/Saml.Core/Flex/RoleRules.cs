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
            findings.Add(
                Finding.Broken("agent, supervisor, admin", string.Join(", ", roles.Roles), hint: Hint(roles.Roles)));
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
                findings.Add(Finding.Broken(string.Join(", ", policy.AcceptedRoles), role.Name));
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
            findings.Add(Finding.Broken(actual: SafeText.Of(role.Name)));
        }
    }

    // Of the first role that tells something.
    private static string? Hint(List<FlexRole> roles)
    {
        foreach (FlexRole role in roles)
        {
            if (AttributeRules.HintOfExpression(role.Name) is { } hint)
            {
                return $"{SafeText.Of(role.Name)}: {hint}";
            }

            if (NearRoles.Find(role.Name) is { } meant)
            {
                return $"{SafeText.Of(role.Name)}: did you mean {meant}? Flex compares role names exactly, in lower case, "
                    + "and splits at commas only.";
            }
        }

        return null;
    }
}
