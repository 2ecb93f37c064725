namespace Saml.Core;

/// <summary>
/// Which signatures a message must carry. In every setting a signature that is present must verify, and the assertion
/// must be covered by one that does: by its own, or by that of the Response around it.
/// </summary>
public enum SignatureRequirement
{
    /// <summary>Both the Response and the assertion; what Okta and Entra ID can send and Twilio asks for.</summary>
    ResponseAndAssertion = 0,

    /// <summary>At least the Response; Google with "Signed response".</summary>
    Response = 1,

    /// <summary>At least the assertion; then nothing that only the Response says is protected.</summary>
    Assertion = 2,

    /// <summary>Either of the two.</summary>
    ResponseOrAssertion = 3,
}
