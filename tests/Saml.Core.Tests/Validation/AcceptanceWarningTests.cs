using Saml.Core.Errors;
using Saml.Core.Testing;
using static Saml.Core.SamlWarningCode;
using static Saml.Core.Tests.Validation.Change;

namespace Saml.Core.Tests.Validation;

/// <summary>Remarks on messages that are accepted: each has a message that gets it, and a twin that does not.</summary>
public sealed class AcceptanceWarningTests
{
    private const string LegacyUrl = "https://iam.twilio.com/v1/Accounts/AC0f1e2d3c4b5a69788796a5b4c3d2e1f0/saml2";
    private const string PreviewUrl =
        "https://preview.twilio.com/iam/Accounts/AC0f1e2d3c4b5a69788796a5b4c3d2e1f0/saml2";

    private static readonly Lazy<TestIdentityProvider> s_newer =
        new(() => TestIdentityProvider.Create(notBefore: Vector.Noon.AddDays(-1)));

    private static readonly Lazy<TestIdentityProvider> s_yetToBegin =
        new(() => TestIdentityProvider.Create(notBefore: Vector.Noon.AddDays(1)));

    private static readonly Lazy<TestIdentityProvider> s_small =
        new(() => TestIdentityProvider.CreateRsa(TestIdentityProvider.ExampleEntityId, keyBits: 1024));

    private static readonly Dictionary<string, (SamlWarningCode? Warning, string Says, Func<Vector, Vector> Change)>
        s_rows = new()
        {
            ["an older certificate beside a newer one"] =
            (RetiringCertificateUsed, "a newer one is configured", Trusting(TestKeys.Okta, s_newer.Value)),
            ["the newer certificate beside an older one"] = (null, "", Trusting(s_newer.Value, TestKeys.Okta)),
            ["an older certificate beside one that is yet to begin"] =
            (null, "", Trusting(TestKeys.Okta, s_yetToBegin.Value)),
            ["an older certificate, dates ignored"] = (
            null, "",
            Trusting(TestKeys.Okta, s_newer.Value).And(v => v with { CertificateExpiry = CertificateExpiryPolicy.Ignore })),
            ["an older certificate, dates refused"] = (
            RetiringCertificateUsed, "a newer one is configured",
            Trusting(TestKeys.Okta, s_newer.Value).And(v => v with { CertificateExpiry = CertificateExpiryPolicy.Reject })),

            ["issued ahead of the clock"] = (ClockOffsetObserved, "1 min 30 s ahead", At(TimeSpan.FromSeconds(-90))),
            ["a signed Response issued ahead"] = (
            ClockOffsetObserved, "1 min ahead", Set("Response", "IssueInstant", "2026-01-01T12:01:00Z")),
            ["a Response that nobody signed issued ahead"] = (
            null, "", Set("Response", "IssueInstant", "2026-01-01T12:01:00Z").And(v => v with
            {
                Signed = SignaturePlacement.Assertion,
                RequiredSignatures = SignatureRequirement.Assertion,
            })),
            ["issued by the clock"] = (null, "", At(TimeSpan.Zero)),
            ["valid from a moment ahead"] = (ClockOffsetObserved, "1 s ahead", NotBefore(TimeSpan.FromSeconds(1))),
            ["valid from now"] = (null, "", NotBefore(TimeSpan.Zero)),
            ["authenticated ahead"] = (
            ClockOffsetObserved, "2 min ahead", Template(t => t with { AuthnInstant = Vector.Noon.AddMinutes(2) })),
            ["over by the clock alone"] = (ClockOffsetObserved, "1 min ago", At(TimeSpan.FromMinutes(6))),
            ["over this instant"] = (ClockOffsetObserved, "0 s ago", At(TimeSpan.FromMinutes(5))),
            ["nearly over"] = (null, "", At(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1))),
            ["confirmed until just now"] = (
            ClockOffsetObserved, "1 min ago", Set("SubjectConfirmationData", "NotOnOrAfter", "2026-01-01T11:59:00Z")),

            ["the legacy endpoint"] = (LegacyEndpoint, "31 March 2026", AddressedTo(LegacyUrl)),
            ["the preview before it"] = (LegacyEndpoint, "31 March 2026", AddressedTo(PreviewUrl)),
            ["another endpoint"] = (null, "", AddressedTo("https://sp.example.com/v1/Accounts/saml2")),

            ["valid for more than two hours"] = (LongLifetime, "valid for 2 h", ValidFor(TimeSpan.FromHours(2), 1)),
            ["valid for two hours"] = (null, "", ValidFor(TimeSpan.FromHours(2), 0)),

