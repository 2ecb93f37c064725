namespace Saml.Core.Tests.Cost;

/// <summary>
/// Tests that count what validation allocates. They run when no other does: a listener that another test has for the
/// activities of the library is one for those of every test of the process, and then each validation makes an activity.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Allocations
{
    public const string Name = "allocations";
}
