using Saml.Core.Errors;
using Saml.Core.Messages;

namespace Saml.Core.Validation;

/// <summary>Rules about the assertion's issue and about its authentication statements (SAML Core 2.3.3, 2.7.2).</summary>
internal static class AssertionRules
{
    public static Finding NotIssuedInFuture(in RuleContext context) =>
        Instants.HasBegun(context.Assertion.IssueInstant, context)
            ? Finding.Holds
            : Instants.Finding(context.Assertion.IssueInstant, context, context.Assertion.Element.Index);

    public static Finding NotTooOld(in RuleContext context) =>
        NotOlderThanMaximum(context.Assertion.IssueInstant, context, context.Assertion.Element.Index);

    public static Finding AuthnStatementPresent(in RuleContext context) =>
        context.Assertion.AuthnStatement.Exists
            ? Finding.Holds
            : Finding.Broken(node: context.Assertion.Element.Index);

    public static Finding AuthnContextAllowed(in RuleContext context)
    {
        AcceptedTexts accepted = context.Expected.AcceptedAuthnContextClassRefs;
        if (accepted.AcceptsAny)
        {
            return Finding.Holds;
        }

        AuthnStatement statement = context.Assertion.AuthnStatement;
        bool isNamed = statement.TryClassRef(out ReadOnlySpan<byte> classRef);
        return isNamed && accepted.Includes(classRef)
            ? Finding.Holds
            : Finding.Broken(
                accepted.Description, isNamed ? SafeText.Of(classRef) : null, node: statement.Element.Index);
    }

    public static Finding SessionNotExpired(in RuleContext context) =>
        context.Assertion.SessionNotOnOrAfter is { } end && Instants.HasEnded(end, context)
            ? Instants.Finding(end, context, context.Assertion.AuthnStatement.Element.Index)
            : Finding.Holds;

    public static Finding AuthnInstantRecent(in RuleContext context)
    {
        AuthnStatement statement = context.Assertion.AuthnStatement;
        return context.Expected.Options.MaximumAuthenticationAge is { } maximum
            ? NotOlderThan(maximum, statement.AuthnInstant, context, statement.Element.Index)
            : Finding.Holds;
    }

    public static Finding AuthnInstantNotInFuture(in RuleContext context)
    {
        AuthnStatement statement = context.Assertion.AuthnStatement;
        return Instants.HasBegun(statement.AuthnInstant, context)
            ? Finding.Holds
            : Instants.Finding(statement.AuthnInstant, context, statement.Element.Index);
    }

    public static Finding NotOlderThanMaximum(DateTimeOffset issueInstant, in RuleContext context, int node) =>
        context.Expected.Options.MaximumAssertionAge is { } maximum
            ? NotOlderThan(maximum, issueInstant, context, node)
            : Finding.Holds;

    private static Finding NotOlderThan(TimeSpan maximum, DateTimeOffset instant, in RuleContext context, int node)
    {
        DateTimeOffset end = Instants.Add(Instants.Add(instant, maximum), context.Expected.ClockSkew);
        return context.Now <= end
            ? Finding.Holds
            : Finding.Broken(SafeText.Of(maximum), SafeText.Of(instant), SafeText.Of(context.Now - instant), node);
    }
}
