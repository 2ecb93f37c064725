namespace Saml.Core.Testing.Signing;

/// <summary>Identifiers of transforms and canonicalizations.</summary>
internal static class Algorithms
{
    public const string EnvelopedSignature = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string ExclusiveCanonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string ExclusiveCanonicalizationWithComments = ExclusiveCanonicalization + "WithComments";
    public const string Canonicalization10 = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string Canonicalization10WithComments = Canonicalization10 + "#WithComments";
    public const string Canonicalization11 = "http://www.w3.org/2006/12/xml-c14n11";
    public const string Canonicalization11WithComments = Canonicalization11 + "#WithComments";
}
