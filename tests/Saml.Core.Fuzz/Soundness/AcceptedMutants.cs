using System.Security.Cryptography.X509Certificates;
using Saml.Core.Fuzz.Genuine;
using Saml.Core.Fuzz.Mutations;

namespace Saml.Core.Fuzz.Soundness;

/// <summary>Mutants that the library accepts, for other verifiers to look at.</summary>
public static class AcceptedMutants
{
    /// <summary>The certificate of the key that signed the messages.</summary>
    public static X509Certificate2 Certificate => Signers.Rsa.Certificate;

    /// <summary>Those of the first mutants that are accepted and signed with RSA, with what was done to which message.</summary>
    public static IEnumerable<(string Name, byte[] Octets)> Of(ulong seed, long mutants)
    {
        for (long index = 0; index < mutants; index++)
        {
            Mutant mutant = Mutant.Make(seed, index, MessageSet.AllByRsa);
            if (ServiceProvider.Validate(mutant.Octets, mutant.Requirement).IsValid)
            {
                yield return ($"{mutant.Source.Name}: mutant {index}: {string.Join("; ", mutant.Mutations)}", mutant.Octets);
            }
        }
    }
}
