using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core;

/// <summary>
/// The rule that a message broke, with what was expected and what came. The texts are for logs and administrators:
/// they may hold entity ids, URLs, instants, algorithms, attribute and role names, and a certificate's subject,
/// SHA-256 and expiry, never a NameID or an attribute's value; they are capped in length, and control characters are
/// escaped. Show end users nothing but <see cref="Id"/>.
/// </summary>
public sealed class SamlError
{
    // The base of every link, relative to the repository; a test resolves the anchors.
    private const string HelpPage = "docs/errors.md";

    private readonly string? _subject;
    private readonly string? _hint;
    private readonly SamlValidatorOptions? _options;

    internal SamlError(
        SamlErrorCode code,
        string? expected,
        string? actual,
        string? subject,
        SamlLocation? location,
        string? hint = null,
        string? identityProviderMessage = null,
        SamlValidatorOptions? options = null)
    {
        Code = code;
        Expected = Capped(expected);
        Actual = Capped(actual);
        Location = location;
        IdentityProviderMessage = Capped(identityProviderMessage);
        _subject = Capped(subject);
        _hint = Capped(hint);
        _options = options;
    }

    /// <summary>The broken rule.</summary>
    public SamlErrorCode Code { get; }

    /// <summary>The code as text, for instance <c>SAML3017</c>: stable, and safe to show to anybody.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"SAML{(int)Code:D4}");

    /// <summary>What is wrong, in one sentence; composed at each call.</summary>
    public string Message => ErrorCatalogue.Compose(Code, Expected, Actual, _subject);

    /// <summary>What would have been right; null where there is no single answer.</summary>
    public string? Expected { get; }

    /// <summary>What came instead; null where nothing did.</summary>
    public string? Actual { get; }

    /// <summary>
    /// A probable cause and, after "Change:", what mends it, in the words of <see cref="SamlValidatorOptions.Preset"/>, or of
    /// the product whose entity ids look like the configured one, or of several; null where there is nothing to say. Worked out
    /// at each call.
    /// </summary>
    public string? Hint => Causes.Hint(new Symptom(Code, Expected, Actual, IdentityProviderMessage, _options), _hint)
        ?? ErrorCatalogue.Describe(Code).Hint;

    /// <summary>The documentation's section about this error, for instance <c>docs/errors.md#saml3017</c>.</summary>
    public string HelpLink => string.Create(CultureInfo.InvariantCulture, $"{HelpPage}#saml{(int)Code:D4}");

    /// <summary>Where in the XML; null where the error has no place in it.</summary>
    public SamlLocation? Location { get; }

    /// <summary>
    /// The identity provider's own StatusMessage, with <see cref="SamlErrorCode.IdpReturnedError"/> and the codes after
    /// it up to <see cref="SamlErrorCode.IdpUnknownPrincipal"/>. It may name the user: keep it out of logs. Not
    /// verified by any signature unless the Response is signed. Core 3.2.2.3.
    /// </summary>
    public string? IdentityProviderMessage { get; }

    /// <summary>The id, the code's name and the message; never <see cref="IdentityProviderMessage"/>.</summary>
    /// <returns>For instance <c>SAML3017 DigestMismatch: Assertion was changed after signing …</c>.</returns>
    public override string ToString()
    {
        return $"{Id} {Code}: {Message}";
    }

    private static string? Capped(string? text)
    {
        return text is null ? null : SafeText.Of(text, SafeText.MaxListLength);
    }
}
