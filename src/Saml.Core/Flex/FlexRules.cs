using Saml.Core.Errors;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Flex;

/// <summary>
/// Every rule of Flex about an assertion, one row each, in the order in which they decide. Who maps an accepted assertion
/// refuses it at the first broken one; who explains a message walks the same rows to the end.
/// </summary>
/// <remarks>
/// A required attribute, and each of the single-valued ones, is in one state, so that no fault is told by two rows.
/// </remarks>
internal static class FlexRules
{
    private const string SingleSignOn = "Twilio: Configuring SSO and IdP in Flex";

    public static readonly FlexRule[] All =
    [
        new(RequiredAttributeMissing, SingleSignOn, AttributeRules.Present),
        new(AttributeNamespaced, SingleSignOn, AttributeRules.WithoutNamespace),
        new(AttributeNameCase, "SAML Core 2.7.3.1", AttributeRules.InExactCase),
        new(AttributeHasMultipleValues, SingleSignOn, AttributeRules.OfOneValue),
        new(AttributeNotText, "SAML Core 2.7.3.1.1", AttributeRules.OfText),
        new(DuplicateAttributeConflict, "SAML Core 2.7.3.1", AttributeRules.WithoutConflict),
        new(RequiredAttributeEmpty, SingleSignOn, AttributeRules.NotEmpty),
        new(EmailInvalid, SingleSignOn, AttributeRules.EmailIsAddress),
        new(ImageUrlInvalid, "this library's profile", AttributeRules.ImageIsHttps),

        new(TooManyValues, "Twilio: TaskRouter limits", RoleRules.NotTooMany),
        new(NoRoles, SingleSignOn, RoleRules.AnyThatFlexKnows),
        new(RoleNotAllowed, "FlexPolicy.AcceptedRoles", RoleRules.Accepted),
        new(RoleNotAssignable, "Twilio: Read-only admin", RoleRules.Assignable) { Warning = SamlWarningCode.ReservedRole },

        new(AttributeTypeInvalid, SingleSignOn, WorkerRules.OfTheirTypes),
        new(IdentityTooLong, "Twilio: errors 31105 and 54351", WorkerRules.IdentityNotTooLong),
        new(WorkerAttributesTooLong, "Twilio: TaskRouter limits", WorkerRules.AttributesNotTooLong),
    ];

    /// <summary>Refuses with the first broken rule; adds the warnings about what breaks none.</summary>
    public static void Check(in FlexContext context, ref WarningList warnings)
    {
        foreach (FlexRule rule in All)
        {
            FlexFindings findings = default;
            rule.Check(context, ref findings);
            if (findings.IsEmpty)
            {
                continue;
            }

            if (rule.Warning == SamlWarningCode.None)
            {
                throw Rejection(rule, findings.First);
            }

            Warn(rule, findings, ref warnings);
        }

        FlexRemarks.Add(context, ref warnings);
    }

    /// <summary>What a broken rule refuses an assertion with.</summary>
    public static SamlRejection Rejection(FlexRule rule, in Finding finding) =>
        new(rule.Code, finding.Expected, finding.Actual, finding.Subject) { Hint = finding.Hint };

    /// <summary>Walks every row to the end, in any state of the attributes, and refuses nothing.</summary>
    public static IReadOnlyList<FlexOutcome> Walk(in FlexContext context, ref WarningList warnings)
    {
        FlexOutcome[] outcomes = new FlexOutcome[All.Length];
        for (int i = 0; i < All.Length; i++)
        {
            FlexFindings findings = default;
            All[i].Check(context, ref findings);
            if (All[i].Warning != SamlWarningCode.None)
            {
                Warn(All[i], findings, ref warnings);
            }

            outcomes[i] = new FlexOutcome(All[i], findings.ToReadOnly(), findings.IsSkipped);
        }

        FlexRemarks.Add(context, ref warnings);
        return outcomes;
    }

    private static void Warn(FlexRule rule, in FlexFindings findings, ref WarningList warnings)
    {
        foreach (Finding finding in findings.ToReadOnly())
        {
            warnings.Add(rule.Warning, ErrorCatalogue.Compose(rule.Code, finding.Expected, finding.Actual, null));
        }
    }
}
