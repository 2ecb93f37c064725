using System.Security.Cryptography.X509Certificates;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using Saml.Core.Tests.Validation;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// A row of the attack catalogue made concrete: what is posted, and the code that must answer it.
/// <see cref="SamlErrorCode.None"/> stands for acceptance with exactly what was signed.
/// </summary>
internal sealed record Attack(string Row, string Name, SamlErrorCode Expected)
{
    private const Bases OneSignature = Bases.Response | Bases.Assertion;

    /// <summary>What is posted, before base64.</summary>
    public required Func<byte[]> Message { get; init; }

    /// <summary>The form field, for attacks on the transport; null: the base64 of <see cref="Message"/>.</summary>
    public Func<string>? FormValue { get; init; }

    /// <summary>The same message without the attack.</summary>
    public required Func<byte[]> Twin { get; init; }

    public Control Control { get; init; }

    /// <summary>What the genuine key signed: an acceptance must say this and nothing else.</summary>
    public ResponseTemplate Signed { get; init; } = SignedMessage.Template;

    /// <summary>The service provider; each call makes one that has not seen any message.</summary>
    public Func<SamlValidatorOptions> Options { get; init; } = () => new ServiceProvider().ToOptions();

    /// <summary>The keys that the signatures verify under.</summary>
    public Func<IReadOnlyList<X509Certificate2>> Certificates { get; init; } = () => [Keys.Rsa.Certificate];

