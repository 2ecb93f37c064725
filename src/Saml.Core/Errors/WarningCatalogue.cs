using static Saml.Core.SamlWarningCode;
using static Saml.Core.SamlWarningSeverity;

namespace Saml.Core.Errors;

/// <summary>How much each warning matters, and what to change; one row a code.</summary>
internal static class WarningCatalogue
{
    public static (SamlWarningSeverity Severity, string? Hint) Describe(SamlWarningCode code) => code switch
    {
        CertificateExpiresSoon => (
            Warning, "Make a new signing certificate at the identity provider, configure both here, then activate the new one."),
        CertificateExpiredAccepted => (
            Warning, "Replace the signing certificate at the identity provider; CertificateExpiry says what its dates mean here."),
        RetiringCertificateUsed => (
            Warning, "Activate the newer certificate at the identity provider, or remove it here if the change was called off."),
        Sha1Accepted => (Warning, "Switch the identity provider to SHA-256, then take Dangerous.AllowSha1 back."),
        SmallKeyAccepted => (
            Warning, "Make a signing certificate of 2048 bits or more, then take Dangerous.MinimumRsaKeyBits back."),

        ClockOffsetObserved => (Warning, "Synchronise this server's clock (NTP), then the identity provider's."),
        UnsolicitedAccepted => (Information, null),
        LegacyEndpoint => (
            Warning, "Migrate the connection to enhanced single sign-on (JQ…)."),
        LongLifetime => (
            Warning, "Shorten the token lifetime at the identity provider: minutes are enough to post a message."),
        ShortSession => (
            Warning, "Send no SessionNotOnOrAfter, or one later than a shift: Flex's token lives for an hour and calls drop."),

        NameIdSurroundingWhiteSpace => (Warning, "Trim the attribute behind the Name ID at the identity provider."),
        TransientNameId => (Warning, "Choose a Name ID that stays: an e-mail address or a user name."),
        PhantomWorkerRisk => (
            Warning, "Choose a Name ID that stays and that people know, such as the user name: another one is another worker."),
        NameIdNotAnEmail => (
            Warning, "Send the address, or another Name ID format; changing it later makes a second worker."),

        EncryptedAttributeIgnored => (Warning, "Turn attribute encryption off: Flex supports none."),
        DuplicateAttribute => (
            Warning, $"Send it in one Attribute element. {Words(IdentityProviderPreset.Keycloak)}"),
        UnmappedAttribute => (Warning, "Send it under a plain name without a namespace: Flex does not map URI names."),
        ValueTrimmed => (Warning, "Trim the source attribute at the identity provider."),
        UnevaluatedExpression => (
            Warning, "Type it as an expression where the identity provider evaluates one; the preview of Okta never does."),
        AttributeTypeUnknown => (
            Warning, "End the name in .string, .int, .boolean, .stringarray, .intarray or .booleanarray, in lower case, or in no type."),
        AttributeTargetConflict => (Warning, "Send one of the two."),
        AttributeTypeIgnored => (
            Warning, "Mend the value: Flex would answer \"400 Error invalid attribute format\" and change nothing."),
        BooleanSpelling => (Warning, "Send true or false."),
        SeveralTeams => (Warning, "Send exactly one team in team_member."),
        TeamOwnershipCleared => (
            Warning, "Leave the attribute out to keep the ownerships; present and empty means none."),
        ContactUriUnusable => (
            Warning, "Leave contact_uri out, unless calls go to sip:… or to a number such as +14155550100."),
        ReservedAttribute => (
            Warning, "Leave it out: each login would overwrite what supervisors set in Flex."),
        WorkerAttributesLong => (
            Warning, "Send fewer or shorter attributes: TaskRouter takes 4,096 characters in all, Flex's own included."),
        UnusedAttribute => (
            Information, "Send only what Flex or your plugins need: it is stored with the worker."),

        UnknownRole => (Warning, "Nothing, if a plugin reads it; otherwise send roles that Flex knows: agent, supervisor, admin and the seven of wfo.…"),
        ReservedRole => (
            Warning, "Remove it at the identity provider: flex.* roles belong to users of Twilio Console."),
        RoleNearMiss => (Warning, "Send the exact name, in lower case."),
        RoleSeparator => (Warning, "Separate roles by commas, or send each as a value, without quotation marks and brackets."),
        GuidRole => (Warning, $"Send the names of roles, not of groups. {Words(IdentityProviderPreset.EntraId)}"),
        InsightsRoleWithoutEffect => (Warning, "Add supervisor or admin: Flex Insights opens to these only."),
        RoleRepeated => (Information, null),

        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No warning has this code."),
    };

    private static string Words(IdentityProviderPreset product) =>
        $"{product.Name}: {product.Settings[IdentityProviderSetting.Roles]}.";
}
