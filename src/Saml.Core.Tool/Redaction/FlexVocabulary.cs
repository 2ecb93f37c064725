using System.Text;
using Saml.Core.Flex;

namespace Saml.Core.Tool.Redaction;

/// <summary>
/// Names of attributes and roles that Flex knows, what nearly is one, and the claims that stand for them at products:
/// most failed logins are about these, and they say nothing about a person.
/// </summary>
internal static class FlexVocabulary
{
    // Beside those that the library knows, in any case of letters.
    private static readonly HashSet<string> s_nearNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "role", "flex_role", "flex_roles", "flexRole", "flexRoles", "flex role", "userType", "groups", "group",
        "full name", "fullname", "name", "displayname", "emailaddress", "mail",
    };

    // What Flex reads as a type, and what people take for one.
    private static readonly HashSet<string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        "string", "int", "boolean", "stringarray", "intarray", "booleanarray", "integer", "bool", "array", "list",
    };

    private static readonly HashSet<string> s_channels = new(StringComparer.Ordinal)
    {
        "voice", "chat", "sms", "email", "video", "default",
    };

    private static readonly string[] s_claims =
    [
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/",
        "http://schemas.microsoft.com/identity/claims/",
        "http://schemas.xmlsoap.org/claims/",
    ];

    private static readonly HashSet<string> s_claimNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "emailaddress", "email", "mail", "givenname", "surname", "upn", "nameidentifier", "displayname", "role",
        "roles", "group", "groups", "tenantid", "objectidentifier", "identityprovider",
    };

    private static readonly HashSet<string> s_nearRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "administrator", "superviser", "agents", "supervisors", "admins", "flex.readonlyadmin", "flex.readteams",
    };

    /// <summary>The name of an attribute as it may be shown.</summary>
    public static string ReplaceName(string name)
    {
        // Flex takes one type from behind the last dot.
        int dot = name.LastIndexOf('.');
        return dot > 0 && s_types.Contains(name[(dot + 1)..])
            ? ReplaceUntyped(name[..dot]) + name[dot..]
            : ReplaceUntyped(name);
    }

    private static string ReplaceUntyped(string name)
    {
        if (IsKnown(name.ToLowerInvariant()) || s_nearNames.Contains(name))
        {
            return name;
        }

        foreach (string beginning in s_claims)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
            {
                string end = name[beginning.Length..];
                return beginning + (s_claimNames.Contains(end) ? end : Mask.Text(end));
            }
        }

        if (UrlFamilies.Replace(name) is { } url)
        {
            return url;
        }

        string[] parts = name.Split('.');
        if (parts is ["channel", string channel, "availability" or "capacity"])
        {
            return $"channel.{(s_channels.Contains(channel) ? channel : Mask.Text(channel))}.{parts[2]}";
        }

        return Mask.Text(name);
    }

    private static bool IsKnown(string name) => FlexNames.IsUsed(name) || FlexNames.IsReserved(name);

    /// <summary>Whether an attribute of this name is read, or meant to be read, as roles.</summary>
    public static bool NamesRoles(string name) =>
        ReplaceName(name) == name
        && name[(name.LastIndexOf('/') + 1)..].Contains("role", StringComparison.OrdinalIgnoreCase);

    /// <summary>A list of roles: those that Flex knows stay, others are replaced.</summary>
    public static string ReplaceRoles(string text)
    {
        StringBuilder replaced = new();
        int at = 0;
        while (at <= text.Length)
        {
            int end = text.IndexOfAny([',', ';', '|'], at);
            end = end < 0 ? text.Length : end;
            replaced.Append(ReplaceRole(text[at..end])).Append(text[end..Math.Min(end + 1, text.Length)]);
            at = end + 1;
        }

        return replaced.ToString();
    }

    private static string ReplaceRole(string token)
    {
        string role = token.Trim(' ', '\t', '\r', '\n');
        bool isKnown = new FlexRole(role.ToLowerInvariant()).IsKnown || s_nearRoles.Contains(role);
        return isKnown ? token : Mask.Text(token);
    }
}
