using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>
/// Where the reader and <see cref="XmlReader"/> are meant to disagree. Everything that is not in this table they have
/// to judge alike.
/// </summary>
/// <param name="Name">The name by which vectors refer to it.</param>
/// <param name="Code">Our answer to what <see cref="XmlReader"/> accepts; null: we accept what it refuses.</param>
/// <param name="Reason">Why.</param>
internal sealed record DeliberateDifference(string Name, SamlErrorCode? Code, string Reason)
{
    private static readonly Regex s_longVersion = new("version\\s*=\\s*['\"]1\\.0[^'\"]");

    private static readonly Regex s_longReference = new("&#(x0*[1-9A-Fa-f][0-9A-Fa-f]{6,}|0*[1-9][0-9]{7,});");

    private static readonly Regex s_otherEncoding =
        new("^<\\?xml\\s[^>]*encoding\\s*=\\s*['\"](?!utf-8['\"])", RegexOptions.IgnoreCase);

    /// <summary>What a document has to look like, where the code does not say enough.</summary>
    public Func<string, bool> Concerns { get; init; } = _ => true;

    public static IReadOnlyList<DeliberateDifference> Table { get; } =
    [
        new("ProcessingInstruction", SamlErrorCode.ProcessingInstructionNotAllowed, "The tree has no place for them."),
        new("CommentInValue", SamlErrorCode.CommentInValue, "A comment cuts a value in two for those who read texts."),
        new("RelativeNamespaceName", SamlErrorCode.NamespaceNotAllowed, "Their canonical form is undefined."),
        new("QualifiedSamlAttribute", SamlErrorCode.NamespaceNotAllowed, "The schemas have none; a twin misleads."),
        new("DuplicateId", SamlErrorCode.DuplicateId, "Without a DTD an XML reader knows no IDs; SAML has them."),
        new("OtherEncoding", SamlErrorCode.UnsupportedXmlEncoding, "SAML messages are UTF-8; one decoder is enough."),
        new("Limit", SamlErrorCode.XmlLimitExceeded, "XML has no limits."),
        new("XmlnsElement", SamlErrorCode.UndeclaredPrefix, "Namespaces 3 forbids it; XmlReader lets it pass.")
        {
            Concerns = document => document.Contains("<xmlns:", StringComparison.Ordinal),
        },
        new("Version", SamlErrorCode.MalformedXml, "XmlReader takes any version that begins with 1.0.")
        {
            Concerns = document => s_longVersion.IsMatch(document),
        },
        new("ReferenceBeyondUnicode", SamlErrorCode.MalformedXml, "XmlReader reads &#x1010FFFF; as U+10FFFF.")
        {
            Concerns = document => s_longReference.IsMatch(document),
        },
        new("CutCharacter", SamlErrorCode.InvalidUtf8, "XmlReader leaves out octets that begin a character at the end.")
        {
            Concerns = document => document.EndsWith('\uFFFD'),
        },
        new("OctetsOfOtherEncoding", SamlErrorCode.InvalidUtf8, "Octets are looked at before what the declaration says.")
        {
            Concerns = document => s_otherEncoding.IsMatch(document),
        },
        new("CharactersOfOtherEncoding", SamlErrorCode.MalformedXml, "So are the characters that they make as UTF-8.")
        {
            Concerns = document => s_otherEncoding.IsMatch(document),
        },
        new("SpaceValue", null, "XML 2.10 lets a processor recover; xml:space means nothing in SAML.")
        {
            Concerns = document => document.Contains("xml:space", StringComparison.Ordinal),
        },
        new("FifthEditionNames", null, "XmlReader has the names of the Fourth Edition.")
        {
            Concerns = document => document.EnumerateRunes().Any(IsNewInFifthEdition),
        },
    ];

    /// <summary>Whether it explains that we gave this answer and <see cref="XmlReader"/> the opposite one.</summary>
    public bool Explains(SamlErrorCode? ours, string document) => ours == Code && Concerns(document);

    private static bool IsNewInFifthEdition(Rune rune) => Productions.IsName(rune.Value)
        && (!rune.IsBmp
            || !XmlConvert.IsNCNameChar((char)rune.Value)
            || (Productions.IsNameStart(rune.Value) && !XmlConvert.IsStartNCNameChar((char)rune.Value)));
}
