using Saml.Core.Errors;
using Saml.Core.Signatures;

namespace Saml.Core.Validation;

/// <summary>What <see cref="CertificateExpiryPolicy.Reject"/> refuses.</summary>
internal static class CertificateRules
{
    public static void Check(VerifiedMessage message, in RuleContext context)
    {
        if (context.Expected.Options.CertificateExpiry == CertificateExpiryPolicy.Reject)
        {
            Check(message.Response?.Signer, context);
            Check(message.Assertion?.Signer, context);
        }
    }

    private static void Check(TrustedKey? signer, in RuleContext context)
    {
        if (context.Now > signer?.NotAfter)
        {
            throw new SamlRejection(
                SamlErrorCode.CertificateExpired, actual: SafeText.Of(signer.NotAfter), subject: signer.Subject);
        }

        if (context.Now < signer?.NotBefore)
        {
            throw new SamlRejection(
                SamlErrorCode.CertificateNotYetValid, actual: SafeText.Of(signer.NotBefore), subject: signer.Subject);
        }
    }
}
