using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>An element of type NameIDType: <c>saml:Issuer</c> and <c>saml:NameID</c> (SAML Core 2.2.2, 2.2.3, 2.2.5).</summary>
internal readonly struct NameIdentifier
{
    private NameIdentifier(XmlElement element) => Element = element;

    public XmlElement Element { get; }

    /// <summary>False when the element is absent.</summary>
    public bool Exists => Element.Exists;

    /// <summary>The characters as they are, white space included.</summary>
    public ReadOnlySpan<byte> Value => Element.Text();

    public static NameIdentifier Read(XmlElement element)
    {
        _ = element.Text();
        return new NameIdentifier(element);
    }

    public bool TryFormat(out ReadOnlySpan<byte> format) => Element.TryAttribute("Format"u8, out format);

    public bool TryNameQualifier(out ReadOnlySpan<byte> qualifier) =>
        Element.TryAttribute("NameQualifier"u8, out qualifier);

    public bool TrySpNameQualifier(out ReadOnlySpan<byte> qualifier) =>
        Element.TryAttribute("SPNameQualifier"u8, out qualifier);
}
