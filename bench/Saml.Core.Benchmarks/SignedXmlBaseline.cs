using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Saml.Core.Benchmarks;

/// <summary>
/// What .NET developers write today, hardened as far as it goes: XmlDocument without DTD, SignedXml with the configured certificate, the
/// Reference tied to the element that carries the signature.
/// </summary>
public sealed class SignedXmlBaseline
{
    private static readonly XmlReaderSettings s_settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly X509Certificate2 _certificate;

    public SignedXmlBaseline(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>Verifies every signature of the Response and of its assertion.</summary>
    public int Verify(byte[] xml)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        using (XmlReader reader = XmlReader.Create(new MemoryStream(xml), s_settings))
        {
            document.Load(reader);
        }

        XmlElement response = document.DocumentElement!;
        return VerifyElement(response)
            + VerifyElement(response["Assertion", "urn:oasis:names:tc:SAML:2.0:assertion"]!);
    }

    private int VerifyElement(XmlElement element)
    {
        XmlElement? signature = element["Signature", SignedXml.XmlDsigNamespaceUrl];
        if (signature is null)
        {
            return 0;
        }

        PinnedSignedXml signed = new(element);
        signed.LoadXml(signature);
        bool isExpected = signed.SignedInfo!.References is [Reference reference]
            && reference.Uri == "#" + element.GetAttribute("ID")
            && reference.TransformChain.Count == 2
            && signed.SignedInfo.CanonicalizationMethod == SignedXml.XmlDsigExcC14NTransformUrl
            && signed.SignedInfo.SignatureMethod == SignedXml.XmlDsigRSASHA256Url;
        return isExpected && signed.CheckSignature(_certificate, verifySignatureOnly: true)
            ? 1
            : throw new InvalidOperationException("The baseline does not verify.");
    }

    private sealed class PinnedSignedXml(XmlElement element) : SignedXml(element)
    {
        private readonly XmlElement _element = element;

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            _element.GetAttribute("ID") == idValue ? _element : null;
    }
}
