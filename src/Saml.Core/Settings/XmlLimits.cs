namespace Saml.Core;

/// <summary>
/// Limits that are enforced while a message is read, before anything is allocated, canonicalized or hashed in
/// proportion to it. The defaults come from the largest values seen in 413 recorded messages of many products
/// (16 KB, depth 12, 15 attributes and namespaces in scope) with ample room above them.
/// </summary>
public sealed class XmlLimits
{
    /// <summary>
    /// Largest message in bytes of XML. Default 262,144 (256 KiB): sixteen times the largest recorded message, which
    /// leaves room for some thousand group names. Allowed: 1,024 to 67,108,864.
    /// </summary>
    public int MaxMessageBytes { get; init; } = 256 * 1024;

    /// <summary>Deepest nesting of elements. Default 32: recorded messages reach 12. Allowed: 8 to 65,536.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>
    /// Most nodes (elements and texts) in a message. Default 20,000: an assertion with 4,000 attribute values has some
    /// 12,000. Allowed: 64 to 16,777,216.
    /// </summary>
    public int MaxNodes { get; init; } = 20_000;

    /// <summary>Most attributes on one element. Default 64: SAML elements have at most 8. Allowed: 8 to 1,048,576.</summary>
    public int MaxAttributes { get; init; } = 64;

    /// <summary>
    /// Most namespace declarations in scope at one element, and most prefixes in an InclusiveNamespaces PrefixList.
    /// Default 64: recorded messages have at most 15. Allowed: 8 to 1,048,576.
    /// </summary>
    public int MaxNamespaces { get; init; } = 64;

    /// <summary>
    /// Longest name, prefix, namespace name or ID in bytes. Default 1,024; recorded messages stay under 200.
    /// Allowed: 64 to 8,192: sorting attributes compares namespace names.
    /// </summary>
    public int MaxNameLength { get; init; } = 1024;
}
