using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Validation.Change;
using Change = System.Func<Saml.Core.Tests.Validation.Vector, Saml.Core.Tests.Validation.Vector>;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group RP, where one message shows the attack: a genuine login, carried to another browser or service provider.</summary>
internal static class ReplayAttacks
{
    private const string OtherEntityId = "https://sp.example.com/saml";
    private const string OtherUrl = "https://sp.example.com/saml/acs";

    private static readonly FlexConnection s_other = FlexConnection.Enhanced("JQ00000000000000000000000000000000");

    public static IReadOnlyList<Attack> All { get; } =
    [
        Of("RP-8", "the attacker's own login, unsolicited", UnsolicitedResponse, Unsolicited()),
        Of("RP-8", "the same in a browser that sent no request", UnsolicitedResponse, Unsolicited().And(v => v with { Request = ExpectedRequest.None })),
        Of("RP-8", "the attacker's own login, an answer to his request", InResponseToMismatch, v => v with { Request = ExpectedRequest.ForRequest("_of_the_victim") }),
        Of("RP-8", "the same in a browser that sent no request, solicited", InResponseToUnexpected, v => v with { Request = ExpectedRequest.None }),
        Of("RP-8", "unsolicited, where that is allowed on purpose", None, Unsolicited().And(v => v with { Request = ExpectedRequest.Unsolicited })),

        Of("RP-9", "a login to another service provider", DestinationMismatch,
            Template(t => t with { Audience = OtherEntityId, Destination = OtherUrl, Recipient = OtherUrl })),
        Of("RP-9", "the same without a Destination", RecipientMismatch,
            Template(t => t with { Audience = OtherEntityId, Destination = null, Recipient = OtherUrl }), v => v.WithUnsignedResponse()),
        Of("RP-9", "the same in an unsigned Response with our Destination", RecipientMismatch,
            Template(t => t with { Audience = OtherEntityId, Recipient = OtherUrl }), v => v.WithUnsignedResponse()),
        Of("RP-9", "another service provider that was registered with our URL", AudienceMismatch, Template(t => t with { Audience = OtherEntityId })),
        Of("RP-9", "another service provider that was registered with our name", DestinationMismatch,
            Template(t => t with { Destination = OtherUrl, Recipient = OtherUrl })),
        Of("RP-9", "a login to another connection of Flex", DestinationMismatch, Template(t => t with
        {
            Audience = s_other.ServiceProviderEntityId,
            Destination = s_other.AssertionConsumerServiceUrl,
            Recipient = s_other.AssertionConsumerServiceUrl,
        })),
        Of("RP-9", "our login at the connection of somebody else", DestinationMismatch, v => v with
        {
            ServiceProviderEntityId = s_other.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = s_other.AssertionConsumerServiceUrl,
        }),
    ];

    private static Change Unsolicited() => Template(t => t with { InResponseTo = null });
}
