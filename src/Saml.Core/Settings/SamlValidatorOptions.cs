using System.Buffers;
using System.Globalization;
using Saml.Core.Errors;
using Saml.Core.Signatures;

namespace Saml.Core;

/// <summary>
/// What a validator expects and allows. What decides whom to trust is required; every default is the strict one. An
/// options object is checked when a validator is made from it.
/// </summary>
public sealed class SamlValidatorOptions
{
    private static readonly SearchValues<char> s_notInUrl = SearchValues.Create("\"<>\\^`{|}#");

    /// <summary>The largest <see cref="ClockSkew"/>.</summary>
    internal static TimeSpan MaximumClockSkew { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The audience that assertions must name: any URI, compared ordinally (SAML Core 2.5.1.4).</summary>
    public required string ServiceProviderEntityId { get; init; }

    /// <summary>
    /// The URL that messages are posted to: the expected Recipient and Destination, compared ordinally, query included
    /// (SAML Profiles 4.1.4.3). Absolute; https, or http on loopback.
    /// </summary>
    public required string AssertionConsumerServiceUrl { get; init; }

    /// <summary>The identity provider that must have issued and signed a message.</summary>
    public required IdentityProvider IdentityProvider { get; init; }

    /// <summary>Which signatures must be there; default both.</summary>
    public SignatureRequirement RequiredSignatures { get; init; } = SignatureRequirement.ResponseAndAssertion;

    /// <summary>How far the clocks may differ, on every bound in favour of the message: 0 to 10 minutes, default 2.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Longest validity accepted: NotOnOrAfter minus the later of NotBefore and IssueInstant. Default 24 hours;
    /// identity providers send 10 to 65 minutes.
    /// </summary>
    public TimeSpan MaximumAssertionLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Longest time since the IssueInstant of the Response and of the assertion, skew added; default null, not checked:
    /// NotOnOrAfter bounds it already.
    /// </summary>
    public TimeSpan? MaximumAssertionAge { get; init; }

    /// <summary>Longest time since AuthnInstant, skew added; default null, not checked. Okta reuses sessions for hours.</summary>
    public TimeSpan? MaximumAuthenticationAge { get; init; }

    /// <summary>NameID formats that are accepted; default empty, any.</summary>
    public IReadOnlyCollection<string> AcceptedNameIdFormats { get; init; } = [];

    /// <summary>Authentication context classes that are accepted; default empty, any.</summary>
    public IReadOnlyCollection<string> AcceptedAuthnContextClassRefs { get; init; } = [];

    /// <summary>What the validity period of a signing certificate means; default a warning.</summary>
    public CertificateExpiryPolicy CertificateExpiry { get; init; } = CertificateExpiryPolicy.Warn;

    /// <summary>How attributes become a <see cref="FlexIdentity"/>.</summary>
    public FlexPolicy Flex { get; init; } = new();

    /// <summary>The clock; default the system's. With another one goes a <see cref="ReplayStore"/> by the same clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where used assertions are remembered; default <see cref="InMemoryReplayStore.Shared"/>.</summary>
    public IReplayStore ReplayStore { get; init; } = InMemoryReplayStore.Shared;

    /// <summary>
    /// The identity provider's product, so that hints speak in its words; default null, and then they list several. It
    /// changes no check: see <see cref="IdentityProviderPreset.RequiredSignatures"/>.
    /// </summary>
    public IdentityProviderPreset? Preset { get; init; }

    /// <summary>Limits on the XML.</summary>
    public XmlLimits XmlLimits { get; init; } = new();

    /// <summary>What weakens a check.</summary>
    public DangerousOptions Dangerous { get; init; } = new();

    /// <summary>Throws one exception that lists everything that is wrong.</summary>
    internal void Check()
    {
        List<SamlError> problems = [];
        CheckPresence(problems);
        CheckEndpoints(problems);
        CheckTimes(problems);
        CheckLists(problems);
        CheckLimits(problems);
        CheckKeys(problems);
        if (problems.Count > 0)
        {
            throw new SamlConfigurationException(problems);
        }
    }

    private void CheckPresence(List<SamlError> problems)
    {
        ReadOnlySpan<(object? Value, string Name)> references =
        [
            (ServiceProviderEntityId, nameof(ServiceProviderEntityId)),
            (AssertionConsumerServiceUrl, nameof(AssertionConsumerServiceUrl)),
            (IdentityProvider, nameof(IdentityProvider)),
            (AcceptedNameIdFormats, nameof(AcceptedNameIdFormats)),
            (AcceptedAuthnContextClassRefs, nameof(AcceptedAuthnContextClassRefs)),
            (Flex, nameof(Flex)),
            (TimeProvider, nameof(TimeProvider)),
            (ReplayStore, nameof(ReplayStore)),
            (XmlLimits, nameof(XmlLimits)),
            (Dangerous, nameof(Dangerous)),
        ];
        foreach ((object? value, string name) in references)
        {
            if (value is null)
            {
                problems.Add(Invalid($"{name} is null"));
            }
        }
    }

    private void CheckEndpoints(List<SamlError> problems)
    {
        // What is null has been named already.
        if (ServiceProviderEntityId is { } entityId && (string.IsNullOrWhiteSpace(entityId) || IsPlaceholder(entityId)))
        {
            problems.Add(Invalid(
                $"ServiceProviderEntityId \"{SafeText.Of(ServiceProviderEntityId)}\" is blank or a placeholder"));
        }

        if (AssertionConsumerServiceUrl is { } url && (!IsHttpsOrLoopback(url) || IsPlaceholder(url)))
        {
            problems.Add(new SamlError(
                SamlErrorCode.AssertionConsumerServiceUrlInvalid, null, AssertionConsumerServiceUrl, null, null));
        }

        if (!Enum.IsDefined(RequiredSignatures) || !Enum.IsDefined(CertificateExpiry))
        {
            problems.Add(Invalid("RequiredSignatures or CertificateExpiry is not a defined value"));
        }

        if (Flex is not null && !Enum.IsDefined(Flex.TypedAttributes))
        {
            problems.Add(Invalid("Flex.TypedAttributes is not a defined value"));
        }
    }

    private void CheckTimes(List<SamlError> problems)
    {
        // By another clock, keys would be forgotten while assertions can still be accepted.
        if (ReplayStore == InMemoryReplayStore.Shared && TimeProvider is not null && TimeProvider != TimeProvider.System)
        {
            problems.Add(Invalid("ReplayStore is the shared one, whose clock is the system's, and TimeProvider is another"));
        }

        if (ClockSkew < TimeSpan.Zero || ClockSkew > MaximumClockSkew)
        {
            problems.Add(new SamlError(SamlErrorCode.ClockSkewOutOfRange, null, SafeText.Of(ClockSkew), null, null));
        }

        ReadOnlySpan<(TimeSpan? Value, string Name)> durations =
        [
            (MaximumAssertionLifetime, nameof(MaximumAssertionLifetime)),
            (MaximumAssertionAge, nameof(MaximumAssertionAge)),
            (MaximumAuthenticationAge, nameof(MaximumAuthenticationAge)),
        ];
        foreach ((TimeSpan? value, string name) in durations)
        {
            if (value <= TimeSpan.Zero)
            {
                problems.Add(Invalid($"{name} is not positive"));
            }
        }
    }

    private void CheckLists(List<SamlError> problems)
    {
        if (AcceptedNameIdFormats?.Any(string.IsNullOrWhiteSpace) is true
            || AcceptedAuthnContextClassRefs?.Any(string.IsNullOrWhiteSpace) is true)
        {
            problems.Add(Invalid("AcceptedNameIdFormats or AcceptedAuthnContextClassRefs has a blank entry"));
        }

        if (Flex is not null && (Flex.AcceptedRoles is null || Flex.AcceptedRoles.Any(string.IsNullOrWhiteSpace)))
        {
            problems.Add(Invalid("Flex.AcceptedRoles is null or has a blank entry"));
        }
    }

    private void CheckLimits(List<SamlError> problems)
    {
        if (XmlLimits is null || Dangerous is null)
        {
            return;
        }

        ReadOnlySpan<(int Value, int Least, int Most, string Name)> limits =
        [
            (XmlLimits.MaxMessageBytes, 1024, 64 * 1024 * 1024, nameof(XmlLimits.MaxMessageBytes)),
            (XmlLimits.MaxDepth, 8, 65_536, nameof(XmlLimits.MaxDepth)),
            (XmlLimits.MaxNodes, 64, 16 * 1024 * 1024, nameof(XmlLimits.MaxNodes)),
            (XmlLimits.MaxAttributes, 8, 1024 * 1024, nameof(XmlLimits.MaxAttributes)),
            (XmlLimits.MaxNamespaces, 8, 1024 * 1024, nameof(XmlLimits.MaxNamespaces)),
            (XmlLimits.MaxNameLength, 64, 8 * 1024, nameof(XmlLimits.MaxNameLength)),
            (Dangerous.MinimumRsaKeyBits, 1024, 8192, nameof(DangerousOptions.MinimumRsaKeyBits)),
        ];
        foreach ((int value, int least, int most, string name) in limits)
        {
            if (value < least || value > most)
            {
                problems.Add(Invalid(string.Create(
                    CultureInfo.InvariantCulture, $"{name} is {value}; allowed are {least} to {most}")));
            }
        }
    }

    private void CheckKeys(List<SamlError> problems)
    {
        if (IdentityProvider is null || Dangerous is null || TimeProvider is null)
        {
            return;
        }

        foreach (TrustedKey key in IdentityProvider.Keys)
        {
            if (key.Kind == KeyKind.Rsa && key.Bits < Dangerous.MinimumRsaKeyBits)
            {
                problems.Add(new SamlError(
                    SamlErrorCode.KeyTooSmall,
                    Dangerous.MinimumRsaKeyBits.ToString(CultureInfo.InvariantCulture),
                    key.Bits.ToString(CultureInfo.InvariantCulture),
                    key.Subject,
                    null));
            }
        }

        // One certificate that is still good is enough to start with; a message by another is refused when it comes.
        DateTimeOffset now = TimeProvider.GetUtcNow();
        bool allExpired = IdentityProvider.Keys.All(key => key.NotAfter < now);
        if (CertificateExpiry == CertificateExpiryPolicy.Reject && allExpired)
        {
            TrustedKey key = IdentityProvider.Keys[0];
            problems.Add(new SamlError(
                SamlErrorCode.CertificateExpired, null, SafeText.Of(key.NotAfter), key.Subject, null));
        }
    }

    private static bool IsHttpsOrLoopback(string url)
    {
        if (url.AsSpan().ContainsAny(s_notInUrl) || url.AsSpan().ContainsAnyInRange('\0', ' '))
        {
            return false;
        }

        if (url.StartsWith("https://", StringComparison.Ordinal))
        {
            return Host(url.AsSpan("https://".Length)).Length > 0;
        }

        ReadOnlySpan<char> rest = url.StartsWith("http://", StringComparison.Ordinal) ? url.AsSpan("http://".Length) : [];
        return Host(rest) is "localhost" or "127.0.0.1" or "[::1]";
    }

    /// <summary>The host of an authority; empty when there is none, or user information before it.</summary>
    private static ReadOnlySpan<char> Host(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOfAny('/', '?');
        ReadOnlySpan<char> authority = end < 0 ? rest : rest[..end];
        if (authority.Contains('@'))
        {
            return [];
        }

        int port = authority[(authority.LastIndexOf(']') + 1)..].IndexOf(':');
        return port < 0 ? authority : authority[..(authority.LastIndexOf(']') + 1 + port)];
    }

    private static bool IsPlaceholder(string text) =>
        text.Contains("ACxx", StringComparison.OrdinalIgnoreCase)
        || text.Contains("JQxx", StringComparison.OrdinalIgnoreCase)
        || text.Contains("ACS_URL", StringComparison.OrdinalIgnoreCase)
        || text.Contains("entity_ID", StringComparison.Ordinal);

    private static SamlError Invalid(string detail) => new(SamlErrorCode.OptionsInvalid, null, detail, "1", null);
}
