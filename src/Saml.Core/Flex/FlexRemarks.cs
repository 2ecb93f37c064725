using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>
/// What breaks no rule, and is probably not as its administrator meant it. Remarks hold names of attributes and roles,
/// never a NameID or a value.
/// </summary>
internal static class FlexRemarks
{
    public static void Add(in FlexContext context, ref WarningList warnings)
    {
        NameIdRemarks.Add(context, ref warnings);
        AttributeRemarks.Add(context, ref warnings);
        RoleRemarks.Add(context, ref warnings);
    }
}
