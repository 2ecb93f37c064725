using Saml.Core.Errors;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Validation;

/// <summary>
/// Every rule about what a message says, one row each, in the order in which they decide. The validator walks the rows
/// and rejects at the first broken one; a row cannot be dropped, and there is no second set of rules.
/// </summary>
internal static class Rules
{
    /// <summary>
    /// Asked before anything is verified, so that a refusal by the identity provider and a wrong identity provider are
    /// named as what they are; asked again with all others once the assertion is known to be signed.
    /// </summary>
    public static readonly Rule[] BeforeVerification =
    [
        new(UnsupportedSamlVersion, "Core 3.2.2, 2.3.3", ResponseRules.Version),

        new(StatusMissing, "Core 3.2.2", ResponseRules.StatusPresent),
        new(AssertionWithErrorStatus, "Profiles 4.1.4.2", ResponseRules.NoAssertionWithError),
        new(IdpAuthnFailed, "Core 3.2.2.2", ResponseRules.NotAuthnFailed),
        new(IdpNoPassive, "Core 3.2.2.2", ResponseRules.NotNoPassive),
        new(IdpRequestDenied, "Core 3.2.2.2", ResponseRules.NotRequestDenied),
        new(IdpNoAuthnContext, "Core 3.2.2.2", ResponseRules.NotNoAuthnContext),
        new(IdpUnknownPrincipal, "Core 3.2.2.2", ResponseRules.NotUnknownPrincipal),
        new(IdpReturnedError, "Core 3.2.2.2", ResponseRules.IsSuccess),

        new(EncryptedAssertionNotSupported, "Core 2.3.4", ResponseRules.NoEncryptedAssertion),
        new(NoAssertion, "Profiles 4.1.4.2", ResponseRules.HasAssertion),
        new(MultipleAssertions, "this library's profile", ResponseRules.HasOneAssertion),
        new(EncryptedIdNotSupported, "Core 2.2.4", SubjectRules.NoEncryptedId),

        new(ResponseIssuerMismatch, "Profiles 4.1.4.2", IssuerRules.ResponseIssuerMatches),
        new(IssuerFormatNotEntity, "Profiles 4.1.4.2", IssuerRules.FormatsAreEntity),
        new(AssertionIssuerMissing, "Core 2.3.3", IssuerRules.AssertionIssuerPresent),
        new(AssertionIssuerMismatch, "Profiles 4.1.4.2", IssuerRules.AssertionIssuerMatches),
    ];

