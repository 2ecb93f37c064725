using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>
/// At least one bearer confirmation has to hold in full (SAML Profiles 4.1.4.2, 4.1.4.3). The rules are asked in their
/// order about the one that gets furthest, so that the error names what is wrong with the best of them.
/// </summary>
internal static class BearerConfirmation
{
    private delegate Finding ConfirmationCheck(in RuleContext context, in SubjectConfirmation confirmation);

    // In the order in which the rules stand in the table; a confirmation without data fails at ConfirmationDataMissing.
    private static readonly ConfirmationCheck[] s_checks =
    [
        UnsolicitedAllowed, ResponseExpected, RequestIsExpected, RequestsAgree,
        HasData, HasRecipient, RecipientIsHere, HasNotOnOrAfter, HasNotExpired, HasNoNotBefore,
    ];

    public static SubjectConfirmation Select(in RuleContext context, in AssertionContent assertion)
    {
        if (!assertion.Subject.Exists)
        {
            return default;
        }

        // Nearly always there is one, and then there is nothing to compare.
        XmlChildren children = assertion.Subject.Confirmations.Children;
        bool isOnly = TryTakeBearer(ref children, out SubjectConfirmation best)
            && !TryTakeBearer(ref children, out _);
        if (isOnly || !best.Exists)
        {
            return best;
        }

        int most = -1;
        children = assertion.Subject.Confirmations.Children;
        while (TryTakeBearer(ref children, out SubjectConfirmation confirmation))
        {
            int holding = CountHolding(context, confirmation);
            if (holding > most)
            {
                best = confirmation;
                most = holding;
            }
        }

        return best;
    }

    private static int CountHolding(in RuleContext context, in SubjectConfirmation confirmation)
    {
        int holding = 0;
        while (holding < s_checks.Length && !s_checks[holding](context, confirmation).IsBroken)
        {
            holding++;
        }

        return holding;
    }

    private static bool TryTakeBearer(ref XmlChildren children, out SubjectConfirmation confirmation)
    {
        while (children.TryTake(out XmlElement child))
        {
            confirmation = SubjectConfirmation.Read(child);
            if (confirmation.IsBearer)
            {
                return true;
            }
        }

        confirmation = default;
        return false;
    }

    /// <summary>The latest instant at which any bearer confirmation ends.</summary>
    public static DateTimeOffset LatestEnd(in AssertionContent assertion)
    {
        DateTimeOffset latest = DateTimeOffset.MinValue;
        XmlChildren children = assertion.Subject.Confirmations.Children;
        while (TryTakeBearer(ref children, out SubjectConfirmation confirmation))
        {
            if (confirmation.NotOnOrAfter > latest)
            {
                latest = confirmation.NotOnOrAfter.Value;
            }
        }

        return latest;
    }

    /// <summary>Neither side names a request, although one was sent.</summary>
    public static Finding UnsolicitedAllowed(in RuleContext context, in SubjectConfirmation confirmation)
    {
        bool isUnsolicited = !context.Response.TryInResponseTo(out _) && confirmation.HasData
            && !confirmation.TryInResponseTo(out _);
        return !isUnsolicited || context.Request.AllowsUnsolicited
            ? Finding.Holds
            : Finding.Broken(context.Request.Describe(), node: context.Response.Element.Index);
    }

    /// <summary>A request is named, although none is outstanding.</summary>
    public static Finding ResponseExpected(in RuleContext context, in SubjectConfirmation confirmation)
    {
        return !context.Request.NamesRequests && confirmation.HasData
            && TryEither(context, confirmation, out ReadOnlySpan<byte> requestId)
            ? Finding.Broken(context.Request.Describe(), SafeText.Of(requestId), node: context.Response.Element.Index)
            : Finding.Holds;
    }

    /// <summary>Each request that is named is an outstanding one.</summary>
    public static Finding RequestIsExpected(in RuleContext context, in SubjectConfirmation confirmation)
    {
        if (confirmation.TryInResponseTo(out ReadOnlySpan<byte> requestId) && !context.Request.Includes(requestId))
        {
            return Finding.Broken(context.Request.Describe(), SafeText.Of(requestId), node: confirmation.Element.Index);
        }

        return confirmation.HasData && context.Response.TryInResponseTo(out requestId) && !context.Request.Includes(requestId)
            ? Finding.Broken(context.Request.Describe(), SafeText.Of(requestId), node: context.Response.Element.Index)
            : Finding.Holds;
    }

    /// <summary>What the confirmation names decides; the Response may be silent, but not differ or stand alone.</summary>
    public static Finding RequestsAgree(in RuleContext context, in SubjectConfirmation confirmation)
    {
        if (!confirmation.HasData || !context.Response.TryInResponseTo(out ReadOnlySpan<byte> ofResponse))
        {
            return Finding.Holds;
        }

        bool isNamed = confirmation.TryInResponseTo(out ReadOnlySpan<byte> ofConfirmation);
        return isNamed && ofConfirmation.SequenceEqual(ofResponse)
            ? Finding.Holds
            : Finding.Broken(
                isNamed ? SafeText.Of(ofConfirmation) : null, SafeText.Of(ofResponse), node: confirmation.Element.Index);
    }

    public static Finding HasData(in RuleContext context, in SubjectConfirmation confirmation) =>
        confirmation.HasData ? Finding.Holds : Finding.Broken(node: confirmation.Element.Index);

    public static Finding HasRecipient(in RuleContext context, in SubjectConfirmation confirmation) =>
        confirmation.TryRecipient(out _)
            ? Finding.Holds
            : Finding.Broken(context.Expected.Options.AssertionConsumerServiceUrl, node: confirmation.Element.Index);

    public static Finding RecipientIsHere(in RuleContext context, in SubjectConfirmation confirmation) =>
        confirmation.TryRecipient(out ReadOnlySpan<byte> recipient)
        && recipient.SequenceEqual(context.Expected.AssertionConsumerServiceUrl)
            ? Finding.Holds
            : Finding.Broken(
                context.Expected.Options.AssertionConsumerServiceUrl,
                SafeText.Of(recipient),
                node: confirmation.Element.Index);

    public static Finding HasNotOnOrAfter(in RuleContext context, in SubjectConfirmation confirmation) =>
        confirmation.NotOnOrAfter is not null ? Finding.Holds : Finding.Broken(node: confirmation.Element.Index);

    public static Finding HasNotExpired(in RuleContext context, in SubjectConfirmation confirmation) =>
        confirmation.NotOnOrAfter is { } end && Instants.HasEnded(end, context)
            ? Instants.Finding(end, context, confirmation.Element.Index)
            : Finding.Holds;

    public static Finding HasNoNotBefore(in RuleContext context, in SubjectConfirmation confirmation) =>
        confirmation.NotBefore is { } start
            ? Finding.Broken(actual: SafeText.Of(start), node: confirmation.Element.Index)
            : Finding.Holds;

    private static bool TryEither(
        in RuleContext context, in SubjectConfirmation confirmation, out ReadOnlySpan<byte> requestId) =>
        confirmation.TryInResponseTo(out requestId) || context.Response.TryInResponseTo(out requestId);
}
