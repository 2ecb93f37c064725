namespace Saml.Core;

/// <summary>
/// The rule that a message broke: one member a rule, numbered by the stage that checks it. Names and numbers are
/// stable and never change their meaning; <c>docs/errors.md</c> has a section for each.
/// </summary>
/// <remarks>
/// Clauses are cited as Core (saml-core-2.0-os), Profiles (saml-profiles-2.0-os), Bindings (saml-bindings-2.0-os),
/// Metadata (saml-metadata-2.0-os), XML 1.0, Namespaces in XML 1.0, XML-DSig (xmldsig-core, second edition),
/// Exclusive C14N (xml-exc-c14n), Canonical XML 1.0 and XML Encryption (xmlenc-core). Where no standard is named,
/// the rule is this library's own.
/// </remarks>
public enum SamlErrorCode
{
    /// <summary>No error. Never carried by a <see cref="SamlError"/>.</summary>
    None = 0,

    // 10xx: input

    /// <summary>The form field SAMLResponse is present and not blank. Bindings 3.5.4.</summary>
    MissingSamlResponse = 1001,

    /// <summary>SAMLResponse occurs once in the request. Reserved: not reported by this version.</summary>
    DuplicateSamlResponse = 1002,

    /// <summary>
    /// A request carries SAMLRequest or SAMLResponse, not both.
    /// Reserved: not reported by this version.
    /// </summary>
    RequestAndResponsePresent = 1003,

    /// <summary>SAMLResponse is base64 without foreign characters. Bindings 3.5.4; RFC 4648, section 4.</summary>
    InvalidBase64 = 1004,

    /// <summary>The message is not larger than <c>XmlLimits.MaxMessageBytes</c>; checked before decoding.</summary>
    MessageTooLarge = 1005,

    /// <summary>
    /// A Redirect-binding payload is raw DEFLATE. Bindings 3.4.4.1.
    /// Reserved: not reported by this version.
    /// </summary>
    InvalidDeflate = 1006,

    /// <summary>An inflated message stays within its limit. Reserved: not reported by this version.</summary>
    InflatedMessageTooLarge = 1007,

    /// <summary>The decoded bytes are well-formed UTF-8. XML 1.0, section 4.3.3.</summary>
    InvalidUtf8 = 1008,

    /// <summary>The document declares no encoding other than UTF-8. XML 1.0, section 4.3.3.</summary>
    UnsupportedXmlEncoding = 1009,

    /// <summary>The root element is samlp:Response. Core 3.3.3; Profiles 4.1.4.2.</summary>
    UnexpectedMessageType = 1010,

    /// <summary>The message came by an accepted binding. Reserved: not reported by this version.</summary>
    UnsupportedBinding = 1011,

    /// <summary>RelayState is not longer than its limit. Bindings 3.5.3.</summary>
    RelayStateTooLong = 1012,

    // 11xx: XML

    /// <summary>The document is well-formed. XML 1.0, section 2.1.</summary>
    MalformedXml = 1101,

    /// <summary>The document has no document type declaration. XML 1.0, section 2.8.</summary>
    DtdNotAllowed = 1102,

    /// <summary>The document has no processing instruction. XML 1.0, section 2.6.</summary>
    ProcessingInstructionNotAllowed = 1103,

    /// <summary>The document stays within every limit of <c>XmlLimits</c>.</summary>
    XmlLimitExceeded = 1104,

    /// <summary>Every namespace prefix is declared. Namespaces in XML 1.0, section 5.</summary>
    UndeclaredPrefix = 1105,

    /// <summary>
    /// Namespace names are absolute, and the reserved ones are bound to their own prefixes only. Namespaces in XML
    /// 1.0, section 3; Canonical XML 1.0, section 2.1.
    /// </summary>
    NamespaceNotAllowed = 1106,

    /// <summary>An ID occurs once in the document. XML 1.0, section 3.3.1; Core 1.3.4.</summary>
    DuplicateId = 1107,

    /// <summary>An element stands where the schema allows it. Core 2 and 3, schema order.</summary>
    UnexpectedElement = 1108,

