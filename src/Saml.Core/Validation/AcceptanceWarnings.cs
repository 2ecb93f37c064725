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

    public static IReadOnlyList<SamlWarning> Find(Assertion assertion, in RuleContext context)
    {
        WarningList warnings = default;
        if (context.Expected.Options.CertificateExpiry == CertificateExpiryPolicy.Warn)
        {
            TrustedKey signer = assertion.Proof.ClosestToAssertion.Signer;
            AddExpiry(ref warnings, signer, context.Now);
            if (assertion.Proof.Response is { } response && response.Signer != signer)
            {
                AddExpiry(ref warnings, response.Signer, context.Now);
            }
        }

        if (assertion.Proof.UsesSha1)
        {
            warnings.Add(SamlWarningCode.Sha1Accepted, "A signature or digest by SHA-1 was accepted.");
        }

        if (!context.Confirmation.TryInResponseTo(out _))
        {
            warnings.Add(SamlWarningCode.UnsolicitedAccepted, "The identity provider started this login.");
        }

        if (assertion.Content.Subject.NameId.Exists)
        {
            AddSubject(ref warnings, assertion.Content.Subject.NameId);
        }

        if (assertion.Content.EncryptedAttributeCount > 0)
        {
            warnings.Add(SamlWarningCode.EncryptedAttributeIgnored, "An EncryptedAttribute was left out.");
        }

        return warnings.ToReadOnly();
    }

    private static void AddExpiry(ref WarningList warnings, TrustedKey signer, DateTimeOffset now)
    {
        string name = $"The signing certificate {signer.Subject} (SHA-256 {signer.Sha256})";
        if (now > signer.NotAfter)
        {
            warnings.Add(
                SamlWarningCode.CertificateExpiredAccepted,
                $"{name} expired at {SafeText.Of(signer.NotAfter)}.");
        }
        else if (signer.NotAfter - now < s_expirySoon)
        {
            int days = (signer.NotAfter - now).Days;
            warnings.Add(
                SamlWarningCode.CertificateExpiresSoon,
                string.Create(CultureInfo.InvariantCulture, $"{name} expires in {days} days."));
        }
    }

    private static void AddSubject(ref WarningList warnings, NameIdentifier nameId)
    {
        ReadOnlySpan<byte> value = nameId.Value;
        if (XmlCharacters.Trim(value).Length != value.Length)
        {
            warnings.Add(
                SamlWarningCode.NameIdSurroundingWhiteSpace,
                "The NameID begins or ends with white space, which was kept.");
        }

        bool isTransient = nameId.TryFormat(out ReadOnlySpan<byte> format)
            && format.SequenceEqual("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"u8);
        if (isTransient)
        {
            warnings.Add(
                SamlWarningCode.TransientNameId,
                "The NameID is transient: the next login of the same person will have another.");
        }
    }
}
