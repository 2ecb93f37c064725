namespace Saml.Core.Testing;

/// <summary>Where a Signature stands among its parent's children.</summary>
public enum SignaturePosition
{
    /// <summary>Directly after the Issuer, where the schema wants it; first when the parent has no Issuer.</summary>
    AfterIssuer,

    /// <summary>First.</summary>
    First,

    /// <summary>Last.</summary>
    Last,
}