    /// <summary>An element that the schema requires is present. Core 2 and 3.</summary>
    MissingElement = 1109,

    /// <summary>An attribute that the schema requires is present. Core 2 and 3.</summary>
    MissingAttribute = 1110,

    /// <summary>An instant is an xs:dateTime in UTC, written with Z. Core 1.3.3.</summary>
    InvalidDateTime = 1111,

    /// <summary>A value has the lexical form of its type. Core 1.3.</summary>
    InvalidValue = 1112,

    /// <summary>A value holds no comment, so that no reader can cut it short. XML 1.0, section 2.5.</summary>
    CommentInValue = 1113,

    /// <summary>An element occurs no more often than the schema allows. Core 2 and 3.</summary>
    DuplicateElement = 1114,

    // 20xx: response

    /// <summary>Version is 2.0 on Response and Assertion. Core 2.3.3, 3.2.2 and 4.1.</summary>
    UnsupportedSamlVersion = 2001,

    /// <summary>The Response's Issuer is the configured identity provider. Profiles 4.1.4.2.</summary>
    ResponseIssuerMismatch = 2002,

    /// <summary>An Issuer's Format is absent or nameid-format:entity. Profiles 4.1.4.2; Core 8.3.6.</summary>
    IssuerFormatNotEntity = 2003,

    /// <summary>A signed Response sent by POST has a Destination. Bindings 3.5.5.2.</summary>
    DestinationMissing = 2004,

    /// <summary>Destination is this assertion consumer service. Core 3.2.2; Bindings 3.5.5.2.</summary>
    DestinationMismatch = 2005,

    /// <summary>The Response has a Status with a StatusCode. Core 3.2.2.1 and 3.2.2.2.</summary>
    StatusMissing = 2006,

    /// <summary>The top StatusCode is Success. Core 3.2.2.2; Profiles 4.1.4.2.</summary>
    IdpReturnedError = 2007,

    /// <summary>The identity provider did not answer AuthnFailed. Core 3.2.2.2.</summary>
    IdpAuthnFailed = 2008,

    /// <summary>The identity provider did not answer NoPassive. Core 3.2.2.2 and 3.4.1.</summary>
    IdpNoPassive = 2009,

    /// <summary>The identity provider did not answer RequestDenied. Core 3.2.2.2.</summary>
    IdpRequestDenied = 2010,

    /// <summary>The identity provider did not answer NoAuthnContext. Core 3.2.2.2 and 3.3.2.2.1.</summary>
    IdpNoAuthnContext = 2011,

    /// <summary>The identity provider did not answer UnknownPrincipal. Core 3.2.2.2.</summary>
    IdpUnknownPrincipal = 2012,

    /// <summary>A Response that is not Success carries no assertion. Profiles 4.1.4.2.</summary>
    AssertionWithErrorStatus = 2013,

    /// <summary>An unsolicited Response is allowed by the caller. Profiles 4.1.5.</summary>
    UnsolicitedResponse = 2014,

    /// <summary>A Response that answers a request meets an outstanding request. Profiles 4.1.4.3 and 4.1.5.</summary>
    InResponseToUnexpected = 2015,

    /// <summary>InResponseTo names an outstanding request. Core 3.2.2; Profiles 4.1.4.3.</summary>
    InResponseToMismatch = 2016,

    /// <summary>Response and SubjectConfirmationData name the same request. Profiles 4.1.4.2 and 4.1.4.3.</summary>
    InResponseToInconsistent = 2017,

    /// <summary>The Response's IssueInstant is not in the future. Core 3.2.2.</summary>
    ResponseIssuedInFuture = 2018,

    /// <summary>The Response's IssueInstant is not too long ago. Core 3.2.2.</summary>
    ResponseTooOld = 2019,

    /// <summary>A successful Response contains an assertion. Profiles 4.1.4.2.</summary>
    NoAssertion = 2020,

    /// <summary>The Response contains exactly one assertion; stricter than Profiles 4.1.4.2.</summary>
    MultipleAssertions = 2021,

    /// <summary>The assertion is encrypted where policy requires it. Reserved: not reported by this version.</summary>
    AssertionNotEncrypted = 2022,

