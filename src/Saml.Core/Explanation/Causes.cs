namespace Saml.Core.Explanation;

/// <summary>Which broken rule to mend first.</summary>
internal static class Causes
{
    /// <summary>
    /// The first broken rule in the order of validation; where it is one about the signature and the message's own
    /// certificate would verify it, that.
    /// </summary>
    public static SamlCheck? Find(IReadOnlyList<SamlCheck> checks)
    {
        SamlCheck? first = checks.FirstOrDefault(IsBroken);
        bool isOfSignature = first?.Code is
            SamlErrorCode.SignatureInvalid or SamlErrorCode.KeyTypeMismatch or SamlErrorCode.SignatureValueMalformed;
        return isOfSignature
            ? checks.FirstOrDefault(check => IsBroken(check) && check.Code == SamlErrorCode.SignerNotTrusted) ?? first
            : first;
    }

    private static bool IsBroken(SamlCheck check) => check.Outcome == SamlCheckOutcome.Broken;
}
