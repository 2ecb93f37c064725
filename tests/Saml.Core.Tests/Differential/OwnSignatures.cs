using System.Xml;

namespace Saml.Core.Tests.Differential;

/// <summary>The elements of a message that carry a Signature of their own, as XPath.</summary>
internal static class OwnSignatures
{
    public const string Child = "*[local-name() = 'Signature' and namespace-uri() = 'http://www.w3.org/2000/09/xmldsig#']";

    private const string Assertions = "/*/*[local-name() = 'Assertion']";

    public static IEnumerable<string> Parents(XmlDocument document) =>
        Enumerable.Range(1, document.SelectNodes(Assertions)!.Count)
            .Select(number => $"{Assertions}[{number}]")
            .Prepend("/*")
            .Where(parent => document.SelectSingleNode($"{parent}/{Child}") is not null);
}
