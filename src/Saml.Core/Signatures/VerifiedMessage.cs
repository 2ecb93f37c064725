namespace Saml.Core.Signatures;

/// <summary>The verified signatures of one message: of the Response, of its assertion, or of both.</summary>
internal sealed class VerifiedMessage
{
    public VerifiedMessage(VerifiedElement? response, VerifiedElement? assertion)
    {
        Response = response;
        Assertion = assertion;
        if (response is null && assertion is null)
        {
            throw new ArgumentException("A message without any verified signature is not verified.");
        }
    }

    public VerifiedElement? Response { get; }

    public VerifiedElement? Assertion { get; }

    /// <summary>The assertion's own signature, else the Response's.</summary>
    public VerifiedElement ClosestToAssertion => Assertion ?? Response!;

    public bool UsesSha1 => Response is { UsesSha1: true } || Assertion is { UsesSha1: true };

    public SignatureRequirement SignedParts => Response is null
        ? SignatureRequirement.Assertion
        : Assertion is null ? SignatureRequirement.Response : SignatureRequirement.ResponseAndAssertion;
}
