using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>Rules about Conditions (SAML Core 2.5.1).</summary>
internal static class ConditionRules
{
    private enum AudienceMatch
    {
        Empty,
        Mismatch,
        Match,
    }

    public static Finding ConditionsPresent(in RuleContext context) =>
        context.Assertion.Conditions.Exists ? Finding.Holds : Finding.Broken(node: context.Assertion.Element.Index);

    public static Finding HasBegun(in RuleContext context) =>
        context.Assertion.Conditions.NotBefore is { } start && !Instants.HasBegun(start, context)
            ? Instants.Finding(start, context, context.Assertion.Conditions.Element.Index)
            : Finding.Holds;

    public static Finding HasNotExpired(in RuleContext context)
    {
        Conditions conditions = context.Assertion.Conditions;
        return Instants.HasEnded(conditions.NotOnOrAfter, context)
            ? Instants.Finding(conditions.NotOnOrAfter, context, conditions.Element.Index)
            : Finding.Holds;
    }

    public static Finding WindowIsOpen(in RuleContext context)
    {
        Conditions conditions = context.Assertion.Conditions;
        return conditions.NotBefore is { } start && start >= conditions.NotOnOrAfter
            ? Finding.Broken(
                SafeText.Of(conditions.NotOnOrAfter), SafeText.Of(start), node: conditions.Element.Index)
            : Finding.Holds;
    }

    public static Finding WindowIsShort(in RuleContext context)
    {
        TimeSpan lifetime = Lifetime(context.Assertion);
        TimeSpan maximum = context.Expected.Options.MaximumAssertionLifetime;
        return lifetime <= maximum
            ? Finding.Holds
            : Finding.Broken(
                SafeText.Of(maximum), SafeText.Of(lifetime), node: context.Assertion.Conditions.Element.Index);
    }

    /// <summary>NotOnOrAfter less the later of NotBefore and IssueInstant.</summary>
    public static TimeSpan Lifetime(in AssertionContent assertion)
    {
        DateTimeOffset start = assertion.IssueInstant;
        if (assertion.Conditions.NotBefore is { } notBefore && notBefore > start)
        {
            start = notBefore;
        }

        return assertion.Conditions.NotOnOrAfter - start;
    }

    public static Finding AudienceRestrictionPresent(in RuleContext context)
    {
        XmlChildren children = context.Assertion.Conditions.Element.Children;
        while (children.TryTake(out XmlElement condition))
        {
            if (condition.Is(XmlNamespace.Assertion, "AudienceRestriction"u8))
            {
                return Finding.Holds;
            }
        }

        return Finding.Broken(
            context.Expected.Options.ServiceProviderEntityId, node: context.Assertion.Conditions.Element.Index);
    }

    // Several restrictions must all hold, of several audiences in one any: SAML Core 2.5.1.4.
    public static Finding AudiencesIncludeUs(in RuleContext context) => FindRestriction(context, AudienceMatch.Mismatch);

    public static Finding AudiencesNotEmpty(in RuleContext context) => FindRestriction(context, AudienceMatch.Empty);

    public static Finding ConditionsKnown(in RuleContext context)
    {
        XmlChildren children = context.Assertion.Conditions.Element.Children;
        while (children.TryTake(out XmlElement condition))
        {
            bool isKnown = condition.Is(XmlNamespace.Assertion, "AudienceRestriction"u8)
                || condition.Is(XmlNamespace.Assertion, "OneTimeUse"u8)
                || condition.Is(XmlNamespace.Assertion, "ProxyRestriction"u8);
            if (!isKnown)
            {
                return Finding.Broken(actual: ConditionName(condition), node: condition.Index);
            }
        }

        return Finding.Holds;
    }

    public static Finding ConditionsOnce(in RuleContext context)
    {
        int oneTimeUse = 0;
        int proxyRestriction = 0;
        XmlChildren children = context.Assertion.Conditions.Element.Children;
        while (children.TryTake(out XmlElement condition))
        {
            oneTimeUse += condition.Is(XmlNamespace.Assertion, "OneTimeUse"u8) ? 1 : 0;
            proxyRestriction += condition.Is(XmlNamespace.Assertion, "ProxyRestriction"u8) ? 1 : 0;
            if (oneTimeUse > 1 || proxyRestriction > 1)
            {
                return Finding.Broken(actual: condition.DisplayName(), node: condition.Index);
            }
        }

        return Finding.Holds;
    }

    private static Finding FindRestriction(in RuleContext context, AudienceMatch broken)
    {
        XmlChildren children = context.Assertion.Conditions.Element.Children;
        while (children.TryTake(out XmlElement condition))
        {
            if (condition.Is(XmlNamespace.Assertion, "AudienceRestriction"u8)
                && Match(condition, context) == broken)
            {
                return Finding.Broken(
                    context.Expected.Options.ServiceProviderEntityId, Audiences(condition), node: condition.Index);
            }
        }

        return Finding.Holds;
    }

    private static AudienceMatch Match(XmlElement restriction, in RuleContext context)
    {
        AudienceMatch match = AudienceMatch.Empty;
        XmlChildren audiences = restriction.Children;
        while (audiences.TryTake(out XmlElement audience))
        {
            ReadOnlySpan<byte> value = audience.Text();
            if (value.SequenceEqual(context.Expected.ServiceProviderEntityId))
            {
                return AudienceMatch.Match;
            }

            match = XmlCharacters.IsWhiteSpace(value) ? match : AudienceMatch.Mismatch;
        }

        return match;
    }

    private static string Audiences(XmlElement restriction)
    {
        XmlChildren only = restriction.Children;
        if (only.TryTake(out XmlElement first) && !only.TryPeek(out _))
        {
            return SafeText.Of(first.Text());
        }

        List<string> values = [];
        int length = 0;
        XmlChildren audiences = restriction.Children;
        while (audiences.TryTake(out XmlElement audience) && length < SafeText.MaxListLength)
        {
            values.Add(SafeText.Of(audience.Text()));
            length += values[^1].Length;
        }

        return string.Join(", ", values);
    }

    private static string ConditionName(XmlElement condition) =>
        condition.TryAttribute(XmlNamespace.SchemaInstance, "type"u8, out ReadOnlySpan<byte> type)
            ? $"{condition.DisplayName()} of type {SafeText.Of(type)}"
            : condition.DisplayName();
}
