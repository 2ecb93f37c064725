using Saml.Core.Errors;
using Saml.Core.Messages;

namespace Saml.Core.Validation;

/// <summary>Rules about the Issuers of the Response and of the assertion (SAML Profiles 4.1.4.2).</summary>
internal static class IssuerRules
{
    public static Finding ResponseIssuerMatches(in RuleContext context) =>
        context.Response.Issuer.Exists ? Matches(context.Response.Issuer, context) : Finding.Holds;

    public static Finding FormatsAreEntity(in RuleContext context)
    {
        Finding finding = IsEntity(context.Response.Issuer);
        return finding.IsBroken ? finding : IsEntity(context.Assertion.Issuer);
    }

    public static Finding AssertionIssuerPresent(in RuleContext context) =>
        context.Assertion.Issuer.Exists
            ? Finding.Holds
            : Finding.Broken(
                context.Expected.Options.IdentityProvider.EntityId, node: context.Assertion.Element.Index);

    public static Finding AssertionIssuerMatches(in RuleContext context) => Matches(context.Assertion.Issuer, context);

    private static Finding Matches(NameIdentifier issuer, in RuleContext context) =>
        issuer.Value.SequenceEqual(context.Expected.IdentityProviderEntityId)
            ? Finding.Holds
            : Finding.Broken(
                context.Expected.Options.IdentityProvider.EntityId,
                SafeText.Of(issuer.Value),
                node: issuer.Element.Index);

    private static Finding IsEntity(NameIdentifier issuer) =>
        !issuer.Exists || !issuer.TryFormat(out ReadOnlySpan<byte> format)
        || format.SequenceEqual("urn:oasis:names:tc:SAML:2.0:nameid-format:entity"u8)
            ? Finding.Holds
            : Finding.Broken(
                "urn:oasis:names:tc:SAML:2.0:nameid-format:entity", SafeText.Of(format), node: issuer.Element.Index);
}
