using System.Security.Cryptography;
using System.Text;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Fuzz.Genuine;
using Saml.Core.Signatures;
using Saml.Core.Xml;

namespace Saml.Core.Fuzz.Targets;

/// <summary>
/// Puts the right digest and signature into a message that was changed. Only a fuzzer wants that, and only where the
/// form of the signature is accepted; the canonical form is the library's own, since here it is not on trial.
/// </summary>
internal static class Resealing
{
    private static readonly SignaturePolicy s_policy = new(
        new IdentityProvider("urn:any", [Signers.Rsa.Certificate, Signers.Ecdsa.Certificate]).Keys, allowSha1: false);

    private delegate bool TryFind(XmlTree tree, out XmlElement parent);

    private delegate byte[] Compute(EnvelopedSignature signature, CanonicalBuffer buffer);

    /// <summary>The message as it is where it cannot be signed. The assertion comes first: the Response covers it.</summary>
    public static byte[] Seal(byte[] message)
    {
        try
        {
            message = SealElement(message, TryFindAssertion);
            return SealElement(message, TryFindResponse);
        }
        catch (SamlRejection)
        {
            return message;
        }
    }

    private static byte[] SealElement(byte[] message, TryFind find)
    {
        byte[] digested = Patch(message, find, ["SignedInfo", "Reference", "DigestValue"], Digest);
        return ReferenceEquals(digested, message) ? message : Patch(digested, find, ["SignatureValue"], Sign);
    }

    /// <summary>Replaces the content of one element of a signature by what is computed from the message as it is.</summary>
    private static byte[] Patch(byte[] message, TryFind find, string[] path, Compute compute)
    {
        using XmlTree tree = Octets.Read(message);
        if (!find(tree, out XmlElement parent))
        {
            return message;
        }

        XmlElement found = MessageSignatures.FindSignature(parent, out int count);
        if (count != 1)
        {
            return message;
        }

        using CanonicalBuffer buffer = new(message.Length + 4096, (message.Length * 4) + 4096);
        byte[] value = compute(EnvelopedSignature.Read(parent, found, s_policy), buffer);
        XmlNode node = tree.Node(path.Aggregate(found, Child).Index);
        return
        [
            .. message.AsSpan(0, node.StartTagEnd),
            .. Encoding.ASCII.GetBytes(Convert.ToBase64String(value)),
            .. message.AsSpan(node.EndTagStart),
        ];
    }

    private static byte[] Digest(EnvelopedSignature signature, CanonicalBuffer buffer)
    {
        ExclusiveCanonicalization.Write(
            signature.Parent, signature.Signature.Index, signature.ReferencePrefixes, buffer);
        byte[] digest = new byte[HashFunction.MaxBytes];
        return signature.Digest.Hash(buffer.Octets, digest).ToArray();
    }

    private static byte[] Sign(EnvelopedSignature signature, CanonicalBuffer buffer)
    {
        ExclusiveCanonicalization.Write(signature.SignedInfo, -1, signature.SignedInfoPrefixes, buffer);
        byte[] hash = new byte[HashFunction.MaxBytes];
        byte[] value = signature.Algorithm.Hash.Hash(buffer.Octets, hash).ToArray();
        return signature.Algorithm.KeyKind == KeyKind.Rsa
            ? Signers.RsaKey.SignHash(value, signature.Algorithm.Hash.Name, signature.Algorithm.Padding!)
            : Signers.EcdsaKey.SignHash(value, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static bool TryFindResponse(XmlTree tree, out XmlElement parent)
    {
        parent = tree.Root;
        return true;
    }

    private static bool TryFindAssertion(XmlTree tree, out XmlElement parent)
    {
        XmlChildren children = tree.Root.Children;
        while (children.TryTake(out parent))
        {
            if (parent.Is(XmlNamespace.Assertion, "Assertion"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static XmlElement Child(XmlElement parent, string name)
    {
        XmlChildren children = parent.Children;
        while (children.TryTake(out XmlElement child))
        {
            if (child.Is(XmlNamespace.Signature, Encoding.ASCII.GetBytes(name)))
            {
                return child;
            }
        }

        throw new SamlRejection(SamlErrorCode.SignatureMalformed);
    }
}
