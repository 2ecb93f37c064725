using System.Security.Cryptography;
using System.Text;
using Saml.Core.Bindings;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Signatures;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Cost;

/// <summary>
/// A login that would be accepted, with a place for something hostile in each of its parts. It is signed as it stands, by
/// a key that is trusted, on the Response and on the Assertion.
/// </summary>
/// <remarks>
/// The canonical form is the library's own: what is measured here is what a message costs, and the usual signer needs
/// minutes for some of these. Other tests compare canonical octets with those of others.
/// </remarks>
internal sealed record HostileMessage
{
    public const string EntityId = "https://idp.example.com/saml";
    public const string RequestId = "_request";

    private const string Now = "2026-01-15T12:00:00Z";
    private const string End = "2026-01-15T12:05:00Z";
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

    /// <summary>Before the document element.</summary>
    public string Prolog { get; init; } = "";

    public string ResponseAttributes { get; init; } = "";

    public string Destination { get; init; } = HostileServiceProvider.AssertionConsumerServiceUrl;

    public string Issuer { get; init; } = EntityId;

    /// <summary>Directly behind the Response's Signature.</summary>
    public string BehindResponseSignature { get; init; } = "";

    public string Extensions { get; init; } = "";

    public string StatusCode { get; init; } = "urn:oasis:names:tc:SAML:2.0:status:Success";

    /// <summary>Behind the StatusCode.</summary>
    public string StatusTail { get; init; } = "";

    /// <summary>Before the Assertion.</summary>
    public string BeforeAssertion { get; init; } = "";

    public bool HasAssertion { get; init; } = true;

    public string AssertionId { get; init; } = "_assertion";

    public string AssertionAttributes { get; init; } = "";

    /// <summary>Directly behind the Assertion's Signature.</summary>
    public string BehindAssertionSignature { get; init; } = "";

    public string NameId { get; init; } = "jane.doe@example.com";

    public string NameIdAttributes { get; init; } = "";

    /// <summary>SubjectConfirmations before the one that holds.</summary>
    public string Confirmations { get; init; } = "";

    public string ConditionsEnd { get; init; } = End;

    /// <summary>Conditions before the one AudienceRestriction.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>Audiences before the one that holds.</summary>
    public string Audiences { get; init; } = "";

    public string Advice { get; init; } = "";

    /// <summary>Behind the AuthnStatement.</summary>
    public string Statements { get; init; } = "";

    public string AuthnContext { get; init; } = "";

    public string FullName { get; init; } = "Jane Doe";

    public string Email { get; init; } = "jane.doe@example.com";

    public string Roles { get; init; } = "agent";

    /// <summary>Of an attribute's value, which both signatures cover.</summary>
    public string Content { get; init; } = "";

    /// <summary>Attributes behind those that Flex needs.</summary>
    public string Attributes { get; init; } = "";

    /// <summary>Of the Assertion's ds:Signature.</summary>
    public string SignatureAttributes { get; init; } = "";

    /// <summary>Before the one Reference of the Assertion's signature.</summary>
    public string References { get; init; } = "";

    /// <summary>Before the canonicalization of the Assertion's Reference.</summary>
    public string Transforms { get; init; } = "";

    /// <summary>PrefixList of the Assertion's Reference; null for none.</summary>
    public string? PrefixList { get; init; }

    /// <summary>PrefixList of the Assertion's SignedInfo; null for none.</summary>
    public string? SignedInfoPrefixList { get; init; }

    /// <summary>Behind the Assertion's DigestValue, in the same element.</summary>
    public string DigestTail { get; init; } = "";

    /// <summary>Behind the Assertion's SignatureValue, in the same element.</summary>
    public string SignatureTail { get; init; } = "";

    public string KeyInfo { get; init; } = "";

    public string Object { get; init; } = "";

    /// <summary>The form field that the octets are posted as.</summary>
    public Func<byte[], string> Post { get; init; } = Convert.ToBase64String;

    /// <summary>
    /// The octets, signed wherever they can be read: what the reader refuses has no signature that could be genuine.
    /// </summary>
    public byte[] ToOctets()
    {
        byte[] octets = Encoding.UTF8.GetBytes(ToXml());
        try
        {
            Sign(octets, tree => FindAssertion(tree));
            Sign(octets, tree => tree.Root);
        }
        catch (SamlRejection)
        {
        }

        return octets;
    }

    private string ToXml() =>
        $"{Prolog}<p:Response xmlns:p=\"{Protocol}\" ID=\"_response\" Version=\"2.0\" IssueInstant=\"{Now}\""
        + $" Destination=\"{Destination}\" InResponseTo=\"{RequestId}\"{ResponseAttributes}>"
        + $"<a:Issuer xmlns:a=\"{Assertion}\">{Issuer}</a:Issuer>"
        + Signature("_response", new HostileMessage()) + BehindResponseSignature
        + (Extensions.Length == 0 ? "" : $"<p:Extensions>{Extensions}</p:Extensions>")
        + $"<p:Status><p:StatusCode Value=\"{StatusCode}\"/>{StatusTail}</p:Status>{BeforeAssertion}"
        + (HasAssertion ? AssertionXml() : "")
        + "</p:Response>";

