using System.Buffers;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>
/// What Flex takes from an assertion's attributes. It is plain content, of a verified assertion or of any other:
/// <see cref="FlexIdentity"/> alone says that it was accepted.
/// </summary>
internal readonly struct FlexContent
{
    // A worker's attributes may have 4,096 characters of JSON in all; more roles are a groups dump.
    private const int MaxRoles = 64;

    // Roles with all their repetitions, and commas that stand for none.
    private const int MaxRoleTexts = 1024;

    // The longest identity that Twilio Voice and Conversations take.
    private const int MaxUserIdLength = 256;

    // What RFC 3986 has no place for, and what a page that shows the image could trip over.
    private static readonly SearchValues<char> s_notInUrl = SearchValues.Create("\"<>\\^`{|}");

    private static readonly char[] s_whiteSpace = [' ', '\t', '\r', '\n'];

    private FlexContent(IReadOnlyList<SamlAttribute> attributes, FlexPolicy policy, ref WarningList warnings)
    {
        FullName = FlexAttributes.Required(attributes, "full_name", ref warnings);
        Email = FlexAttributes.Required(attributes, "email", ref warnings);
        if (!IsAddress(Email))
        {
            throw new SamlRejection(SamlErrorCode.EmailInvalid, "email");
        }

        ImageUrl = FlexAttributes.Optional(attributes, "image_url", ref warnings);
        if (ImageUrl is not null && !IsHttpsUrl(ImageUrl))
        {
            throw new SamlRejection(SamlErrorCode.ImageUrlInvalid, "image_url");
        }

        Roles = ReadRoles(attributes, policy, ref warnings);
    }

    public string FullName { get; }

    public string Email { get; }

    public string? ImageUrl { get; }

    public List<FlexRole> Roles { get; }

    /// <summary>Maps the attributes, or refuses with the first rule of Flex that is broken.</summary>
    public static FlexContent Read(
        string nameId, IReadOnlyList<SamlAttribute> attributes, FlexPolicy policy, ref WarningList warnings)
    {
        FlexContent content = new(attributes, policy, ref warnings);
        return nameId.Length <= MaxUserIdLength
            ? content
            : throw new SamlRejection(
                SamlErrorCode.IdentityTooLong, FlexAttributes.Number(MaxUserIdLength), FlexAttributes.Number(nameId.Length));
    }

    private static List<FlexRole> ReadRoles(
        IReadOnlyList<SamlAttribute> attributes, FlexPolicy policy, ref WarningList warnings)
    {
        List<FlexRole> roles = [];
        List<FlexRole>? reserved = null;
        bool isBlank = true;
        int count = 0;
        FlexAttributes.CheckPresent(attributes, "roles", ref warnings);
        for (int i = 0; i < attributes.Count; i++)
        {
            if (!FlexAttributes.IsNamed(attributes[i], "roles"))
            {
                continue;
            }

            IReadOnlyList<SamlAttributeValue> values = attributes[i].Values;
            for (int value = 0; value < values.Count; value++)
            {
                string text = FlexAttributes.Text(values[value], "roles");
                isBlank = isBlank && string.IsNullOrEmpty(text.Trim(s_whiteSpace));
                foreach (Range range in text.AsSpan().Split(','))
                {
                    CheckCount(count++, MaxRoleTexts);
                    ReadOnlySpan<char> token = text.AsSpan(range).Trim(s_whiteSpace);
                    if (!token.IsEmpty)
                    {
                        AddRole(roles, ref reserved, FlexRole.Of(token), ref warnings);
                    }
                }
            }
        }

        if (isBlank)
        {
            throw new SamlRejection(SamlErrorCode.RequiredAttributeEmpty, "roles");
        }

        bool hasBase = roles.Exists(static role => role.IsBase);
        return roles.Count > 0 && (hasBase || !policy.RequireKnownBaseRole)
            ? roles
            : throw new SamlRejection(SamlErrorCode.NoRoles, "agent, supervisor, admin", string.Join(", ", roles));
    }

    private static void AddRole(
        List<FlexRole> roles, ref List<FlexRole>? reserved, FlexRole role, ref WarningList warnings)
    {
        if (role.IsReserved)
        {
            reserved ??= [];
            if (reserved.Contains(role))
            {
                return;
            }

            CheckCount(reserved.Count, MaxRoles);
            reserved.Add(role);
            warnings.Add(
                SamlWarningCode.ReservedRole,
                $"Role {SafeText.Of(role.Name)} cannot be assigned through single sign-on and was left out.");
            return;
        }

        if (roles.Contains(role))
        {
            return;
        }

        CheckCount(roles.Count, MaxRoles);
        roles.Add(role);
        if (!role.IsKnown)
        {
            warnings.Add(
                SamlWarningCode.UnknownRole, $"Role {SafeText.Of(role.Name)} is none that Flex documents; it was kept.");
        }
    }

    private static void CheckCount(int count, int limit)
    {
        if (count == limit)
        {
            throw new SamlRejection(
                SamlErrorCode.TooManyValues, "roles", $"more than {limit}", FlexAttributes.Number(limit));
        }
    }

    // Enough to tell an address from an expression that was never evaluated; whether it exists is not for us to say.
    private static bool IsAddress(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && !HasSpaceOrControl(text);
    }

    private static bool IsHttpsUrl(string text)
    {
        const string scheme = "https://";
        return text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && text.Length > scheme.Length
            && text[scheme.Length] is not ('/' or '?' or '#') && !text.AsSpan().ContainsAny(s_notInUrl)
            && !HasSpaceOrControl(text);
    }

    private static bool HasSpaceOrControl(string text)
    {
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }
}
