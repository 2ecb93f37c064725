using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>
/// What a <c>saml:Assertion</c> says (SAML Core 2.3.3), read strictly by the schema's sequence. It is plain content:
/// whether anybody signed it is told by the type that holds it, <see cref="Assertion"/> or
/// <see cref="UnverifiedAssertion"/>.
/// </summary>
internal readonly struct AssertionContent
{
    private readonly OptionalInstant _sessionNotOnOrAfter;

    private AssertionContent(XmlElement element)
    {
        Element = element;
        CheckId(element);
        IssueInstant = SamlInstant.Read(element, "IssueInstant"u8);

        XmlChildren children = element.Children;
        if (children.TryTake(XmlNamespace.Assertion, "Issuer"u8, out XmlElement issuer))
        {
            Issuer = NameIdentifier.Read(issuer);
        }

        if (children.TryTake(XmlNamespace.Assertion, "Subject"u8, out XmlElement subject))
        {
            Subject = Subject.Read(subject);
        }

        if (children.TryTake(XmlNamespace.Assertion, "Conditions"u8, out XmlElement conditions))
        {
            Conditions = Conditions.Read(conditions);
        }

        children.TryTake(XmlNamespace.Assertion, "Advice"u8, out _);
        int attributes = 0;
        int encryptedAttributes = 0;
        while (TryTakeStatement(ref children, out XmlElement statement))
        {
            if (statement.Is(XmlNamespace.Assertion, "AttributeStatement"u8))
            {
                AttributeStatement.Read(statement, ref attributes, ref encryptedAttributes);
            }
            else if (statement.Is(XmlNamespace.Assertion, "AuthnStatement"u8))
            {
                AuthnStatement authn = AuthnStatement.Read(statement);
                AuthnStatement = AuthnStatement.Exists ? AuthnStatement : authn;
                if (authn.SessionNotOnOrAfter is { } end && !(SessionNotOnOrAfter < end))
                {
                    _sessionNotOnOrAfter = new OptionalInstant(end);
                }
            }
        }

        AttributeCount = attributes;
        EncryptedAttributeCount = encryptedAttributes;
        children.End();
    }

    public XmlElement Element { get; }

    /// <summary>False for a default value, which stands for an absent assertion.</summary>
    public bool Exists => Element.Exists;

    public ReadOnlySpan<byte> Id => Element.Attribute("ID"u8);

    public DateTimeOffset IssueInstant { get; }

    public NameIdentifier Issuer { get; }

    public Subject Subject { get; }

    public Conditions Conditions { get; }

    /// <summary>The first AuthnStatement; a default value when there is none.</summary>
    public AuthnStatement AuthnStatement { get; }

    /// <summary>The earliest end of a session that any AuthnStatement names.</summary>
    public DateTimeOffset? SessionNotOnOrAfter => _sessionNotOnOrAfter.Value;

    public int AttributeCount { get; }

    public int EncryptedAttributeCount { get; }

    /// <summary>Reads the element with everything below it that the rules look at.</summary>
    public static AssertionContent Read(XmlElement element) => new(element);

    /// <summary>xs:ID, except that a first digit is let pass: some products write such IDs.</summary>
    public static void CheckId(XmlElement element)
    {
        ReadOnlySpan<byte> id = element.Attribute("ID"u8);
        if (!XmlCharacters.IsId(id))
        {
            throw element.Reject(
                SamlErrorCode.InvalidValue, "xs:ID", SafeText.Of(id), $"{element.DisplayName()}/@ID");
        }
    }

    /// <summary>The attributes of all AttributeStatements, in document order, as callers see them.</summary>
    public SamlAttribute[] Attributes()
    {
        SamlAttribute[] attributes = new SamlAttribute[AttributeCount];
        int count = 0;
        XmlChildren statements = Element.Children;
        while (statements.TryTake(out XmlElement statement))
        {
            if (!statement.Is(XmlNamespace.Assertion, "AttributeStatement"u8))
            {
                continue;
            }

            XmlChildren children = statement.Children;
            while (children.TryTake(out XmlElement attribute))
            {
                if (attribute.Is(XmlNamespace.Assertion, "Attribute"u8))
                {
                    attributes[count++] = AttributeStatement.ToPublic(attribute);
                }
            }
        }

        return attributes;
    }

    // SAML Core 2.7: a Statement of a type that we do not know, and authorization decisions, say nothing to us.
    private static bool TryTakeStatement(ref XmlChildren children, out XmlElement statement) =>
        children.TryTake(XmlNamespace.Assertion, "AuthnStatement"u8, out statement)
        || children.TryTake(XmlNamespace.Assertion, "AttributeStatement"u8, out statement)
        || children.TryTake(XmlNamespace.Assertion, "AuthzDecisionStatement"u8, out statement)
        || children.TryTake(XmlNamespace.Assertion, "Statement"u8, out statement);
}
