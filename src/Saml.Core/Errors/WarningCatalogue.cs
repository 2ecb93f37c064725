using static Saml.Core.IdentityProviderSetting;
using static Saml.Core.SamlWarningCode;
using static Saml.Core.SamlWarningSeverity;

namespace Saml.Core.Errors;

/// <summary>How much each warning matters, and what to change; one row a code.</summary>
internal static class WarningCatalogue
{
    public static WarningDescription Describe(SamlWarningCode code) => code switch
    {
        CertificateExpiresSoon => new(
            Warning,
            "Make a new signing certificate at the identity provider, configure both here, then activate the new one.",
            Certificate),
        CertificateExpiredAccepted => new(
            Warning,
            "Replace the signing certificate at the identity provider; CertificateExpiry says what its dates mean here.",
            Certificate),
        RetiringCertificateUsed => new(
            Warning,
            "Activate the newer certificate at the identity provider, or remove it here if the change was called off.",
            Certificate),
        Sha1Accepted => new(
            Warning,
            "Switch the identity provider to SHA-256, then take Dangerous.AllowSha1 back.",
            SignatureAlgorithm),
        SmallKeyAccepted => new(
            Warning,
            "Make a signing certificate of 2048 bits or more, then take Dangerous.MinimumRsaKeyBits back.",
            Certificate),

        ClockOffsetObserved => new(
            Warning, "Synchronise this server's clock (NTP), then the identity provider's.", Clock),
        UnsolicitedAccepted => new(Information),
        LegacyEndpoint => new(
            Warning, "Migrate the connection to enhanced single sign-on (JQ…).", AssertionConsumerServiceUrl),
        LongLifetime => new(
            Warning,
            "Shorten the token lifetime at the identity provider: minutes are enough to post a message.",
            Lifetime),
        ShortSession => new(
            Warning,
            "Send no SessionNotOnOrAfter, or one later than a shift: Flex's token lives for an hour and calls drop."),

        NameIdSurroundingWhiteSpace => new(
            Warning, "Trim the attribute behind the Name ID at the identity provider.", NameId),
        TransientNameId => new(Warning, "Choose a Name ID that stays: an e-mail address or a user name.", NameId),
        PhantomWorkerRisk => new(
            Warning,
            "Choose a Name ID that stays and that people know, such as the user name: another one is another worker.",
            NameId),
        NameIdNotAnEmail => new(
            Warning, "Send the address, or another Name ID format; changing it later makes a second worker.", NameId),

        EncryptedAttributeIgnored => new(Warning, "Turn attribute encryption off: Flex supports none.", Encryption),
        DuplicateAttribute => new(Warning, "Send it in one Attribute element.", Roles, IdentityProviderPreset.Keycloak),
        UnmappedAttribute => new(
            Warning, "Send it under a plain name without a namespace: Flex does not map URI names.", Attributes),
        ValueTrimmed => new(Warning, "Trim the source attribute at the identity provider."),
        UnevaluatedExpression => new(
            Warning,
            "Type it as an expression where the identity provider evaluates one; the preview of Okta never does.",
            Attributes),
        AttributeTypeUnknown => new(
            Warning,
            "End the name in .string, .int, .boolean, .stringarray, .intarray or .booleanarray, in lower case, or in no type."),
        AttributeTargetConflict => new(Warning, "Send one of the two."),
        AttributeTypeIgnored => new(
            Warning, "Mend the value: Flex would answer \"400 Error invalid attribute format\" and change nothing."),
        BooleanSpelling => new(Warning, "Send true or false."),
        SeveralTeams => new(Warning, "Send exactly one team in team_member."),
        TeamOwnershipCleared => new(
            Warning, "Leave the attribute out to keep the ownerships; present and empty means none."),
        ContactUriUnusable => new(
            Warning, "Leave contact_uri out, unless calls go to sip:… or to a number such as +14155550100."),
        ReservedAttribute => new(Warning, "Leave it out: each login would overwrite what supervisors set in Flex."),
        WorkerAttributesLong => new(
            Warning,
            "Send fewer or shorter attributes: TaskRouter takes 4,096 characters in all, Flex's own included."),
        UnusedAttribute => new(Information, "Send only what Flex or your plugins need: it is stored with the worker."),

        UnknownRole => new(
            Warning,
            "Nothing, if a plugin reads it; otherwise send roles that Flex knows: agent, supervisor, admin and the seven of Flex Insights.",
            Roles),
        ReservedRole => new(
            Warning, "Remove it at the identity provider: flex.* roles belong to users of Twilio Console.", Roles),
        RoleNearMiss => new(Warning, "Send the exact name, in lower case.", Roles),
        RoleSeparator => new(
            Warning, "Separate roles by commas, or send each as a value, without quotation marks and brackets.", Roles),
        GuidRole => new(Warning, "Send the names of roles, not of groups.", Roles, IdentityProviderPreset.EntraId),
        InsightsRoleWithoutEffect => new(Warning, "Add supervisor or admin: Flex Insights opens to these only.", Roles),
        RoleRepeated => new(Information),

        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No warning has this code."),
    };
}
