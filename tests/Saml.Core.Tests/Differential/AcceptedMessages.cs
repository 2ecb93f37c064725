using System.Security.Cryptography.X509Certificates;
using Saml.Core.Fuzz.Soundness;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Corpus;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Differential;

/// <summary>A message whose signatures we verify, with the keys that they verify under.</summary>
internal sealed record AcceptedMessage(string Title, byte[] Octets, IReadOnlyList<X509Certificate2> Certificates);

internal static class AcceptedMessages
{
    private const ulong Seed = 20260115;

    /// <summary>Attacks and vectors that are to be accepted, each message once.</summary>
    public static IEnumerable<AcceptedMessage> OfVectors()
    {
        AcceptedMessage[] vectors =
        [
            .. from vector in SignatureVectorTests.All
               where vector.Expected == SamlErrorCode.None
               from placement in (Bases.Response | Bases.Assertion).Placements()
               select new AcceptedMessage(
                   $"{vector.Name} ({placement})", vector.Message(placement), vector.ServiceProvider.Certificates),
        ];
        HashSet<string> titles = [.. vectors.Select(vector => vector.Title)];
        return vectors.Concat(AttackSuite.All
            .Where(attack => attack.Expected == SamlErrorCode.None && !titles.Contains(attack.Name))
            .Select(attack => new AcceptedMessage(attack.Title, attack.Message(), attack.Certificates())));
    }

    /// <summary>Those of so many mutants that are accepted.</summary>
    public static IEnumerable<AcceptedMessage> OfMutants(int mutants) => AcceptedMutants.Of(Seed, mutants)
        .Select(mutant => new AcceptedMessage(mutant.Name, mutant.Octets, [AcceptedMutants.Certificate]));

    /// <summary>Recorded messages whose signatures we verify; skips the test where there are none.</summary>
    public static IEnumerable<AcceptedMessage> OfCorpus()
    {
        foreach (CorpusRow row in CorpusRow.ReadAll())
        {
            if (CorpusValidation.VerifySignatures(row, out IReadOnlyList<string> verified) == SamlErrorCode.None
                && verified.Count > 0)
            {
                X509Certificate2Collection certificates = [];
                certificates.ImportFromPem(row.CertificatePem);
                yield return new AcceptedMessage(row.File, row.ReadMessage(), [.. certificates]);
            }
        }
    }
}
