namespace Saml.Core.Tests.Attacks;

internal static class TextEdit
{
    /// <summary>Replaces the first occurrence of a text, which must be there: an edit that does nothing tests nothing.</summary>
    public static string Once(this string text, string old, string replacement)
    {
        int start = old.Length == 0 ? -1 : text.IndexOf(old, StringComparison.Ordinal);
        return start >= 0
            ? string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(start + old.Length))
            : throw new InvalidOperationException($"The text \"{old}\" is not there.");
    }
}
