using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Tests.Xml;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Messages;

/// <summary>A Response with nearly everything in it that the schemas allow, unsigned; tests change one thing.</summary>
internal static class SampleResponse
{
    public const string Xml =
        """
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
            ID="_r" IssueInstant="2026-01-01T00:00:00Z" Version="2.0" InResponseTo="_q"
            Destination="https://sp.example/acs">
          <saml:Issuer>https://idp.example</saml:Issuer>
          <samlp:Extensions><x xmlns="urn:x">any</x></samlp:Extensions>
          <samlp:Status>
            <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>
          </samlp:Status>
          <saml:Assertion ID="_a" IssueInstant="2026-01-01T00:00:01Z" Version="2.0">
            <saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">https://idp.example</saml:Issuer>
            <saml:Subject>
              <saml:NameID NameQualifier="n" SPNameQualifier="s" Format="f"> user@example.com </saml:NameID>
              <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                <saml:SubjectConfirmationData NotBefore="2026-01-01T00:00:00Z" NotOnOrAfter="2026-01-01T00:05:00Z"
                Recipient="https://sp.example/acs" InResponseTo="_q"/>
              </saml:SubjectConfirmation>
            </saml:Subject>
            <saml:Conditions NotBefore="2026-01-01T00:00:00Z" NotOnOrAfter="2026-01-01T00:06:00Z">
              <saml:AudienceRestriction><saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction>
              <saml:OneTimeUse/>
            </saml:Conditions>
            <saml:Advice><x xmlns="urn:x">any</x></saml:Advice>
            <saml:AuthnStatement AuthnInstant="2026-01-01T00:00:02Z" SessionIndex="_s"
              SessionNotOnOrAfter="2026-01-01T08:00:00Z">
              <saml:SubjectLocality Address="192.0.2.1"/>
              <saml:AuthnContext>
                <saml:AuthnContextClassRef> urn:oasis:names:tc:SAML:2.0:ac:classes:Password </saml:AuthnContextClassRef>
                <saml:AuthnContextDeclRef>urn:x</saml:AuthnContextDeclRef>
                <saml:AuthenticatingAuthority>urn:x</saml:AuthenticatingAuthority>
              </saml:AuthnContext>
            </saml:AuthnStatement>
            <saml:AttributeStatement>
              <saml:Attribute Name="email" FriendlyName="mail"
                NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">
                <saml:AttributeValue>user@example.com</saml:AttributeValue>
              </saml:Attribute>
            </saml:AttributeStatement>
          </saml:Assertion>
        </samlp:Response>
        """;

    /// <summary>The response with each occurrence of a text, which must be there, replaced.</summary>
    public static string With(string found, string replacement)
    {
        return Xml.Contains(found, StringComparison.Ordinal)
            ? Xml.Replace(found, replacement, StringComparison.Ordinal)
            : throw new ArgumentException($"There is no \"{found}\" to change.", nameof(found));
    }

    /// <summary>Why the reader or the structure of the message refuses it; null when neither does.</summary>
    public static SamlRejection? TryRead(string xml)
    {
        try
        {
            using XmlTree tree = Reading.Read(xml);
            UnverifiedResponse.Read(tree);
            return null;
        }
        catch (SamlRejection rejection)
        {
            return rejection;
        }
    }
}
