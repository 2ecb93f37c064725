using System.Buffers;
using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>
/// The name of a role in a text. Names of roles may be shown; what is mapped to them by mistake, an address, a
/// distinguished name or a person's name, may not.
/// </summary>
internal static class RoleText
{
    // An address, and a distinguished name.
    private static readonly SearchValues<char> s_personal = SearchValues.Create("@=");

    public static string Of(string role)
    {
        bool isWords = role.AsSpan().ContainsAny(Blank.WhiteSpace) && NearRoles.Find(role) is null
            && !RoleRemarks.IsSeparatedOtherwise(role);
        return isWords || role.AsSpan().ContainsAny(s_personal)
            ? string.Create(CultureInfo.InvariantCulture, $"({role.Length} characters)")
            : SafeText.Of(role);
    }
}
