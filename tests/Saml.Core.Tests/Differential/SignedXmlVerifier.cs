using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Saml.Core.Tests.Differential;

/// <summary>Verification of a message's own signatures by SignedXml, with the keys given.</summary>
internal static class SignedXmlVerifier
{
    /// <summary>What does not verify, in words; null: every signature does.</summary>
    public static string? Refusal(byte[] message, IReadOnlyList<X509Certificate2> certificates)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        using MemoryStream octets = new(message);
        using XmlReader reader = XmlReader.Create(octets, new XmlReaderSettings { XmlResolver = null });
        document.Load(reader);
        string[] parents = [.. OwnSignatures.Parents(document)];
        parents.Should().NotBeEmpty();
        return parents.Select(parent => Refusal(document, parent, certificates)).FirstOrDefault(refusal => refusal is not null);
    }

    private static string? Refusal(
        XmlDocument document, string parent, IReadOnlyList<X509Certificate2> certificates)
    {
        XmlElement element = (XmlElement)document.SelectSingleNode(parent)!;
        XmlElement signature = (XmlElement)element.SelectSingleNode(OwnSignatures.Child)!;

        // SignedXml reads KeyInfo even when it is given a key; the Response's signature covers that of the assertion.
        XmlNode? keyInfo = signature.SelectSingleNode("*[local-name() = 'KeyInfo']");
        XmlNode? next = keyInfo?.NextSibling;
        keyInfo?.ParentNode!.RemoveChild(keyInfo);
        try
        {
            SignedXml signedXml = new(element);
            signedXml.LoadXml(signature);
            return certificates.Any(each => signedXml.CheckSignature(each, verifySignatureOnly: true))
                ? null
                : $"{parent}: does not verify";
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException or NullReferenceException)
        {
            return $"{parent}: {problem.Message}";
        }
        finally
        {
            if (keyInfo is not null)
            {
                signature.InsertBefore(keyInfo, next);
            }
        }
    }
}
