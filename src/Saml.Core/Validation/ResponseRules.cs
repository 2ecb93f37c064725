using System.Globalization;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>Rules about the Response: version, status, number of assertions, Destination, IssueInstant.</summary>
internal static class ResponseRules
{
    private const string StatusPrefix = "urn:oasis:names:tc:SAML:2.0:status:";

    public static Finding Version(in RuleContext context)
    {
        Finding finding = VersionOf(context.Response.Element);
        return finding.IsBroken || !context.HasAssertion ? finding : VersionOf(context.Assertion.Element);
    }

    public static Finding StatusPresent(in RuleContext context) =>
        context.Response.Status.TryCode(out _) ? Finding.Holds : Finding.Broken(node: context.Response.Element.Index);

    public static Finding NoAssertionWithError(in RuleContext context) =>
        IsSuccessCode(context) || context.Response.AssertionCount + context.Response.EncryptedAssertionCount == 0
            ? Finding.Holds
            : Refusal(context) with { IdentityProviderMessage = null };

    public static Finding NotAuthnFailed(in RuleContext context) => NotNested(context, "AuthnFailed"u8);

    public static Finding NotNoPassive(in RuleContext context) => NotNested(context, "NoPassive"u8);

    public static Finding NotRequestDenied(in RuleContext context) => NotNested(context, "RequestDenied"u8);

    public static Finding NotNoAuthnContext(in RuleContext context) => NotNested(context, "NoAuthnContext"u8);

    public static Finding NotUnknownPrincipal(in RuleContext context) => NotNested(context, "UnknownPrincipal"u8);

    public static Finding IsSuccess(in RuleContext context) => IsSuccessCode(context) ? Finding.Holds : Refusal(context);

    public static Finding NoEncryptedAssertion(in RuleContext context) =>
        context.Response.EncryptedAssertionCount == 0
            ? Finding.Holds
            : Finding.Broken(node: context.Response.Element.Index);

    public static Finding HasAssertion(in RuleContext context) =>
        context.Response.AssertionCount > 0 ? Finding.Holds : Finding.Broken(node: context.Response.Element.Index);

    public static Finding HasOneAssertion(in RuleContext context) =>
        context.Response.AssertionCount == 1
            ? Finding.Holds
            : Finding.Broken(
                "1",
                context.Response.AssertionCount.ToString(CultureInfo.InvariantCulture),
                node: context.Response.Element.Index);

    public static Finding DestinationPresent(in RuleContext context) =>
        !context.Response.IsSigned || context.Response.TryDestination(out _)
            ? Finding.Holds
            : Finding.Broken(
                context.Expected.Options.AssertionConsumerServiceUrl, node: context.Response.Element.Index);

    public static Finding DestinationMatches(in RuleContext context) =>
        !context.Response.TryDestination(out ReadOnlySpan<byte> destination)
        || destination.SequenceEqual(context.Expected.AssertionConsumerServiceUrl)
            ? Finding.Holds
            : Finding.Broken(
                context.Expected.Options.AssertionConsumerServiceUrl,
                SafeText.Of(destination),
                node: context.Response.Element.Index);

    public static Finding NotIssuedInFuture(in RuleContext context) =>
        Instants.HasBegun(context.Response.IssueInstant, context)
            ? Finding.Holds
            : Instants.Finding(context.Response.IssueInstant, context, context.Response.Element.Index);

    public static Finding NotTooOld(in RuleContext context) =>
        AssertionRules.NotOlderThanMaximum(context.Response.IssueInstant, context, context.Response.Element.Index);

    private static Finding VersionOf(XmlElement element)
    {
        bool isPresent = element.TryAttribute("Version"u8, out ReadOnlySpan<byte> version);
        return version.SequenceEqual("2.0"u8)
            ? Finding.Holds
            : Finding.Broken("2.0", isPresent ? SafeText.Of(version) : null, element.DisplayName(), element.Index);
    }

    private static bool IsSuccessCode(in RuleContext context) =>
        context.Response.Status.TryCode(out ReadOnlySpan<byte> code)
        && code.SequenceEqual("urn:oasis:names:tc:SAML:2.0:status:Success"u8);

    private static Finding NotNested(in RuleContext context, ReadOnlySpan<byte> name)
    {
        if (IsSuccessCode(context) || !context.Response.Status.TryNestedCode(out ReadOnlySpan<byte> nested)
            || nested.Length != StatusPrefix.Length + name.Length)
        {
            return Finding.Holds;
        }

        bool isNamed = nested.StartsWith("urn:oasis:names:tc:SAML:2.0:status:"u8) && nested.EndsWith(name);
        return isNamed ? Refusal(context) : Finding.Holds;
    }

    private static Finding Refusal(in RuleContext context)
    {
        Status status = context.Response.Status;
        status.TryCode(out ReadOnlySpan<byte> code);
        string actual = ShortCode(code);
        if (status.TryNestedCode(out ReadOnlySpan<byte> nested))
        {
            actual = $"{actual} / {ShortCode(nested)}";
        }

        ReadOnlySpan<byte> message = XmlCharacters.Trim(status.Message);
        return Finding.Broken("Success", actual, node: context.Response.Element.Index) with
        {
            IdentityProviderMessage = message.IsEmpty ? null : SafeText.Of(message),
        };
    }

    private static string ShortCode(ReadOnlySpan<byte> code)
    {
        string text = SafeText.Of(code);
        return text.StartsWith(StatusPrefix, StringComparison.Ordinal) ? text[StatusPrefix.Length..] : text;
    }
}
