using System.Buffers;
using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Rules about the attributes that Flex always reads, except about which roles there are.</summary>
internal static class AttributeRules
{
    // What RFC 3986 has no place for, and what a page that shows the image could trip over.
    private static readonly SearchValues<char> s_notInUrl = SearchValues.Create("\"<>\\^`{|}");

    public static void Present(in FlexContext context, ref FlexFindings findings)
    {
        foreach (string name in FlexNames.Required)
        {
            if (IsAbsent(context, name) && Namespaced(context, name) is null && InOtherCase(context, name) is null)
            {
                findings.Add(Finding.Broken(
                    name,
                    Names(context.Attributes),
                    hint: NearNames.Hint(context.Attributes, name)));
            }
        }
    }

    public static void WithoutNamespace(in FlexContext context, ref FlexFindings findings)
    {
        foreach (string name in FlexNames.Required)
        {
            if (IsAbsent(context, name) && Namespaced(context, name) is { } sent)
            {
                findings.Add(Finding.Broken(name, sent));
            }
        }
    }

    public static void InExactCase(in FlexContext context, ref FlexFindings findings)
    {
        foreach (string name in FlexNames.Required)
        {
            if (IsAbsent(context, name) && InOtherCase(context, name) is { } sent)
            {
                findings.Add(Finding.Broken(name, sent));
            }
        }
    }

    public static void OfOneValue(in FlexContext context, ref FlexFindings findings) =>
        AddSingle(SingleState.Several, context, ref findings);

    public static void OfText(in FlexContext context, ref FlexFindings findings)
    {
        AddSingle(SingleState.NotText, context, ref findings);
        if (context.Roles.State == RolesState.NotText)
        {
            findings.Add(Finding.Broken(FlexNames.Roles));
        }
    }

    public static void WithoutConflict(in FlexContext context, ref FlexFindings findings) =>
        AddSingle(SingleState.Conflicting, context, ref findings);

    public static void NotEmpty(in FlexContext context, ref FlexFindings findings)
    {
        AddSingle(SingleState.Empty, context.FullName, ref findings);
        AddSingle(SingleState.Empty, context.Email, ref findings);
        if (context.Roles.State == RolesState.Empty)
        {
            findings.Add(Finding.Broken(FlexNames.Roles));
        }
    }

    public static void EmailIsAddress(in FlexContext context, ref FlexFindings findings)
    {
        if (context.Email.Text is not { } email)
        {
            findings.Skip();
            return;
        }

        if (!IsAddress(email))
        {
            findings.Add(Finding.Broken(FlexNames.Email, hint: HintOfExpression(email)));
        }
    }

    public static void ImageIsHttps(in FlexContext context, ref FlexFindings findings)
    {
        if (context.ImageUrl.Text is not { } url)
        {
            findings.Skip();
            return;
        }

        if (!IsHttpsUrl(url))
        {
            findings.Add(Finding.Broken(FlexNames.ImageUrl, hint: HintOfExpression(url)));
        }
    }

    /// <summary>
    /// Whether a text has the form of an address: enough to tell one from an expression that was never evaluated;
    /// whether it exists is not for us to say.
    /// </summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && !HasSpaceOrControl(text);
    }

    /// <summary>Names the form of an expression, and nothing of the text; null for a value.</summary>
    public static string? HintOfExpression(ReadOnlySpan<char> text) => Expression.Kind(text) is { } kind
        ? $"The value is an expression of the form {kind} that was typed as text. Change: enter it where the identity "
            + "provider evaluates expressions, without quotation marks."
        : null;

    private static void AddSingle(SingleState state, in FlexContext context, ref FlexFindings findings)
    {
        AddSingle(state, context.FullName, ref findings);
        AddSingle(state, context.Email, ref findings);
        AddSingle(state, context.ImageUrl, ref findings);
    }

    private static void AddSingle(SingleState state, in SingleAttribute attribute, ref FlexFindings findings)
    {
        if (attribute.State == state)
        {
            string? count = state == SingleState.Several ? attribute.Values.ToString(CultureInfo.InvariantCulture) : null;
            findings.Add(Finding.Broken(attribute.Name, count));
        }
    }

    private static bool IsAbsent(in FlexContext context, string name) => name switch
    {
        FlexNames.FullName => context.FullName.State == SingleState.Absent,
        FlexNames.Email => context.Email.State == SingleState.Absent,
        _ => context.Roles.State == RolesState.Absent,
    };

    private static string? InOtherCase(in FlexContext context, string name) =>
        NearNames.InOtherCase(context.Attributes, name);

    // Case comes first: who has both sends the plain name already.
    private static string? Namespaced(in FlexContext context, string name) =>
        InOtherCase(context, name) is null ? NearNames.Namespaced(context.Attributes, name) : null;

    // As many as an error has room for, and one character more, so that it shows where they are cut off.
    private static string Names(IReadOnlyList<SamlAttribute> attributes)
    {
        Span<char> names = stackalloc char[SafeText.MaxListLength + 1];
        int length = 0;
        for (int i = 0; i < attributes.Count && length < names.Length; i++)
        {
            Append(i == 0 ? "" : ", ", names, ref length);
            Append(SafeText.Of(attributes[i].Name), names, ref length);
        }

        return new string(names[..length]);
    }

    private static void Append(ReadOnlySpan<char> text, Span<char> names, ref int length)
    {
        ReadOnlySpan<char> fitting = text[..Math.Min(text.Length, names.Length - length)];
        fitting.CopyTo(names[length..]);
        length += fitting.Length;
    }

    private static bool IsHttpsUrl(string text)
    {
        const string scheme = "https://";
        return text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && text.Length > scheme.Length
            && text[scheme.Length] is not ('/' or '?' or '#') && !text.AsSpan().ContainsAny(s_notInUrl)
            && !HasSpaceOrControl(text);
    }

    private static bool HasSpaceOrControl(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }
}
