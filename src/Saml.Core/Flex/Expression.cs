namespace Saml.Core.Flex;

/// <summary>
/// Tells the text of an expression, which an administrator typed where the identity provider does not evaluate one,
/// from a value.
/// </summary>
/// <remarks>
/// An expression has <c>${</c> or a call such as <c>String.join(</c> anywhere, or begins with a reference to a user,
/// <c>user.</c> or <c>appuser.</c> and names joined by dots, behind which it ends or goes on with an operator or a
/// bracket. So <c>superuser.x@y</c> and <c>user.x@y</c> are values, and <c>user.email</c> is none.
/// </remarks>
internal static class Expression
{
    private const string Functions = "String.";

    public static bool Is(ReadOnlySpan<char> text) => Kind(text) is not null;

    /// <summary>The form of the expression, without anything of the text; null for a value.</summary>
    public static string? Kind(ReadOnlySpan<char> text)
    {
        text = text.Trim(Blank.WhiteSpace);
        if (text.ContainsAny('$', '('))
        {
            if (text.Contains("${", StringComparison.Ordinal))
            {
                return "${…}";
            }

            if (HasCall(text))
            {
                return "String.…(…)";
            }
        }

        return IsReference(text, "user.") ? "user.…" : IsReference(text, "appuser.") ? "appuser.…" : null;
    }

    /// <summary>Whether a function of the expression language is called, with its quotation marks and commas.</summary>
    public static bool HasCall(ReadOnlySpan<char> text)
    {
        int start = text.IndexOf(Functions, StringComparison.Ordinal);
        if (start < 0 || (start > 0 && IsNameCharacter(text[start - 1])))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[(start + Functions.Length)..];
        int name = NameLength(rest);
        return name > 0 && name < rest.Length && rest[name] == '(';
    }

    private static bool IsReference(ReadOnlySpan<char> text, string start)
    {
        if (!text.StartsWith(start, StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[start.Length..];
        for (int name = NameLength(rest); name > 0; name = NameLength(rest))
        {
            rest = rest[name..];
            if (rest.IsEmpty || rest[0] != '.')
            {
                ReadOnlySpan<char> next = rest.TrimStart(Blank.WhiteSpace);
                return next.IsEmpty || next[0] is '+' or '?' or '=' or '!' or '[' or '(' or ')';
            }

            rest = rest[1..];
        }

        return false;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && IsNameCharacter(text[length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
