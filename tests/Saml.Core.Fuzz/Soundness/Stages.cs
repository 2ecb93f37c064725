using Saml.Core.Validation;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>How far a message got.</summary>
internal static class Stages
{
    private static readonly HashSet<SamlErrorCode> s_behindForm =
    [
        SamlErrorCode.None, SamlErrorCode.SignatureInvalid, SamlErrorCode.DigestMismatch,
        SamlErrorCode.CanonicalizationFailed,
        .. Rules.AfterVerification.Select(rule => rule.Code).Except(Rules.BeforeVerification.Select(rule => rule.Code)),
    ];

    /// <summary>Whether the answer can only be given once a signature has been looked at with cryptography.</summary>
    public static bool IsBehindForm(SamlErrorCode code) => s_behindForm.Contains(code) || (int)code is >= 5400 and < 9000;
}
