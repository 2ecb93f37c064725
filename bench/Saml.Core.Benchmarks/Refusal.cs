using System.Text;
using Saml.Core.Testing;

namespace Saml.Core.Benchmarks;

/// <summary>When a message is refused: by the rules of SAML, or, accepted by them, as a user of Flex.</summary>
public enum Stage
{
    BeforeCryptography,
    BehindCryptography,
    FlexMapping,
}

/// <summary>A message that is refused: the Okta message with one thing wrong.</summary>
public sealed class Refusal
{
    private static readonly BenchmarkMessage s_genuine = BenchmarkMessage.Of(MessageSize.Okta);

    private readonly string _formValue;

    private Refusal(string name, SamlErrorCode code, string formValue, Stage stage)
    {
        Name = name;
        Code = code;
        At = stage;
        _formValue = formValue;
    }

    public static BenchmarkMessage Genuine => s_genuine;

    public static IReadOnlyList<Refusal> All { get; } =
    [
        Early("no base64", SamlErrorCode.InvalidBase64, s_genuine.FormValue[..^8] + "!" + s_genuine.FormValue[^7..]),
        Early("cut off", SamlErrorCode.MalformedXml, Post(xml => xml[..^20])),
        Early("a document type", SamlErrorCode.DtdNotAllowed, Post(xml => xml.Replace("?><", "?><!DOCTYPE r><", StringComparison.Ordinal))),
        Early("another identity provider", SamlErrorCode.AssertionIssuerMismatch, Replace("http://www.okta.com/exk1", "http://www.okta.com/exk2", isLast: true)),
        Early("an element too many", SamlErrorCode.UnexpectedElement, Replace("</saml2:Conditions>", "</saml2:Conditions><saml2:Extra/>")),
        Early("a Reference to another ID", SamlErrorCode.ReferenceTargetMismatch, Replace("URI=\"#", "URI=\"#_")),
        Early("a signature algorithm of another kind", SamlErrorCode.HmacNotAllowed, Replace("#rsa-sha256", "#hmac-sha256")),
        Late("a SignatureValue that was changed", SamlErrorCode.SignatureInvalid, Post(ChangeSignatureValue)),
        Late("a NameID that was changed", SamlErrorCode.DigestMismatch, Replace("jane.doe@example.com</saml2:NameID>", "jane.foe@example.com</saml2:NameID>")),
        Late("another audience", SamlErrorCode.AudienceMismatch, Mint(template => template with { Audience = "urn:flex:another" })),
        Late("expired", SamlErrorCode.ConfirmationExpired, Mint(template => template with
        {
            IssueInstant = template.IssueInstant.AddDays(-1),
            NotBefore = template.IssueInstant.AddDays(-1),
            NotOnOrAfter = template.IssueInstant.AddDays(-1).AddMinutes(5),
        })),
        Flex("no email", SamlErrorCode.RequiredAttributeMissing, Mint(template => template with
        {
            Attributes = [.. template.Attributes.Where(attribute => attribute.Name != "email")],
        })),
    ];

    public string Name { get; }

    public SamlErrorCode Code { get; }

    public Stage At { get; }

    /// <summary>Has the message refused, and throws when it is not, or not for this reason.</summary>
    public SamlError Run()
    {
        ValueTask<SamlValidationResult> validation = s_genuine.Validator.ValidateAsync(_formValue, s_genuine.Request);
        SamlError? error = validation.IsCompleted ? validation.Result.Error : null;
        return error?.Code == Code
            ? error
            : throw new InvalidOperationException($"{Name}: {error?.ToString() ?? "accepted"}");
    }

    public override string ToString() => Name;

    private static Refusal Early(string name, SamlErrorCode code, string formValue) => new(name, code, formValue, Stage.BeforeCryptography);

    private static Refusal Late(string name, SamlErrorCode code, string formValue) => new(name, code, formValue, Stage.BehindCryptography);

    private static Refusal Flex(string name, SamlErrorCode code, string formValue) => new(name, code, formValue, Stage.FlexMapping);

    private static string Mint(Func<ResponseTemplate, ResponseTemplate> change) => s_genuine.Mint(change);

    private static string Replace(string old, string changed, bool isLast = false) => Post(xml =>
    {
        int place = isLast
            ? xml.LastIndexOf(old, StringComparison.Ordinal)
            : xml.IndexOf(old, StringComparison.Ordinal);
        return xml.Remove(place, old.Length).Insert(place, changed);
    });

    private static string ChangeSignatureValue(string xml)
    {
        int place = xml.IndexOf("SignatureValue>", StringComparison.Ordinal) + "SignatureValue>".Length + 40;
        return xml.Remove(place, 1).Insert(place, xml[place] == 'A' ? "B" : "A");
    }

    private static string Post(Func<string, string> change) =>
        TestIdentityProvider.ToFormValue(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(s_genuine.Xml))));
}
