using Saml.Core.Tests.Corpus;
using Xunit.Abstractions;

namespace Saml.Core.Tests.AllVectors;

/// <summary>
/// No NameID, no other attribute value than a role, and no StatusMessage gets into a text: not into logs at any level,
/// tags of metrics and activities, errors, warnings, exceptions, nor what ToString gives of anything.
/// </summary>
public sealed class PrivacyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_vector_shows_personal_data() => Check(await EveryAnswer.All);

    [SkippableFact]
    public async Task No_recorded_message_shows_personal_data()
    {
        CorpusRow.ReadAll();
        Check(await EveryAnswer.GiveAsync(EveryVector.Corpus));
    }

    private void Check(IReadOnlyList<EveryAnswer> answers)
    {
        int withSecrets = answers.Count(answer => answer.HasSecrets);
        string[] leaks = [.. answers.SelectMany(answer => answer.Leaks.Select(leak => $"{answer.Name}: {leak}"))];

        output.WriteLine($"{answers.Count} messages, {withSecrets} of them with known personal data");
        Array.ForEach(leaks, output.WriteLine);
        withSecrets.Should().BeGreaterThan(answers.Count / 2);
        leaks.Should().BeEmpty();
    }
}
