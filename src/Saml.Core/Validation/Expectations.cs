using System.Text;
using Saml.Core.Errors;

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
        IsLegacyFlex = Likeness.IsLegacy(options.AssertionConsumerServiceUrl)
            || Likeness.IsObsoletePreview(options.AssertionConsumerServiceUrl);
        AcceptedNameIdFormats = new AcceptedTexts(options.AcceptedNameIdFormats);
        AcceptedAuthnContextClassRefs = new AcceptedTexts(options.AcceptedAuthnContextClassRefs);
    }

    public SamlValidatorOptions Options { get; }

    public byte[] IdentityProviderEntityId { get; }

    public byte[] ServiceProviderEntityId { get; }

    public byte[] AssertionConsumerServiceUrl { get; }

    /// <summary>Messages are addressed to the legacy endpoint of Flex, or to the preview before it.</summary>
    public bool IsLegacyFlex { get; }

    public AcceptedTexts AcceptedNameIdFormats { get; }

    public AcceptedTexts AcceptedAuthnContextClassRefs { get; }

    public TimeSpan ClockSkew => Options.ClockSkew;
}

/// <summary>A copy of a list of accepted values; an empty one accepts any.</summary>
internal sealed class AcceptedTexts
{
    private readonly byte[][] _octets;

    public AcceptedTexts(IReadOnlyCollection<string> texts)
    {
        string[] copies = [.. texts];
        _octets = [.. copies.Select(Encoding.UTF8.GetBytes)];
        Description = string.Join(", ", copies);
    }

    /// <summary>The values as a text for an error.</summary>
    public string Description { get; }

    public bool AcceptsAny => _octets.Length == 0;

    public bool Includes(ReadOnlySpan<byte> text)
    {
        foreach (byte[] one in _octets)
        {
            if (text.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
