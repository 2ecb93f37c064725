using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Cost;

/// <summary>
/// Nothing recurs over a message: what the widest limits allow is validated, signatures and rules included, on a stack
/// that holds no frame for each level. (A thread that overflows its stack ends the process, and these tests with it.)
/// </summary>
[CatalogueRow("RX-1")]
public sealed class SmallStackTests
{
    private const int StackBytes = 128 * 1024;

    // Deepest of all at this size: 65,000 levels of the shortest elements.
    private const int Deep = 65_000 * 7;
    private const int Small = 16 * 1024;

    [Fact]
    public void Deepest_nesting_is_validated_on_a_small_stack() =>
        Check(HostileShapes.All.Where(shape => shape.Row == "RX-1"), Deep);

    [Fact]
    public void Every_shape_is_validated_on_a_small_stack() => Check(HostileShapes.All, Small);

    private static void Check(IEnumerable<HostileShape> shapes, int size)
    {
        SamlResponseValidator validator = HostileServiceProvider.CreateValidator(HostileServiceProvider.WidestLimits);
        string[] formValues = [.. shapes.Select(shape => shape.ToFormValue(size))];

        // Compiled first: the compiler's own stack is not in question.
        SamlErrorCode[] expected = [.. formValues.Select(Code)];
        List<SamlErrorCode> answers = [];
        Thread smallStack = new(() => answers.AddRange(formValues.Select(Code)), StackBytes);
        smallStack.Start();
        smallStack.Join();

        answers.Should().Equal(expected).And.NotBeEmpty();

        SamlErrorCode Code(string formValue) => validator.Validate(formValue).Error?.Code ?? SamlErrorCode.None;
    }
}
