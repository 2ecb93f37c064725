using System.Globalization;
using System.Security.Cryptography;
using Saml.Core.Testing.Rendering;

namespace Saml.Core.Testing;

/// <summary>
/// What a minted SAML response says. The defaults make a login into Flex that Okta would send: answer to a request, one
/// bearer confirmation, five minutes of validity on either side, six attributes.
/// </summary>
/// <remarks>
/// Two templates have different IDs unless one is made from the other by <c>with</c>. For forms that no property here
/// can build, change the text of <see cref="ToXml"/> and sign it with <see cref="TestIdentityProvider.Sign"/>.
/// </remarks>
public sealed record ResponseTemplate
{
    /// <summary>The Flex connection that the default URLs and the default audience belong to.</summary>
    public const string ExampleConnectionSid = "JQ0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    /// <summary>The default of <see cref="InResponseTo"/>.</summary>
    public const string ExampleRequestId = "_3f6c1d9a8b2e4f705c6d";

    private const string ExampleAssertionConsumerServiceUrl =
        "https://login.flex.us1.twilio.com/login/callback?connection=" + ExampleConnectionSid;

    private readonly DateTimeOffset? _ownNotBefore;
    private readonly DateTimeOffset? _ownNotOnOrAfter;
    private readonly DateTimeOffset? _ownAuthnInstant;
    private readonly Own? _ownResponseInResponseTo;
    private readonly Own? _ownConfirmationInResponseTo;
    private readonly Own? _ownSessionIndex;
    private readonly string _unsolicitedSessionIndex = NewId();

    /// <summary>The Response's ID, "id" and digits; random by default.</summary>
    public string ResponseId { get; init; } = NewId();

    /// <summary>The Assertion's ID, "id" and digits; random by default.</summary>
    public string AssertionId { get; init; } = NewId();

    /// <summary>
    /// The Issuer of both Response and Assertion. Until it is set, <see cref="TestIdentityProvider.Mint"/> writes the
    /// identity provider's own entity ID and <see cref="ToXml"/> <see cref="TestIdentityProvider.ExampleEntityId"/>.
    /// </summary>
    public string Issuer { get => OwnIssuer ?? TestIdentityProvider.ExampleEntityId; init => OwnIssuer = value; }

    /// <summary>The Response's Destination; null omits it.</summary>
    public string? Destination { get; init; } = ExampleAssertionConsumerServiceUrl;

    /// <summary>The confirmation's Recipient; null omits it.</summary>
    public string? Recipient { get; init; } = ExampleAssertionConsumerServiceUrl;

    /// <summary>The ID of the request that is answered, on Response and confirmation; null omits it on both.</summary>
    public string? InResponseTo { get; init; } = ExampleRequestId;

    /// <summary><see cref="InResponseTo"/> on the Response alone; null omits it there.</summary>
    public string? ResponseInResponseTo
    {
        get => _ownResponseInResponseTo is { } own ? own.Value : InResponseTo;
        init => _ownResponseInResponseTo = new Own(value);
    }

    /// <summary><see cref="InResponseTo"/> on the confirmation alone; null omits it there.</summary>
    public string? ConfirmationInResponseTo
    {
        get => _ownConfirmationInResponseTo is { } own ? own.Value : InResponseTo;
        init => _ownConfirmationInResponseTo = new Own(value);
    }

    /// <summary>The IssueInstant of both Response and Assertion; the system's time by default.</summary>
    public DateTimeOffset IssueInstant { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>The Conditions' NotBefore; five minutes before <see cref="IssueInstant"/> by default.</summary>
    public DateTimeOffset NotBefore
    {
        get => _ownNotBefore ?? IssueInstant.AddMinutes(-5);
        init => _ownNotBefore = value;
    }

    /// <summary>
    /// NotOnOrAfter of both confirmation and Conditions; five minutes after <see cref="IssueInstant"/> by default.
    /// </summary>
    public DateTimeOffset NotOnOrAfter
    {
        get => _ownNotOnOrAfter ?? IssueInstant.AddMinutes(5);
        init => _ownNotOnOrAfter = value;
    }

    /// <summary>The one Audience.</summary>
    public string Audience { get; init; } = "urn:flex:" + ExampleConnectionSid;

    /// <summary>The Subject's NameID.</summary>
    public string NameId { get; init; } = "jane.doe@example.com";

    /// <summary>The NameID's Format; null omits it.</summary>
    public string? NameIdFormat { get; init; } = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    /// <summary>When the user authenticated; <see cref="IssueInstant"/> by default.</summary>
    public DateTimeOffset AuthnInstant { get => _ownAuthnInstant ?? IssueInstant; init => _ownAuthnInstant = value; }

    /// <summary>
    /// The SessionIndex; null omits it. By default <see cref="InResponseTo"/>, as Okta does it, or random without one.
    /// </summary>
    public string? SessionIndex
    {
        get => _ownSessionIndex is { } own ? own.Value : InResponseTo ?? _unsolicitedSessionIndex;
        init => _ownSessionIndex = new Own(value);
    }

    /// <summary>The AuthnContextClassRef.</summary>
    public string AuthnContextClassRef { get; init; } =
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    /// <summary>The attributes, in order; an empty list omits the AttributeStatement.</summary>
    public IReadOnlyList<TemplateAttribute> Attributes { get; init; } =
    [
        TemplateAttribute.Basic("full_name", "Jane Doe"),
        TemplateAttribute.Basic("email", "jane.doe@example.com"),
        TemplateAttribute.Basic("roles", "agent, supervisor"),
        new("image_url", TemplateAttribute.UriNameFormat, ["https://images.example.com/people/jane-doe.png"]),
        TemplateAttribute.Basic("department", "Customer Care"),
        TemplateAttribute.Basic("location", "Springfield"),
    ];

    /// <summary>The layout; null, the default, is Okta's.</summary>
    public ResponseShape? Shape { get; init; }

    internal string? OwnIssuer { get; private init; }

    /// <summary>A new ID as Okta makes them: "id" and 27 random digits.</summary>
    public static string NewId() => "id" + RandomNumberGenerator.GetString("0123456789", 27);

    /// <summary>An instant as the template writes it: UTC, milliseconds, "Z".</summary>
    /// <param name="instant">The instant; what is finer than a millisecond is cut off.</param>
    public static string FormatInstant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// The same with one attribute more or, where the name is there already, with other values for it.
    /// </summary>
    /// <param name="name">The Name.</param>
    /// <param name="values">One AttributeValue each; none makes an Attribute without values.</param>
    public ResponseTemplate WithAttribute(string name, params IReadOnlyList<string> values)
    {
        if (Attributes.All(attribute => attribute.Name != name))
        {
            return this with { Attributes = [.. Attributes, TemplateAttribute.Basic(name, values)] };
        }

        return this with { Attributes = [.. Attributes.Select(WithValues)] };

        TemplateAttribute WithValues(TemplateAttribute attribute) =>
            attribute.Name == name ? new(name, attribute.NameFormat, values) : attribute;
    }

    /// <summary>The same without the attribute.</summary>
    /// <param name="name">The Name.</param>
    public ResponseTemplate WithoutAttribute(string name) =>
        this with { Attributes = [.. Attributes.Where(attribute => attribute.Name != name)] };

    /// <summary>The unsigned Response: one line, in Okta's layout with an XML declaration first, or in its own.</summary>
    public string ToXml() => Shape is null ? OktaResponse.Render(this) : new ShapedResponse(this, Shape).Render();

    // A value that was set, which may be null, as opposed to one that follows another property.
    private readonly record struct Own(string? Value);
}
