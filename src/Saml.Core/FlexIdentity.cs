using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Saml.Core.Errors;
using Saml.Core.Flex;
using Saml.Core.Validation;

namespace Saml.Core;

/// <summary>
/// A user of Twilio Flex, as an identity provider that is trusted says in an assertion that every rule holds for. It
/// is the full truth of this login: what Flex stores is replaced by it.
/// </summary>
public sealed class FlexIdentity
{
    private const string AttributeClaimPrefix = "saml:attribute:";

    private readonly SamlAssertion _assertion;

    private FlexIdentity(SamlAssertion assertion, in FlexContent content)
    {
        _assertion = assertion;
        FullName = content.FullName;
        Email = content.Email;
        ImageUrl = content.ImageUrl;
        Roles = content.Roles.AsReadOnly();
    }

    /// <summary>The NameID, verbatim: the worker's unique id. Another one is another, billable worker.</summary>
    public string UserId => _assertion.NameId;

    /// <summary>The NameID's Format URI; null when absent.</summary>
    public string? NameIdFormat => _assertion.NameIdFormat;

    /// <summary>Attribute <c>full_name</c>, XML white space trimmed, not empty.</summary>
    public string FullName { get; }

    /// <summary>Attribute <c>email</c>, XML white space trimmed, an address by its form.</summary>
    public string Email { get; }

    /// <summary>Attribute <c>image_url</c>, an absolute https URL; null when absent or empty.</summary>
    public string? ImageUrl { get; }

    /// <summary>
    /// Attribute <c>roles</c>, split at commas over all values, XML white space trimmed, in document order, each once.
    /// Unknown roles are kept, <c>flex.*</c> ones left out with a warning.
    /// </summary>
    public IReadOnlyList<FlexRole> Roles { get; }

    /// <summary>All attributes, verbatim.</summary>
    public IReadOnlyList<SamlAttribute> Attributes => _assertion.Attributes;

    /// <summary>The Issuer: the configured identity provider.</summary>
    public string Issuer => _assertion.Issuer;

    /// <summary>The assertion's ID.</summary>
    public string AssertionId => _assertion.Id;

    /// <summary>When the user authenticated.</summary>
    public DateTimeOffset AuthnInstant => _assertion.AuthnInstant;

    /// <summary>The identity provider's session; null when absent.</summary>
    public string? SessionIndex => _assertion.SessionIndex;

    /// <summary>When the session has to end; null when not named.</summary>
    public DateTimeOffset? SessionNotOnOrAfter => _assertion.SessionNotOnOrAfter;

    /// <summary>The authentication context class; null when named in another way.</summary>
    public string? AuthnContextClassRef => _assertion.AuthnContextClassRef;

    /// <summary>Whether the user has a role; ordinal, without any hierarchy.</summary>
    /// <param name="role">The role.</param>
    /// <returns>True when it is among <see cref="Roles"/>.</returns>
    public bool IsInRole(FlexRole role) => Roles.Contains(role);

    /// <summary>Whether the user has a role; ordinal, without any hierarchy.</summary>
    /// <param name="role">The role's name.</param>
    /// <returns>True when it is among <see cref="Roles"/>.</returns>
    public bool IsInRole(string role) => IsInRole(new FlexRole(role));

    /// <summary>
    /// TaskRouter worker attributes: one JSON object with <c>full_name</c>, <c>email</c>, <c>roles</c> as an array,
    /// <c>image_url</c> where there is one, then every other attribute in ordinal order of its name, as a string or, with
    /// several values, as an array of strings. Attributes whose name is a URI are left out: Flex does not map them.
    /// </summary>
    /// <returns>The same text for the same identity.</returns>
    public string ToWorkerAttributesJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("full_name", FullName);
            json.WriteString("email", Email);
            json.WriteStartArray("roles");
            foreach (FlexRole role in Roles)
            {
                json.WriteStringValue(role.Name);
            }

            json.WriteEndArray();
            if (ImageUrl is not null)
            {
                json.WriteString("image_url", ImageUrl);
            }

            WriteFurther(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// The identity as claims: NameIdentifier from the NameID, Name from <c>full_name</c>, a Role for each of
    /// <see cref="Roles"/>, and every attribute value under the prefix <c>saml:attribute:</c>, so that none can pose as
    /// one of those. The issuer of each claim is the identity provider.
    /// </summary>
    /// <param name="authenticationType">The authentication type, not blank: a blank one would mean "not authenticated".</param>
    /// <returns>A new identity.</returns>
    public ClaimsIdentity ToClaimsIdentity(string authenticationType = "Saml")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(authenticationType);
        ClaimsIdentity identity = new(authenticationType, ClaimTypes.Name, ClaimTypes.Role);
        Add(ClaimTypes.NameIdentifier, UserId);
        Add(ClaimTypes.Name, FullName);
        foreach (FlexRole role in Roles)
        {
            Add(ClaimTypes.Role, role.Name);
        }

        foreach (SamlAttribute attribute in Attributes)
        {
            foreach (SamlAttributeValue value in attribute.Values)
            {
                if (value.Text is not null)
                {
                    Add(AttributeClaimPrefix + attribute.Name, value.Text);
                }
            }
        }

        return identity;

        void Add(string type, string value) =>
            identity.AddClaim(new Claim(type, value, ClaimValueTypes.String, Issuer, Issuer, identity));
    }

    /// <summary>Counts and ids, never a value.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        $"Flex identity of assertion {AssertionId}: {Roles.Count} roles, {Attributes.Count} attributes";

    /// <summary>Maps an accepted assertion; the only way to an identity.</summary>
    internal static FlexIdentity Map(AcceptedAssertion accepted, FlexPolicy policy, ref WarningList warnings)
    {
        SamlAssertion assertion = accepted.Assertion;
        return new FlexIdentity(
            assertion, FlexContent.Read(assertion.NameId, assertion.Attributes, policy, ref warnings));
    }

    private void WriteFurther(Utf8JsonWriter json)
    {
        IEnumerable<IGrouping<string, SamlAttribute>> further = Attributes
            .Where(attribute => !IsOwn(attribute.Name) && !attribute.Name.Contains(':', StringComparison.Ordinal))
            .GroupBy(attribute => attribute.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, SamlAttribute> group in further)
        {
            string[] texts = [.. group.SelectMany(attribute => attribute.Values).Select(value => value.Text ?? "")];
            if (texts.Length <= 1)
            {
                json.WriteString(group.Key, texts.Length == 0 ? "" : texts[0]);
                continue;
            }

            json.WriteStartArray(group.Key);
            foreach (string text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    private static bool IsOwn(string name) => name is "full_name" or "email" or "roles" or "image_url";
}
