using System.Collections.ObjectModel;

namespace Saml.Core;

/// <summary>How attributes are mapped to a <see cref="FlexIdentity"/>.</summary>
public sealed class FlexPolicy
{
    private readonly ReadOnlyCollection<string> _acceptedRoles = Array.AsReadOnly<string>([]);

    /// <summary>
    /// At least one of <c>agent</c>, <c>supervisor</c> and <c>admin</c> must be among the roles; default true. Without
    /// one Flex shows its user nothing.
    /// </summary>
    public bool RequireKnownBaseRole { get; init; } = true;

    /// <summary>
    /// Names of the roles that this identity provider may give, compared ordinally; default empty, any. A role outside
    /// refuses the login; <c>flex.*</c> ones are left out before they are asked about.
    /// </summary>
    public IReadOnlyCollection<string> AcceptedRoles
    {
        get => _acceptedRoles;
        init => _acceptedRoles = value is null ? null! : Array.AsReadOnly<string>([.. value]);
    }

    /// <summary>What a typed attribute that is not of its type means; default that the login is refused.</summary>
    public FlexTypedAttributes TypedAttributes { get; init; } = FlexTypedAttributes.Strict;

    internal bool Accepts(FlexRole role) => _acceptedRoles.Count == 0 || _acceptedRoles.Contains(role.Name);
}
