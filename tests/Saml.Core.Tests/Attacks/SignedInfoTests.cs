using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// The URI, the transforms, the algorithms and the digest that are used are those that were signed: whatever is read
/// from SignedInfo, another octet of it is another signature.
/// </summary>
public sealed class SignedInfoTests
{
    [Theory]
    [InlineData(SignaturePlacement.Response)]
    [InlineData(SignaturePlacement.Assertion)]
    [CatalogueRow("TR-26")]
    public async Task No_octet_of_SignedInfo_can_be_another(SignaturePlacement placement)
    {
        string xml = Genuine.Of(placement).Xml;
        string signedInfo = SignatureText.Element(xml, "SignedInfo");
        int start = xml.IndexOf(signedInfo, StringComparison.Ordinal);
        ServiceProvider serviceProvider = new();
        int answers = 0;
        int verifications = 0;
        for (int index = start; index < start + signedInfo.Length; index++)
        {
            byte[] message = Encoding.UTF8.GetBytes(xml);
            message[index] ^= 1;

            SamlErrorCode? code = (await serviceProvider.ValidateAsync(message)).Error?.Code;

            code.Should().NotBeNull("octet {0} is another one", index - start);
            answers++;
            verifications += code == SamlErrorCode.SignatureInvalid ? 1 : 0;
        }

        answers.Should().BeGreaterThan(500);
        verifications.Should().BeGreaterThan(40, "changes of the digest are found by nothing but the signature");
    }
}
