using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary><c>saml:AuthnStatement</c> (SAML Core 2.7.2). A default value stands for an absent one.</summary>
internal readonly struct AuthnStatement
{
    private readonly XmlElement _classRef;
    private readonly OptionalInstant _sessionNotOnOrAfter;

    private AuthnStatement(XmlElement element, XmlElement classRef)
    {
        Element = element;
        _classRef = classRef;
        AuthnInstant = SamlInstant.Read(element, "AuthnInstant"u8);
        _sessionNotOnOrAfter = new OptionalInstant(SamlInstant.ReadOptional(element, "SessionNotOnOrAfter"u8));
    }

    public XmlElement Element { get; }

    public bool Exists => Element.Exists;

    public DateTimeOffset AuthnInstant { get; }

    public DateTimeOffset? SessionNotOnOrAfter => _sessionNotOnOrAfter.Value;

    /// <summary>The authentication context class; false when the context is named in another way.</summary>
    public bool TryClassRef(out ReadOnlySpan<byte> classRef)
    {
        classRef = _classRef.Exists ? XmlCharacters.Trim(_classRef.Text()) : default;
        return _classRef.Exists;
    }

    public bool TrySessionIndex(out ReadOnlySpan<byte> sessionIndex) =>
        Element.TryAttribute("SessionIndex"u8, out sessionIndex);

    public static AuthnStatement Read(XmlElement element)
    {
        XmlChildren children = element.Children;
        children.TryTake(XmlNamespace.Assertion, "SubjectLocality"u8, out _);
        if (!children.TryTake(XmlNamespace.Assertion, "AuthnContext"u8, out XmlElement context))
        {
            children.End();
            throw element.Reject(SamlErrorCode.MissingElement, expected: "AuthnContext");
        }

        children.End();
        return new AuthnStatement(element, ReadClassRef(context));
    }

    // SAML Core 2.7.2.2.
    private static XmlElement ReadClassRef(XmlElement context)
    {
        XmlChildren children = context.Children;
        if (children.TryTake(XmlNamespace.Assertion, "AuthnContextClassRef"u8, out XmlElement classRef))
        {
            _ = classRef.Text();
        }

        _ = children.TryTake(XmlNamespace.Assertion, "AuthnContextDecl"u8, out _)
            || children.TryTake(XmlNamespace.Assertion, "AuthnContextDeclRef"u8, out _);
        while (children.TryTake(XmlNamespace.Assertion, "AuthenticatingAuthority"u8, out _))
        {
        }

        children.End();
        return classRef;
    }
}
