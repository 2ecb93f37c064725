namespace Saml.Core.Flex;

/// <summary>
/// What a rule of Flex judges: the attributes of an assertion, as they were read, and the policy. It is plain content,
/// of a verified assertion or of any other: <see cref="FlexIdentity"/> alone says that it was accepted.
/// </summary>
/// <remarks>Attributes are walked by index on the way to an identity: each walk by foreach makes an enumerator.</remarks>
internal readonly struct FlexContext
{
    public FlexContext(
        string nameId, string? nameIdFormat, IReadOnlyList<SamlAttribute> attributes, FlexPolicy policy)
    {
        NameId = nameId;
        NameIdFormat = nameIdFormat;
        Attributes = attributes;
        Policy = policy;
        FullName = SingleAttribute.Read(attributes, FlexNames.FullName);
        Email = SingleAttribute.Read(attributes, FlexNames.Email);
        ImageUrl = SingleAttribute.Read(attributes, FlexNames.ImageUrl);
        Roles = RoleList.Read(attributes);
        Targets = new TargetNames(attributes);
    }

    /// <summary>Empty where there is none.</summary>
    public string NameId { get; }

    public string? NameIdFormat { get; }

    public IReadOnlyList<SamlAttribute> Attributes { get; }

    public FlexPolicy Policy { get; }

    public SingleAttribute FullName { get; }

    public SingleAttribute Email { get; }

    public SingleAttribute ImageUrl { get; }

    public RoleList Roles { get; }

    public TargetNames Targets { get; }
}
