namespace Saml.Core.Explanation;

/// <summary>
/// What nobody has said: rules that would compare with it are skipped, with the reason that stands here; null where it
/// was said. It is for a person with a message and no settings at hand; validation always has them all.
/// </summary>
internal sealed record UnsetExpectations
{
    /// <summary>Everything was said.</summary>
    public static UnsetExpectations None { get; } = new();

    /// <summary>Everything was said, and that the service provider is not Flex.</summary>
    public static UnsetExpectations OfNoFlex { get; } = new() { Flex = "not asked for: the service provider is not Flex" };

    /// <summary>Why the rules of Flex are not asked.</summary>
    public string? Flex { get; init; }

    /// <summary>Why the audience is compared with nothing.</summary>
    public string? ServiceProviderEntityId { get; init; }

    /// <summary>Why Destination and Recipient are compared with nothing.</summary>
    public string? AssertionConsumerServiceUrl { get; init; }

    /// <summary>Why Issuers are compared with nothing.</summary>
    public string? IdentityProviderEntityId { get; init; }

    /// <summary>
    /// Why nothing is verified. The options hold what the message itself carries, if anything, so that a change after
    /// signing is found; whatever the outcome, nothing counts as signed by a trusted key.
    /// </summary>
    public string? SigningCertificates { get; init; }

    /// <summary>Why a rule of the table is not asked; null when it is.</summary>
    public string? ReasonFor(SamlErrorCode code) => code switch
    {
        SamlErrorCode.AudienceMismatch or SamlErrorCode.NameIdQualifierMismatch => ServiceProviderEntityId,
        SamlErrorCode.DestinationMismatch or SamlErrorCode.RecipientMismatch => AssertionConsumerServiceUrl,
        SamlErrorCode.ResponseIssuerMismatch or SamlErrorCode.AssertionIssuerMismatch => IdentityProviderEntityId,
        _ => null,
    };
}