            ["a session of less than an hour"] = (ShortSession, "2026-01-01T12:59:59Z", SessionUntil("12:59:59")),
            ["a session of an hour"] = (null, "", SessionUntil("13:00:00")),

            ["a small key"] = (SmallKeyAccepted, "RSA key of 1024 bits", Trusting(s_small.Value).And(
            v => v with { Dangerous = new DangerousOptions { MinimumRsaKeyBits = 1024 } })),
            ["a small key that did not sign"] = (null, "", Trusting(TestKeys.Okta, s_small.Value).And(
            v => v with { Dangerous = new DangerousOptions { MinimumRsaKeyBits = 1024 } })),
        };

    public static TheoryData<string> Names => [.. s_rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_message_gets_its_remark_and_no_other(string name)
    {
        (SamlWarningCode? expected, string says, Func<Vector, Vector> change) = s_rows[name];

        Answer answer = await change(new Vector()).ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Warnings.Select(warning => (SamlWarningCode?)warning.Code)
            .Should().Equal(expected is null ? [] : [expected]);
        answer.Result.Warnings.Where(warning => !warning.Message.Contains(says, StringComparison.Ordinal)).Should().BeEmpty();
    }

    /// <summary>Only where the product has a setting for it, and one that is known.</summary>
    [Theory]
    [InlineData("Okta", "Synchronise this server's clock (NTP), then the identity provider's.")]
    [InlineData("ADFS", "Synchronise this server's clock (NTP), then the identity provider's. ADFS: Set-AdfsRelyingPartyTrust*")]
    [InlineData(null, "Synchronise this server's clock (NTP), then the identity provider's.")]
    public async Task What_to_change_is_said_in_the_words_of_the_product(string? product, string hint)
    {
        Vector vector = At(TimeSpan.FromSeconds(-90))(new Vector()) with
        {
            Preset = IdentityProviderPreset.All.SingleOrDefault(preset => preset.Name == product),
        };

        (await vector.ShouldAnswerAsync(SamlErrorCode.None)).Result.Warnings.Single().Hint.Should().Match(hint);
    }

    [Fact]
    public void Every_warning_says_what_matters_and_ends_as_a_sentence()
    {
        foreach (SamlWarningCode code in Enum.GetValues<SamlWarningCode>().Where(code => code != default))
        {
            foreach (IdentityProviderPreset? preset in IdentityProviderPreset.All.Prepend(null!))
            {
                string? hint = WarningCatalogue.Describe(code).ToHint(preset);

                (hint ?? ".").Should().EndWith(".").And.NotContain("..", "{0} {1}", code, preset);
            }
        }
    }

    [Fact]
    public async Task A_message_can_be_ahead_and_over_at_once()
    {
        Vector vector = NotBefore(TimeSpan.FromSeconds(30))(new Vector());
        vector = Set("SubjectConfirmationData", "NotOnOrAfter", "2026-01-01T11:59:30Z")(vector);

        (await vector.ShouldAnswerAsync(SamlErrorCode.None)).Result.Warnings.Select(warning => warning.Code)
            .Should().Equal(ClockOffsetObserved, ClockOffsetObserved);
    }

    [Fact]
    public async Task Nothing_to_remark_takes_no_memory()
    {
        Answer answer = await new Vector().ShouldAnswerAsync(SamlErrorCode.None);

        answer.Result.Warnings.Should().BeSameAs(
            (await new Vector().ShouldAnswerAsync(SamlErrorCode.None)).Result.Warnings, "it is the one empty list");
    }

    private static Func<Vector, Vector> Trusting(params TestIdentityProvider[] providers) => v => v with
    {
        SignedBy = providers[0],
        IdentityProvider = new IdentityProvider(
            TestIdentityProvider.ExampleEntityId, [.. providers.Select(provider => provider.Certificate)]),
    };

    private static Func<Vector, Vector> At(TimeSpan later) => v => v with { Now = Vector.Noon + later };

    private static Func<Vector, Vector> NotBefore(TimeSpan ahead) =>
        Template(t => t with { NotBefore = Vector.Noon + ahead });

    private static Func<Vector, Vector> AddressedTo(string url) => v => v with
    {
        AssertionConsumerServiceUrl = url,
        Template = v.Template with { Destination = url, Recipient = url },
    };

    private static Func<Vector, Vector> ValidFor(TimeSpan time, int milliseconds) =>
        Template(t => t with { NotOnOrAfter = Vector.Noon + time + TimeSpan.FromMilliseconds(milliseconds) });

    private static Func<Vector, Vector> SessionUntil(string time) =>
        Set("AuthnStatement", "SessionNotOnOrAfter", $"2026-01-01T{time}Z");
}
