using System.Text;
using Saml.Core.Fuzz.Genuine;
using Saml.Core.Tests.Xml;

namespace Saml.Core.Fuzz.Targets;

/// <summary>
/// Any octets, signed anew where they have the form of a signed message, so that what lies behind the cryptography is
/// reached: refused, or the identity is what System.Xml reads.
/// </summary>
internal static class SealedTarget
{
    public static void Run(byte[] octets) => _ = Validate(octets);

    public static SamlValidationResult Validate(byte[] octets)
    {
        byte[] message = Resealing.Seal(octets);
        SamlValidationResult result = ServiceProvider.Validate(message, SignatureRequirement.ResponseOrAssertion);
        if (result.IsValid)
        {
            Check(result, message);
        }

        return result;
    }

    private static void Check(SamlValidationResult result, byte[] message)
    {
        string accepted = Identity.Content(result);
        string? read = IndependentReading.TryDescribe(message);
        bool isKnown = read is null && DeliberateDifference.Table.Any(
            difference => difference.Explains(ours: null, Encoding.UTF8.GetString(message)));
        if (accepted != read && !isKnown)
        {
            throw new FindingException($"Accepted:\n{accepted}System.Xml reads:\n{read}");
        }
    }
}
