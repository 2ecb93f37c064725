using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Signatures;

/// <summary>Verification by SignedXml, which knows RSA PKCS #1 v1.5 only and does not ask what is signed.</summary>
internal static class SignedXmlOracle
{
    public static bool Verifies(SignatureVector vector, SignaturePlacement placement) =>
        Verifies(vector.Message(placement), placement, vector.ServiceProvider);

    public static bool Verifies(byte[] message, SignaturePlacement placement, ServiceProvider serviceProvider)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(Encoding.UTF8.GetString(message).TrimStart('\uFEFF'));
        string parent = placement == SignaturePlacement.Response ? "Response" : "Assertion";
        XmlElement signature = (XmlElement)document.SelectSingleNode(
            $"//*[local-name() = '{parent}']/*[local-name() = 'Signature']")!;

        // SignedXml reads KeyInfo even when it is given a key, and throws where it does not understand it.
        XmlNode? keyInfo = signature.SelectSingleNode("*[local-name() = 'KeyInfo']");
        keyInfo?.ParentNode!.RemoveChild(keyInfo);

        SignedXml signedXml = new((XmlElement)signature.ParentNode!);
        try
        {
            signedXml.LoadXml(signature);
            return serviceProvider.Certificates.Any(each => signedXml.CheckSignature(each, verifySignatureOnly: true));
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException or FormatException)
        {
            return false;
        }
    }
}
