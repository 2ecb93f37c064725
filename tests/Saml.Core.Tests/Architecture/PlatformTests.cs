using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Architecture;

/// <summary>Which members of the platform the compiled library uses, whatever the source calls them.</summary>
public sealed class PlatformTests
{
    private static readonly string[] s_used = Read();

    [Fact]
    public void What_it_uses_is_seen_here() => s_used.Should().Contain("System.Security.Cryptography.RSA.VerifyHash");

    [Fact]
    [CatalogueRow("NP-20", "NP-23", "NP-24", "NP-25", "NP-26", "NP-27", "NP-28", "NP-40")]
    public void It_reads_XML_with_nothing_of_the_platform() => ShouldUseNothingOf("System.Xml.");

    [Fact]
    [CatalogueRow("NP-2", "NP-3", "NP-18", "NP-34", "NP-35", "NP-37")]
    public void It_verifies_no_signature_of_XML_and_no_chain_with_the_platform() => ShouldUseNothingOf(
        "System.Security.Cryptography.Xml.",
        "System.Security.Cryptography.X509Certificates.X509Chain",
        "System.Security.Cryptography.X509Certificates.X509Store",
        "System.Security.Cryptography.X509Certificates.X509Certificate2.Verify",
        "System.Security.Cryptography.X509Certificates.X509Certificate2Collection",
        "System.Net.");

    /// <summary>Whatever a message names, nothing is fetched.</summary>
    [Fact]
    [CatalogueRow("SS-20", "TR-11", "KY-8", "KY-14")]
    public void It_opens_nothing() => ShouldUseNothingOf(
        "System.Net.",
        "System.Uri.",
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.Path",
        "System.IO.StreamReader",
        "System.IO.Pipes.",
        "System.Diagnostics.Process",
        "System.Security.Cryptography.X509Certificates.X509Chain",
        "System.Security.Cryptography.X509Certificates.X509Store");

    /// <summary>No algorithm has a name that a message could say, and no key is made of what a message says.</summary>
    [Fact]
    [CatalogueRow("NP-7", "NP-19", "NP-39")]
    public void It_asks_nobody_for_an_algorithm_by_name()
    {
        ShouldUseNothingOf(
            "System.Security.Cryptography.CryptoConfig",
            "System.Security.Cryptography.HMAC",
            "System.Security.Cryptography.KeyedHashAlgorithm",
            "System.Security.Cryptography.HashAlgorithmName..ctor",
            "System.Security.Cryptography.HashAlgorithm.Create",
            "System.Security.Cryptography.AsymmetricAlgorithm.Create",
            "System.Security.Cryptography.RSA.ImportParameters",
            "System.Security.Cryptography.ECDsa.ImportParameters",
            "System.Activator.");
        s_used.Where(member => member.Contains(".Verify", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "System.Security.Cryptography.RSA.VerifyHash", "System.Security.Cryptography.ECDsa.VerifyHash");
    }

    [Fact]
    [CatalogueRow("NP-30", "TM-12")]
    public void It_reads_no_instant_with_the_platform() => ShouldUseNothingOf(
        "System.DateTime.Parse", "System.DateTime.TryParse", "System.DateTimeOffset.Parse", "System.DateTimeOffset.TryParse",
        "System.TimeSpan.Parse", "System.TimeSpan.TryParse", "System.Convert.ToDateTime", "System.TimeZone");

    [Fact]
    [CatalogueRow("NP-31", "TM-17")]
    public void It_asks_no_culture() => ShouldUseNothingOf(
        "System.String.ToLower", "System.String.ToUpper", "System.String.CompareTo", "System.String.Compare",
        "System.StringComparer.get_CurrentCulture", "System.StringComparer.get_InvariantCulture", "System.Globalization.CompareInfo",
        "System.Globalization.TextInfo", "System.Globalization.CultureInfo.get_Current", "System.Char.ToLower", "System.Char.ToUpper");

    [Fact]
    [CatalogueRow("NP-32")]
    public void It_compares_no_URLs_but_texts() => ShouldUseNothingOf("System.Uri", "System.Web.");

    [Fact]
    [CatalogueRow("TM-13")]
    public void It_searches_with_no_expression() => ShouldUseNothingOf("System.Text.RegularExpressions.");

    /// <summary>The pasted certificates of a configuration are read with it, and nothing of a message.</summary>
    [Fact]
    [CatalogueRow("NP-29")]
    public void Base64_of_a_message_is_not_read_with_Convert() =>
        Repository.Sources("Saml.Core").Where(file => file.Value.Contains("FromBase64", StringComparison.Ordinal))
            .Select(file => file.Key).Should().Equal("Settings/IdentityProvider.cs");

    private static void ShouldUseNothingOf(params string[] beginnings) =>
        s_used.Where(member => beginnings.Any(beginning => member.StartsWith(beginning, StringComparison.Ordinal)))
            .Should().BeEmpty();

    private static string[] Read()
    {
        using FileStream file = File.OpenRead(typeof(SamlResponseValidator).Assembly.Location);
        using PEReader assembly = new(file);
        MetadataReader metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(handle => TypeName(metadata, handle)),
            .. metadata.MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{TypeName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"),
        ];
    }

    private static string TypeName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
