using System.Globalization;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>Remarks on an assertion that was accepted; none of them holds a NameID or an attribute's value.</summary>
internal static class AcceptanceWarnings
{
    // Okta gives notice of a certificate's end this long before it.
    private static readonly TimeSpan s_expirySoon = TimeSpan.FromDays(60);

    public static List<SamlWarning> Find(Assertion assertion, in RuleContext context)
    {
        List<SamlWarning> warnings = [];
        if (context.Expected.Options.CertificateExpiry == CertificateExpiryPolicy.Warn)
        {
            TrustedKey signer = assertion.Proof.ClosestToAssertion.Signer;
            AddExpiry(warnings, signer, context.Now);
            if (assertion.Proof.Response is { } response && response.Signer != signer)
            {
                AddExpiry(warnings, response.Signer, context.Now);
            }
        }

        if (assertion.Proof.UsesSha1)
        {
            Add(warnings, SamlWarningCode.Sha1Accepted, "A signature or digest by SHA-1 was accepted.");
        }

        if (!context.Confirmation.TryInResponseTo(out _))
        {
            Add(warnings, SamlWarningCode.UnsolicitedAccepted, "The identity provider started this login.");
        }

        AddSubject(warnings, assertion.Content.Subject.NameId);
        if (assertion.Content.EncryptedAttributeCount > 0)
        {
            Add(warnings, SamlWarningCode.EncryptedAttributeIgnored, "An EncryptedAttribute was left out.");
        }

        return warnings;
    }

    private static void AddExpiry(List<SamlWarning> warnings, TrustedKey signer, DateTimeOffset now)
    {
        string name = $"The signing certificate {signer.Subject} (SHA-256 {signer.Sha256})";
        if (now > signer.NotAfter)
        {
            Add(
                warnings,
                SamlWarningCode.CertificateExpiredAccepted,
                $"{name} expired at {SafeText.Of(signer.NotAfter)}.");
        }
        else if (signer.NotAfter - now < s_expirySoon)
        {
            int days = (signer.NotAfter - now).Days;
            Add(
                warnings,
                SamlWarningCode.CertificateExpiresSoon,
                string.Create(CultureInfo.InvariantCulture, $"{name} expires in {days} days."));
        }
    }

    private static void AddSubject(List<SamlWarning> warnings, NameIdentifier nameId)
    {
        ReadOnlySpan<byte> value = nameId.Value;
        if (XmlCharacters.Trim(value).Length != value.Length)
        {
            Add(
                warnings,
                SamlWarningCode.NameIdSurroundingWhiteSpace,
                "The NameID begins or ends with white space, which was kept.");
        }

        bool isTransient = nameId.TryFormat(out ReadOnlySpan<byte> format)
            && format.SequenceEqual("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"u8);
        if (isTransient)
        {
            Add(
                warnings,
                SamlWarningCode.TransientNameId,
                "The NameID is transient: the next login of the same person will have another.");
        }
    }

    private static void Add(List<SamlWarning> warnings, SamlWarningCode code, string message) =>
        warnings.Add(new SamlWarning(code, message));
}