    /// <summary>The assertion is not encrypted; this library decrypts nothing. Core 2.3.4.</summary>
    EncryptedAssertionNotSupported = 2023,

    // 30xx: signature

    /// <summary>The Response or the Assertion is signed. Profiles 4.1.4.5.</summary>
    NothingSigned = 3001,

    /// <summary>The Response is signed where the required signatures say so. Core 5.2.</summary>
    ResponseNotSigned = 3002,

    /// <summary>The Assertion is signed where the required signatures say so. Core 5.1.</summary>
    AssertionNotSigned = 3003,

    /// <summary>An element has at most one Signature. Core 2.3.3 and 3.2.2.</summary>
    MultipleSignatures = 3004,

    /// <summary>A Signature is a direct child of the Response or the Assertion. Core 5.4.1.</summary>
    SignatureMisplaced = 3005,

    /// <summary>A Signature has the parts of the schema, in its order. XML-DSig 4.1 to 4.4.</summary>
    SignatureMalformed = 3006,

    /// <summary>A Signature has exactly one Reference. Core 5.4.2.</summary>
    ReferenceCountInvalid = 3007,

    /// <summary>The Reference's URI is "#" and an ID. Core 5.4.2; XML-DSig 4.3.3.1.</summary>
    ReferenceUriInvalid = 3008,

    /// <summary>The Reference names the element that carries the Signature. Core 5.4.2.</summary>
    ReferenceTargetMismatch = 3009,

    /// <summary>The transforms are enveloped-signature, then Exclusive C14N. Core 5.4.4.</summary>
    TransformNotAllowed = 3010,

    /// <summary>The CanonicalizationMethod is Exclusive C14N. Core 5.4.3.</summary>
    CanonicalizationNotAllowed = 3011,

    /// <summary>The SignatureMethod is in the table of accepted algorithms. XML-DSig 4.3.2 and 6.4.</summary>
    SignatureAlgorithmNotAllowed = 3012,

    /// <summary>The DigestMethod is in the table of accepted algorithms. XML-DSig 4.3.3.5 and 6.2.</summary>
    DigestAlgorithmNotAllowed = 3013,

    /// <summary>No SHA-1 in signature or digest, unless allowed as dangerous. XML-DSig 6.2.1 and 6.4.</summary>
    Sha1NotAllowed = 3014,

    /// <summary>The signature is not an HMAC. XML-DSig 6.3.1.</summary>
    HmacNotAllowed = 3015,

    /// <summary>A Signature holds no Object and no Manifest. Core 5.4.2; XML-DSig 4.5 and 5.1.</summary>
    ObjectOrManifestNotAllowed = 3016,

    /// <summary>The digest of the signed element is the DigestValue. XML-DSig 3.2.1.</summary>
    DigestMismatch = 3017,

    /// <summary>The SignatureValue verifies with a configured certificate. XML-DSig 3.2.2.</summary>
    SignatureInvalid = 3018,

    /// <summary>The certificate that signed is a configured one; said by Explain only. Core 5.4.5.</summary>
    SignerNotTrusted = 3019,

    /// <summary>A configured certificate has the kind of key that the algorithm needs. XML-DSig 6.4.</summary>
    KeyTypeMismatch = 3020,

    /// <summary>A configured RSA key is not shorter than the minimum.</summary>
    KeyTooSmall = 3021,

    /// <summary>A signing certificate is not expired, where policy is Reject. RFC 5280, section 4.1.2.5.</summary>
    CertificateExpired = 3022,

    /// <summary>A signing certificate is valid already, where policy is Reject. RFC 5280, section 4.1.2.5.</summary>
    CertificateNotYetValid = 3023,

    /// <summary>
    /// The signed element can be canonicalised.
    /// Exclusive C14N, section 3; Canonical XML 1.0, section 2.1.
    /// </summary>
    CanonicalizationFailed = 3024,

    /// <summary>A PrefixList is a list of prefixes, and not longer than allowed. Exclusive C14N, sections 3 and 4.</summary>
    InclusiveNamespacesInvalid = 3025,

