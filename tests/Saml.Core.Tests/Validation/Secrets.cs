using System.Xml.Linq;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>The personal data of a message: what must never appear in a text for logs.</summary>
internal static class Secrets
{
    // Shorter ones occur by chance.
    private const int LeastLength = 4;

    public static IReadOnlyList<string> Of(XDocument message)
    {
        IEnumerable<XElement> holders = message.Descendants().Where(element =>
            element.Name == AssertionNamespace + "NameID"
            || element.Name == ProtocolNamespace + "StatusMessage"
            || (element.Name == AssertionNamespace + "AttributeValue" && !IsRole(element.Parent)));
        return [.. holders.Select(holder => holder.Value.Trim()).Where(text => text.Length >= LeastLength).Distinct()];
    }

    // Role names may be shown.
    private static bool IsRole(XElement? attribute) => attribute?.Attribute("Name")?.Value == "roles";
}
