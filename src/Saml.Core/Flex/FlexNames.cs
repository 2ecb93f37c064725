namespace Saml.Core.Flex;

/// <summary>Names of attributes that Flex reads, compared ordinally.</summary>
internal static class FlexNames
{
    public const string FullName = "full_name";
    public const string Email = "email";
    public const string Roles = "roles";
    public const string ImageUrl = "image_url";
    public const string PublicIdentity = "public_identity";
    public const string ContactUri = "contact_uri";
    public const string TeamMember = "team_member";
    public const string TeamOwner = "team_owner";

    /// <summary>Those without which Flex lets nobody in.</summary>
    public static string[] Required { get; } = [FullName, Email, Roles];

    /// <summary>Those that are rules' matter, and that no other attribute may become.</summary>
    public static bool IsOwn(ReadOnlySpan<char> name) => name is FullName or Email or Roles or ImageUrl;

    /// <summary>Those that Flex, Flex Insights and teams have a use for.</summary>
    public static bool IsUsed(ReadOnlySpan<char> name) =>
        IsOwn(name)
        || name is PublicIdentity or ContactUri or TeamMember or TeamOwner
        || name is "department" or "location" or "manager" or "phone"
        || name is "team_id" or "team_name" or "team_name_in_hierarchy";

    /// <summary>Those that Flex writes itself when supervisors edit a worker's skills.</summary>
    public static bool IsReserved(ReadOnlySpan<char> name) => name is "routing" or "disabled_skills";

    /// <summary>Flex maps no name that is a URI.</summary>
    public static bool IsUri(ReadOnlySpan<char> name) => name.Contains(':');
}