    /// <summary>SignatureValue and DigestValue are base64 of the right length. XML-DSig 4.2 and 4.3.3.6.</summary>
    SignatureValueMalformed = 3026,

    /// <summary>
    /// The element that is read is the element that was signed. Reserved: not reported by this version, in which no
    /// other element can be read.
    /// </summary>
    SignedTreeMismatch = 3027,

    /// <summary>
    /// A Redirect-binding message is signed. Bindings 3.4.4.1.
    /// Reserved: not reported by this version.
    /// </summary>
    RedirectSignatureMissing = 3028,

    /// <summary>
    /// A Redirect-binding signature verifies over the query string. Bindings 3.4.4.1. Reserved: not reported by this
    /// version.
    /// </summary>
    RedirectSignatureInvalid = 3029,

    // 40xx: encryption

    /// <summary>A decryption certificate is configured. Reserved: not reported by this version.</summary>
    DecryptionKeyMissing = 4001,

    /// <summary>
    /// The encrypted element decrypts with a configured key. XML Encryption 4.2.
    /// Reserved: not reported by this version.
    /// </summary>
    DecryptionFailed = 4002,

    /// <summary>The block encryption is accepted. XML Encryption 5.2. Reserved: not reported by this version.</summary>
    EncryptionAlgorithmNotAllowed = 4003,

    /// <summary>The key transport is accepted. XML Encryption 5.4. Reserved: not reported by this version.</summary>
    KeyTransportNotAllowed = 4004,

    /// <summary>
    /// The plain text is a single saml:Assertion. Core 2.3.4.
    /// Reserved: not reported by this version.
    /// </summary>
    EncryptedContentUnexpected = 4005,

    /// <summary>
    /// Encrypted data refer to no other resource. XML Encryption 3.3.1. Reserved: not reported by this version.
    /// </summary>
    CipherReferenceNotAllowed = 4006,

    /// <summary>
    /// An EncryptedAttribute is left out. Core 2.7.3.2. Reserved: not reported by this version, which warns with
    /// <see cref="SamlWarningCode.EncryptedAttributeIgnored"/>.
    /// </summary>
    EncryptedAttributeIgnored = 4008,

    // 50xx: assertion

    /// <summary>The Assertion has an Issuer. Core 2.3.3; Profiles 4.1.4.2.</summary>
    AssertionIssuerMissing = 5001,

    /// <summary>The Assertion's Issuer is the configured identity provider. Profiles 4.1.4.2.</summary>
    AssertionIssuerMismatch = 5002,

    /// <summary>The Assertion's IssueInstant is not in the future. Core 2.3.3.</summary>
    AssertionIssuedInFuture = 5003,

    /// <summary>The Assertion's IssueInstant is not too long ago. Core 2.3.3.</summary>
    AssertionTooOld = 5004,

    // 51xx: subject

    /// <summary>The Assertion has a Subject. Profiles 4.1.4.2.</summary>
    SubjectMissing = 5101,

    /// <summary>The Subject has a NameID. Core 2.4.1; Profiles 4.1.4.2.</summary>
    NameIdMissing = 5102,

    /// <summary>The NameID is not blank. Core 1.3.1 and 2.2.3.</summary>
    NameIdEmpty = 5103,

    /// <summary>The NameID's Format is an accepted one. Core 2.2.2 and 8.3.</summary>
    NameIdFormatNotAllowed = 5104,

    /// <summary>The NameID's SPNameQualifier, where present, is this service provider. Core 2.2.2 and 8.3.7.</summary>
    NameIdQualifierMismatch = 5105,

    /// <summary>The Subject has no EncryptedID; this library decrypts nothing. Core 2.2.4.</summary>
    EncryptedIdNotSupported = 5106,

    /// <summary>The Subject has a SubjectConfirmation. Profiles 4.1.4.2.</summary>
    SubjectConfirmationMissing = 5110,

    /// <summary>A SubjectConfirmation has the method bearer. Profiles 3.3 and 4.1.4.2.</summary>
    BearerConfirmationMissing = 5111,

    /// <summary>A bearer confirmation has SubjectConfirmationData. Profiles 4.1.4.2.</summary>
    ConfirmationDataMissing = 5112,