    /// <summary>Asked about an assertion that a trusted key signed.</summary>
    public static readonly Rule[] AfterVerification =
    [
        .. BeforeVerification,

        new(DestinationMissing, "Bindings 3.5.5.2", ResponseRules.DestinationPresent),
        new(DestinationMismatch, "Core 3.2.2", ResponseRules.DestinationMatches),

        new(UnsolicitedResponse, "Profiles 4.1.5", SubjectRules.UnsolicitedAllowed),
        new(InResponseToUnexpected, "Profiles 4.1.4.3", SubjectRules.ResponseExpected),
        new(InResponseToMismatch, "Profiles 4.1.4.3", SubjectRules.RequestIsExpected),
        new(InResponseToInconsistent, "Profiles 4.1.4.2", SubjectRules.RequestsAgree),

        new(ResponseIssuedInFuture, "Core 3.2.2", ResponseRules.NotIssuedInFuture),
        new(ResponseTooOld, "MaximumAssertionAge", ResponseRules.NotTooOld),
        new(AssertionIssuedInFuture, "Core 2.3.3", AssertionRules.NotIssuedInFuture),
        new(AssertionTooOld, "MaximumAssertionAge", AssertionRules.NotTooOld),

        new(SubjectMissing, "Profiles 4.1.4.2", SubjectRules.SubjectPresent),
        new(NameIdMissing, "Profiles 4.1.4.2", SubjectRules.NameIdPresent),
        new(NameIdEmpty, "Core 2.2.3", SubjectRules.NameIdNotBlank),
        new(NameIdFormatNotAllowed, "AcceptedNameIdFormats", SubjectRules.NameIdFormatAllowed),
        new(NameIdQualifierMismatch, "Core 8.3.7", SubjectRules.NameIdQualifierMatches),
        new(SubjectConfirmationMissing, "Profiles 4.1.4.2", SubjectRules.ConfirmationPresent),
        new(BearerConfirmationMissing, "Profiles 4.1.4.2", SubjectRules.BearerPresent),
        new(ConfirmationDataMissing, "Profiles 4.1.4.2", SubjectRules.DataPresent),
        new(RecipientMissing, "Profiles 4.1.4.2", SubjectRules.RecipientPresent),
        new(RecipientMismatch, "Profiles 4.1.4.3", SubjectRules.RecipientMatches),
        new(ConfirmationNotOnOrAfterMissing, "Profiles 4.1.4.2", SubjectRules.ConfirmationEnds),
        new(ConfirmationExpired, "Profiles 4.1.4.3", SubjectRules.ConfirmationNotExpired),
        new(ConfirmationNotBeforePresent, "Profiles 4.1.4.2", SubjectRules.ConfirmationHasNoNotBefore),

        new(ConditionsMissing, "Profiles 4.1.4.2", ConditionRules.ConditionsPresent),
        new(AssertionNotYetValid, "Core 2.5.1.2", ConditionRules.HasBegun),
        new(AssertionExpired, "Core 2.5.1.2", ConditionRules.HasNotExpired),
        new(ValidityWindowInvalid, "Core 2.5.1.2", ConditionRules.WindowIsOpen),
        new(ValidityWindowTooLong, "MaximumAssertionLifetime", ConditionRules.WindowIsShort),
        new(AudienceRestrictionMissing, "Profiles 4.1.4.2", ConditionRules.AudienceRestrictionPresent),
        new(AudienceMismatch, "Core 2.5.1.4", ConditionRules.AudiencesIncludeUs),
        new(AudienceEmpty, "Core 2.5.1.4", ConditionRules.AudiencesNotEmpty),
        new(ConditionUnknown, "Core 2.5.1.1", ConditionRules.ConditionsKnown),
        new(DuplicateCondition, "Core 2.5.1.5, 2.5.1.6", ConditionRules.ConditionsOnce),

        new(AuthnStatementMissing, "Profiles 4.1.4.2", AssertionRules.AuthnStatementPresent),
        new(AuthnContextNotAllowed, "AcceptedAuthnContextClassRefs", AssertionRules.AuthnContextAllowed),
        new(SessionExpired, "Core 2.7.2", AssertionRules.SessionNotExpired),
        new(AuthnInstantTooOld, "MaximumAuthenticationAge", AssertionRules.AuthnInstantRecent),
        new(AuthnInstantInFuture, "Core 2.7.2", AssertionRules.AuthnInstantNotInFuture),
    ];

    /// <summary>Walks a table and rejects at its first broken row.</summary>
    public static void Check(Rule[] rules, in RuleContext context)
    {
        if (FindBroken(rules, context) is { } rejection)
        {
            throw rejection;
        }
    }

    private static SamlRejection? FindBroken(Rule[] rules, in RuleContext context)
    {
        foreach (Rule rule in rules)
        {
            Finding finding = rule.Check(context);
            if (finding.IsBroken)
            {
                return Rejection(rule, finding, context);
            }
        }

        return null;
    }

    private static SamlRejection Rejection(Rule rule, in Finding finding, in RuleContext context) =>
        new(rule.Code, finding.Expected, finding.Actual, finding.Subject)
        {
            Location = finding.Node < 0 ? null : context.Response.Element.Tree.Location(finding.Node),
            Hint = finding.Hint,
            IdentityProviderMessage = finding.IdentityProviderMessage,
        };
}
