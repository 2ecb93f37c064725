using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Explanation;

/// <summary>
/// Checks below the table of rules, which stop at the first that fails: what is in one stage is asked as one, and the
/// stages one after the other.
/// </summary>
internal sealed record Stage(SamlErrorCode[] Codes)
{
    /// <summary>From what was posted to octets.</summary>
    public static readonly Stage Input = new([MissingSamlResponse, InvalidBase64, MessageTooLarge]);

    /// <summary>From octets to a tree.</summary>
    public static readonly Stage Xml = new(
    [
        InvalidUtf8, UnsupportedXmlEncoding, MalformedXml, DtdNotAllowed, ProcessingInstructionNotAllowed,
        XmlLimitExceeded, UndeclaredPrefix, NamespaceNotAllowed, DuplicateId, CommentInValue,
    ]);

    /// <summary>What the document element is.</summary>
    public static readonly Stage Root = new([UnexpectedMessageType]);

    /// <summary>From a tree to a Response and its assertion, by the sequences of the schema.</summary>
    public static readonly Stage Structure = new(
        [UnexpectedElement, MissingElement, MissingAttribute, InvalidDateTime, InvalidValue, DuplicateElement]);

    /// <summary>Which signatures are there.</summary>
    public static readonly Stage Presence = new([NothingSigned, ResponseNotSigned, AssertionNotSigned]);

    /// <summary>What of a signature needs no cryptography.</summary>
    public static readonly Stage Form = new(
    [
        MultipleSignatures, SignatureMisplaced, SignatureMalformed, ReferenceCountInvalid, ReferenceUriInvalid,
        ReferenceTargetMismatch, TransformNotAllowed, CanonicalizationNotAllowed, SignatureAlgorithmNotAllowed,
        DigestAlgorithmNotAllowed, Sha1NotAllowed, HmacNotAllowed, ObjectOrManifestNotAllowed, KeyTypeMismatch,
        InclusiveNamespacesInvalid, SignatureValueMalformed,
    ]);

    /// <summary>The verification.</summary>
    public static readonly Stage Cryptography = new([SignatureInvalid, CanonicalizationFailed, DigestMismatch]);
}
