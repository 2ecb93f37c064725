using System.Text;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Errors;

/// <summary>
/// The words of every error that this version reports: the message's template and, where the cause is always the same, a
/// hint. <see cref="Causes"/> come before it: a cause that is recognised, and everything in the words of a product, is
/// there. In a template {e} is Expected, {a} is Actual and {s} the subject; what a row wants in them stands beside it where
/// the sentence does not say. A "detail" is a few words without a full stop.
/// </summary>
internal static class ErrorCatalogue
{
    private const string ReportToVendor =
        "The identity provider writes what the standard does not have, or something on the way has changed it. Change: report "
        + "it to the vendor, with the place in the message.";

    private const string LookIntoOrigin =
        "Identity providers do not write such messages; somebody may have put this one together. Change: keep the message, "
        + "and look into where it came from.";

    private const string HandOnOctets =
        "Something on the way has rewritten the message. Change: hand on the octets as they came.";

    private const string LoginTooLate =
        "The message was posted late, reloaded or sent again, or an old one is explained. Change: start the login anew, or "
        + "explain the old message as of its own time (--at); if it happens at every login, synchronise this server's clock "
        + "(NTP), then the identity provider's, and look at their time zones.";

    private const string SetConfirmation =
        "The Web Browser SSO profile demands it. Change: set the application to the SAML 2.0 Web Browser SSO profile at "
        + "the identity provider.";

    /// <summary>The message of an error. Its texts are safe already, and never read as templates.</summary>
    public static string Compose(SamlErrorCode code, string? expected, string? actual, string? subject)
    {
        string template = Describe(code).Template;
        StringBuilder message = new(template.Length + 128);
        int copied = 0;
        for (int brace = template.IndexOf('{', copied); brace >= 0; brace = template.IndexOf('{', copied))
        {
            string? text = template[brace + 1] switch
            {
                'e' => expected,
                'a' => actual,
                _ => subject,
            };
            message.Append(template, copied, brace - copied).Append(text switch
            {
                null => SafeText.Absent,
                "" => "(empty)",
                _ => text,
            });
            copied = brace + "{e}".Length;
        }

        return message.Append(template, copied, template.Length - copied).ToString();
    }

