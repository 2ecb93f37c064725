using System.Text;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

public class XmlNamespaceTests
{
    public static TheoryData<int> Numbers => new(Enumerable.Range(0, XmlNamespace.FirstOther));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Fixed_numbers_and_names_belong_together(int number)
    {
        XmlNamespace.Find(XmlNamespace.Name(number)).Should().Be(number);
    }

    [Theory]
    [InlineData("urn:oasis:names:tc:SAML:2.0:assertion", XmlNamespace.Assertion)]
    [InlineData("urn:oasis:names:tc:SAML:2.0:protocol", XmlNamespace.Protocol)]
    [InlineData("http://www.w3.org/2000/09/xmldsig#", XmlNamespace.Signature)]
    [InlineData("http://www.w3.org/2001/10/xml-exc-c14n#", XmlNamespace.ExclusiveCanonicalization)]
    [InlineData("http://www.w3.org/2001/XMLSchema-instance", XmlNamespace.SchemaInstance)]
    [InlineData("", XmlNamespace.None)]
    [InlineData("urn:oasis:names:tc:SAML:2.0:assertion ", -1)]
    [InlineData("urn:oasis:names:tc:SAML:1.0:assertion", -1)]
    [InlineData("URN:OASIS:NAMES:TC:SAML:2.0:ASSERTION", -1)]
    [InlineData("http://www.w3.org/2000/09/xmldsig", -1)]
    [InlineData("https://www.w3.org/2000/09/xmldsig#", -1)]
    public void Names_are_compared_octet_by_octet(string name, int expected)
    {
        XmlNamespace.Find(Encoding.UTF8.GetBytes(name)).Should().Be(expected);
    }

    [Fact]
    public void Other_numbers_have_no_fixed_name()
    {
        FluentActions.Invoking(() => _ = XmlNamespace.Name(XmlNamespace.FirstOther).Length)
            .Should().Throw<ArgumentOutOfRangeException>();
    }
}
