using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group EC: an answer that depended on a ciphertext would be an oracle.</summary>
public sealed class EncryptionTests
{
    [Fact]
    [CatalogueRow("EC-9", "EC-10", "EC-11", "EC-12", "EC-16", "EC-17")]
    public async Task Every_ciphertext_has_the_same_answer()
    {
        Genuine genuine = Genuine.Of(SignaturePlacement.Response);
        List<SamlError> errors = [];
        foreach ((_, _, string xml) in EncryptionAttacks.Ciphertexts)
        {
            byte[] message = Encoding.UTF8.GetBytes(genuine.With(genuine.Assertion, EncryptionAttacks.Encrypted(xml)));
            errors.Add((await new ServiceProvider().ValidateAsync(message)).Error!);
        }

        errors[0].Code.Should().Be(SamlErrorCode.EncryptedAssertionNotSupported);
        errors.Should().AllBeEquivalentTo(errors[0]);
    }
}
