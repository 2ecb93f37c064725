namespace Saml.Core.Testing;

/// <summary>Which elements of a message carry an enveloped signature of their own.</summary>
public enum SignaturePlacement
{
    /// <summary>Nothing is signed.</summary>
    None,

    /// <summary>The document element, in a SAML response the Response.</summary>
    Response,

    /// <summary>The Assertion.</summary>
    Assertion,

    /// <summary>Both; the Assertion is signed first, so that the Response's signature covers the Assertion's.</summary>
    ResponseAndAssertion,
}
