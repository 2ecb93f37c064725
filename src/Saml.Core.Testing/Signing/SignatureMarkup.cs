using Saml.Core.Testing.Rendering;

namespace Saml.Core.Testing.Signing;

/// <summary>The text of a Signature element.</summary>
internal sealed class SignatureMarkup(SignatureSettings settings, SignatureRecipe recipe, SigningKey key)
{
    private readonly string _prefix = Qualifier(settings.Prefix);

    public string Signature(string signedInfo, string signatureValue)
    {
        return $"<{_prefix}Signature{Declaration(settings.Prefix)}>"
            + signedInfo
            + Element("SignatureValue", signatureValue)
            + (settings.EmbedCertificate ? KeyInfo() : "")
            + recipe.TrailingXml
            + $"</{_prefix}Signature>";
    }

    public string SignedInfo(IEnumerable<(ReferenceRecipe Reference, string DigestValue)> references) =>
        Element(
            "SignedInfo",
            Method(
                "CanonicalizationMethod",
                recipe.CanonicalizationMethod,
                InclusiveNamespaces(settings.CanonicalizationPrefixList))
            + Method("SignatureMethod", settings.Algorithm.Uri)
            + string.Concat(references.Select(each => Reference(each.Reference, each.DigestValue))));

    private string KeyInfo()
    {
        string prefix = settings.KeyInfoPrefix ?? settings.Prefix;
        string q = Qualifier(prefix);
        string subject = settings.EmbedSubjectName
            ? $"<{q}X509SubjectName>{Markup.Text(key.CertificateSubject)}</{q}X509SubjectName>"
            : "";
        return $"<{q}KeyInfo{(prefix == settings.Prefix ? "" : Declaration(prefix))}><{q}X509Data>{subject}"
            + $"<{q}X509Certificate>{key.CertificateText}</{q}X509Certificate></{q}X509Data></{q}KeyInfo>";
    }

    private string Reference(ReferenceRecipe reference, string digestValue)
    {
        IReadOnlyList<TransformRecipe> transforms = reference.TransformsUnder(settings);
        DigestAlgorithm digest = reference.Digest ?? settings.Digest;
        return $"<{_prefix}Reference{Markup.Attribute("URI", reference.Uri)}>"
            + (transforms.Count == 0 ? "" : Element("Transforms", string.Concat(transforms.Select(Transform))))
            + Method("DigestMethod", digest.Uri)
            + Element("DigestValue", digestValue)
            + $"</{_prefix}Reference>";
    }

    private string Transform(TransformRecipe transform) =>
        Method("Transform", transform.Algorithm, InclusiveNamespaces(transform.PrefixList) + transform.Content);

    private static string InclusiveNamespaces(string? prefixList) =>
        prefixList is null
            ? ""
            : $"<ec:InclusiveNamespaces xmlns:ec=\"{Algorithms.ExclusiveCanonicalization}\""
                + $"{Markup.Attribute("PrefixList", prefixList)}/>";

    private string Method(string name, string algorithm, string content = "")
    {
        string start = $"<{_prefix}{name}{Markup.Attribute("Algorithm", algorithm)}";
        return content.Length == 0 ? start + "/>" : $"{start}>{content}</{_prefix}{name}>";
    }

    private string Element(string name, string content) => $"<{_prefix}{name}>{content}</{_prefix}{name}>";

    private static string Qualifier(string prefix) => prefix.Length == 0 ? "" : prefix + ":";

    private static string Declaration(string prefix) => Markup.Attribute(
        prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, "http://www.w3.org/2000/09/xmldsig#");
}
