using System.Text;

namespace Saml.Core.Bindings;

/// <summary>A message as it was posted: the form value, or the XML that somebody decoded from it.</summary>
internal readonly struct PostedMessage
{
    private readonly string? _formValue;
    private readonly ReadOnlyMemory<byte>? _xml;

    private PostedMessage(string? formValue, ReadOnlyMemory<byte>? xml)
    {
        _formValue = formValue;
        _xml = xml;
    }

    public static PostedMessage OfForm(string? formValue) => new(formValue, null);

    /// <summary>A form value or XML: no base64 begins with a tag.</summary>
    public static PostedMessage OfFormOrXml(string text) =>
        text.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['<', ..]
            ? OfXml(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')))
            : OfForm(text);

    public static PostedMessage OfXml(ReadOnlyMemory<byte> xml) => new(null, xml);

    /// <summary>It was given as XML.</summary>
    public bool IsXml => _xml is not null;

    /// <summary>The XML in a pooled buffer with the room that the reader needs; the reader takes it over.</summary>
    public byte[] Rent(XmlLimits limits, out int length)
    {
        if (_xml is not { } xml)
        {
            return PostBinding.Decode(_formValue, limits, out length);
        }

        length = xml.Length;
        return PostBinding.Copy(xml.Span, limits);
    }
}