    public ExpectedRequest Request { get; init; } = ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId);

    public string Title => $"{Row}: {Name}";

    /// <summary>A genuine message whose text was changed afterwards, on each of the bases.</summary>
    public static IEnumerable<Attack> Changed(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<Genuine, string> build,
        Control control = Control.Twin) =>
        Octets(bases, row, name, expected, genuine => Encoding.UTF8.GetBytes(build(genuine)), control);

    /// <summary>The same for changes that no text can show.</summary>
    public static IEnumerable<Attack> Octets(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<Genuine, byte[]> build,
        Control control = Control.Twin) =>
        Each(bases, row, name, expected, placement => build(Genuine.Of(placement)), control);

    /// <summary>A genuine message, posted in another way: the build gets the octets and gives the form field.</summary>
    public static IEnumerable<Attack> Posted(
        Bases bases, string row, string name, SamlErrorCode expected, Func<byte[], string> build) =>
        Octets(bases, row, name, expected, genuine => Encoding.UTF8.GetBytes(genuine.Xml))
            .Select(attack => attack with { FormValue = () => build(attack.Message()) });

    /// <summary>An odd text that the genuine key signed as it is.</summary>
    public static IEnumerable<Attack> Written(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<string, string> change,
        Control control = Control.Twin) =>
        Each(
            bases,
            row,
            name,
            expected,
            placement => Keys.Rsa.Sign(SignedMessage.Change(SignedMessage.Template.ToXml(), change), placement),
            control);

    /// <summary>What the genuine key signed from another template, which is what an acceptance must say.</summary>
    public static IEnumerable<Attack> Minted(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<ResponseTemplate, ResponseTemplate> change,
        SignatureSettings? settings = null)
    {
        ResponseTemplate template = change(SignedMessage.Template);
        return Each(bases, row, name, expected, placement => Keys.Rsa.Mint(template, placement, settings))
            .Select(attack => attack with { Signed = template });
    }

    /// <summary>A message that the genuine key signed in another way; the recipe gets the ID of the signed element.</summary>
    public static IEnumerable<Attack> OddlySigned(
        string row,
        string name,
        SamlErrorCode expected,
        Func<string, SignatureRecipe> recipe,
        Control control = Control.Twin) =>
        Each(
            OneSignature,
            row,
            name,
            expected,
            placement => SignedMessage.Mint(placement, recipe(SignedMessage.IdOf(placement))),
            control);

    /// <summary>A message about the victim whose SignatureValue was made by hand.</summary>
    public static IEnumerable<Attack> Forged(string row, string name, SamlErrorCode expected, Forgery forgery) =>
        Each(OneSignature, row, name, expected, forgery.Message, twin: forgery.Twin)
            .Select(attack => attack.At(forgery.ServiceProvider) with { Signed = Forgery.Template });

    /// <summary>A message of <see cref="SignatureVectorTests"/>, with a signature of the Response and of the Assertion.</summary>
    public static IEnumerable<Attack> Vector(string row, string name, Control? control = null)
    {
        SignatureVector vector = SignatureVectorTests.Find(name);
        TestIdentityProvider signer = TwinSigner(vector);
        return Each(
            OneSignature,
            row,
            vector.Name,
            vector.Expected,
            vector.Message,
            control ?? (vector.IsGenuine ? Control.NaiveVerifier : Control.Twin),
            placement => SignedMessage.Mint(placement, null, signer))
            .Select(attack => attack.At(vector.ServiceProvider));
    }

    /// <summary>
    /// One change to a message or to what is expected of it; the twin is the message without it. Circumstances are the
    /// attack's and the twin's.
    /// </summary>
    public static Attack Of(
        string row,
        string name,
        SamlErrorCode expected,
        Func<Vector, Vector> change,
        Func<Vector, Vector>? circumstances = null)
    {
        Vector plain = circumstances is null ? new Vector() : circumstances(new Vector());
        Vector vector = change(plain);
        Vector twin = plain with
        {
            Signed = vector.RequiredSignatures == SignatureRequirement.ResponseAndAssertion
                ? SignaturePlacement.ResponseAndAssertion
                : vector.Signed,
            RequiredSignatures = vector.RequiredSignatures,
        };
        return new Attack(row, name, expected)
        {
            Message = vector.ToOctets,
            FormValue = vector.ToFormValue,
            Twin = twin.ToOctets,
            Control = vector.IsAsSigned ? Control.NaiveVerifier : Control.Twin,
            Signed = vector.Template,
            Options = () => vector.ToOptions(vector.Store ?? new RecordingReplayStore()),
            TwinOptions = () => twin.ToOptions(new RecordingReplayStore()),
            Request = vector.Request,
            TwinRequest = twin.Request,
            Certificates = () => [vector.SignedBy.Certificate],
        };
    }

    /// <summary>A row of a table of the rules.</summary>
    public static Attack Of(
        string row, VectorTable table, string name, Func<Vector, Vector>? circumstances = null) =>
        Of(row, name, table.Expected(name), table.Change(name), circumstances);

    /// <summary>Every row of a table of the rules.</summary>
    public static IEnumerable<Attack> AllOf(
        string row, VectorTable table, Func<Vector, Vector>? circumstances = null) =>
        table.Select(name => Of(row, table, name, circumstances));

    /// <summary>Some rows of a table of the rules.</summary>
    public static IEnumerable<Attack> AllOf(string row, VectorTable table, params string[] names) =>
        names.Select(name => Of(row, table, name));

    /// <summary>The circumstances in which the twin is accepted; null: those of the attack.</summary>
    public Func<SamlValidatorOptions>? TwinOptions { get; init; }

    public ExpectedRequest? TwinRequest { get; init; }

    public Task<SamlValidationResult> SubmitAsync() =>
        new SamlResponseValidator(Options()).ValidateAsync(ToFormValue(), Request).AsTask();

    public Task<SamlValidationResult> SubmitTwinAsync() =>
        new SamlResponseValidator((TwinOptions ?? Options)()).ValidateXmlAsync(Twin(), TwinRequest ?? Request).AsTask();

    /// <summary>The form field as it is posted.</summary>
    public string ToFormValue() => FormValue?.Invoke() ?? Convert.ToBase64String(Message());

    /// <summary>The same before another service provider.</summary>
    public Attack At(ServiceProvider serviceProvider) => this with
    {
        Options = () => serviceProvider.ToOptions(),
        Certificates = () => serviceProvider.Certificates,
    };

    public override string ToString() => Title;

    private static IEnumerable<Attack> Each(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<SignaturePlacement, byte[]> message,
        Control control = Control.Twin,
        Func<SignaturePlacement, byte[]>? twin = null) =>
        bases.Placements().Select(placement => new Attack(row, $"{name} ({placement})", expected)
        {
            Message = () => message(placement),
            Twin = () => twin?.Invoke(placement) ?? SignedMessage.Mint(placement),
            Control = control,
        });

    // A vector may trust other keys than the usual one.
    private static TestIdentityProvider TwinSigner(SignatureVector vector)
    {
        TestIdentityProvider[] all = [Keys.Rsa, Keys.P256, Keys.P384, Keys.P521, Keys.Stranger, Keys.StrangeP256];
        return all.First(each => vector.ServiceProvider.Certificates.Contains(each.Certificate));
    }
}
