using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary><c>saml:SubjectConfirmation</c> with its data (SAML Core 2.4.1.1, 2.4.1.2).</summary>
internal readonly struct SubjectConfirmation
{
    private readonly XmlElement _data;

    private SubjectConfirmation(XmlElement element, XmlElement data)
    {
        Element = element;
        _data = data;
        if (data.Exists)
        {
            NotBefore = SamlInstant.ReadOptional(data, "NotBefore"u8);
            NotOnOrAfter = SamlInstant.ReadOptional(data, "NotOnOrAfter"u8);
        }
    }

    public XmlElement Element { get; }

    public bool Exists => Element.Exists;

    /// <summary>Whether SubjectConfirmationData is there.</summary>
    public bool HasData => _data.Exists;

    public DateTimeOffset? NotBefore { get; }

    public DateTimeOffset? NotOnOrAfter { get; }

    public ReadOnlySpan<byte> Method => Element.Attribute("Method"u8);

    public bool IsBearer => Method.SequenceEqual("urn:oasis:names:tc:SAML:2.0:cm:bearer"u8);

    public static SubjectConfirmation Read(XmlElement element)
    {
        _ = element.Attribute("Method"u8);
        XmlChildren children = element.Children;
        _ = children.TryTake(XmlNamespace.Assertion, "BaseID"u8, out _)
            || children.TryTake(XmlNamespace.Assertion, "NameID"u8, out _)
            || children.TryTake(XmlNamespace.Assertion, "EncryptedID"u8, out _);
        children.TryTake(XmlNamespace.Assertion, "SubjectConfirmationData"u8, out XmlElement data);
        children.End();
        return new SubjectConfirmation(element, data);
    }

    public bool TryRecipient(out ReadOnlySpan<byte> recipient) => TryData("Recipient"u8, out recipient);

    public bool TryInResponseTo(out ReadOnlySpan<byte> requestId) => TryData("InResponseTo"u8, out requestId);

    private bool TryData(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        return _data.Exists && _data.TryAttribute(name, out value);
    }
}
