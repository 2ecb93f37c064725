using Saml.Core.Errors;
using Saml.Core.Tests.AllVectors;
using Saml.Core.Tests.Errors;
using Saml.Core.Tests.Validation;
using Xunit.Abstractions;

namespace Saml.Core.Tests.Explanation;

/// <summary>
/// Over every message that the tests know: the explainer and the validator ask the same rules in the same order, nothing is
/// thrown, and no text shows a user's value that nobody asked for.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    // One pass for both questions: there are very many messages.
    private static readonly Lazy<Task<Comparison>> s_made = new(() => CompareAsync(EveryVector.All));
    private static readonly Lazy<Task<Comparison>> s_recorded = new(() => CompareAsync(EveryVector.Corpus));

    [Fact]
    public async Task The_first_broken_rule_is_what_validation_refuses_with()
    {
        Comparison made = await s_made.Value;

        output.WriteLine($"{made.Agreed} messages agree");
        made.Disagreements.Take(30).Should().Equal();
        made.Agreed.Should().BeGreaterThan(4_000);
    }

    [Fact]
    public async Task What_is_broken_has_not_passed_as_well() =>
        (await s_made.Value).Contradictions.Take(30).Should().Equal();

    [SkippableFact]
    public async Task So_it_is_for_recorded_messages()
    {
        Comparison recorded = await s_recorded.Value;
        Skip.If(recorded.Agreed + recorded.Disagreements.Count == 0, "There is no corpus beside the repository.");

        output.WriteLine($"{recorded.Agreed} messages agree");
        recorded.Disagreements.Take(30).Should().Equal();
    }

    [Fact]
    public async Task No_text_shows_a_value_that_nobody_asked_for() => (await s_made.Value).Leaks.Take(30).Should().Equal();

    [SkippableFact]
    public async Task So_it_is_for_the_texts_of_recorded_messages()
    {
        Comparison recorded = await s_recorded.Value;
        Skip.If(recorded.Agreed + recorded.Disagreements.Count == 0, "There is no corpus beside the repository.");

        recorded.Leaks.Take(30).Should().Equal();
    }

    private static async Task<Comparison> CompareAsync(IEnumerable<EveryVectorRow> rows)
    {
        int agreed = 0;
        List<string> disagreements = [];
        List<string> leaks = [];
        List<string> contradictions = [];
        foreach (EveryVectorRow row in rows)
        {
            EveryVectorMessage message = row.Open();
            SamlResponseValidator validator = Make(message.Options);
            SamlReport report = Explain(validator, message);
            leaks.AddRange(Leaks(validator, report, message).Select(secret => $"{row.Name}: {secret}"));
            contradictions.AddRange(Contradictions(report).Select(code => $"{row.Name}: {code}"));
            SamlErrorCode refused = await RefuseAsync(validator, message);
            SamlErrorCode broken = report.Checks
                .FirstOrDefault(check => check.Outcome == SamlCheckOutcome.Broken)?.Code ?? SamlErrorCode.None;
            if (broken == refused)
            {
                agreed++;
            }
            else
            {
                disagreements.Add($"{row.Name}: refused with {refused}, explained with {broken}");
            }
        }

        return new Comparison(agreed, disagreements, leaks, contradictions);
    }

    // What the settings and the library's own words say as well is no secret, and names of roles are none.
    private static IEnumerable<string> Leaks(
        SamlResponseValidator validator, SamlReport report, EveryVectorMessage message)
    {
        string text = Texts(report);
        string known = Texts(validator.Explain(""));
        return message.Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)
            && !known.Contains(secret, StringComparison.Ordinal)
            && !s_words.Contains(secret, StringComparison.Ordinal));
    }

    private static string Texts(SamlReport report) => string.Concat(
        report.ToText(), report.ToHtml(), report.ToString(), string.Join('\n', report.Checks));

    private static readonly string s_words = string.Join('\n', Enum.GetValues<SamlErrorCode>()
        .Where(code => code != SamlErrorCode.None && !ReservedCodes.Contains(code))
        .Select(code => ErrorCatalogue.Describe(code))
        .Select(words => $"{words.Template} {words.Hint}").Append("agent, supervisor, admin"));

    // Some recorded messages are for plain http or by keys that are too small for any setting: other settings do as well here.
    private static SamlResponseValidator Make(SamlValidatorOptions options)
    {
        try
        {
            return new SamlResponseValidator(options);
        }
        catch (SamlConfigurationException)
        {
            return new SamlResponseValidator(new SamlValidatorOptions
            {
                ServiceProviderEntityId = options.ServiceProviderEntityId,
                AssertionConsumerServiceUrl = "https://sp.example.com/acs",
                IdentityProvider = new IdentityProvider(options.IdentityProvider.EntityId, [TestKeys.Okta.Certificate]),
                TimeProvider = options.TimeProvider,
                ReplayStore = options.ReplayStore,
            });
        }
    }

    // What the replay store answers is none of the explainer's business.
    private static async Task<SamlErrorCode> RefuseAsync(SamlResponseValidator validator, EveryVectorMessage message)
    {
        SamlValidationResult result = IsXml(message)
            ? await validator.ValidateXmlAsync(message.Octets, message.Request)
            : await validator.ValidateAsync(message.FormValue, message.Request);
        return result.Error?.Code is null or SamlErrorCode.ReplayDetected or SamlErrorCode.ReplayStoreUnavailable
            ? SamlErrorCode.None
            : result.Error.Code;
    }

    private static SamlReport Explain(SamlResponseValidator validator, EveryVectorMessage message) => IsXml(message)
        ? validator.ExplainXml(message.Octets, message.Request)
        : validator.Explain(message.FormValue, message.Request);

    // A form value that begins with a tag is taken for XML by the explainer.
    private static bool IsXml(EveryVectorMessage message) =>
        message.FormValue.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['<', ..];

    private static IEnumerable<SamlErrorCode> Contradictions(SamlReport report) =>
        Codes(report, SamlCheckOutcome.Broken).Intersect(Codes(report, SamlCheckOutcome.Passed));

    private static IEnumerable<SamlErrorCode> Codes(SamlReport report, SamlCheckOutcome outcome) =>
        report.Checks.Where(check => check.Outcome == outcome).Select(check => check.Code);

    private sealed record Comparison(
        int Agreed, List<string> Disagreements, List<string> Leaks, List<string> Contradictions);
}
