using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// A message with right digests whose SignatureValue no signer makes: an attacker's, or one that goes against the rules
/// of its algorithm.
/// </summary>
internal sealed record Forgery(Func<byte[], byte[]> Sign)
{
    /// <summary>What the message says.</summary>
    public static ResponseTemplate Template { get; } = SignedMessage.Template with { NameId = Genuine.VictimId };

    /// <summary>Edits SignedInfo before it is signed.</summary>
    public Func<string, string> EditSignedInfo { get; init; } = text => text;

    /// <summary>The KeyInfo element; null: the trusted certificate's.</summary>
    public string? KeyInfo { get; init; }

    public ServiceProvider ServiceProvider { get; init; } = new();

    /// <summary>The same by the trusted key and by the rules.</summary>
    public Func<SignaturePlacement, byte[]> Twin { get; init; } = placement => SignedMessage.Mint(placement);

    public byte[] Message(SignaturePlacement placement)
    {
        string xml = Encoding.UTF8.GetString(Keys.Rsa.Mint(Template, placement));
        xml = SignatureText.Edit(xml, "SignedInfo", EditSignedInfo);
        string value = Convert.ToBase64String(Sign(SignedInfo(xml)));
        xml = SignatureText.EditContent(xml, "SignatureValue", _ => value);
        return Encoding.UTF8.GetBytes(
            KeyInfo is null ? xml : SignatureText.Edit(xml, "KeyInfo", _ => KeyInfo));
    }

    /// <summary>What is signed: the canonical form of the first SignedInfo.</summary>
    public static byte[] SignedInfo(string xml)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        XmlDocument signedInfo = new() { PreserveWhitespace = true, XmlResolver = null };
        signedInfo.LoadXml(document.SelectSingleNode("//*[local-name() = 'SignedInfo']")!.OuterXml);
        XmlDsigExcC14NTransform canonicalization = new();
        canonicalization.LoadInput(signedInfo);
        using MemoryStream octets = (MemoryStream)canonicalization.GetOutput(typeof(Stream));
        return octets.ToArray();
    }

    /// <summary>The octets of the first SignatureValue.</summary>
    public static byte[] SignatureValue(string xml)
    {
        string element = SignatureText.Element(xml, "SignatureValue");
        return Convert.FromBase64String(element[(element.IndexOf('>') + 1)..element.LastIndexOf('<')]);
    }
}
