using Xunit.Abstractions;

namespace Saml.Core.Tests.Corpus;

/// <summary>
/// Messages that real identity providers made, and attacks that others published, kept outside the repository. Each
/// test prints its counts.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    // What each code of the column "profile" must be answered with; those that are not here break no rule of ours.
    private static readonly Dictionary<string, SamlErrorCode[]> s_causes = new()
    {
        ["R02"] = [SamlErrorCode.CommentInValue],
        ["R03"] =
        [
            SamlErrorCode.MultipleAssertions, SamlErrorCode.IdpReturnedError, SamlErrorCode.IdpRequestDenied,
            SamlErrorCode.UnexpectedMessageType,
        ],
        ["R04"] = [SamlErrorCode.SignatureMisplaced, SamlErrorCode.UnexpectedMessageType],
        ["R06"] = [SamlErrorCode.ReferenceCountInvalid],
        ["R07"] = [SamlErrorCode.ReferenceUriInvalid, SamlErrorCode.ReferenceTargetMismatch],
        ["R08"] = [SamlErrorCode.TransformNotAllowed],
        ["R09"] = [SamlErrorCode.CanonicalizationNotAllowed],
    };

    [SkippableFact]
    public void Every_signature_of_a_message_in_the_profile_verifies()
    {
        CorpusReport report = new(CorpusExceptions.Signatures);
        int signatures = 0;
        foreach (CorpusRow row in CorpusRow.ReadAll().Where(row => row.IsAccepted && row.HasProfile))
        {
            CorpusAnswer answer = new(CorpusValidation.VerifySignatures(row, out IReadOnlyList<string> verified));
            bool areVerified = answer.Code == SamlErrorCode.None
                && verified.Order(StringComparer.Ordinal).SequenceEqual(row.SignedElements);
            report.Add(row, areVerified, answer);
            signatures += areVerified ? verified.Count : 0;
        }

        output.WriteLine($"messages whose signatures all verify: {report.AsExpected}, with {signatures} signatures");
        report.Finish(output);
    }

    [SkippableFact]
    public async Task A_message_in_the_profile_is_accepted_when_and_where_it_was_meant()
    {
        CorpusReport report = new(CorpusExceptions.Accepted);
        foreach (CorpusRow row in CorpusRow.ReadAll().Where(row => row.IsAccepted && row.HasProfile && row.IsComplete))
        {
            CorpusAnswer answer = await CorpusValidation.ValidateAsync(row, CorpusSettings.Of(row));
            report.Add(row, answer.Code == SamlErrorCode.None, answer);
        }

        output.WriteLine($"accepted at the level of the assertion: {report.AsExpected}");
        report.Finish(output);
    }

    [SkippableFact]
    public async Task A_message_outside_the_profile_is_refused_and_the_error_names_the_cause()
    {
        CorpusReport report = new(CorpusExceptions.OutsideProfile);
        foreach (CorpusRow row in CorpusRow.ReadAll().Where(row => row.IsAccepted && !row.HasProfile))
        {
            CorpusAnswer answer = await CorpusValidation.ValidateAsync(row, CorpusSettings.Of(row));
            report.Fail(answer.OfMessage == SamlErrorCode.None, $"{row.File} is accepted");

            // Old test messages break several rules; those about signatures are asked about alone as well.
            SamlErrorCode ofSignatures = CorpusValidation.VerifySignatures(row, out _);
            HashSet<SamlErrorCode> causes =
                [.. row.Profile.Split('|').SelectMany(rule => s_causes.GetValueOrDefault(rule[..3], []))];
            report.Add(row, causes.Overlaps([answer.OfMessage, ofSignatures]), answer);
        }

        output.WriteLine($"refused for what breaks the profile: {report.AsExpected}");
        report.Finish(output);
    }

    [SkippableFact]
    public async Task Nothing_that_must_be_rejected_yields_an_assertion()
    {
        CorpusReport report = new([]);
        foreach (CorpusRow row in CorpusRow.ReadAll().Where(row => !row.IsAccepted))
        {
            CorpusSettings settings = CorpusSettings.Of(row);
            CorpusAnswer answer = await CorpusValidation.ValidateAsync(row, settings);
            HarmlessMessage? harmless = Array.Find(CorpusExceptions.Harmless, one => one.File == row.File);
            if (harmless is not null)
            {
                report.Fail(answer.OfMessage != SamlErrorCode.None, $"{row.File} is listed as harmless, and refused");
                answer = await CorpusValidation.ValidateAsync(row, harmless.Change(settings));
                report.Fail(answer.OfMessage != harmless.Code, $"{row.File}: {answer}, listed with {harmless.Code}");
            }

            report.Add(row, answer.OfMessage != SamlErrorCode.None, answer);
        }

        int changed = CorpusExceptions.Harmless.Length;
        output.WriteLine($"refused: {report.AsExpected}, {changed} of them under a changed setting");
        report.Finish(output);
    }
}