    private string AssertionXml() =>
        $"<a:Assertion xmlns:a=\"{Assertion}\" ID=\"{AssertionId}\" Version=\"2.0\" IssueInstant=\"{Now}\""
        + $"{AssertionAttributes}><a:Issuer>{Issuer}</a:Issuer>"
        + Signature(AssertionId, this) + BehindAssertionSignature
        + $"<a:Subject><a:NameID{NameIdAttributes}>{NameId}</a:NameID>{Confirmations}"
        + HostileServiceProvider.Confirmation + "</a:Subject>"
        + $"<a:Conditions NotBefore=\"{Now}\" NotOnOrAfter=\"{ConditionsEnd}\">{Conditions}<a:AudienceRestriction>{Audiences}"
        + $"<a:Audience>{HostileServiceProvider.EntityId}</a:Audience></a:AudienceRestriction></a:Conditions>"
        + (Advice.Length == 0 ? "" : $"<a:Advice>{Advice}</a:Advice>")
        + $"<a:AuthnStatement AuthnInstant=\"{Now}\"><a:AuthnContext>{AuthnContext}</a:AuthnContext></a:AuthnStatement>"
        + $"{Statements}<a:AttributeStatement>{Attribute("full_name", FullName)}{Attribute("email", Email)}"
        + $"{Attribute("roles", Roles)}{Attribute("hostile", Content)}{Attributes}</a:AttributeStatement></a:Assertion>";

    public static string Attribute(string name, string value) => value.Length == 0
        ? ""
        : $"<a:Attribute Name=\"{name}\"><a:AttributeValue>{value}</a:AttributeValue></a:Attribute>";

    private static string Signature(string id, HostileMessage parts) =>
        $"<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"{parts.SignatureAttributes}><d:SignedInfo>"
        + $"<d:CanonicalizationMethod Algorithm=\"{Exclusive}\">{Inclusive(parts.SignedInfoPrefixList)}</d:CanonicalizationMethod>"
        + "<d:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"/>"
        + $"{parts.References}<d:Reference URI=\"#{id}\"><d:Transforms>"
        + "<d:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
        + $"{parts.Transforms}<d:Transform Algorithm=\"{Exclusive}\">{Inclusive(parts.PrefixList)}</d:Transform></d:Transforms>"
        + "<d:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
        + $"<d:DigestValue>{Blank(32)}{parts.DigestTail}</d:DigestValue></d:Reference></d:SignedInfo>"
        + $"<d:SignatureValue>{Blank(256)}{parts.SignatureTail}</d:SignatureValue>"
        + (parts.KeyInfo.Length == 0 ? "" : $"<d:KeyInfo>{parts.KeyInfo}</d:KeyInfo>")
        + $"{parts.Object}</d:Signature>";

    private static string Inclusive(string? prefixList) => prefixList is null
        ? ""
        : $"<e:InclusiveNamespaces xmlns:e=\"{Exclusive}\" PrefixList=\"{prefixList}\"/>";

    private static string Blank(int bytes) => Convert.ToBase64String(new byte[bytes]);

    private static XmlElement FindAssertion(XmlTree tree)
    {
        XmlChildren children = tree.Root.Children;
        while (children.TryTake(out XmlElement child))
        {
            if (child.TryAttribute("ID"u8, out _))
            {
                return child;
            }
        }

        return default;
    }

    // The values are written over blanks of the same length, the digest first: SignedInfo holds it.
    private static void Sign(byte[] octets, Func<XmlTree, XmlElement> find)
    {
        Write(octets, find, "DigestValue"u8, (parent, signature, buffer) =>
        {
            XmlElement reference = Descendant(signature, "Reference"u8);
            ExclusiveCanonicalization.Write(parent, signature.Index, Prefixes(reference), buffer);
            return SHA256.HashData(buffer.Octets);
        });
        Write(octets, find, "SignatureValue"u8, (_, signature, buffer) =>
        {
            XmlElement method = Descendant(signature, "CanonicalizationMethod"u8);
            ExclusiveCanonicalization.Write(
                Descendant(signature, "SignedInfo"u8), omitted: -1, Prefixes(method), buffer);
            return HostileServiceProvider.Sign(buffer.Octets);
        });
    }

    private static void Write(
        byte[] octets,
        Func<XmlTree, XmlElement> find,
        ReadOnlySpan<byte> name,
        Func<XmlElement, XmlElement, CanonicalBuffer, byte[]> compute)
    {
        using XmlTree tree = XmlTreeReader.Read(
            PostBinding.Copy(octets, HostileServiceProvider.WidestLimits), octets.Length, HostileServiceProvider.WidestLimits);
        using CanonicalBuffer buffer = new(octets.Length, 1 << 30);
        XmlElement parent = find(tree);
        XmlElement signature = parent.Exists ? MessageSignatures.FindSignature(parent, out _) : default;
        if (signature.Exists)
        {
            int start = tree.Node(Descendant(signature, name).Index + 1).Octets.Start;
            Encoding.ASCII.GetBytes(Convert.ToBase64String(compute(parent, signature, buffer))).CopyTo(octets, start);
        }
    }

    private static InclusivePrefixes Prefixes(XmlElement parent)
    {
        XmlElement inclusive = Descendant(parent, "InclusiveNamespaces"u8);
        return inclusive.Exists ? InclusivePrefixes.Read(inclusive) : default;
    }

    /// <summary>The last descendant of this name, which is the one behind anything hostile.</summary>
    private static XmlElement Descendant(XmlElement ancestor, ReadOnlySpan<byte> localName)
    {
        XmlTree tree = ancestor.Tree;
        for (int index = tree.Node(ancestor.Index).SubtreeEnd - 1; index > ancestor.Index; index--)
        {
            XmlElement element = new(tree, index);
            if (tree.Node(index).Kind == XmlNodeKind.Element && element.LocalName.SequenceEqual(localName))
            {
                return element;
            }
        }

        return default;
    }
}
