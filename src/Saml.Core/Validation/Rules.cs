using Saml.Core.Errors;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Validation.RulePart;

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
        new(UnsupportedSamlVersion, "Core 3.2.2, 2.3.3", Response, ResponseRules.Version),

        new(StatusMissing, "Core 3.2.2", Response, ResponseRules.StatusPresent),
        new(AssertionWithErrorStatus, "Profiles 4.1.4.2", Response, ResponseRules.NoAssertionWithError, StatusMissing),
        new(IdpAuthnFailed, "Core 3.2.2.2", Response, ResponseRules.NotAuthnFailed, StatusMissing),
        new(IdpNoPassive, "Core 3.2.2.2", Response, ResponseRules.NotNoPassive, StatusMissing),
        new(IdpRequestDenied, "Core 3.2.2.2", Response, ResponseRules.NotRequestDenied, StatusMissing),
        new(IdpNoAuthnContext, "Core 3.2.2.2", Response, ResponseRules.NotNoAuthnContext, StatusMissing),
        new(IdpUnknownPrincipal, "Core 3.2.2.2", Response, ResponseRules.NotUnknownPrincipal, StatusMissing),
        new(IdpReturnedError, "Core 3.2.2.2", Response, ResponseRules.IsSuccess,
            IdpAuthnFailed, IdpNoPassive, IdpRequestDenied, IdpNoAuthnContext, IdpUnknownPrincipal),

        new(EncryptedAssertionNotSupported, "Core 2.3.4", Response, ResponseRules.NoEncryptedAssertion),
        new(NoAssertion, "Profiles 4.1.4.2", Response, ResponseRules.HasAssertion,
            IdpReturnedError, EncryptedAssertionNotSupported),
        new(MultipleAssertions, "this library's profile", Response, ResponseRules.HasOneAssertion, NoAssertion),
        new(EncryptedIdNotSupported, "Core 2.2.4", Assertion, SubjectRules.NoEncryptedId),

        new(ResponseIssuerMismatch, "Profiles 4.1.4.2", Response, IssuerRules.ResponseIssuerMatches),
        new(IssuerFormatNotEntity, "Profiles 4.1.4.2", Both, IssuerRules.FormatsAreEntity),
        new(AssertionIssuerMissing, "Core 2.3.3", Assertion, IssuerRules.AssertionIssuerPresent),
        new(AssertionIssuerMismatch, "Profiles 4.1.4.2", Assertion, IssuerRules.AssertionIssuerMatches,
            AssertionIssuerMissing),
    ];

    /// <summary>Asked about an assertion that a trusted key signed.</summary>
    public static readonly Rule[] AfterVerification =
    [
        .. BeforeVerification,

        new(DestinationMissing, "Bindings 3.5.5.2", Response, ResponseRules.DestinationPresent),
        new(DestinationMismatch, "Core 3.2.2", Response, ResponseRules.DestinationMatches, DestinationMissing),

        new(UnsolicitedResponse, "Profiles 4.1.5", Both, SubjectRules.UnsolicitedAllowed),
        new(InResponseToUnexpected, "Profiles 4.1.4.3", Both, SubjectRules.ResponseExpected),
        new(InResponseToMismatch, "Profiles 4.1.4.3", Both, SubjectRules.RequestIsExpected, InResponseToUnexpected),
        new(InResponseToInconsistent, "Profiles 4.1.4.2", Both, SubjectRules.RequestsAgree),

        new(ResponseIssuedInFuture, "Core 3.2.2", Response, ResponseRules.NotIssuedInFuture),
        new(ResponseTooOld, "MaximumAssertionAge", Response, ResponseRules.NotTooOld),
        new(AssertionIssuedInFuture, "Core 2.3.3", Assertion, AssertionRules.NotIssuedInFuture),
        new(AssertionTooOld, "MaximumAssertionAge", Assertion, AssertionRules.NotTooOld),

        new(SubjectMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.SubjectPresent),
        new(NameIdMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.NameIdPresent,
            SubjectMissing, EncryptedIdNotSupported),
        new(NameIdEmpty, "Core 2.2.3", Assertion, SubjectRules.NameIdNotBlank, NameIdMissing),
        new(NameIdFormatNotAllowed, "AcceptedNameIdFormats", Assertion, SubjectRules.NameIdFormatAllowed,
            NameIdMissing),
        new(NameIdQualifierMismatch, "Core 8.3.7", Assertion, SubjectRules.NameIdQualifierMatches, NameIdMissing),
        new(SubjectConfirmationMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.ConfirmationPresent,
            SubjectMissing),
        new(BearerConfirmationMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.BearerPresent,
            SubjectConfirmationMissing),
        new(ConfirmationDataMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.DataPresent,
            BearerConfirmationMissing),
        new(RecipientMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.RecipientPresent, ConfirmationDataMissing),
        new(RecipientMismatch, "Profiles 4.1.4.3", Assertion, SubjectRules.RecipientMatches, RecipientMissing),
        new(ConfirmationNotOnOrAfterMissing, "Profiles 4.1.4.2", Assertion, SubjectRules.ConfirmationEnds,
            ConfirmationDataMissing),
        new(ConfirmationExpired, "Profiles 4.1.4.3", Assertion, SubjectRules.ConfirmationNotExpired,
            ConfirmationNotOnOrAfterMissing),
        new(ConfirmationNotBeforePresent, "Profiles 4.1.4.2", Assertion, SubjectRules.ConfirmationHasNoNotBefore,
            ConfirmationDataMissing),

        new(ConditionsMissing, "Profiles 4.1.4.2", Assertion, ConditionRules.ConditionsPresent),
        new(AssertionNotYetValid, "Core 2.5.1.2", Assertion, ConditionRules.HasBegun, ConditionsMissing),
        new(AssertionExpired, "Core 2.5.1.2", Assertion, ConditionRules.HasNotExpired, ConditionsMissing),
        new(ValidityWindowInvalid, "Core 2.5.1.2", Assertion, ConditionRules.WindowIsOpen, ConditionsMissing),
        new(ValidityWindowTooLong, "MaximumAssertionLifetime", Assertion, ConditionRules.WindowIsShort,
            ValidityWindowInvalid),
        new(AudienceRestrictionMissing, "Profiles 4.1.4.2", Assertion, ConditionRules.AudienceRestrictionPresent,
            ConditionsMissing),
        new(AudienceMismatch, "Core 2.5.1.4", Assertion, ConditionRules.AudiencesIncludeUs, AudienceRestrictionMissing),
        new(AudienceEmpty, "Core 2.5.1.4", Assertion, ConditionRules.AudiencesNotEmpty, AudienceRestrictionMissing),
        new(ConditionUnknown, "Core 2.5.1.1", Assertion, ConditionRules.ConditionsKnown, ConditionsMissing),
        new(DuplicateCondition, "Core 2.5.1.5, 2.5.1.6", Assertion, ConditionRules.ConditionsOnce, ConditionsMissing),

        new(AuthnStatementMissing, "Profiles 4.1.4.2", Assertion, AssertionRules.AuthnStatementPresent),
        new(AuthnContextNotAllowed, "AcceptedAuthnContextClassRefs", Assertion, AssertionRules.AuthnContextAllowed,
            AuthnStatementMissing),
        new(SessionExpired, "Core 2.7.2", Assertion, AssertionRules.SessionNotExpired, AuthnStatementMissing),
        new(AuthnInstantTooOld, "MaximumAuthenticationAge", Assertion, AssertionRules.AuthnInstantRecent,
            AuthnStatementMissing),
        new(AuthnInstantInFuture, "Core 2.7.2", Assertion, AssertionRules.AuthnInstantNotInFuture,
            AuthnStatementMissing),
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

    /// <summary>What a broken rule refuses a message with.</summary>
    public static SamlRejection Rejection(Rule rule, in Finding finding, in RuleContext context) =>
        new(rule.Code, finding.Expected, finding.Actual, finding.Subject)
        {
            Location = finding.Node < 0 ? null : context.Tree.Location(finding.Node),
            Hint = finding.Hint,
            IdentityProviderMessage = finding.IdentityProviderMessage,
        };
}
