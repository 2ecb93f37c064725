using System.Reflection;
using System.Security;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Cost;

/// <summary>What the library does without: it cannot cost anything, and cannot be broken.</summary>
public sealed class PlatformTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly s_library = typeof(SamlResponseValidator).Assembly;

    [Fact]
    [CatalogueRow("RX-19")]
    public void Neither_regular_expressions_nor_XPath_nor_another_XML_reader_are_used() =>
        s_library.GetReferencedAssemblies().Select(assembly => assembly.Name).Should()
            .NotContain("System.Text.RegularExpressions").And.NotContain("System.Security.Cryptography.Xml")
            .And.NotContain(name => name!.StartsWith("System.Xml", StringComparison.Ordinal));

    [Fact]
    [CatalogueRow("RX-17")]
    public void Nothing_is_inflated() =>
        s_library.GetReferencedAssemblies().Select(assembly => assembly.Name).Should()
            .NotContain(name => name!.StartsWith("System.IO.Compression", StringComparison.Ordinal));

    [Fact]
    [CatalogueRow("RX-23")]
    public void All_code_is_managed_and_memory_safe()
    {
        s_library.ManifestModule.IsDefined(typeof(UnverifiableCodeAttribute), inherit: false)
            .Should().BeFalse("it has no unsafe blocks");
        s_library.GetTypes().SelectMany(type => type.GetMethods(All))
            .Where(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)).Should().BeEmpty();
    }
}
