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

    /// <summary>The key that verified the message is shorter than 2048 bits of RSA, which the options allow as dangerous.</summary>
    SmallKeyAccepted = 5,

    // 20 to 39: the message and its times

    /// <summary>Only the clock skew made the message acceptable: the two clocks differ.</summary>
    ClockOffsetObserved = 20,

    /// <summary>The message answers no request; the caller allowed that.</summary>
    UnsolicitedAccepted = 21,

    /// <summary>The message is addressed to the legacy Flex single sign-on endpoint.</summary>
    LegacyEndpoint = 22,

    /// <summary>The assertion is valid for unusually long.</summary>
    LongLifetime = 23,

    /// <summary>SessionNotOnOrAfter ends the session sooner than the first token of Flex ends: calls drop then.</summary>
    ShortSession = 24,

    // 40 to 59: the subject

    /// <summary>The NameID begins or ends with white space, which was kept: it is another user than without.</summary>
    NameIdSurroundingWhiteSpace = 40,

    /// <summary>The NameID is transient: Flex would make a new worker at every login. Core 8.3.8.</summary>
    TransientNameId = 41,

    /// <summary>The NameID looks like one that another login of the same person will not have, or that Flex cannot keep.</summary>
    PhantomWorkerRisk = 42,

    /// <summary>The NameID's Format is emailAddress, and its value is no address.</summary>
    NameIdNotAnEmail = 43,

    // 60 to 79: attributes

    /// <summary>An EncryptedAttribute was left out; this library decrypts nothing. Core 2.7.3.2.</summary>
    EncryptedAttributeIgnored = 60,

    /// <summary>An attribute was sent in several Attribute elements, which were merged.</summary>
    DuplicateAttribute = 61,

    /// <summary>An attribute is not mapped by Flex, because its name is a URI or its value holds elements.</summary>
    UnmappedAttribute = 62,

    /// <summary>White space around a value, or an invisible character around a role, was removed.</summary>
    ValueTrimmed = 63,

    /// <summary>A value is the text of an expression that the identity provider was to evaluate.</summary>
    UnevaluatedExpression = 64,

    /// <summary>An attribute name ends in what looks like a type of Flex and is none: it is stored as a string under the whole name.</summary>
    AttributeTypeUnknown = 65,

    /// <summary>Two attributes become one worker attribute: the first one counts.</summary>
    AttributeTargetConflict = 66,

    /// <summary>A typed attribute does not parse as its type; the policy is lenient, and it was left out.</summary>
    AttributeTypeIgnored = 67,

    /// <summary>A boolean is written as Flex does not document it.</summary>
    BooleanSpelling = 68,

    /// <summary><c>team_member</c> names more than one team: Flex would assign none.</summary>
    SeveralTeams = 69,

    /// <summary><c>team_owner</c> is present and empty: Flex removes every ownership.</summary>
    TeamOwnershipCleared = 70,

    /// <summary><c>contact_uri</c> is none that Flex can call, or the one that Flex sets by itself.</summary>
    ContactUriUnusable = 71,

    /// <summary>An attribute has a name that Flex or TaskRouter writes to by itself.</summary>
    ReservedAttribute = 72,

    /// <summary>The worker attributes come near the limit of TaskRouter.</summary>
    WorkerAttributesLong = 73,

    /// <summary>Flex has no use of its own for an attribute, and stores it nevertheless.</summary>
    UnusedAttribute = 74,

    // 80 to 99: roles

    /// <summary>A role is not one that Flex knows; it was kept.</summary>
    UnknownRole = 80,

    /// <summary>A role of the reserved prefix flex. cannot be assigned by single sign-on; it was left out.</summary>
    ReservedRole = 81,

    /// <summary>A role is nearly one that Flex knows, by case, plural or synonym.</summary>
    RoleNearMiss = 82,

    /// <summary>A role holds a separator other than the comma, or is written as JSON or in quotation marks.</summary>
    RoleSeparator = 83,

    /// <summary>A role is a GUID: the identity provider sends identifiers of groups.</summary>
    GuidRole = 84,

    /// <summary>A role of Flex Insights has no effect without supervisor or admin.</summary>
    InsightsRoleWithoutEffect = 85,

    /// <summary>A role was sent twice, or a comma stands for none.</summary>
    RoleRepeated = 86,
}
