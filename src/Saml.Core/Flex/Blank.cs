namespace Saml.Core.Flex;

/// <summary>Characters that are trimmed off.</summary>
internal static class Blank
{
    /// <summary>White space of XML.</summary>
    public static char[] WhiteSpace { get; } = [' ', '\t', '\r', '\n'];

    /// <summary>
    /// The same with what looks like a space or like nothing, and comes along when a text is copied: no-break spaces,
    /// zero-width characters, the byte order mark.
    /// </summary>
    public static char[] Invisible { get; } =
        [.. WhiteSpace, '\u00A0', '\u2007', '\u202F', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'];
}
