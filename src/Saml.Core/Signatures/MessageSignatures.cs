using System.Globalization;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Signatures;

/// <summary>
/// The signatures of a message: at most one that is a child of the Response, and at most one that is a child of its
/// assertion. A signature anywhere else refuses the message; every one that is present has to verify.
/// </summary>
internal readonly struct MessageSignatures
{
    // Canonical form of a whole message is seldom longer than the message; namespace declarations can make it so.
    private const int MaxCanonicalGrowth = 4;
    private const int CanonicalRoom = 4096;

    private readonly EnvelopedSignature? _ofResponse;
    private readonly EnvelopedSignature? _ofAssertion;

    private MessageSignatures(EnvelopedSignature? ofResponse, EnvelopedSignature? ofAssertion)
    {
        _ofResponse = ofResponse;
        _ofAssertion = ofAssertion;
    }

    /// <summary>Finds the signatures by position and checks all of their form that needs no cryptography.</summary>
    public static MessageSignatures Read(
        XmlElement response, XmlElement assertion, SignatureRequirement requirement, SignaturePolicy policy)
    {
        XmlElement ofResponse = FindSignature(response, out int responseCount);
        XmlElement ofAssertion = FindSignature(assertion, out int assertionCount);
        CheckPresence(response, ofResponse.Exists, ofAssertion.Exists, requirement);
        CheckCount(response, responseCount);
        CheckCount(assertion, assertionCount);
        if (response.Tree.SignatureCount != responseCount + assertionCount)
        {
            throw Misplaced(response, assertion);
        }

        return new MessageSignatures(
            ofResponse.Exists ? EnvelopedSignature.Read(response, ofResponse, policy) : null,
            ofAssertion.Exists ? EnvelopedSignature.Read(assertion, ofAssertion, policy) : null);
    }

    /// <summary>
    /// The same for an assertion that no Response is around: no profile posts one, and the validator refuses it before.
    /// </summary>
    public static MessageSignatures ReadBare(XmlElement assertion, SignaturePolicy policy)
    {
        XmlElement signature = FindSignature(assertion, out int count);
        if (!signature.Exists)
        {
            throw assertion.Reject(SamlErrorCode.NothingSigned);
        }

        CheckCount(assertion, count);
        return assertion.Tree.SignatureCount == count
            ? new MessageSignatures(null, EnvelopedSignature.Read(assertion, signature, policy))
            : throw Misplaced(assertion, assertion);
    }

    /// <summary>Verifies every signature, the Response's first.</summary>
    public VerifiedMessage Verify(SignaturePolicy policy)
    {
        using CanonicalBuffer buffer = Buffer((_ofResponse ?? _ofAssertion)!.Value.Parent);
        return new VerifiedMessage(
            _ofResponse is { } first ? VerifiedElement.Verify(first, policy, buffer) : null,
            _ofAssertion is { } second ? VerifiedElement.Verify(second, policy, buffer) : null);
    }

    /// <summary>A buffer for the canonical form of anything in the message of an element.</summary>
    public static CanonicalBuffer Buffer(XmlElement any)
    {
        int length = any.Tree.Root.Length;
        return new CanonicalBuffer(length + CanonicalRoom, (length * MaxCanonicalGrowth) + CanonicalRoom);
    }

    /// <summary>The first Signature among the children of an element, and how many there are.</summary>
    public static XmlElement FindSignature(XmlElement parent, out int count)
    {
        XmlTree tree = parent.Tree;
        XmlElement found = default;
        count = 0;
        int end = tree.Node(parent.Index).SubtreeEnd;
        for (int index = parent.Index + 1; index < end; index = tree.Node(index).SubtreeEnd)
        {
            XmlElement child = new(tree, index);
            if (tree.Node(index).Kind == XmlNodeKind.Element && child.IsSignature)
            {
                found = count++ == 0 ? child : found;
            }
        }

        return found;
    }

    private static void CheckPresence(
        XmlElement response, bool responseSigned, bool assertionSigned, SignatureRequirement requirement)
    {
        if (!responseSigned && !assertionSigned)
        {
            throw response.Reject(SamlErrorCode.NothingSigned);
        }

        bool needsResponse = requirement is SignatureRequirement.Response or SignatureRequirement.ResponseAndAssertion;
        if (needsResponse && !responseSigned)
        {
            throw response.Reject(SamlErrorCode.ResponseNotSigned, requirement.ToString());
        }

        bool needsAssertion = requirement is SignatureRequirement.Assertion or SignatureRequirement.ResponseAndAssertion;
        if (needsAssertion && !assertionSigned)
        {
            throw response.Reject(SamlErrorCode.AssertionNotSigned, requirement.ToString());
        }
    }

    private static void CheckCount(XmlElement parent, int count)
    {
        if (count > 1)
        {
            throw parent.Reject(
                SamlErrorCode.MultipleSignatures, "1", count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static SamlRejection Misplaced(XmlElement response, XmlElement assertion)
    {
        XmlTree tree = response.Tree;
        for (int index = 1; index < tree.NodeCount; index++)
        {
            XmlElement element = new(tree, index);
            ref readonly XmlNode node = ref tree.Node(index);
            if (node.Kind == XmlNodeKind.Element && node.Parent != response.Index && node.Parent != assertion.Index
                && element.IsSignature)
            {
                return element.Reject(SamlErrorCode.SignatureMisplaced, actual: tree.Location(index).ElementPath);
            }
        }

        // The document element itself is one.
        return response.Reject(SamlErrorCode.SignatureMisplaced);
    }
}
