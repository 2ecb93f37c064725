using System.Text;
using System.Xml;

namespace Saml.Core.Testing.Signing;

/// <summary>
/// Makes one Signature. It is put into the text three times: blank, to digest what it refers to, its own content
/// included; with the digests, to canonicalize SignedInfo where it stands; and complete.
/// </summary>
internal sealed class XmlSigner(SigningKey key, SignatureSettings settings, SignatureRecipe recipe)
{
    private readonly SignatureMarkup _markup = new(settings, recipe, key);

    public string Sign(XmlOutline outline, OutlineElement parent, IReadOnlyList<ReferenceRecipe> references)
    {
        SplicePoint place = SplicePoint.Find(outline, parent, recipe.Position);

        string blank = _markup.SignedInfo(references.Select(reference => (reference, "")));
        XmlElement blankSignature = ReadSignature(place, blank);
        string signedInfo = _markup.SignedInfo(
            references.Select(reference => (reference, reference.DigestValue ?? Digest(reference, blankSignature))));
        signedInfo = recipe.EditSignedInfo?.Invoke(signedInfo) ?? signedInfo;

        byte[] octets = CanonicalSignedInfo(ReadSignature(place, signedInfo));
        return place.Insert(_markup.Signature(signedInfo, key.Sign(settings.Algorithm, octets)));
    }

    private XmlElement ReadSignature(SplicePoint place, string signedInfo)
    {
        XmlDocument document = XmlText.ReadDocument(place.Insert(_markup.Signature(signedInfo, signatureValue: "")));
        return (XmlElement)document.SelectSingleNode($"(//*)[{place.Ordinal + 1}]")!;
    }

    private byte[] CanonicalSignedInfo(XmlElement signature)
    {
        string algorithm = Canonicalizer.Knows(recipe.CanonicalizationMethod)
            ? recipe.CanonicalizationMethod
            : Algorithms.ExclusiveCanonicalization;
        XmlElement signedInfo = signature.ChildNodes.OfType<XmlElement>().First();
        return Canonicalizer.Canonicalize(
            Canonicalizer.Isolate(signedInfo, algorithm),
            algorithm,
            settings.CanonicalizationPrefixList);
    }

    private string Digest(ReferenceRecipe reference, XmlElement signature)
    {
        IReadOnlyList<TransformRecipe> transforms = reference.TransformsUnder(settings);
        bool isEnveloped = transforms.Any(transform => transform.Algorithm == Algorithms.EnvelopedSignature);
        TransformRecipe[] canonicalizations =
            [.. transforms.Where(transform => Canonicalizer.Knows(transform.Algorithm))];
        if (canonicalizations.Length == 0)
        {
            canonicalizations = [new TransformRecipe { Algorithm = Algorithms.Canonicalization10 }];
        }

        XmlDocument target = ReadTarget(reference, signature, isEnveloped, canonicalizations[0].Algorithm);
        byte[] octets = Canonicalize(target, canonicalizations[0]);
        foreach (TransformRecipe next in canonicalizations.Skip(1))
        {
            octets = Canonicalize(XmlText.ReadDocument(Encoding.UTF8.GetString(octets)), next);
        }

        return (reference.Digest ?? settings.Digest).Digest(octets);
    }

    private static byte[] Canonicalize(XmlDocument document, TransformRecipe transform) =>
        Canonicalizer.Canonicalize(document, transform.Algorithm, transform.PrefixList);

    private static XmlDocument ReadTarget(
        ReferenceRecipe reference,
        XmlElement signature,
        bool isEnveloped,
        string algorithm)
    {
        XmlNode parent = signature.ParentNode!;
        XmlNode? next = signature.NextSibling;
        XmlNode target = FindTarget(reference, signature);
        if (isEnveloped)
        {
            parent.RemoveChild(signature);
        }

        XmlDocument copy = target is XmlElement element
            ? Canonicalizer.Isolate(element, algorithm)
            : Canonicalizer.Copy((XmlDocument)target);
        if (isEnveloped)
        {
            parent.InsertBefore(signature, next);
        }

        if (!reference.KeepsComments)
        {
            // A node list is read from the document as it goes, so it must be complete before nodes go.
            foreach (XmlNode comment in copy.SelectNodes("//comment()")!.Cast<XmlNode>().ToArray())
            {
                comment.ParentNode!.RemoveChild(comment);
            }
        }

        return copy;
    }

    private static XmlNode FindTarget(ReferenceRecipe reference, XmlElement signature)
    {
        if (reference.TargetsParent)
        {
            return signature.ParentNode!;
        }

        XmlDocument document = signature.OwnerDocument;
        return reference.TargetId is null
            ? document
            : Find("ID")
                ?? Find("Id")
                ?? throw new ArgumentException($"No element has the ID \"{reference.TargetId}\".");

        XmlElement? Find(string attribute) =>
            document.SelectNodes($"//*[@{attribute}]")!
                .Cast<XmlElement>()
                .FirstOrDefault(element => element.GetAttribute(attribute) == reference.TargetId);
    }
}
