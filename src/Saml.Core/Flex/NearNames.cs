using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Finds the attribute that was probably meant to be a required one. It is named, never accepted.</summary>
internal static class NearNames
{
    /// <summary>The Name that differs only by case; null for none.</summary>
    public static string? InOtherCase(IReadOnlyList<SamlAttribute> attributes, string name)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (string.Equals(attributes[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return attributes[i].Name;
            }
        }

        return null;
    }

    /// <summary>The URI whose last part is the name, or a usual claim for it; null for none.</summary>
    public static string? Namespaced(IReadOnlyList<SamlAttribute> attributes, string name)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (IsNamespaced(attributes[i].Name, name))
            {
                return attributes[i].Name;
            }
        }

        return null;
    }

    /// <summary>A hint that says what came and what was expected; null when nothing came near.</summary>
    public static string? Hint(IReadOnlyList<SamlAttribute> attributes, string name)
    {
        if (Nearest(attributes, name) is not { } sent)
        {
            return null;
        }

        int count = 0;
        for (int i = 0; i < attributes.Count; i++)
        {
            count += string.Equals(attributes[i].Name, sent, StringComparison.Ordinal) ? 1 : 0;
        }

        string times = count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" x{count}");
        return $"Your identity provider sent {SafeText.Of(sent)}{times}, expected {name}.";
    }

    private static string? Nearest(IReadOnlyList<SamlAttribute> attributes, string name)
    {
        Span<char> buffer = stackalloc char[Spelling.MaxLength];
        Span<char> meantBuffer = stackalloc char[Spelling.MaxLength];
        ReadOnlySpan<char> meant = Spelling.Squeeze(name, meantBuffer);
        string? near = null;
        for (int i = 0; i < attributes.Count; i++)
        {
            ReadOnlySpan<char> sent = Spelling.Squeeze(AttributeName.Of(attributes[i].Name).Target, buffer);
            if (sent.SequenceEqual(meant) || IsAlias(sent, name))
            {
                return attributes[i].Name;
            }

            if (near is null && !FlexNames.IsUsed(attributes[i].Name) && Spelling.IsNear(sent, meant))
            {
                near = attributes[i].Name;
            }
        }

        return near;
    }

    private static bool IsAlias(ReadOnlySpan<char> sent, string name) => name switch
    {
        FlexNames.Email => sent is "mail" or "emailaddress" or "useremail" or "workemail" or "primaryemail",
        FlexNames.Roles => sent is "role" or "flexrole" or "flexroles" or "userrole" or "userroles" or "usertype"
            or "group" or "groups" or "memberof",
        _ => sent is "name" or "displayname" or "username" or "cn" or "commonname",
    };

    private static bool IsNamespaced(string sent, string name)
    {
        if (!sent.Contains("://", StringComparison.Ordinal) && !sent.StartsWith("urn:", StringComparison.Ordinal))
        {
            return false;
        }

        string last = sent[(sent.LastIndexOfAny(['/', ':', '#']) + 1)..];
        ReadOnlySpan<string> meant = name switch
        {
            FlexNames.Email => ["email", "emailaddress", "mail"],
            FlexNames.Roles => ["roles", "role", "group", "groups"],
            _ => [name, "name", "displayname", "fullname"],
        };
        foreach (string one in meant)
        {
            if (string.Equals(last, one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
