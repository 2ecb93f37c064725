using Saml.Core.Fuzz.Genuine;
using Saml.Core.Fuzz.Mutations;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>The messages that mutants are made from, and some mutants, for other properties to be tried on.</summary>
public static class KnownMessages
{
    private const ulong Seed = 20260115;

    /// <summary>The requests that the messages answer.</summary>
    public static ExpectedRequest Requests => ServiceProvider.Requests;

    /// <summary>The circumstances that they are validated in, with a replay store that forgets.</summary>
    public static SamlValidatorOptions ToOptions(SignatureRequirement requirement) =>
        ServiceProvider.ToOptions(requirement);

    /// <summary>Of every shape, two genuine messages, one for somebody else and one by somebody else.</summary>
    public static IEnumerable<(string Name, SignatureRequirement Requirement, byte[] Octets)> Originals() =>
        MessageSet.All.SelectMany(set => new[]
        {
            ($"{set.Name}, first", set.Requirement, set.First),
            ($"{set.Name}, second", set.Requirement, set.Second),
            ($"{set.Name}, foreign", set.Requirement, set.Foreign),
            ($"{set.Name}, forged", set.Requirement, set.Forged),
        });

    /// <summary>The mutant of that number.</summary>
    public static (SignatureRequirement Requirement, byte[] Octets) MakeMutant(long index)
    {
        Mutant mutant = Mutant.Make(Seed, index, MessageSet.AllByRsa);
        return (mutant.Requirement, mutant.Octets);
    }
}
