using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary><c>samlp:Status</c> (SAML Core 3.2.2.1 to 3.2.2.4).</summary>
internal readonly struct Status
{
    private readonly XmlElement _code;
    private readonly XmlElement _nestedCode;
    private readonly XmlElement _message;

    private Status(XmlElement code, XmlElement nestedCode, XmlElement message)
    {
        _code = code;
        _nestedCode = nestedCode;
        _message = message;
    }

    /// <summary>The top-level code's value; false when there is none.</summary>
    public bool TryCode(out ReadOnlySpan<byte> code) => TryValue(_code, out code);

    /// <summary>The second-level code's value; false when there is none.</summary>
    public bool TryNestedCode(out ReadOnlySpan<byte> code) => TryValue(_nestedCode, out code);

    /// <summary>The message of the identity provider; empty when there is none.</summary>
    public ReadOnlySpan<byte> Message => _message.Exists ? _message.Text() : default;

    public static Status Read(XmlElement element)
    {
        XmlChildren children = element.Children;
        children.TryTake(XmlNamespace.Protocol, "StatusCode"u8, out XmlElement code);
        if (children.TryTake(XmlNamespace.Protocol, "StatusMessage"u8, out XmlElement message))
        {
            _ = message.Text();
        }

        children.TryTake(XmlNamespace.Protocol, "StatusDetail"u8, out _);
        children.End();
        return new Status(code, ReadNestedCode(code), message);
    }

    private static XmlElement ReadNestedCode(XmlElement code)
    {
        if (!code.Exists)
        {
            return default;
        }

        XmlChildren children = code.Children;
        children.TryTake(XmlNamespace.Protocol, "StatusCode"u8, out XmlElement nested);
        children.End();
        return nested;
    }

    private static bool TryValue(XmlElement code, out ReadOnlySpan<byte> value)
    {
        value = default;
        return code.Exists && code.TryAttribute("Value"u8, out value);
    }
}
