using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Saml.Core.Tests.Interop;
using Xunit.Abstractions;

namespace Saml.Core.Tests.Differential;

/// <summary>
/// What we accept, the oracles verify too. Each divergence is listed with its reason, and one that is no more fails.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Fact]
    public void SignedXml_verifies_the_vectors_that_we_accept() =>
        Compare(AcceptedMessages.OfVectors(), Divergences.SignedXmlOfVectors);

    [SkippableFact]
    public void SignedXml_verifies_the_recorded_messages_that_we_accept() =>
        Compare(AcceptedMessages.OfCorpus(), Divergences.SignedXmlOfCorpus);

    [Fact]
    public void SignedXml_verifies_the_mutants_that_we_accept() =>
        Compare(AcceptedMessages.OfMutants(20_000), Divergences.SignedXmlOfMutants);

    [SkippableFact]
    public async Task Xmlsec_verifies_the_mutants_that_we_accept() =>
        await CompareAsync(AcceptedMessages.OfMutants(2_000), Divergences.XmlsecOfMutants);

    [SkippableFact]
    public async Task Xmlsec_verifies_the_vectors_that_we_accept() =>
        await CompareAsync(AcceptedMessages.OfVectors(), Divergences.XmlsecOfVectors);

    [SkippableFact]
    public async Task Xmlsec_verifies_the_recorded_messages_that_we_accept() =>
        await CompareAsync(AcceptedMessages.OfCorpus(), Divergences.XmlsecOfCorpus);

    private void Compare(IEnumerable<AcceptedMessage> messages, DivergenceTable known)
    {
        int agreed = 0;
        foreach (AcceptedMessage message in messages)
        {
            agreed += known.AddAnswer(message.Title, SignedXmlVerifier.Refusal(message.Octets, message.Certificates)) ? 1 : 0;
        }

        Finish(known, agreed);
    }

    private async Task CompareAsync(IEnumerable<AcceptedMessage> messages, DivergenceTable known)
    {
        using XmlSec xmlsec = new();
        int agreed = 0;
        foreach (AcceptedMessage message in messages)
        {
            agreed += known.AddAnswer(message.Title, await RefusalAsync(xmlsec, message)) ? 1 : 0;
        }

        Finish(known, agreed);
    }

    private static async Task<string?> RefusalAsync(XmlSec xmlsec, AcceptedMessage message)
    {
        string file = xmlsec.Write("message.xml", message.Octets);
        XmlDocument document = new() { XmlResolver = null };
        using MemoryStream octets = new(message.Octets);
        document.Load(octets);
        foreach (string parent in OwnSignatures.Parents(document))
        {
            string? refusal = "";
            foreach (X509Certificate2 each in message.Certificates)
            {
                string certificate = xmlsec.Write("certificate.pem", each.ExportCertificatePem());
                (int exitCode, string text) = await xmlsec.VerifyAsync(file, certificate, parent);
                if (exitCode == 0)
                {
                    refusal = null;
                    break;
                }

                refusal = $"{parent}: {text.Split('\n')[0]}";
            }

            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private void Finish(DivergenceTable known, int agreed)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agreed} agree, {known.Met} divergences of {known.Reasons.Count} listed reasons"));
        known.Check();
    }
}
