using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// A message with the circumstances that it is validated in. As it is made it is accepted; a row of a table changes one
/// thing, in the template, in the XML before it is signed, in the text after it was, or in what is expected.
/// </summary>
internal sealed record Vector
{
    public const string RequestId = ResponseTemplate.ExampleRequestId;
    public const string EntityId = "urn:flex:" + ResponseTemplate.ExampleConnectionSid;
    public const string ServiceUrl =
        "https://login.flex.us1.twilio.com/login/callback?connection=" + ResponseTemplate.ExampleConnectionSid;

    /// <summary>When the message was issued, and what the clock says.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private Action<XDocument>? _edits;
    private Func<string, string>[] _textEdits = [];

    public ResponseTemplate Template { get; init; } = new() { IssueInstant = Noon };

    public SignaturePlacement Signed { get; init; } = SignaturePlacement.ResponseAndAssertion;

    public TestIdentityProvider SignedBy { get; init; } = TestKeys.Okta;

    public SignatureSettings? SignatureSettings { get; init; }

    /// <summary>What is appended to the form value.</summary>
    public string FormSuffix { get; init; } = "";

    public DateTimeOffset Now { get; init; } = Noon;

    public ExpectedRequest Request { get; init; } = ExpectedRequest.ForRequest(RequestId);

    public IdentityProvider IdentityProvider { get; init; } = TestKeys.Trust(TestKeys.Okta);

    public string ServiceProviderEntityId { get; init; } = EntityId;

    public string AssertionConsumerServiceUrl { get; init; } = ServiceUrl;

    public SignatureRequirement RequiredSignatures { get; init; } = SignatureRequirement.ResponseAndAssertion;

    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan MaximumAssertionLifetime { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan? MaximumAssertionAge { get; init; }

    public TimeSpan? MaximumAuthenticationAge { get; init; }

    public IReadOnlyCollection<string> AcceptedNameIdFormats { get; init; } = [];

    public IReadOnlyCollection<string> AcceptedAuthnContextClassRefs { get; init; } = [];

    public CertificateExpiryPolicy CertificateExpiry { get; init; } = CertificateExpiryPolicy.Warn;

    public FlexPolicy Flex { get; init; } = new();

    public DangerousOptions Dangerous { get; init; } = new();

    /// <summary>Whose words the hints speak.</summary>
    public IdentityProviderPreset? Preset { get; init; }

    /// <summary>The store of used assertions; null: a fresh one for each submission.</summary>
    public RecordingReplayStore? Store { get; init; }

    /// <summary>Whether the message is posted as it was signed by the identity provider that is trusted or another.</summary>
    public bool IsAsSigned => Signed != SignaturePlacement.None && _textEdits.Length == 0;

    /// <summary>Changes the XML before it is signed.</summary>
    public Vector Edit(Action<XDocument> edit) => this with { _edits = _edits + edit };

    /// <summary>Changes the text after it was signed; the old one must be there, so that no row is idle.</summary>
    public Vector Tamper(string old, string replacement) => Tamper(new Regex(Regex.Escape(old)), replacement);

    /// <summary>The same for the first text that matches.</summary>
    public Vector Tamper(Regex old, string replacement)
    {
        return this with { _textEdits = [.. _textEdits, Replace] };

        string Replace(string text)
        {
            text.Should().MatchRegex(old);
            return old.Replace(text, replacement, count: 1);
        }
    }

    /// <summary>The same with the Response unsigned and no signature of it asked for.</summary>
    public Vector WithUnsignedResponse() => this with
    {
        Signed = SignaturePlacement.Assertion,
        RequiredSignatures = SignatureRequirement.Assertion,
    };

    public SamlValidatorOptions ToOptions(IReplayStore store) => new()
    {
        ServiceProviderEntityId = ServiceProviderEntityId,
        AssertionConsumerServiceUrl = AssertionConsumerServiceUrl,
        IdentityProvider = IdentityProvider,
        RequiredSignatures = RequiredSignatures,
        ClockSkew = ClockSkew,
        MaximumAssertionLifetime = MaximumAssertionLifetime,
        MaximumAssertionAge = MaximumAssertionAge,
        MaximumAuthenticationAge = MaximumAuthenticationAge,
        AcceptedNameIdFormats = AcceptedNameIdFormats,
        AcceptedAuthnContextClassRefs = AcceptedAuthnContextClassRefs,
        CertificateExpiry = CertificateExpiry,
        Flex = Flex,
        Dangerous = Dangerous,
        Preset = Preset,
        TimeProvider = new FakeTimeProvider(Now),
        ReplayStore = store,
    };

    /// <summary>The message before it is signed.</summary>
    public XDocument ToDocument()
    {
        XDocument message = XDocument.Parse(Template.ToXml(), LoadOptions.PreserveWhitespace);
        _edits?.Invoke(message);
        return message;
    }

    /// <summary>The octets as they are posted.</summary>
    public byte[] ToOctets()
    {
        string xml = ToDocument().ToString(SaveOptions.DisableFormatting);
        string text = Encoding.UTF8.GetString(SignedBy.Sign(xml, Signed, SignatureSettings));
        return Encoding.UTF8.GetBytes(_textEdits.Aggregate(text, (edited, edit) => edit(edited)));
    }

    public string ToFormValue() => TestIdentityProvider.ToFormValue(ToOctets()) + FormSuffix;

    /// <summary>Validates the message and checks what holds for every answer.</summary>
    public async Task<Answer> SubmitAsync()
    {
        CapturedLog log = new();
        RecordingReplayStore store = Store ?? new RecordingReplayStore();
        SamlResponseValidator validator = new(ToOptions(store), log);
        SamlValidationResult result = await validator.ValidateAsync(ToFormValue(), Request);
        Answer answer = new(result, log, store, Secrets.Of(ToDocument()));
        answer.CheckInvariants();
        return answer;
    }

    /// <summary>Validates the message; <see cref="SamlErrorCode.None"/> stands for acceptance.</summary>
    public async Task<Answer> ShouldAnswerAsync(SamlErrorCode expected)
    {
        Answer answer = await SubmitAsync();
        answer.Code.Should().Be(expected, "the error is {0}", answer.Result.Error);
        return answer;
    }
}
