using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary><c>saml:Subject</c> (SAML Core 2.4.1). A default value stands for an absent one.</summary>
internal readonly struct Subject
{
    private Subject(XmlElement element, NameIdentifier nameId, bool hasEncryptedId, XmlChildren.Mark confirmations)
    {
        Element = element;
        NameId = nameId;
        HasEncryptedId = hasEncryptedId;
        Confirmations = confirmations;
    }

    public XmlElement Element { get; }

    public bool Exists => Element.Exists;

    public NameIdentifier NameId { get; }

    public bool HasEncryptedId { get; }

    /// <summary>The place among the children where the confirmations begin.</summary>
    public XmlChildren.Mark Confirmations { get; }

    public static Subject Read(XmlElement element)
    {
        XmlChildren children = element.Children;
        NameIdentifier nameId = children.TryTake(XmlNamespace.Assertion, "NameID"u8, out XmlElement child)
            ? NameIdentifier.Read(child)
            : default;
        bool hasEncryptedId = !nameId.Exists && children.TryTake(XmlNamespace.Assertion, "EncryptedID"u8, out _);
        if (!nameId.Exists && !hasEncryptedId)
        {
            children.TryTake(XmlNamespace.Assertion, "BaseID"u8, out _);
        }

        XmlChildren.Mark confirmations = children.Here;
        while (children.TryTake(XmlNamespace.Assertion, "SubjectConfirmation"u8, out XmlElement confirmation))
        {
            SubjectConfirmation.Read(confirmation);
        }

        children.End();
        return new Subject(element, nameId, hasEncryptedId, confirmations);
    }
}
