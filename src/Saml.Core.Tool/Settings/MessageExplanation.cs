using Saml.Core.Bindings;
using Saml.Core.Explanation;
using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool.Settings;

/// <summary>Explains a message by what was given, and by nothing where nothing was.</summary>
internal sealed class MessageExplanation
{
    private const string NotGiven = "(not given)";

    // The library takes no other; no rule that would compare with it is asked.
    private const string NoUrl = "https://not-given.invalid/";

    private static readonly TimeSpan s_defaultSkew = TimeSpan.FromMinutes(2);

    private readonly SamlResponseValidator _validator;
    private readonly ExpectedRequest? _request;
    private readonly UnsetExpectations _unset;

    private MessageExplanation(SamlResponseValidator validator, ExpectedRequest? request, UnsetExpectations unset)
    {
        _validator = validator;
        _request = request;
        _unset = unset;
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">What was given.</param>
    /// <param name="message">The message, whose own certificates stand in where no others were given.</param>
    /// <param name="terminal">What surrounds the run.</param>
    /// <exception cref="SamlConfigurationException">They cannot be used; it lists everything that is wrong.</exception>
    public static MessageExplanation Read(ExplainSettings settings, byte[] message, Terminal terminal)
    {
        Problems problems = new();
        FlexConnection? connection = problems.Collect(() => ReadConnection(settings.Connection));
        string? entityId = settings.EntityId ?? connection?.ServiceProviderEntityId;
        string? acs = settings.Acs ?? connection?.AssertionConsumerServiceUrl;
        ExpectedRequest? request = problems.Collect(() => ReadRequest(settings));
        SamlValidatorOptions? options = ReadOptions(settings, entityId, acs, message, terminal, problems);
        SamlResponseValidator? validator =
            options is null ? null : problems.Collect(() => new SamlResponseValidator(options));
        problems.Check();
        return new MessageExplanation(validator!, request, new UnsetExpectations
        {
            ServiceProviderEntityId = entityId is null ? "not compared: no --entity-id or --connection given" : null,
            AssertionConsumerServiceUrl = acs is null ? "not compared: no --acs or --connection given" : null,
            IdentityProviderEntityId = settings.Issuer is null ? "not compared: no --issuer given" : null,
            SigningCertificates = settings.Certificates.Count == 0 ? "not verified: no --certificate given" : null,
            Flex = entityId is null || IsOfFlex(entityId) ? null : "not asked: --entity-id is not one of Twilio Flex",
        });
    }

    /// <summary>Explains the octets of a file: XML, a form value, or a form body.</summary>
    public SamlReport Explain(byte[] message)
    {
        string text = PostedText.DecodeLoosely(message, out bool isUtf8);
        PostedMessage posted = isUtf8 && PostedText.LooksLikeXml(text)
            ? PostedMessage.OfXml(message)
            : PostedMessage.OfFormOrXml(PostedText.FindFormValue(text));
        return _validator.ExplainPosted(posted, _request, _unset);
    }

    private static bool IsOfFlex(string entityId) =>
        entityId.StartsWith("urn:flex:", StringComparison.Ordinal)
        || entityId.StartsWith("https://iam.twilio.com/", StringComparison.Ordinal)
        || entityId.StartsWith("https://preview.twilio.com/", StringComparison.Ordinal);

    private static SamlValidatorOptions? ReadOptions(
        ExplainSettings settings,
        string? entityId,
        string? acs,
        byte[] message,
        Terminal terminal,
        Problems problems)
    {
        IdentityProvider? identityProvider = problems.Collect(() => ReadIdentityProvider(settings, message, terminal));
        IdentityProviderPreset? preset = problems.Collect(
            () => settings.Preset is { } name ? SettingTexts.ReadPreset(name) : null);
        SignatureRequirement signatures = problems.Collect(
            () => settings.Signatures is { } text
                ? SettingTexts.ReadSignatures(text)
                : preset?.RequiredSignatures ?? SignatureRequirement.ResponseAndAssertion);
        TimeSpan skew = problems.Collect(
            () => settings.Skew is { } text ? SettingTexts.ReadSkew(text) : s_defaultSkew);
        TimeProvider? clock = problems.Collect(() => ReadClock(settings.At, terminal));
        if (identityProvider is null || clock is null)
        {
            return null;
        }

        return new SamlValidatorOptions
        {
            ServiceProviderEntityId = entityId ?? NotGiven,
            AssertionConsumerServiceUrl = acs ?? NoUrl,
            IdentityProvider = identityProvider,
            RequiredSignatures = signatures,
            Preset = preset,
            TimeProvider = clock,
            ReplayStore = new InMemoryReplayStore(clock, capacity: 1),
            ClockSkew = skew,
            Dangerous = new DangerousOptions
            {
                AllowSha1 = settings.AllowSha1 ?? false,
                MinimumRsaKeyBits = settings.Certificates.Count > 0
                    ? new DangerousOptions().MinimumRsaKeyBits
                    : CarriedCertificates.LeastRsaBits,
            },
        };
    }

    private static IdentityProvider ReadIdentityProvider(ExplainSettings settings, byte[] message, Terminal terminal)
    {
        string issuer = settings.Issuer ?? NotGiven;
        return settings.Certificates.Count > 0
            ? IdentityProvider.FromCertificateText(issuer, CertificateTexts.Read(settings.Certificates, terminal))
            : new IdentityProvider(issuer, CarriedCertificates.Find(message));
    }

    private static TimeProvider ReadClock(string? at, Terminal terminal) =>
        at is null ? terminal.TimeProvider : new StoppedClock(SettingTexts.ReadInstant(at));

    private static FlexConnection? ReadConnection(string? sid) => sid switch
    {
        null => null,
        ['A', 'C', ..] => FlexConnection.Legacy(sid),
        _ => FlexConnection.Enhanced(sid),
    };

    private static ExpectedRequest? ReadRequest(ExplainSettings settings)
    {
        if (settings.Requests.Any(string.IsNullOrWhiteSpace))
        {
            throw SettingTexts.Problem("a request is blank");
        }

        bool allowsUnsolicited = settings.Unsolicited ?? false;
        if (settings.Requests.Count == 0)
        {
            return allowsUnsolicited ? ExpectedRequest.Unsolicited : null;
        }

        ExpectedRequest request = ExpectedRequest.ForAnyOf(settings.Requests);
        return allowsUnsolicited ? request.OrUnsolicited() : request;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
