using System.Diagnostics.CodeAnalysis;
using Saml.Core.Errors;
using Saml.Core.Signatures;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>
/// A <c>samlp:Response</c> (SAML Core 3.2.2, 3.3.3) that nothing has been verified about. What it says may cause a
/// rejection, never an acceptance; that holds for a Response with a verified signature as well, because nothing that
/// only a Response says is needed to accept.
/// </summary>
internal readonly struct UnverifiedResponse
{
    private readonly UnverifiedAssertion _assertion;

    private UnverifiedResponse(XmlElement element)
    {
        Element = element;
        AssertionContent.CheckId(element);
        IssueInstant = SamlInstant.Read(element, "IssueInstant"u8);
        IsSigned = MessageSignatures.FindSignature(element, out _).Exists;

        XmlChildren children = element.Children;
        if (children.TryTake(XmlNamespace.Assertion, "Issuer"u8, out XmlElement issuer))
        {
            Issuer = NameIdentifier.Read(issuer);
        }

        children.TryTake(XmlNamespace.Protocol, "Extensions"u8, out _);
        if (children.TryTake(XmlNamespace.Protocol, "Status"u8, out XmlElement status))
        {
            Status = Status.Read(status);
        }

        while (TryTakeAssertion(ref children, out XmlElement assertion))
        {
            if (assertion.Is(XmlNamespace.Assertion, "EncryptedAssertion"u8))
            {
                EncryptedAssertionCount++;
                continue;
            }

            if (AssertionCount++ == 0)
            {
                _assertion = UnverifiedAssertion.Read(assertion);
            }
        }

        children.End();
        CheckNestedAssertions();
        if (IsSigned && !Issuer.Exists)
        {
            // SAML Profiles 4.1.4.2.
            throw element.Reject(SamlErrorCode.MissingElement, expected: "Issuer, which a signed Response must have");
        }
    }

    public XmlElement Element { get; }

    public DateTimeOffset IssueInstant { get; }

    /// <summary>A Signature is a direct child.</summary>
    public bool IsSigned { get; }

    public NameIdentifier Issuer { get; }

    /// <summary>A default value, without any code, when it is absent.</summary>
    public Status Status { get; }

    public int AssertionCount { get; }

    public int EncryptedAssertionCount { get; }

    /// <summary>The first assertion; a default value when there is none.</summary>
    [UnscopedRef]
    public ref readonly UnverifiedAssertion Assertion => ref _assertion;

    /// <summary>Reads the document element, which must be a Response.</summary>
    public static UnverifiedResponse Read(XmlTree tree)
    {
        XmlElement root = tree.Root;
        if (!root.Is(XmlNamespace.Protocol, "Response"u8))
        {
            throw root.Reject(SamlErrorCode.UnexpectedMessageType, "samlp:Response", ExpandedName(root));
        }

        return new UnverifiedResponse(root);
    }

    public bool TryDestination(out ReadOnlySpan<byte> destination) => Element.TryAttribute("Destination"u8, out destination);

    /// <summary>The request that it says to answer; false for a default value too, which stands for an absent Response.</summary>
    public bool TryInResponseTo(out ReadOnlySpan<byte> requestId)
    {
        requestId = default;
        return Element.Exists && Element.TryAttribute("InResponseTo"u8, out requestId);
    }

    private static bool TryTakeAssertion(ref XmlChildren children, out XmlElement assertion) =>
        children.TryTake(XmlNamespace.Assertion, "Assertion"u8, out assertion)
        || children.TryTake(XmlNamespace.Assertion, "EncryptedAssertion"u8, out assertion);

    private static string ExpandedName(XmlElement element)
    {
        ReadOnlySpan<byte> namespaceName = element.Tree.NamespaceName(element.NamespaceId);
        return namespaceName.IsEmpty ? element.DisplayName() : $"{element.DisplayName()} in {SafeText.Of(namespaceName)}";
    }

    // An assertion has one place in a Response; more may stand in its Advice, where nothing reads them.
    private void CheckNestedAssertions()
    {
        XmlTree tree = Element.Tree;
        if (tree.AssertionCount == AssertionCount)
        {
            return;
        }

        for (int index = 1; index < tree.NodeCount; index++)
        {
            ref readonly XmlNode node = ref tree.Node(index);
            if (node.Kind != XmlNodeKind.Element)
            {
                continue;
            }

            XmlElement nested = new(tree, index);
            if (nested.Is(XmlNamespace.Assertion, "Advice"u8) && IsOfAssertion(node))
            {
                index = node.SubtreeEnd - 1;
            }
            else if (node.Parent != Element.Index && nested.Is(XmlNamespace.Assertion, "Assertion"u8))
            {
                throw nested.Reject(
                    SamlErrorCode.UnexpectedElement,
                    actual: nested.DisplayName(),
                    subject: new XmlElement(tree, node.Parent).DisplayName());
            }
        }
    }

    private bool IsOfAssertion(in XmlNode advice)
    {
        XmlElement parent = new(Element.Tree, advice.Parent);
        return parent.Is(XmlNamespace.Assertion, "Assertion"u8)
            && Element.Tree.Node(parent.Index).Parent == Element.Index;
    }
}
