using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>
/// An assertion that nothing has been verified about. It may cause a rejection or a finding, never an acceptance: no
/// conversion to <see cref="Assertion"/> exists.
/// </summary>
internal sealed class UnverifiedAssertion
{
    private UnverifiedAssertion(AssertionContent content) => Content = content;

    public AssertionContent Content { get; }

    public static UnverifiedAssertion Read(XmlElement element) => new(AssertionContent.Read(element));
}
