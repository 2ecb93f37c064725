using Saml.Core.Signatures;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>An assertion that a trusted key signed: itself, or the Response that it is the one assertion of.</summary>
internal sealed class Assertion
{
    private readonly AssertionContent _content;

    private Assertion(in AssertionContent content, VerifiedMessage proof)
    {
        _content = content;
        Proof = proof;
    }

    public ref readonly AssertionContent Content => ref _content;

    /// <summary>What was verified.</summary>
    public VerifiedMessage Proof { get; }

    /// <summary>Reads the assertion that was signed, from what was signed.</summary>
    public static Assertion Read(VerifiedMessage verified)
    {
        XmlElement element = verified.ClosestToAssertion.Content.Element;
        if (!element.Is(XmlNamespace.Assertion, "Assertion"u8))
        {
            element = FindAssertion(element);
        }

        return new Assertion(AssertionContent.Read(element), verified);
    }

    private static XmlElement FindAssertion(XmlElement response)
    {
        XmlElement assertion = default;
        int count = 0;
        XmlChildren children = response.Children;
        while (children.TryTake(out XmlElement child))
        {
            if (child.Is(XmlNamespace.Assertion, "Assertion"u8))
            {
                assertion = child;
                count++;
            }
        }

        // The rules have counted already; a second opinion costs nothing and leaves no way around them.
        return count == 1 ? assertion : throw response.Reject(SamlErrorCode.MultipleAssertions, "1");
    }
}
