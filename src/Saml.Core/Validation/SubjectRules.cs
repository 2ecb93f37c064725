using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>Rules about the Subject, its NameID and its bearer confirmation (SAML Profiles 4.1.4.2, 4.1.4.3).</summary>
internal static class SubjectRules
{
    public static Finding NoEncryptedId(in RuleContext context) =>
        context.Assertion.Subject.HasEncryptedId
            ? Finding.Broken(node: context.Assertion.Subject.Element.Index)
            : Finding.Holds;

    public static Finding SubjectPresent(in RuleContext context) =>
        context.Assertion.Subject.Exists ? Finding.Holds : Finding.Broken(node: context.Assertion.Element.Index);

    public static Finding NameIdPresent(in RuleContext context) =>
        context.Assertion.Subject.NameId.Exists
            ? Finding.Holds
            : Finding.Broken(node: context.Assertion.Subject.Element.Index);

    public static Finding NameIdNotBlank(in RuleContext context)
    {
        NameIdentifier nameId = context.Assertion.Subject.NameId;
        return XmlCharacters.IsWhiteSpace(nameId.Value) ? Finding.Broken(node: nameId.Element.Index) : Finding.Holds;
    }

    public static Finding NameIdFormatAllowed(in RuleContext context)
    {
        AcceptedTexts accepted = context.Expected.AcceptedNameIdFormats;
        if (accepted.AcceptsAny)
        {
            return Finding.Holds;
        }

        NameIdentifier nameId = context.Assertion.Subject.NameId;

        // SAML Core 2.2.2: without Format it is unspecified.
        ReadOnlySpan<byte> format = nameId.TryFormat(out ReadOnlySpan<byte> value)
            ? value
            : "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"u8;
        return accepted.Includes(format)
            ? Finding.Holds
            : Finding.Broken(
                accepted.Description, SafeText.Of(format), node: nameId.Element.Index);
    }

    public static Finding NameIdQualifierMatches(in RuleContext context)
    {
        NameIdentifier nameId = context.Assertion.Subject.NameId;
        return !nameId.TrySpNameQualifier(out ReadOnlySpan<byte> qualifier)
            || qualifier.SequenceEqual(context.Expected.ServiceProviderEntityId)
                ? Finding.Holds
                : Finding.Broken(
                    context.Expected.Options.ServiceProviderEntityId,
                    SafeText.Of(qualifier),
                    node: nameId.Element.Index);
    }

    public static Finding ConfirmationPresent(in RuleContext context) =>
        context.Assertion.Subject.Confirmations.Children.TryPeek(out _)
            ? Finding.Holds
            : Finding.Broken(node: context.Assertion.Subject.Element.Index);

    public static Finding BearerPresent(in RuleContext context)
    {
        if (context.Confirmation.Exists)
        {
            return Finding.Holds;
        }

        XmlChildren children = context.Assertion.Subject.Confirmations.Children;
        children.TryTake(out XmlElement first);
        return Finding.Broken(
            "urn:oasis:names:tc:SAML:2.0:cm:bearer", SafeText.Of(first.Attribute("Method"u8)), node: first.Index);
    }

    public static Finding UnsolicitedAllowed(in RuleContext context) =>
        BearerConfirmation.UnsolicitedAllowed(context, context.Confirmation);

    public static Finding ResponseExpected(in RuleContext context) =>
        BearerConfirmation.ResponseExpected(context, context.Confirmation);

    public static Finding RequestIsExpected(in RuleContext context) =>
        BearerConfirmation.RequestIsExpected(context, context.Confirmation);

    public static Finding RequestsAgree(in RuleContext context) =>
        BearerConfirmation.RequestsAgree(context, context.Confirmation);

    public static Finding DataPresent(in RuleContext context) =>
        BearerConfirmation.HasData(context, context.Confirmation);

    public static Finding RecipientPresent(in RuleContext context) =>
        BearerConfirmation.HasRecipient(context, context.Confirmation);

    public static Finding RecipientMatches(in RuleContext context) =>
        BearerConfirmation.RecipientIsHere(context, context.Confirmation);

    public static Finding ConfirmationEnds(in RuleContext context) =>
        BearerConfirmation.HasNotOnOrAfter(context, context.Confirmation);

    public static Finding ConfirmationNotExpired(in RuleContext context) =>
        BearerConfirmation.HasNotExpired(context, context.Confirmation);

    public static Finding ConfirmationHasNoNotBefore(in RuleContext context) =>
        BearerConfirmation.HasNoNotBefore(context, context.Confirmation);
}
