using System.Globalization;
using System.Text;
using Saml.Core.Messages;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>
/// The proof that a signed assertion meets every rule: there is no other way to get one than <see cref="Accept"/>. It
/// holds nothing of the message's buffers. Whether it has been used before is asked last, by the validator.
/// </summary>
internal sealed class AcceptedAssertion
{
    private AcceptedAssertion(SamlAssertion assertion, IReadOnlyList<SamlWarning> warnings, DateTimeOffset lastAcceptance)
    {
        Assertion = assertion;
        Warnings = warnings;
        LastAcceptance = lastAcceptance;
    }

    public SamlAssertion Assertion { get; }

    /// <summary>What was accepted with a remark.</summary>
    public IReadOnlyList<SamlWarning> Warnings { get; }

    /// <summary>The last instant at which the assertion could be accepted, skew included.</summary>
    public DateTimeOffset LastAcceptance { get; }

    /// <summary>Unambiguous: an xs:ID has no space.</summary>
    public string ReplayKey => $"{Assertion.Id} {Assertion.Issuer}";

    /// <summary>Walks every rule over an assertion that is known to be signed.</summary>
    public static AcceptedAssertion Accept(Assertion assertion, in RuleContext unverified)
    {
        RuleContext context = new(unverified, assertion.Content);
        Rules.Check(Rules.AfterVerification, context);
        CertificateRules.Check(assertion.Proof, context);

        return new AcceptedAssertion(
            ToPublic(assertion, context),
            AcceptanceWarnings.Find(assertion, context),
            Instants.Add(LastEnd(assertion.Content), context.Expected.ClockSkew));
    }

    // Every one of these must still hold when the assertion comes again, but any bearer confirmation may then serve.
    private static DateTimeOffset LastEnd(in AssertionContent content)
    {
        DateTimeOffset end = content.Conditions.NotOnOrAfter;
        DateTimeOffset confirmations = BearerConfirmation.LatestEnd(content);
        end = confirmations < end ? confirmations : end;
        return content.SessionNotOnOrAfter < end ? content.SessionNotOnOrAfter.Value : end;
    }

    private static SamlAssertion ToPublic(Assertion assertion, in RuleContext context)
    {
        ref readonly AssertionContent content = ref assertion.Content;
        NameIdentifier nameId = content.Subject.NameId;
        AuthnStatement authn = content.AuthnStatement;
        SubjectConfirmation confirmation = context.Confirmation;
        DateTimeOffset end = content.Conditions.NotOnOrAfter;
        ReadProxyRestriction(content.Conditions, out int? proxyCount, out bool isOneTimeUse);
        return new SamlAssertion
        {
            Id = Encoding.UTF8.GetString(content.Id),
            Issuer = context.Expected.Options.IdentityProvider.EntityId,
            IssueInstant = content.IssueInstant,
            NameId = Encoding.UTF8.GetString(nameId.Value),
            NameIdFormat = nameId.TryFormat(out ReadOnlySpan<byte> format) ? KnownText.Of(format) : null,
            NameQualifier = nameId.TryNameQualifier(out ReadOnlySpan<byte> qualifier) ? KnownText.Of(qualifier) : null,
            SpNameQualifier = nameId.TrySpNameQualifier(out ReadOnlySpan<byte> sp) ? KnownText.Of(sp) : null,
            InResponseTo = confirmation.TryInResponseTo(out ReadOnlySpan<byte> request)
                ? context.Request.Find(request)
                : null,
            NotOnOrAfter = confirmation.NotOnOrAfter < end ? confirmation.NotOnOrAfter.Value : end,
            AuthnInstant = authn.AuthnInstant,
            SessionIndex = authn.TrySessionIndex(out ReadOnlySpan<byte> session)
                ? Encoding.UTF8.GetString(session)
                : null,
            SessionNotOnOrAfter = content.SessionNotOnOrAfter,
            AuthnContextClassRef = authn.TryClassRef(out ReadOnlySpan<byte> classRef) ? KnownText.Of(classRef) : null,
            ProxyRestrictionCount = proxyCount,
            IsOneTimeUse = isOneTimeUse,
            Attributes = Array.AsReadOnly(content.Attributes()),
            SignedParts = assertion.Proof.SignedParts,
            SigningCertificateSha256 = assertion.Proof.ClosestToAssertion.Signer.Sha256,
        };
    }

    private static void ReadProxyRestriction(Conditions conditions, out int? count, out bool isOneTimeUse)
    {
        count = null;
        isOneTimeUse = false;
        XmlChildren children = conditions.Element.Children;
        while (children.TryTake(out XmlElement condition))
        {
            isOneTimeUse |= condition.Is(XmlNamespace.Assertion, "OneTimeUse"u8);
            if (condition.Is(XmlNamespace.Assertion, "ProxyRestriction"u8)
                && condition.TryAttribute("Count"u8, out ReadOnlySpan<byte> text))
            {
                // A number that does not fit is larger than any chain of assertions.
                count = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                    ? value
                    : int.MaxValue;
            }
        }
    }
}