    /// <summary>The row of a code. A reserved code has none.</summary>
    public static (string Template, string? Hint) Describe(SamlErrorCode code)
    {
        return code switch
        {
            // 10xx: input
            MissingSamlResponse => (
                "No SAMLResponse value was supplied; check the form field name and that the identity provider posts to "
                + "this URL.",
                "A redirect on the way turns the POST into a GET and loses it, or another field is read. Change: read the form "
                + "field SAMLResponse of the POST itself."),
            InvalidBase64 => (
                "SAMLResponse is not valid base64 at character {a}; was it URL-decoded twice or truncated?",
                "A space where a '+' was means that it was URL-decoded twice. Change: pass the form value as the framework "
                + "gives it."),
            MessageTooLarge => (
                "Message is {a} bytes, limit {e}; raise XmlLimits.MaxMessageBytes only if the identity provider really "
                + "sends this much.", null),
            InvalidUtf8 => (
                "Decoded bytes are not valid UTF-8 at offset {a}.",
                HandOnOctets),
            UnsupportedXmlEncoding => (
                "XML declares encoding {a}; only UTF-8 is accepted.",
                HandOnOctets),
            UnexpectedMessageType => (
                "Root element is {a}; expected samlp:Response (a LogoutResponse, AuthnRequest, bare Assertion or "
                + "WS-Federation token is not accepted here).",
                "Something else than a login came. Change: pass the SAMLResponse that the browser posts; give the preview of an "
                + "assertion to Explain; for a SAML 1.1 or WS-Federation token, create the application as SAML 2.0."),
            RelayStateTooLong => ("RelayState is {a} bytes; limit {e}.", null),

            // 11xx: XML
            // {s}: detail. The place is the error's Location.
            MalformedXml => (
                "XML is not well-formed: {s}.",
                "Something on the way has cut, decoded or encoded the message again. Change: hand on the form value as it came."),
            DtdNotAllowed => (
                "The document contains a DOCTYPE; refused.",
                "No identity provider writes one: this is a web page instead of a message, or an attack. Change: pass the form "
                + "field SAMLResponse; if that has a DOCTYPE, keep the message, and look into where it came from."),
            ProcessingInstructionNotAllowed => (
                "Processing instruction {a} is not allowed in a SAML message.",
                "Identity providers send none. Change: remove what adds it on the way."),
            // {s}: the limit's name in XmlLimits.
            XmlLimitExceeded => (
                "{s} exceeded ({a} > {e}).",
                "The message is larger than logins are. Change: let the identity provider send less; raise the named limit of "
                + "XmlLimits only if such messages are meant."),
            UndeclaredPrefix => (
                "Namespace prefix {a} is not declared.",
                "Often an assertion was cut out of its Response, which carried the declaration. Change: use the whole message."),
            NamespaceNotAllowed => (
                "Namespace {a} (relative or reserved misuse) is not allowed; canonicalisation would be ambiguous.",
                ReportToVendor),
            DuplicateId => (
                "ID {a} occurs more than once; refused (signature wrapping).",
                LookIntoOrigin),
            // {s}: the parent.
            UnexpectedElement => (
                "{a} is not allowed inside {s} at this position.",
                ReportToVendor),
            // {s}: the parent.
            MissingElement => (
                "{s} has no {e}.",
                ReportToVendor),
            // {s}: the element.
            MissingAttribute => (
                "{s} has no {e} attribute.",
                ReportToVendor),
            // {s}: element/@attribute.
            InvalidDateTime => (
                "{s} = \"{a}\" is not an xs:dateTime in UTC.",
                "SAML instants end in Z and carry no other offset, for instance 2026-01-01T00:00:00Z. Change: report it to the "
                + "vendor."),
            // {s}: element/@attribute; {e}: the type. Not for a NameID or an attribute's value.
            InvalidValue => (
                "{s} = \"{a}\" is not a valid {e}.",
                ReportToVendor),
            // {s}: the element.
            CommentInValue => (
                "{s} holds text and a comment, or a comment alone; refused (comments between elements are dropped).",
                LookIntoOrigin),
            // {s}: the parent; {a}: number and name, "2 Issuer elements".
            DuplicateElement => (
                "{s} contains {a}; at most {e} allowed.",
                ReportToVendor),

            // 20xx: response
            // {s}: the element.
            UnsupportedSamlVersion => (
                "{s} Version is {a}; only 2.0 is supported.", "Change: create the application as SAML 2.0, not SAML 1.1."),
            ResponseIssuerMismatch => (
                "Response issuer is {a}, the configured identity provider is {e}.", null),
            IssuerFormatNotEntity => (
                "Issuer Format {a} is not allowed (absent or entity).",
                "An Issuer names an entity. Change: leave its Format out at the identity provider."),
            DestinationMissing => (
                "Signed POST response has no Destination; the identity provider must set it to {e}.", null),
            DestinationMismatch => ("Destination is {a}, this assertion consumer service is {e}.", null),
            StatusMissing => (
                "Response has no Status/StatusCode.",
                ReportToVendor),
            // {a}: "top / nested", without urn:oasis:names:tc:SAML:2.0:status:.
            IdpReturnedError => (
                "The identity provider refused the login: {a}.", "The login failed there, not here. Change: read the identity provider's own words in IdentityProviderMessage, and "
                + "its sign-in log."),
            // {a}: the nested status, here and in the next row that has it.
            IdpAuthnFailed => (
                "The identity provider could not authenticate the user ({a}).",
                "The login failed there, not here. Change: look into the identity provider's sign-in log."),
            IdpNoPassive => (
                "The identity provider needs interaction but IsPassive was requested.",
                "Change: send the request without IsPassive."),
            IdpRequestDenied => (
                "The identity provider denied the request; is the user assigned to the application?", null),
            IdpNoAuthnContext => (
                "The identity provider cannot satisfy the requested authentication context; remove "
                + "RequestedAuthnContext.",
                "The request asks for a way to authenticate that the identity provider does not have. Change: leave "
                + "RequestedAuthnContext out of the request."),
            IdpUnknownPrincipal => (
                "The identity provider does not know the user.",
                "The user has no account there. Change: create it, or send the request without a Subject."),
            AssertionWithErrorStatus => (
                "Status is {a} but an assertion is present; refused.",
                LookIntoOrigin),
            UnsolicitedResponse => (
                "Response has no InResponseTo and IdP-initiated login is disabled.", null),
            InResponseToUnexpected => (
                "Response answers request {a} but no outstanding request id was supplied; was the request cookie lost "
                + "(SameSite=None; Secure, same host, https)?",
                "The id of the request is not at hand. Change: keep it in a cookie with SameSite=None; Secure, on the same "
                + "host and over https."),
            InResponseToMismatch => (
                "Response answers request {a}; the outstanding request is {e} (two tabs, or a stale login page).",
                "Several tabs, or an old login page. Change: keep the ids of all outstanding requests and pass them with "
                + "ExpectedRequest.ForAnyOf."),
            // {a}: the Response's; {e}: the confirmation's.
            InResponseToInconsistent => (
                "Response and SubjectConfirmationData name different requests ({a} / {e}).",
                LookIntoOrigin),
            // {s}: how far ahead; {e}: "now 2026-01-01T00:00:00Z, skew 2 min". So too wherever {s} is "ahead" or "ago".
            ResponseIssuedInFuture => (
                "Response IssueInstant {a} is {s} ahead of this server's clock ({e}).", null),
            // {e}: the longest time since.
            ResponseTooOld => ("Response was issued at {a}, {s} ago; limit {e}.", LoginTooLate),
            NoAssertion => (
                "Response is Success but contains no assertion.",
                ReportToVendor),
            MultipleAssertions => (
                "Response contains {a} assertions; exactly one is accepted.",
                "Some products send one for each application. Change: let it send one assertion."),
            EncryptedAssertionNotSupported => (
                "Assertion is encrypted; this validator has no decryption key (turn off assertion encryption at the "
                + "identity provider; Twilio Flex requires it off).",
                null),

            // 30xx: signature
            NothingSigned => (
                "Neither the Response nor the Assertion is signed.", null),
            // {e}: the SignatureRequirement, here and in the next row.
            ResponseNotSigned => (
                "Policy {e} requires a signed Response; only the Assertion is signed.", null),
            AssertionNotSigned => (
                "Policy {e} requires a signed Assertion; only the Response is signed.", null),
            // {s}: the element that carries them.
            MultipleSignatures => (
                "{s} has {a} Signature children; one allowed.",
                LookIntoOrigin),
            // {a}: the path.
            SignatureMisplaced => (
                "A Signature was found at {a}; only direct children of Response and Assertion are accepted.",
                LookIntoOrigin),
            // {s}: the element; {e}: what should be there, or "no …" for what should not.
            SignatureMalformed => (
                "Signature is malformed at {s}: expected {e}.",
                ReportToVendor),
            ReferenceCountInvalid => (
                "Signature has {a} references; exactly one is required.",
                ReportToVendor),
            ReferenceUriInvalid => (
                "Reference URI \"{a}\" is not a same-document \"#ID\".",
                ReportToVendor),
            ReferenceTargetMismatch => (
                "Reference points at {a}, not at the element that carries the signature.",
                LookIntoOrigin),
            TransformNotAllowed => (
                "Transform {a} is not allowed (enveloped-signature then exclusive c14n).",
                ReportToVendor),
            CanonicalizationNotAllowed => (
                "Canonicalization {a} is not allowed.",
                "SAML signatures are over Exclusive C14N. Change: set it at the signer."),
            SignatureAlgorithmNotAllowed => (
                "Signature algorithm {a} is not in [{e}].",
                "Change: choose RSA-SHA256 at the identity provider."),
            DigestAlgorithmNotAllowed => (
                "Digest algorithm {a} is not in [{e}].",
                "Change: choose SHA-256 at the identity provider."),
            Sha1NotAllowed => (
                "Signature uses SHA-1; switch the identity provider to SHA-256, or set Dangerous.AllowSha1 while you "
                + "migrate.",
                null),
            HmacNotAllowed => (
                "HMAC signatures are never accepted.",
                "A key that both sides know proves nothing about who signed. Change: sign with a certificate."),
            ObjectOrManifestNotAllowed => (
                "Signature contains ds:Object/Manifest; refused.",
                LookIntoOrigin),
            // {s}: the signed element.
            DigestMismatch => (
                "{s} was changed after signing (or re-formatted in transit).",
                "The message was re-formatted in transit, or changed. Change: validate the bytes as they came, with no "
                + "pretty-printing, no XML library and no changed line ends between the form value and the validator."),
            // {s}: the signed element; {e}: "any of the 3 configured certificates".
            SignatureInvalid => (
                "Signature of {s} does not verify with {e}.",
                "The identity provider signs with another key, often after a rollover, or the message was changed. Change: let "
                + "Explain show whether it carries a certificate that is not configured, and confirm that one in the identity "
                + "provider's console."),
            // {a}: the SHA-256 of the certificate in the message.
            SignerNotTrusted => (
                "The message carries a certificate (SHA-256 {a}) that is not configured and under which it would "
                + "verify; if the identity provider says in its own console that it rotated, configure that one.",
                null),
            // {e}: "RSA" or "ECDSA".
            KeyTypeMismatch => (
                "Algorithm {a} needs {e} keys; no configured certificate has one.",
                "Another certificate is configured than the one that signs. Change: configure the certificate that the identity "
                + "provider signs with."),
            KeyTooSmall => (
                "RSA key is {a} bits; minimum {e}.",
                "Change: make a new signing certificate of 2048 bits or more at the identity provider."),
            // {s}: the certificate's subject; {a}: the instant. So too in the next row.
            CertificateExpired => (
                "Signing certificate {s} expired {a}; policy is Reject.", null),
            CertificateNotYetValid => (
                "Signing certificate {s} is valid from {a}.",
                "Change: wait until then, or synchronise this server's clock (NTP)."),
            // {s}: detail.
            CanonicalizationFailed => (
                "The signed element cannot be canonicalised: {s}.",
                ReportToVendor),
            InclusiveNamespacesInvalid => (
                "InclusiveNamespaces PrefixList \"{a}\" is invalid: something in it is no prefix, or there are too many.",
                HandOnOctets),
            // {a}: detail, such as "20 bytes"; {e}: a length.
            SignatureValueMalformed => (
                "SignatureValue/DigestValue is not base64 or has the wrong length ({a}, expected {e}).",
                "The value was damaged on the way, or is by a key of another size than the configured one. Change: hand on the "
                + "bytes as they came, and compare the certificate."),

            // 50xx: assertion
            AssertionIssuerMissing => (
                "Assertion has no Issuer.",
                ReportToVendor),
            AssertionIssuerMismatch => (
                "Assertion issuer is {a}, the configured identity provider is {e}.", null),
            AssertionIssuedInFuture => (
                "Assertion IssueInstant {a} is {s} ahead of this server's clock ({e}).", null),
            // {e}: the longest time since.
            AssertionTooOld => ("Assertion was issued at {a}, {s} ago; limit {e}.", LoginTooLate),

            // 51xx: subject
            SubjectMissing => (
                "Assertion has no Subject.",
                ReportToVendor),
            NameIdMissing => (
                "Subject has no NameID.", null),
            NameIdEmpty => (
                "NameID is empty.", null),
            NameIdFormatNotAllowed => (
                "NameID format {a} is not among the accepted ones ({e}).", null),
            NameIdQualifierMismatch => (
                "NameID SPNameQualifier is {a}, expected {e}.",
                "The NameID is meant for another service provider. Change: compare the application's entity id with the one here."),
            EncryptedIdNotSupported => (
                "Subject uses EncryptedID; turn NameID encryption off at the identity provider.", null),
            SubjectConfirmationMissing => ("Subject has no SubjectConfirmation.", SetConfirmation),
            // {a}: the methods found.
            BearerConfirmationMissing => ("No bearer SubjectConfirmation; found [{a}].", SetConfirmation),
            ConfirmationDataMissing => ("Bearer confirmation has no SubjectConfirmationData.", SetConfirmation),
            RecipientMissing => ("SubjectConfirmationData has no Recipient; expected {e}.", null),
            RecipientMismatch => ("Recipient is {a}, this assertion consumer service is {e}.", null),
            ConfirmationNotOnOrAfterMissing => ("Bearer confirmation must carry NotOnOrAfter.", SetConfirmation),
            ConfirmationExpired => ("Confirmation expired at {a}, {s} ago ({e}).", LoginTooLate),
            ConfirmationNotBeforePresent => ("Bearer confirmation must not carry NotBefore.", SetConfirmation),

            // 52xx: conditions
            ConditionsMissing => (
                "Assertion has no Conditions.",
                ReportToVendor),
            AssertionNotYetValid => ("Assertion is valid from {a}, {s} ahead of now ({e}).", null),
            AssertionExpired => ("Assertion expired at {a}, {s} ago ({e}).", LoginTooLate),
            // {a}: NotBefore; {e}: NotOnOrAfter.
            ValidityWindowInvalid => (
                "NotBefore {a} is not before NotOnOrAfter {e}.",
                ReportToVendor),
            // {a} and {e}: durations.
            ValidityWindowTooLong => (
                "Assertion is valid for {a}; policy maximum {e}.", null),
            AudienceRestrictionMissing => (
                "Assertion has no AudienceRestriction; the identity provider must name {e}.", null),
            // {a}: the audiences.
            AudienceMismatch => ("Expected audience {e}; assertion allows [{a}].", null),
            AudienceEmpty => ("AudienceRestriction has no Audience value.", null),
            ConditionUnknown => (
                "Condition {a} is not understood; the standard requires refusal.",
                "Change: switch this condition off for the application."),
            DuplicateCondition => (
                "More than one {a} condition.",
                ReportToVendor),

            // 53xx: authentication
            AuthnStatementMissing => (
                "Assertion has no AuthnStatement.",
                "Change: set the application to SAML 2.0 Web Browser SSO."),
            AuthnContextNotAllowed => (
                "Authentication context {a} is not in [{e}].",
                "Change: choose another sign-on policy at the identity provider, or add the context to AcceptedAuthnContextClassRefs."),
            SessionExpired => (
                "SessionNotOnOrAfter {a} passed {s} ago ({e}).",
                "Change: send no SessionNotOnOrAfter, or one that is later than the end of a shift."),
            // {e}: MaximumAuthenticationAge.
            AuthnInstantTooOld => (
                "User authenticated at {a}, {s} ago; MaximumAuthenticationAge requires {e}.", null),
            AuthnInstantInFuture => (
                "AuthnInstant {a} is {s} ahead of this server's clock ({e}).", null),

            // 54xx: replay
            // {a}: the Assertion's ID.
            ReplayDetected => (
                "Assertion {a} was already used.",
                "A page that was reloaded or posted twice does this too. Change: start the login anew."),
            ReplayStoreUnavailable => (
                "Replay store failed; login refused (fail closed).",
                "It threw, is full, was cancelled or could not answer. Change: see the log, event 3, and the replay store."),

            // 60xx: identity. {e}: the attribute's name as Flex wants it.
            // {a}: the names that came.
            RequiredAttributeMissing => (
                "Attribute {e} is missing; assertion has [{a}].", null),
            RequiredAttributeEmpty => ("Attribute {e} is present but empty.", null),
            // {a}: how many.
            AttributeHasMultipleValues => (
                "Attribute {e} has {a} values; one expected.",
                "Change: map a source that has one value."),
            // {a}: the name that came, here and in the next row.
            AttributeNamespaced => (
                "Attribute {e} was sent as {a}; Flex does not map URI names, rename it at the identity provider.", null),
            AttributeNameCase => (
                "Attribute {a} differs from {e} only by case.",
                "Flex compares case. Change: rename it at the identity provider."),
            AttributeNotText => (
                "Attribute {e} contains elements, not text.",
                "Change: send plain text."),
            // {a}: the names that came, each with the reason.
            AttributeTypeInvalid => (
                "Attributes that are not of the types that their names say: {a}.",
                "Flex would answer \"400 Error invalid attribute format\" and change nothing. Change: mend the value, or send "
                + "the attribute without the type suffix."),
            EmailInvalid => (
                "Attribute email is not an address.", null),
            ImageUrlInvalid => (
                "Attribute image_url is not an absolute https URL.",
                "Change: send an https URL, or leave the attribute out."),
            // {a}: the roles that came; {e}: the known ones.
            NoRoles => ("Roles are [{a}]; at least one of [{e}] is required.", null),
            RoleNotAllowed => ("Role {a} is not in the allowed set.", null),
            RoleNotAssignable => (
                "Role {a} cannot be assigned through SSO; left out.",
                "flex.* roles belong to users of Twilio Console. Change: remove them at the identity provider."),
            // {a}: a length, {e}: a length.
            IdentityTooLong => (
                "Identity is {a} characters; limit {e}.",
                "Change: choose a shorter Name ID, such as the user name or e-mail address."),
            // {a}: how many; {s}: the limit.
            TooManyValues => (
                "Attribute {e} has {a} values; limit {s}.",
                "Usually all groups of the user are sent. Change: send the roles only."),
            DuplicateAttributeConflict => (
                "Single-valued attribute {e} is sent twice with different values.",
                "Two attribute statements or claim rules issue it. Change: remove one at the identity provider."),
            // {a} and {e}: numbers of characters.
            WorkerAttributesTooLong => (
                "Worker attributes are {a} characters of JSON; TaskRouter takes {e}.",
                "The limit cannot be raised. Change: send fewer or shorter attributes."),

            // 90xx: configuration
            // {s}: how many; {a}: all of them.
            OptionsInvalid => (
                "Configuration errors ({s}): {a}",
                "Change: mend all of them; the validator starts when none is left."),
            NoSigningCertificates => (
                "No identity provider signing certificate is configured; validation cannot start.", null),
            // {s}: the index; {a}: what it is instead.
            CertificateUnreadable => (
                "SigningCertificates[{s}] is not a certificate ({a}).",
                "Change: give the X.509 certificate as PEM or bare base64; never a private key, a request (CSR) or the page that "
                + "offers it."),
            AssertionConsumerServiceUrlInvalid => (
                "AssertionConsumerServiceUrl \"{a}\" must be an absolute https URL (http on loopback only).",
                "Change: enter the URL as it is posted to, with https."),
            ClockSkewOutOfRange => (
                "ClockSkew {a} is outside 0-10 min.",
                "Change: synchronise the clocks (NTP); two minutes are enough."),

            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A reserved code is never reported."),
        };
    }
}
