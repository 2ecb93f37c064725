using System.Diagnostics.CodeAnalysis;
using Saml.Core.Xml;

namespace Saml.Core.Messages;

/// <summary>
/// An assertion that nothing has been verified about. It may cause a rejection or a finding, never an acceptance: no
/// conversion to <see cref="Assertion"/> exists. A default value stands for an absent one.
/// </summary>
internal readonly struct UnverifiedAssertion
{
    private readonly AssertionContent _content;

    private UnverifiedAssertion(in AssertionContent content) => _content = content;

    public bool Exists => _content.Exists;

    [UnscopedRef]
    public ref readonly AssertionContent Content => ref _content;

    public static UnverifiedAssertion Read(XmlElement element) => new(AssertionContent.Read(element));
}
