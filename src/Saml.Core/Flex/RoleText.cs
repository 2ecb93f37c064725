using System.Buffers;
using System.Globalization;
using System.Text;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>
/// The name of a role in a text. Names of roles may be shown; what is mapped to them by mistake, an address, a
/// distinguished name, a login or a person's name, may not. So one word of ASCII is shown, of several words what Flex
/// knows, and of an expression its form where it is more than a reference.
/// </summary>
internal static class RoleText
{
    // Numbers of telephones and of persons have more; those of teams and years have not.
    private const int MaxDigits = 4;

    // Of names such as wfo.full_access, of paths of groups and of URNs.
    private static readonly SearchValues<char> s_insideNames = SearchValues.Create("._-:/");

    private static readonly SearchValues<char> s_reference = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    // Of addresses and of distinguished names; the other parts of one that was split at its commas are no roles either.
    private static readonly SearchValues<char> s_personal = SearchValues.Create("@\uFF20=\\");

    private static readonly char[] s_betweenWords = [.. Blank.WhiteSpace, ';', '|', '"', '\'', '[', ']', '{', '}'];

    public static string Of(in FlexRole role, in RoleList all)
    {
        if (role.IsKnown)
        {
            return role.Name;
        }

        if (Expression.Kind(role.Name) is { } kind)
        {
            return IsReference(role.Name) ? role.Name : kind;
        }

        return IsShown(role.Name, all)
            ? SafeText.Of(role.Name)
            : string.Create(CultureInfo.InvariantCulture, $"({role.Name.Length} characters)");
    }

    // user.userType, and no text around it.
    private static bool IsReference(ReadOnlySpan<char> expression) =>
        expression.Count('.') == 1 && expression.IndexOfAnyExcept(s_reference) < 0;

    // Every role that Flex knows is ASCII, and in other scripts a word can be a whole name.
    private static bool IsShown(string name, in RoleList all)
    {
        if (!Ascii.IsValid(name))
        {
            return false;
        }

        return name.AsSpan().IndexOfAny(s_betweenWords) >= 0
            ? IsOfRoles(name)
            : Guid.TryParseExact(name, "D", out _)
                || (IsWord(name) && !IsPersonal(all.Roles) && !(all.Reserved is { } reserved && IsPersonal(reserved)));
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

    private static bool IsWord(ReadOnlySpan<char> name)
    {
        int letters = 0;
        int digits = 0;
        foreach (char character in name)
        {
            letters += char.IsAsciiLetter(character) ? 1 : 0;
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            if (!char.IsAsciiLetterOrDigit(character) && !s_insideNames.Contains(character))
            {
                return false;
            }
        }

        return letters >= digits && digits <= MaxDigits && !IsDotted(name);
    }

    // jane.doe is how people log in.
    private static bool IsDotted(ReadOnlySpan<char> name)
    {
        bool isOfFlex = name.StartsWith("wfo.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("flex.", StringComparison.OrdinalIgnoreCase);
        return name.Count('.') > (isOfFlex ? 1 : 0);
    }

    private static bool IsPersonal(List<FlexRole> roles) =>
        roles.Exists(static role => role.Name.AsSpan().ContainsAny(s_personal));
}
