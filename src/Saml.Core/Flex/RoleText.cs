using System.Buffers;
using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>
/// The name of a role in a text. Names of roles may be shown; what is mapped to them by mistake, an address, a
/// distinguished name, a login or a person's name, may not. So one word is shown, and of several words what Flex knows.
/// </summary>
internal static class RoleText
{
    // Of names such as wfo.full_access, of paths of groups and of URNs.
    private static readonly SearchValues<char> s_insideNames = SearchValues.Create("._-:/");

    // Of addresses and of distinguished names; the other parts of one that was split at its commas are no roles either.
    private static readonly SearchValues<char> s_personal = SearchValues.Create("@=\\");

    private static readonly char[] s_betweenWords = [.. Blank.WhiteSpace, ';', '|', '"', '\'', '[', ']', '{', '}'];

    public static string Of(in FlexRole role, in RoleList all) => IsShown(role, all)
        ? SafeText.Of(role.Name)
        : string.Create(CultureInfo.InvariantCulture, $"({role.Name.Length} characters)");

    private static bool IsShown(in FlexRole role, in RoleList all)
    {
        string name = role.Name;
        if (role.IsKnown || Guid.TryParse(name, out _) || Expression.IsReference(name))
        {
            return true;
        }

        return name.AsSpan().IndexOfAny(s_betweenWords) >= 0
            ? IsOfRoles(name)
            : IsWord(name) && !IsPersonal(all.Roles) && !(all.Reserved is { } reserved && IsPersonal(reserved));
    }

    // "Team Leader", and "agent; supervisor".
    private static bool IsOfRoles(ReadOnlySpan<char> name)
    {
        if (NearRoles.IsSpelledOtherwise(name))
        {
            return true;
        }

        foreach (Range range in name.SplitAny(s_betweenWords))
        {
            if (!name[range].IsEmpty && !NearRoles.IsSpelledOtherwise(name[range]))
            {
                return false;
            }
        }

        return true;
    }

    // A number of a telephone or of a person has few letters; jane.doe is how people log in.
    private static bool IsWord(ReadOnlySpan<char> name)
    {
        int letters = 0;
        int digits = 0;
        foreach (char character in name)
        {
            letters += char.IsLetter(character) ? 1 : 0;
            digits += char.IsDigit(character) ? 1 : 0;
            if (!char.IsLetterOrDigit(character) && !s_insideNames.Contains(character))
            {
                return false;
            }
        }

        bool isDotted = name.Contains('.') && !name.StartsWith("wfo.", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("flex.", StringComparison.OrdinalIgnoreCase);
        return letters >= digits && !isDotted;
    }

    private static bool IsPersonal(List<FlexRole> roles) =>
        roles.Exists(static role => role.Name.AsSpan().ContainsAny(s_personal));
}
