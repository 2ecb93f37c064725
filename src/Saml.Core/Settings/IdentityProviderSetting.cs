namespace Saml.Core;

/// <summary>A setting at the identity provider that decides whether its messages are accepted.</summary>
public enum IdentityProviderSetting
{
    /// <summary>That the Response is signed.</summary>
    SignResponse,

    /// <summary>That the assertion is signed.</summary>
    SignAssertion,

    /// <summary>The algorithms of signature and digest.</summary>
    SignatureAlgorithm,

    /// <summary>Whether assertions, Name IDs or attributes are encrypted.</summary>
    Encryption,

    /// <summary>The signing certificate.</summary>
    Certificate,

    /// <summary>The entity id under which it issues messages.</summary>
    Issuer,

    /// <summary>The URL that messages are posted to: Destination and Recipient.</summary>
    AssertionConsumerServiceUrl,

    /// <summary>The entity id of the service provider.</summary>
    Audience,

    /// <summary>The Name ID and its format.</summary>
    NameId,

    /// <summary>The attributes and their names.</summary>
    Attributes,

    /// <summary>The attribute <c>roles</c> and its values.</summary>
    Roles,

    /// <summary>Who may use the application.</summary>
    Assignment,

    /// <summary>How far NotBefore is put back for the sake of clocks that differ.</summary>
    Clock,

    /// <summary>How long an assertion is valid.</summary>
    Lifetime,

    /// <summary>Whether a request's ForceAuthn is honoured.</summary>
    ForceAuthn,

    /// <summary>The RelayState that is sent by default.</summary>
    RelayState,
}
