using System.Text;

namespace Saml.Core.Validation;

/// <summary>What the configuration makes every message be compared with, in the form it is compared in.</summary>
internal sealed class Expectations
{
    public Expectations(SamlValidatorOptions options)
    {
        Options = options;
        IdentityProviderEntityId = Encoding.UTF8.GetBytes(options.IdentityProvider.EntityId);
        ServiceProviderEntityId = Encoding.UTF8.GetBytes(options.ServiceProviderEntityId);
        AssertionConsumerServiceUrl = Encoding.UTF8.GetBytes(options.AssertionConsumerServiceUrl);
        AcceptedNameIdFormats = [.. options.AcceptedNameIdFormats.Select(Encoding.UTF8.GetBytes)];
        AcceptedAuthnContextClassRefs = [.. options.AcceptedAuthnContextClassRefs.Select(Encoding.UTF8.GetBytes)];
    }

    public SamlValidatorOptions Options { get; }

    public byte[] IdentityProviderEntityId { get; }

    public byte[] ServiceProviderEntityId { get; }

    public byte[] AssertionConsumerServiceUrl { get; }

    public byte[][] AcceptedNameIdFormats { get; }

    public byte[][] AcceptedAuthnContextClassRefs { get; }

    public TimeSpan ClockSkew => Options.ClockSkew;
}
