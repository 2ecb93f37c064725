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
    internal static readonly TimeSpan ExpirySoon = TimeSpan.FromDays(60);

    // Nearly twice the longest window that an identity provider is known to send, Entra ID's 65 minutes.
    private static readonly TimeSpan s_longLifetime = TimeSpan.FromHours(2);

    // The token of Flex lives for an hour; a session that ends sooner ends in the middle of it.
    private static readonly TimeSpan s_flexToken = TimeSpan.FromHours(1);

    // NIST SP 800-131A, and the default of Dangerous.MinimumRsaKeyBits.
    private const int SmallestGoodRsaBits = 2048;

    public static IReadOnlyList<SamlWarning> Find(Assertion assertion, in RuleContext context)
    {
        WarningList warnings = new(context.Expected.Options);
        TrustedKey signer = assertion.Proof.ClosestToAssertion.Signer;
        AddSigner(ref warnings, signer, context);
        if (assertion.Proof.Response is { } response && response.Signer != signer)
        {
            AddSigner(ref warnings, response.Signer, context);
        }

        if (assertion.Proof.UsesSha1)
        {
            warnings.Add(SamlWarningCode.Sha1Accepted, "A signature or digest by SHA-1 was accepted.");
        }

        AddClockOffset(ref warnings, assertion, context);
        AddLogin(ref warnings, assertion.Content, context);
        AddContent(ref warnings, assertion.Content, context);
        return warnings.ToReadOnly();
    }

    /// <summary>What is worth a look in any assertion, whatever else is wrong with it, and whoever has written it.</summary>
    public static IReadOnlyList<SamlWarning> FindAnyway(in AssertionContent content, in RuleContext context)
    {
        WarningList warnings = new(context.Expected.Options);
        AddContent(ref warnings, content, context);
        return warnings.ToReadOnly();
    }

    private static void AddSigner(ref WarningList warnings, TrustedKey signer, in RuleContext context)
    {
        SamlValidatorOptions options = context.Expected.Options;
        if (options.CertificateExpiry == CertificateExpiryPolicy.Warn)
        {
            AddExpiry(ref warnings, signer, context.Now);
        }

        if (options.CertificateExpiry != CertificateExpiryPolicy.Ignore)
        {
            AddSuccessor(ref warnings, signer, options.IdentityProvider.Keys, context.Now);
        }

        if (signer.Kind == KeyKind.Rsa && signer.Bits < SmallestGoodRsaBits)
        {
            warnings.Add(
                SamlWarningCode.SmallKeyAccepted,
                string.Create(CultureInfo.InvariantCulture, $"{Name(signer)} has an RSA key of {signer.Bits} bits."));
        }
    }

    // A rollover that was begun and not finished: both are valid, and the identity provider signs with the older one.
    private static void AddSuccessor(
        ref WarningList warnings, TrustedKey signer, IReadOnlyList<TrustedKey> keys, DateTimeOffset now)
    {
        if (now < signer.NotBefore || now > signer.NotAfter)
        {
            return;
        }

        for (int i = 0; i < keys.Count; i++)
        {
            TrustedKey other = keys[i];
            if (other.NotBefore > signer.NotBefore && now >= other.NotBefore && now <= other.NotAfter)
            {
                warnings.Add(
                    SamlWarningCode.RetiringCertificateUsed,
                    $"{Name(signer)} verified the message; a newer one is configured (SHA-256 {other.Sha256}).");
                return;
            }
        }
    }

    // What a rule without skew would have refused.
    private static void AddClockOffset(ref WarningList warnings, Assertion assertion, in RuleContext context)
    {
        ref readonly AssertionContent content = ref assertion.Content;
        DateTimeOffset begin = content.IssueInstant;
        if (assertion.Proof.Response is not null)
        {
            begin = Later(begin, context.Response.IssueInstant);
        }

        begin = Later(begin, content.Conditions.NotBefore ?? begin);
        begin = Later(begin, content.AuthnStatement.AuthnInstant);
        if (begin > context.Now)
        {
            warnings.Add(
                SamlWarningCode.ClockOffsetObserved,
                $"The message is {SafeText.Of(begin - context.Now)} ahead of this server's clock; ClockSkew let it pass.");
        }

        DateTimeOffset end = Earlier(content.Conditions.NotOnOrAfter, context.Confirmation.NotOnOrAfter);
        end = Earlier(end, content.SessionNotOnOrAfter);
        if (end <= context.Now)
        {
            warnings.Add(
                SamlWarningCode.ClockOffsetObserved,
                $"The message had ended {SafeText.Of(context.Now - end)} ago; ClockSkew let it pass.");
        }
    }

    private static void AddLogin(ref WarningList warnings, in AssertionContent content, in RuleContext context)
    {
        if (!context.Confirmation.TryInResponseTo(out _))
        {
            warnings.Add(SamlWarningCode.UnsolicitedAccepted, "The identity provider started this login.");
        }

        if (content.SessionNotOnOrAfter is { } session && session < Instants.Add(context.Now, s_flexToken))
        {
            warnings.Add(
                SamlWarningCode.ShortSession,
                $"SessionNotOnOrAfter is {SafeText.Of(session)}, less than an hour from now.");
        }
    }

    private static void AddContent(ref WarningList warnings, in AssertionContent content, in RuleContext context)
    {
        if (context.Expected.IsLegacyFlex)
        {
            warnings.Add(
                SamlWarningCode.LegacyEndpoint,
                "The configured URL is that of legacy Flex single sign-on, to be migrated before 31 March 2026.");
        }

        TimeSpan lifetime = content.Conditions.Exists ? ConditionRules.Lifetime(content) : TimeSpan.Zero;
        if (lifetime > s_longLifetime)
        {
            warnings.Add(SamlWarningCode.LongLifetime, $"The assertion is valid for {SafeText.Of(lifetime)}.");
        }

        if (content.Subject.NameId.Exists)
        {
            AddSubject(ref warnings, content.Subject.NameId);
        }

        if (content.EncryptedAttributeCount > 0)
        {
            warnings.Add(SamlWarningCode.EncryptedAttributeIgnored, "An EncryptedAttribute was left out.");
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;

    private static string Name(TrustedKey signer) =>
        $"The signing certificate {signer.Subject} (SHA-256 {signer.Sha256})";

    private static void AddExpiry(ref WarningList warnings, TrustedKey signer, DateTimeOffset now)
    {
        if (now > signer.NotAfter)
        {
            warnings.Add(
                SamlWarningCode.CertificateExpiredAccepted,
                $"{Name(signer)} expired at {SafeText.Of(signer.NotAfter)}.");
        }
        else if (signer.NotAfter - now < ExpirySoon)
        {
            int days = (signer.NotAfter - now).Days;
            warnings.Add(
                SamlWarningCode.CertificateExpiresSoon,
                string.Create(CultureInfo.InvariantCulture, $"{Name(signer)} expires in {days} days."));
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
