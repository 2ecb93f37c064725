using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Architecture;

/// <summary>The library stands on the framework and one package, and shares no code with what mints messages.</summary>
public sealed class DependencyTests
{
    private const string OnlyPackage = "Microsoft.Extensions.Logging.Abstractions";

    private static readonly AssemblyName[] s_references =
        typeof(SamlResponseValidator).Assembly.GetReferencedAssemblies();

    [Fact]
    public void It_references_the_framework_and_logging_alone()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        IEnumerable<string> others = s_references.Select(reference => reference.Name!)
            .Where(name => !File.Exists(Path.Combine(framework, name + ".dll")));

        others.Should().Equal(OnlyPackage);
    }

    /// <summary>One reader, one tree, one canonicalizer: ours. Nothing is fetched, inflated or edited as text.</summary>
    [Theory]
    [CatalogueRow("EC-20", "NP-18")]
    [CatalogueRow("DT-2", "DT-14", "DT-15", "EN-27", "EN-28", "BT-9")]
    [InlineData("System.Security.Cryptography.Xml")]
    [InlineData("System.Private.Xml")]
    [InlineData("System.Xml.ReaderWriter")]
    [InlineData("System.Xml.XDocument")]
    [InlineData("System.Private.Xml.Linq")]
    [InlineData("System.IO.Compression")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Requests")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.Text.RegularExpressions")]
    public void It_does_not_reference(string name) =>
        s_references.Select(reference => reference.Name).Should().NotContain(name);

    [Fact]
    public void Its_project_has_one_package_that_is_shipped()
    {
        XDocument project = XDocument.Parse(Repository.Read("src/Saml.Core/Saml.Core.csproj"));

        project.Descendants("PackageReference").Where(package => (string?)package.Attribute("PrivateAssets") != "all")
            .Select(package => (string?)package.Attribute("Include")).Should().Equal(OnlyPackage);
        project.Descendants("ProjectReference").Should().BeEmpty();
    }

    [Fact]
    public void What_mints_messages_shares_no_code_with_what_judges_them() =>
        typeof(Saml.Core.Testing.TestIdentityProvider).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name).Should().NotContain("Saml.Core");

    /// <summary>A bug of ours stays a crash: anything thrown is caught around the replay store alone.</summary>
    [Fact]
    public void Exception_is_caught_in_one_place() =>
        Repository.Sources("Saml.Core")
            .Where(file => Regex.IsMatch(file.Value, @"\bcatch\s*(\{|\(Exception (\w+)\)(?! when \(\2 is ))"))
            .Select(file => file.Key).Should().Equal("SamlResponseValidator.cs");
}
