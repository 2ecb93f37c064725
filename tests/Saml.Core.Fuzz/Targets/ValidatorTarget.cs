using Saml.Core.Fuzz.Genuine;

namespace Saml.Core.Fuzz.Targets;

/// <summary>Any octets: refused, or the identity is that of a genuine message.</summary>
internal static class ValidatorTarget
{
    private static readonly Lazy<HashSet<string>> s_identities =
        new(() => [.. MessageSet.All.SelectMany(set => set.Identities)]);

    public static void Run(byte[] octets)
    {
        SamlValidationResult result = ServiceProvider.Validate(octets, SignatureRequirement.ResponseOrAssertion);
        if (result.IsValid && !s_identities.Value.Contains(Identity.Of(result)))
        {
            throw new FindingException($"Accepted: {Identity.Of(result)}");
        }
    }
}
