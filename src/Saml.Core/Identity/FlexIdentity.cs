using System.Globalization;
using System.Security.Claims;
using System.Text;
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

    private FlexIdentity(SamlAssertion assertion, in FlexContext context)
    {
        _assertion = assertion;
        FullName = context.FullName.Text!;
        Email = context.Email.Text!;
        ImageUrl = context.ImageUrl.Text;
        Roles = context.Roles.Roles.AsReadOnly();
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
    /// Attribute <c>roles</c>, split at commas over all values, white space trimmed, in document order, each once.
    /// Unknown roles are kept, <c>flex.*</c> ones left out with a warning.
    /// </summary>
    public IReadOnlyList<FlexRole> Roles { get; }

    /// <summary>
    /// Attribute <c>public_identity</c>, the name that customers see in place of <see cref="FullName"/>, XML white space
    /// trimmed; null when absent or empty.
    /// </summary>
    public string? PublicIdentity
    {
        get
        {
            string? text = WorkerAttributes.FirstOrDefault(attribute => attribute.Name == FlexNames.PublicIdentity)?.Text;
            return text?.Trim(Blank.WhiteSpace) is { Length: > 0 } trimmed ? trimmed : null;
        }
    }

    /// <summary>
    /// <see cref="UserId"/> as Twilio Voice and Conversations name the user: ASCII letters and digits as they are, every
    /// other octet of UTF-8 as an underscore and two upper-case hexadecimal digits: <c>jane_40example_2Ecom</c>. Advisory:
    /// Twilio documents "@" and "." only.
    /// </summary>
    public string EncodedIdentity
    {
        get
        {
            StringBuilder encoded = new(UserId.Length * 2);
            foreach (byte octet in Encoding.UTF8.GetBytes(UserId))
            {
                if (char.IsAsciiLetterOrDigit((char)octet))
                {
                    encoded.Append((char)octet);
                }
                else
                {
                    encoded.Append(CultureInfo.InvariantCulture, $"_{octet:X2}");
                }
            }

            return encoded.ToString();
        }
    }

    /// <summary>
    /// What Flex stores with the worker, with types: <c>full_name</c>, <c>email</c>, <c>roles</c>, <c>image_url</c> where
    /// it was sent, then every other attribute in ordinal order of its name. Read from <see cref="Attributes"/> at each
    /// call. Left out are names that are URIs, which Flex does not map, values that hold elements, and, of several
    /// attributes that become one, all but the first; a warning names them.
    /// </summary>
    public IReadOnlyList<FlexAttribute> WorkerAttributes =>
        WorkerAttributeList.Read(FullName, Email, Roles, ImageUrl, Attributes);

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
    /// TaskRouter worker attributes: one JSON object of <see cref="WorkerAttributes"/>, in their order. Numbers, booleans
    /// and lists are such; an empty attribute is an empty string, an empty list an empty array.
    /// </summary>
    /// <remarks>
    /// It has 4,096 characters at most, as TaskRouter counts them. No more is escaped than must be: letters of any
    /// script, and <c>&lt;</c>, <c>&amp;</c> and <c>'</c>, are written as they are, so do not paste it into a page of HTML.
    /// </remarks>
    /// <returns>The same text for the same identity.</returns>
    public string ToWorkerAttributesJson() => WorkerAttributeList.ToJson(WorkerAttributes);

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
        FlexContext context = new(assertion.NameId, assertion.NameIdFormat, assertion.Attributes, policy);
        FlexRules.Check(context, ref warnings);
        return new FlexIdentity(assertion, context);
    }
}
