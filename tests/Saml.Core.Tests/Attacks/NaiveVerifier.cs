using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// A verifier as it is written every day: any Signature anywhere, verified by SignedXml with a pinned key, says yes to
/// the whole message. It shows that an attack would have worked.
/// </summary>
internal static class NaiveVerifier
{
    public static bool Accepts(byte[] message, params IReadOnlyList<X509Certificate2> certificates)
    {
        try
        {
            return Signatures(message).Any(signature => certificates.Any(certificate =>
                Verifies(signature, certificate, nodes => nodes[0])
                || Verifies(signature, certificate, nodes => nodes[nodes.Count - 1])));
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static IEnumerable<XmlElement> Signatures(byte[] message)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };
        using MemoryStream octets = new(message);
        using XmlReader reader = XmlReader.Create(octets, settings);
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document.SelectNodes("//*[local-name() = 'Signature']")!.Cast<XmlElement>().ToArray();
    }

    private static bool Verifies(
        XmlElement signature, X509Certificate2 certificate, Func<XmlNodeList, XmlNode?> choose)
    {
        NaiveSignedXml signedXml = new((XmlElement)signature.ParentNode!, choose);
        try
        {
            signedXml.LoadXml(signature);
            return signedXml.CheckSignature(certificate, verifySignatureOnly: true);
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException or FormatException)
        {
            return false;
        }
    }

    // Takes one of several elements with the ID, where SignedXml itself would not decide.
    private sealed class NaiveSignedXml(XmlElement parent, Func<XmlNodeList, XmlNode?> choose) : SignedXml(parent)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue)
        {
            XmlNodeList? found = idValue.Contains('\'') ? null : document?.SelectNodes($"//*[@ID = '{idValue}']");
            return found is { Count: > 0 }
                ? (XmlElement?)choose(found)
                : base.GetIdElement(document, idValue);
        }
    }
}
