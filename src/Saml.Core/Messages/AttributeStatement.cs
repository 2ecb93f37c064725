using System.Collections.ObjectModel;
using System.Text;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary><c>saml:AttributeStatement</c> and its attributes (SAML Core 2.7.3).</summary>
internal static class AttributeStatement
{
    /// <summary>Checks the structure and counts the attributes; encrypted ones are told apart.</summary>
    public static void Read(XmlElement statement, ref int attributes, ref int encryptedAttributes)
    {
        XmlChildren children = statement.Children;
        while (children.TryTake(out XmlElement child))
        {
            if (child.Is(XmlNamespace.Assertion, "Attribute"u8))
            {
                ReadAttribute(child);
                attributes++;
            }
            else if (child.Is(XmlNamespace.Assertion, "EncryptedAttribute"u8))
            {
                encryptedAttributes++;
            }
            else
            {
                throw child.Reject(
                    SamlErrorCode.UnexpectedElement, actual: child.DisplayName(), subject: statement.DisplayName());
            }
        }
    }

    /// <summary>One attribute as callers see it. What it holds was checked by <see cref="Read"/>.</summary>
    public static SamlAttribute ToPublic(XmlElement attribute)
    {
        XmlChildren children = attribute.Children;
        IReadOnlyList<SamlAttributeValue> values = children.Count switch
        {
            0 => (IReadOnlyList<SamlAttributeValue>)[],
            1 => [TakeValue(ref children)],
            int count => Values(children, count),
        };
        return new SamlAttribute(
            KnownText.Of(attribute.Attribute("Name"u8)),
            attribute.TryAttribute("FriendlyName"u8, out ReadOnlySpan<byte> friendlyName) ? KnownText.Of(friendlyName) : null,
            attribute.TryAttribute("NameFormat"u8, out ReadOnlySpan<byte> nameFormat) ? KnownText.Of(nameFormat) : null,
            values);
    }

    private static void ReadAttribute(XmlElement attribute)
    {
        _ = attribute.Attribute("Name"u8);
        XmlChildren children = attribute.Children;
        while (children.TryTake(XmlNamespace.Assertion, "AttributeValue"u8, out _))
        {
        }

        children.End();
    }

    private static ReadOnlyCollection<SamlAttributeValue> Values(XmlChildren children, int count)
    {
        SamlAttributeValue[] values = new SamlAttributeValue[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = TakeValue(ref children);
        }

        return Array.AsReadOnly(values);
    }

    private static SamlAttributeValue TakeValue(ref XmlChildren children)
    {
        children.TryTake(out XmlElement value);
        return ToPublicValue(value);
    }

    private static SamlAttributeValue ToPublicValue(XmlElement value)
    {
        if (value.IsNil)
        {
            return SamlAttributeValue.Nil;
        }

        return value.HasElements ? SamlAttributeValue.Structured : new SamlAttributeValue(Encoding.UTF8.GetString(value.Text()));
    }
}
