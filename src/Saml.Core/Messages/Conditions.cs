using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary><c>saml:Conditions</c> (SAML Core 2.5.1). A default value stands for an absent one.</summary>
internal readonly struct Conditions
{
    private readonly OptionalInstant _notBefore;

    private Conditions(XmlElement element)
    {
        Element = element;
        _notBefore = new OptionalInstant(SamlInstant.ReadOptional(element, "NotBefore"u8));
        NotOnOrAfter = SamlInstant.Read(element, "NotOnOrAfter"u8);
    }

    public XmlElement Element { get; }

    public bool Exists => Element.Exists;

    public DateTimeOffset? NotBefore => _notBefore.Value;

    /// <summary>Required by this library: an assertion that never expires is no login.</summary>
    public DateTimeOffset NotOnOrAfter { get; }

    public static Conditions Read(XmlElement element)
    {
        Conditions conditions = new(element);
        XmlChildren children = element.Children;
        while (children.TryTake(out XmlElement condition))
        {
            if (condition.Is(XmlNamespace.Assertion, "AudienceRestriction"u8))
            {
                ReadAudiences(condition);
            }
            else if (condition.Is(XmlNamespace.Assertion, "ProxyRestriction"u8))
            {
                CheckCount(condition);
            }
        }

        return conditions;
    }

    // SAML Core 2.5.1.6: xs:nonNegativeInteger.
    private static void CheckCount(XmlElement restriction)
    {
        if (restriction.TryAttribute("Count"u8, out ReadOnlySpan<byte> count)
            && (count.IsEmpty || count.ContainsAnyExceptInRange((byte)'0', (byte)'9')))
        {
            throw restriction.Reject(
                SamlErrorCode.InvalidValue,
                "number from 0 up",
                SafeText.Of(count),
                $"{restriction.DisplayName()}/@Count");
        }
    }

    private static void ReadAudiences(XmlElement restriction)
    {
        XmlChildren children = restriction.Children;
        while (children.TryTake(XmlNamespace.Assertion, "Audience"u8, out XmlElement audience))
        {
            _ = audience.Text();
        }

        children.End();
    }
}