    /// <summary>SubjectConfirmationData has a Recipient. Profiles 4.1.4.2.</summary>
    RecipientMissing = 5113,

    /// <summary>Recipient is this assertion consumer service. Profiles 4.1.4.3.</summary>
    RecipientMismatch = 5114,

    /// <summary>SubjectConfirmationData has a NotOnOrAfter. Profiles 4.1.4.2.</summary>
    ConfirmationNotOnOrAfterMissing = 5115,

    /// <summary>The confirmation's NotOnOrAfter has not passed. Profiles 4.1.4.3; Core 2.4.1.2.</summary>
    ConfirmationExpired = 5116,

    /// <summary>A bearer confirmation has no NotBefore. Profiles 4.1.4.2.</summary>
    ConfirmationNotBeforePresent = 5117,

    /// <summary>
    /// The confirmation's Address is the client's. Profiles 4.1.4.3. Reserved: not reported by this version.
    /// </summary>
    ConfirmationAddressMismatch = 5118,

    // 52xx: conditions

    /// <summary>The Assertion has Conditions. Profiles 4.1.4.2; Core 2.5.1.</summary>
    ConditionsMissing = 5201,

    /// <summary>Conditions/@NotBefore has come. Core 2.5.1.2.</summary>
    AssertionNotYetValid = 5202,

    /// <summary>Conditions/@NotOnOrAfter has not passed. Core 2.5.1.2.</summary>
    AssertionExpired = 5203,

    /// <summary>NotBefore is before NotOnOrAfter. Core 2.5.1.2.</summary>
    ValidityWindowInvalid = 5204,

    /// <summary>The Assertion is not valid for longer than MaximumAssertionLifetime.</summary>
    ValidityWindowTooLong = 5205,

    /// <summary>The Conditions have an AudienceRestriction. Profiles 4.1.4.2.</summary>
    AudienceRestrictionMissing = 5206,

    /// <summary>Every AudienceRestriction names this service provider. Core 2.5.1.4; Profiles 4.1.4.2.</summary>
    AudienceMismatch = 5207,

    /// <summary>An AudienceRestriction has an Audience with a value. Core 2.5.1.4.</summary>
    AudienceEmpty = 5208,

    /// <summary>Every condition is understood. Core 2.5.1.1 and 2.5.1.3.</summary>
    ConditionUnknown = 5209,

    /// <summary>OneTimeUse and ProxyRestriction occur at most once. Core 2.5.1.5 and 2.5.1.6.</summary>
    DuplicateCondition = 5210,

    /// <summary>
    /// A OneTimeUse assertion meets a replay store. Core 2.5.1.5. Reserved: not reported by this version.
    /// </summary>
    OneTimeUseNeedsReplayStore = 5211,

    // 53xx: authentication

    /// <summary>The Assertion has an AuthnStatement. Profiles 4.1.4.2.</summary>
    AuthnStatementMissing = 5301,

    /// <summary>AuthnContextClassRef is an accepted one. Core 2.7.2.2.</summary>
    AuthnContextNotAllowed = 5302,

    /// <summary>No SessionNotOnOrAfter has passed. Core 2.7.2; Profiles 4.1.4.3.</summary>
    SessionExpired = 5303,

    /// <summary>The authentication is not older than MaximumAuthenticationAge. Core 2.7.2.</summary>
    AuthnInstantTooOld = 5304,

    /// <summary>AuthnInstant is not in the future. Core 2.7.2.</summary>
    AuthnInstantInFuture = 5305,

    // 54xx: replay

    /// <summary>The Assertion was not used before. Profiles 4.1.4.5.</summary>
    ReplayDetected = 5401,

    /// <summary>The replay store answered. Profiles 4.1.4.5.</summary>
    ReplayStoreUnavailable = 5402,

    /// <summary>Replay is checked asynchronously. Reserved: not reported by this version.</summary>
    ReplayCheckRequiresAsync = 5403,

    // 60xx: identity, as Twilio Flex reads it

    /// <summary>full_name, email and roles are present. Twilio: Configuring SSO and IdP in Flex.</summary>
    RequiredAttributeMissing = 6001,

