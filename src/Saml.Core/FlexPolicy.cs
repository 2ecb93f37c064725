namespace Saml.Core;

/// <summary>How attributes are mapped to a <see cref="FlexIdentity"/>.</summary>
public sealed class FlexPolicy
{
    /// <summary>
    /// At least one of <c>agent</c>, <c>supervisor</c> and <c>admin</c> must be among the roles; default true. Without
    /// one Flex shows its user nothing.
    /// </summary>
    public bool RequireKnownBaseRole { get; init; } = true;
}
