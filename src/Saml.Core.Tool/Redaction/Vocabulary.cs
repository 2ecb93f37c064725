namespace Saml.Core.Tool.Redaction;

/// <summary>
/// The words of the standards: what everybody's messages hold, and what therefore says nothing about anybody. They are
/// listed one by one, since a beginning in common would let anything follow.
/// </summary>
internal static class Vocabulary
{
    private static readonly HashSet<string> s_identifiers = new(
    [
        // SAML Core 3.2.2.2
        .. With(
            "urn:oasis:names:tc:SAML:2.0:status:",
            "Success", "Requester", "Responder", "VersionMismatch", "AuthnFailed", "InvalidAttrNameOrValue",
            "InvalidNameIDPolicy", "NoAuthnContext", "NoAvailableIDP", "NoPassive", "NoSupportedIDP", "PartialLogout",
            "ProxyCountExceeded", "RequestDenied", "RequestUnsupported", "RequestVersionDeprecated",
            "RequestVersionTooHigh", "RequestVersionTooLow", "ResourceNotRecognized", "TooManyResponses",
            "UnknownAttrProfile", "UnknownPrincipal", "UnsupportedBinding"),

        // SAML Core 8.2, 8.3, 8.4
        .. With("urn:oasis:names:tc:SAML:2.0:attrname-format:", "unspecified", "uri", "basic"),
        .. With(
            "urn:oasis:names:tc:SAML:1.1:nameid-format:",
            "unspecified", "emailAddress", "X509SubjectName", "WindowsDomainQualifiedName"),
        .. With(
            "urn:oasis:names:tc:SAML:2.0:nameid-format:",
            "unspecified", "emailAddress", "kerberos", "entity", "persistent", "transient", "encrypted"),
        .. With(
            "urn:oasis:names:tc:SAML:2.0:consent:",
            "unspecified", "obtained", "prior", "current-implicit", "current-explicit", "unavailable",
            "inapplicable"),

        // SAML Profiles 3, and their forerunners of SAML 1
        .. With("urn:oasis:names:tc:SAML:2.0:cm:", "bearer", "holder-of-key", "sender-vouches"),
        .. With("urn:oasis:names:tc:SAML:1.0:cm:", "bearer", "holder-of-key", "sender-vouches", "artifact"),
        .. With(
            "urn:oasis:names:tc:SAML:1.0:am:",
            "password", "unspecified", "X509-PKI", "HardwareToken"),
        .. With("urn:oasis:names:tc:SAML:2.0:profiles:attribute:", "basic", "X500", "UUID", "DCE", "XACML"),
        .. With(
            "urn:oasis:names:tc:SAML:2.0:bindings:",
            "HTTP-POST", "HTTP-Redirect", "HTTP-Artifact", "HTTP-POST-SimpleSign", "SOAP", "PAOS", "URI"),

        // SAML Authentication Context 3.4
        .. With(
            "urn:oasis:names:tc:SAML:2.0:ac:classes:",
            "InternetProtocol", "InternetProtocolPassword", "Kerberos", "MobileOneFactorUnregistered",
            "MobileTwoFactorUnregistered", "MobileOneFactorContract", "MobileTwoFactorContract", "Password",
            "PasswordProtectedTransport", "PreviousSession", "X509", "PGP", "SPKI", "XMLDSig", "Smartcard",
            "SmartcardPKI", "SoftwarePKI", "Telephony", "NomadTelephony", "PersonalTelephony",
            "AuthenticatedTelephony", "SecureRemotePassword", "TLSClient", "TimeSyncToken", "unspecified"),
        .. With(
            "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/",
            "password", "windows", "x509", "unspecified", "hardwaretoken", "other"),
        "urn:federation:authentication:windows",
        "http://schemas.microsoft.com/claims/multipleauthn",

        // XML Signature, XML Encryption and RFC 9231
        .. With(
            "http://www.w3.org/2000/09/xmldsig#",
            "rsa-sha1", "dsa-sha1", "hmac-sha1", "sha1", "base64", "enveloped-signature", "RSAKeyValue", "DSAKeyValue",
            "X509Data", "rawX509Certificate", "Object", "Manifest", "SignatureProperties"),
        .. With("http://www.w3.org/2009/xmldsig11#", "dsa-sha256", "ECKeyValue", "DEREncodedKeyValue"),
        .. With(
            "http://www.w3.org/2001/04/xmldsig-more#",
            "rsa-md5", "rsa-sha224", "rsa-sha256", "rsa-sha384", "rsa-sha512", "rsa-ripemd160", "hmac-md5",
            "hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512", "hmac-ripemd160", "ecdsa-sha1", "ecdsa-sha224",
            "ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512", "md5", "sha224", "sha384"),
        .. With(
            "http://www.w3.org/2007/05/xmldsig-more#",
            "rsa-pss", "sha1-rsa-MGF1", "sha224-rsa-MGF1", "sha256-rsa-MGF1", "sha384-rsa-MGF1", "sha512-rsa-MGF1",
            "sha3-224", "sha3-256", "sha3-384", "sha3-512", "ecdsa-ripemd160"),
        .. With(
            "http://www.w3.org/2001/04/xmlenc#",
            "sha256", "sha512", "ripemd160", "aes128-cbc", "aes192-cbc", "aes256-cbc", "tripledes-cbc", "rsa-1_5",
            "rsa-oaep-mgf1p", "kw-aes128", "kw-aes192", "kw-aes256", "kw-tripledes", "dh", "Element", "Content",
            "EncryptedKey"),
        .. With(
            "http://www.w3.org/2009/xmlenc11#",
            "aes128-gcm", "aes192-gcm", "aes256-gcm", "rsa-oaep", "ECDH-ES", "ConcatKDF", "pbkdf2", "mgf1sha1",
            "mgf1sha224", "mgf1sha256", "mgf1sha384", "mgf1sha512"),
        "http://www.w3.org/2001/10/xml-exc-c14n#",
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
        "http://www.w3.org/2006/12/xml-c14n11",
        "http://www.w3.org/2006/12/xml-c14n11#WithComments",
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/2001/04/xmldsig-more/xptr",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> s_namespaces = new(StringComparer.Ordinal)
    {
        "",
        "urn:oasis:names:tc:SAML:2.0:protocol",
        "urn:oasis:names:tc:SAML:2.0:assertion",
        "urn:oasis:names:tc:SAML:2.0:metadata",
        "urn:oasis:names:tc:SAML:2.0:profiles:attribute:X500",
        "urn:oasis:names:tc:SAML:2.0:profiles:attribute:DCE",
        "urn:oasis:names:tc:SAML:1.0:protocol",
        "urn:oasis:names:tc:SAML:1.0:assertion",
        "http://www.w3.org/2000/09/xmldsig#",
        "http://www.w3.org/2009/xmldsig11#",
        "http://www.w3.org/2001/04/xmlenc#",
        "http://www.w3.org/2009/xmlenc11#",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/2001/XMLSchema",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/2000/xmlns/",
        "http://www.w3.org/1999/XSL/Transform",
        "http://schemas.xmlsoap.org/soap/envelope/",
        "http://schemas.xmlsoap.org/ws/2005/02/trust",
        "http://docs.oasis-open.org/ws-sx/ws-trust/200512",
        "http://schemas.xmlsoap.org/ws/2009/09/identity/claims",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims",
    };

    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "string", "anyType", "anySimpleType", "boolean", "integer", "int", "long", "short", "decimal", "double",
        "float", "date", "dateTime", "time", "duration", "anyURI", "base64Binary", "hexBinary", "QName", "NCName",
        "NMTOKEN", "normalizedString", "token", "ID", "nonNegativeInteger", "positiveInteger", "NameIDType",
    };

    /// <summary>Whether it is an algorithm, format, method, class or status of a standard.</summary>
    public static bool IsIdentifier(string text) => s_identifiers.Contains(text);

    /// <summary>Whether it is a namespace that messages of anybody declare.</summary>
    public static bool IsNamespace(string text) => s_namespaces.Contains(text);

    /// <summary>Whether it is the local name of a type of XML Schema or SAML.</summary>
    public static bool IsType(string text) => s_types.Contains(text);

    private static IEnumerable<string> With(string beginning, params string[] ends) =>
        ends.Select(end => beginning + end);
}
