namespace Saml.Core.Testing;

/// <summary>
/// How a <see cref="ResponseTemplate"/> is laid out where it is not in Okta's way: identity providers differ in prefixes,
/// order and in what they leave out. The defaults are what most of them have in common.
/// </summary>
public sealed record ResponseShape
{
    /// <summary>The prefix of the protocol's elements; the empty string means the default namespace.</summary>
    public string ProtocolPrefix { get; init; } = "samlp";

    /// <summary>The prefix of the assertion's elements; the empty string means the default namespace.</summary>
    public string AssertionPrefix { get; init; } = "saml";

    /// <summary>The XML declaration; null writes none.</summary>
    public string? XmlDeclaration { get; init; }

    /// <summary>The Response's Consent; null omits it.</summary>
    public string? Consent { get; init; }

    /// <summary>The Format of both Issuers; null omits it.</summary>
    public string? IssuerFormat { get; init; }

    /// <summary>Whether the AttributeStatement stands before the AuthnStatement.</summary>
    public bool AttributesFirst { get; init; }

    /// <summary>Whether each AttributeValue says that it is an xs:string.</summary>
    public bool TypesValues { get; init; }
}
