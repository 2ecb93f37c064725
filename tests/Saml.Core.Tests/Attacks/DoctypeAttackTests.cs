using Saml.Core.Testing;
using Saml.Core.Tests.Cost;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>A document type is refused where it begins, whatever it would expand to.</summary>
[Collection(Allocations.Name)]
public sealed class DoctypeAttackTests
{
    private const int FewOctets = 64 * 1024;

    [Theory]
    [CatalogueRow("DT-5", "DT-6")]
    [InlineData("DT-5: ten levels of ten (Response)")]
    [InlineData("DT-6: one long entity, fifty thousand times (Response)")]
    public async Task Entities_cost_nothing(string title)
    {
        byte[] message = AttackSuite.Find(title).Message();
        SamlResponseValidator validator = new ServiceProvider().CreateValidator();
        ExpectedRequest request = ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId);
        await validator.ValidateXmlAsync(message, request);
        long before = GC.GetAllocatedBytesForCurrentThread();

        ValueTask<SamlValidationResult> result = validator.ValidateXmlAsync(message, request);

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        result.IsCompletedSuccessfully.Should().BeTrue();
        (await result).Error!.Code.Should().Be(SamlErrorCode.DtdNotAllowed);
        allocated.Should().BeLessThan(FewOctets, "the octets are pooled, and nothing else is made of them");
    }
}
