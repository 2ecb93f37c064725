using Saml.Core.Fuzz.Genuine;
using Saml.Core.Fuzz.Mutations;
using Saml.Core.Fuzz.Targets;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>Asks a property of a mutant. Whatever the answer is, nothing may escape.</summary>
public static class Verdict
{
    /// <summary>The library's answer, and what is wrong with it; null when nothing is.</summary>
    internal static string? Of(SoundnessProperty property, Mutant mutant, out SamlErrorCode code)
    {
        code = SamlErrorCode.None;
        try
        {
            if (property == SoundnessProperty.Reading)
            {
                code = Read(mutant.Octets);
                return null;
            }

            SamlValidationResult result = property == SoundnessProperty.Sealed
                ? SealedTarget.Validate(mutant.Octets)
                : ServiceProvider.Validate(mutant.Octets, mutant.Requirement);
            code = result.Error?.Code ?? SamlErrorCode.None;
            return property == SoundnessProperty.Sealed && result.IsValid ? null : Judge(result, mutant.Source.Identities);
        }
        catch (Exception exception)
        {
            return $"it escaped: {exception}";
        }
    }

    /// <summary>What is wrong with a result, where these are the identities that were signed; null when nothing is.</summary>
    public static string? Judge(SamlValidationResult result, IReadOnlyList<string> identities)
    {
        if (result.IsValid)
        {
            string identity = Identity.Of(result);
            return identities.Contains(identity) ? null : $"nobody signed this identity:\n{identity}";
        }

        // Composed texts are part of the answer; an error that cannot be printed is one too.
        return result.Identity is not null || result.Assertion is not null ? "a refusal with an identity"
            : !Enum.IsDefined(result.Error.Code) ? $"no documented code: {result.Error.Code}"
            : result.Error.ToString().Length == 0 || result.Error.HelpLink.Length == 0 ? "an error without a text"
            : null;
    }

    private static SamlErrorCode Read(byte[] octets)
    {
        ReaderTarget.Run(octets);
        CanonicalizerTarget.Run(octets);
        return Octets.FindRejection(octets)?.Code ?? SamlErrorCode.None;
    }
}