    /// <summary>full_name, email and roles have a value. Twilio: Configuring SSO and IdP in Flex.</summary>
    RequiredAttributeEmpty = 6002,

    /// <summary>An attribute of one value has no second one. Twilio: Configuring SSO and IdP in Flex.</summary>
    AttributeHasMultipleValues = 6003,

    /// <summary>A required attribute is named without a namespace. Twilio: Configuring SSO and IdP in Flex.</summary>
    AttributeNamespaced = 6004,

    /// <summary>A required attribute is named in its exact case. Core 2.7.3.1.</summary>
    AttributeNameCase = 6005,

    /// <summary>An attribute that is read holds text, not elements. Core 2.7.3.1.1.</summary>
    AttributeNotText = 6006,

    /// <summary>A typed attribute has a value of its type. Twilio: Configuring SSO and IdP in Flex.</summary>
    AttributeTypeInvalid = 6007,

    /// <summary>email is an e-mail address.</summary>
    EmailInvalid = 6008,

    /// <summary>image_url is an absolute https URL.</summary>
    ImageUrlInvalid = 6009,

    /// <summary>roles contains at least one role that Flex knows. Twilio: Configuring SSO and IdP in Flex.</summary>
    NoRoles = 6010,

    /// <summary>Every role is in the allowed set.</summary>
    RoleNotAllowed = 6011,

    /// <summary>
    /// A role can be assigned through single sign-on; flex.* roles cannot. Refuses nothing: the role is left out, with
    /// <see cref="SamlWarningCode.ReservedRole"/>. Twilio: Read-only admin.
    /// </summary>
    RoleNotAssignable = 6012,

    /// <summary>The identity is not longer than its limit.</summary>
    IdentityTooLong = 6013,

    /// <summary>An attribute has no more values than the limit.</summary>
    TooManyValues = 6014,

    /// <summary>A single-valued attribute is not sent twice with different values. Core 2.7.3.1.</summary>
    DuplicateAttributeConflict = 6015,

    /// <summary>The worker attributes are longer than TaskRouter takes: 4,096 characters of JSON.</summary>
    WorkerAttributesTooLong = 6016,

    // 90xx: configuration, metadata, host

    /// <summary>The options are usable. Reported at construction, all problems at once.</summary>
    OptionsInvalid = 9001,

    /// <summary>A signing certificate of the identity provider is configured. Reported at construction.</summary>
    NoSigningCertificates = 9002,

    /// <summary>Every configured certificate can be read. Reported at construction.</summary>
    CertificateUnreadable = 9003,

    /// <summary>AssertionConsumerServiceUrl is https, or http on loopback. Reported at construction.</summary>
    AssertionConsumerServiceUrlInvalid = 9004,

    /// <summary>ClockSkew is between 0 and 10 minutes. Reported at construction.</summary>
    ClockSkewOutOfRange = 9005,

    /// <summary>Metadata are an EntityDescriptor. Metadata 2.3.2. Reserved: not reported by this version.</summary>
    MetadataMalformed = 9006,

    /// <summary>Metadata are still valid. Metadata 2.3.2. Reserved: not reported by this version.</summary>
    MetadataExpired = 9007,

    /// <summary>The signature of metadata verifies. Metadata 3. Reserved: not reported by this version.</summary>
    MetadataSignatureInvalid = 9008,

    /// <summary>Metadata contain the entity. Metadata 2.3.1. Reserved: not reported by this version.</summary>
    MetadataEntityNotFound = 9009,

    /// <summary>The entity is an identity provider. Metadata 2.4.3. Reserved: not reported by this version.</summary>
    MetadataNoIdpRole = 9010,

    /// <summary>Metadata have a signing key. Metadata 2.4.1.1. Reserved: not reported by this version.</summary>
    MetadataNoSigningKeys = 9011,

    /// <summary>Metadata could be fetched. Reserved: not reported by this version.</summary>
    MetadataFetchFailed = 9012,

    /// <summary>Metadata stay within their limit. Reserved: not reported by this version.</summary>
    MetadataTooLarge = 9013,
}
