namespace Saml.Core.Tests.Explanation;

/// <summary>
/// An assertion as Okta's console previews it before anything is set: bare, unsigned, with the placeholders of the form, and with
/// expressions that nobody has evaluated.
/// </summary>
internal static class Preview
{
    public const string Xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <saml2:Assertion ID="id5838987467318981535749982" IssueInstant="2025-08-26T15:19:53.544Z" Version="2.0"
            xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">
          <saml2:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">http://www.okta.com/Issuer</saml2:Issuer>
          <saml2:Subject>
            <saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">userName</saml2:NameID>
            <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
              <saml2:SubjectConfirmationData NotOnOrAfter="2025-08-26T15:24:53.549Z" Recipient="https://ACS_URL"/>
            </saml2:SubjectConfirmation>
          </saml2:Subject>
          <saml2:Conditions NotBefore="2025-08-26T15:14:53.549Z" NotOnOrAfter="2025-08-26T15:24:53.549Z">
            <saml2:AudienceRestriction><saml2:Audience>https://entity_ID</saml2:Audience></saml2:AudienceRestriction>
          </saml2:Conditions>
          <saml2:AuthnStatement AuthnInstant="2025-08-26T15:19:53.544Z">
            <saml2:AuthnContext>
              <saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml2:AuthnContextClassRef>
            </saml2:AuthnContext>
          </saml2:AuthnStatement>
          <saml2:AttributeStatement xmlns:xs="http://www.w3.org/2001/XMLSchema"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <saml2:Attribute Name="roles" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">
              <saml2:AttributeValue xsi:type="xs:string">user.userType
        </saml2:AttributeValue>
            </saml2:Attribute>
            <saml2:Attribute Name="email" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">
              <saml2:AttributeValue xsi:type="xs:string">user.email
        </saml2:AttributeValue>
            </saml2:Attribute>
            <saml2:Attribute Name="image_url" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml2:AttributeValue xsi:type="xs:string">user.profileUrl
        </saml2:AttributeValue>
            </saml2:Attribute>
            <saml2:Attribute Name="full_name" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">
              <saml2:AttributeValue xsi:type="xs:string"/>
            </saml2:Attribute>
          </saml2:AttributeStatement>
        </saml2:Assertion>
        """;
}
