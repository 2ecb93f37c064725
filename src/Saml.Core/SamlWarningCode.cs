namespace Saml.Core;

/// <summary>
/// What is worth a look although the message was accepted. Numbers and names are stable; they come in groups: 1 and
/// on certificates and signatures, 20 and on the message and its times, 40 and on the subject, 60 and on attributes,
/// 80 and on roles.
/// </summary>
public enum SamlWarningCode
{
    /// <summary>No warning. Never carried by a <see cref="SamlWarning"/>.</summary>
    None = 0,

    // 1 to 19: certificates and signatures

    /// <summary>The certificate that verified the message expires soon.</summary>
    CertificateExpiresSoon = 1,

    /// <summary>The certificate that verified the message is expired; policy accepts that.</summary>
    CertificateExpiredAccepted = 2,

    /// <summary>The message verified with a certificate that a newer configured one is to replace.</summary>
    RetiringCertificateUsed = 3,

    /// <summary>The message was signed or digested with SHA-1, which the options allow as dangerous.</summary>
    Sha1Accepted = 4,

    // 20 to 39: the message and its times

    /// <summary>Only the clock skew made the message acceptable: the two clocks differ.</summary>
    ClockOffsetObserved = 20,

    /// <summary>The message answers no request; the caller allowed that.</summary>
    UnsolicitedAccepted = 21,

    /// <summary>The message is addressed to the legacy Flex single sign-on endpoint.</summary>
    LegacyEndpoint = 22,

    /// <summary>The assertion is valid for unusually long.</summary>
    LongLifetime = 23,

    // 40 to 59: the subject

    /// <summary>The NameID begins or ends with white space, which was kept: it is another user than without.</summary>
    NameIdSurroundingWhiteSpace = 40,

    /// <summary>The NameID is transient: Flex would make a new worker at every login. Core 8.3.8.</summary>
    TransientNameId = 41,

    // 60 to 79: attributes

    /// <summary>An EncryptedAttribute was left out; this library decrypts nothing. Core 2.7.3.2.</summary>
    EncryptedAttributeIgnored = 60,

    /// <summary>An attribute was sent in several Attribute elements, which were merged.</summary>
    DuplicateAttribute = 61,

    /// <summary>An attribute is not mapped by Flex, because its name is a URI.</summary>
    UnmappedAttribute = 62,

    /// <summary>White space around an attribute value was removed.</summary>
    ValueTrimmed = 63,

    // 80 to 99: roles

    /// <summary>A role is not one that Flex knows; it was kept.</summary>
    UnknownRole = 80,

    /// <summary>A role of the reserved prefix flex. cannot be assigned by single sign-on; it was left out.</summary>
    ReservedRole = 81,
}
