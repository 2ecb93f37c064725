using System.Text;
using Saml.Core.Fuzz.Genuine;

namespace Saml.Core.Fuzz.Targets;

/// <summary>What a fuzzer begins with.</summary>
internal static class Seeds
{
    // Documents that no message resembles, for the reader and the canonicalizer.
    private static readonly string[] s_documents =
    [
        "<a/>",
        "<?xml version='1.0' encoding='utf-8' standalone='yes'?><!-- c --><a b='1' c=\"2\">t</a><!-- d -->",
        "<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='1' d='2'/><c xmlns=''>&lt;&#65;&#x42;</c></a>",
        "<a>x<![CDATA[<y>]]>z\r\n]]&gt;</a>",
        "<p:a xmlns:p='urn:1' xmlns:q='urn:2'><b xmlns:p='urn:2' q:x='1' p:y='&#9;'><q:c/><p:c/></b><p:d/></p:a>",
        "<a xmlns:ec='http://www.w3.org/2001/10/xml-exc-c14n#' xmlns:s='urn:s' xmlns='urn:d'>"
            + "<ec:InclusiveNamespaces PrefixList='s #default t'/><b xmlns:t='urn:t' xmlns=''><s:c/></b></a>",
        "<a><b c='1'/><b c='1'/><b c='1'/> <b c='1'>x</b></a>",
    ];

    /// <summary>The messages of every shape by name.</summary>
    public static IEnumerable<(string Name, byte[] Octets)> Messages() => MessageSet.All
        .Select(set => (set.Name, set.First))
        .Append(("okta, second user", MessageSet.All[0].Second));

    /// <summary>One folder for each target.</summary>
    public static void Write(string folder)
    {
        (string Name, byte[] Octets)[] messages = [.. Messages()];
        string message = (MessageSet.Users.First with { Attributes = [] }).ToXml();
        (string Name, byte[] Octets)[] documents =
            [.. s_documents.Append(message).Select((text, i) => ($"document {i}", Encoding.UTF8.GetBytes(text)))];
        Write(folder, "validator", messages);
        Write(folder, "sealed", [.. Shape.All.Select(ByEcdsa)]);
        Write(folder, "reader", documents);
        Write(folder, "canonicalizer", documents);
    }

    // An RSA signature for each message would take longer than all the rest.
    private static (string Name, byte[] Octets) ByEcdsa(Shape shape) =>
        (shape.Name, (shape with { UsesEcdsa = true }).Sign(MessageSet.Users.First, Signers.Rsa, Signers.Ecdsa));

    private static void Write(string folder, string target, (string Name, byte[] Octets)[] files)
    {
        string path = Directory.CreateDirectory(Path.Combine(folder, target)).FullName;
        foreach ((string name, byte[] octets) in files)
        {
            File.WriteAllBytes(Path.Combine(path, name.Replace(",", "").Replace(' ', '-')), octets);
        }
    }
}
