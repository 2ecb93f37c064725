using System.Text;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group RP, where one message is not enough to show the attack.</summary>
public sealed class ReplayAttackTests
{
    private const int Messages = 1000;

    private readonly Vector _vector = new();

    [Fact]
    [CatalogueRow("RP-1", "SM-16")]
    public async Task OneTimeUse_holds_for_every_assertion()
    {
        foreach (Vector vector in new[] { _vector, Change.Append("Conditions", Markup.Element("OneTimeUse"))(new Vector()) })
        {
            SamlResponseValidator validator = Validator(vector);

            (await validator.ValidateAsync(vector.ToFormValue(), vector.Request)).IsValid.Should().BeTrue();
            (await validator.ValidateAsync(vector.ToFormValue(), vector.Request)).Error!.Code.Should().Be(ReplayDetected);
        }
    }

    /// <summary>Other keys come and go meanwhile, so that the store had every reason to forget.</summary>
    [Theory]
    [CatalogueRow("RP-4")]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(600)]
    public async Task An_assertion_is_known_as_long_as_it_could_be_accepted(int skewSeconds)
    {
        FakeTimeProvider clock = new(Vector.Noon);
        InMemoryReplayStore store = new(clock, capacity: 3);
        Vector vector = _vector with { ClockSkew = TimeSpan.FromSeconds(skewSeconds) };
        DateTimeOffset end = Vector.Noon.AddMinutes(5) + vector.ClockSkew;
        await Submit(Vector.Noon, None);

        foreach (DateTimeOffset now in new[] { Vector.Noon.AddMinutes(1), Vector.Noon.AddMinutes(5).AddTicks(-1), end.AddTicks(-1) })
        {
            clock.SetUtcNow(now);
            await store.TryAddAsync(ResponseTemplate.NewId(), now.AddTicks(1), default);
            await Submit(now, ReplayDetected);
        }

        clock.SetUtcNow(end);
        await Submit(end, ConfirmationExpired);

        async Task Submit(DateTimeOffset now, SamlErrorCode expected)
        {
            SamlResponseValidator validator = new((vector with { Now = now }).ToOptions(store));
            SamlValidationResult result = await validator.ValidateAsync(vector.ToFormValue(), vector.Request);
            (result.Error?.Code ?? None).Should().Be(expected, "the clock says {0:O}", now);
        }
    }

    /// <summary>The store may be shared by validators that allow less skew and more.</summary>
    [Fact]
    [CatalogueRow("RP-4")]
    public async Task An_assertion_is_known_to_those_who_allow_more_skew()
    {
        FakeTimeProvider clock = new(Vector.Noon);
        InMemoryReplayStore store = new(clock, capacity: 2);
        Vector strict = _vector with { ClockSkew = TimeSpan.Zero };
        Vector lenient = _vector with { ClockSkew = TimeSpan.FromMinutes(10), Now = Vector.Noon.AddMinutes(15).AddTicks(-1) };
        SamlValidationResult first = await new SamlResponseValidator(strict.ToOptions(store))
            .ValidateAsync(strict.ToFormValue(), strict.Request);
        clock.SetUtcNow(lenient.Now);
        await store.TryAddAsync(ResponseTemplate.NewId(), lenient.Now, default);
        await store.TryAddAsync(ResponseTemplate.NewId(), lenient.Now, default);

        SamlValidationResult again = await new SamlResponseValidator(lenient.ToOptions(store))
            .ValidateAsync(strict.ToFormValue(), lenient.Request);

        first.IsValid.Should().BeTrue();
        again.Error!.Code.Should().Be(ReplayDetected);
    }

    /// <summary>Everything that leaves the signatures valid, and what base64 decoders let pass.</summary>
    [Theory]
    [CatalogueRow("RP-6")]
    [InlineData("white space in a tag", ReplayDetected)]
    [InlineData("the ID in apostrophes", ReplayDetected)]
    [InlineData("the ID with a character reference", ReplayDetected)]
    [InlineData("a comment between elements", ReplayDetected)]
    [InlineData("CDATA", ReplayDetected)]
    [InlineData("a byte order mark", ReplayDetected)]
    [InlineData("white space behind the document", ReplayDetected)]
    [InlineData("lines of 76 characters", ReplayDetected)]
    [InlineData("a blank at the end of the form value", ReplayDetected)]
    [InlineData("unused bits that are not zero", InvalidBase64)]
    [InlineData("the alphabet for URLs", InvalidBase64)]
    [InlineData("padding behind the padding", InvalidBase64)]
    public async Task Another_spelling_is_the_same_assertion(string name, SamlErrorCode expected)
    {
        string xml = Encoding.UTF8.GetString(_vector.ToOctets());
        string id = $"ID=\"{_vector.Template.AssertionId}\"";
        SamlResponseValidator validator = Validator(_vector);
        (await validator.ValidateAsync(Field(Padded(xml)), _vector.Request)).IsValid.Should().BeTrue();
        string form = name switch
        {
            "white space in a tag" => Field(xml.Once("<saml2:Subject ", "<saml2:Subject\r\n\t")),
            "the ID in apostrophes" => Field(xml.Once(id, id.Replace('"', '\''))),
            "the ID with a character reference" => Field(xml.Once(id, id.Once("=\"i", "=\"&#105;"))),
            "a comment between elements" => Field(xml.Once("<saml2:Subject ", "<!-- x --><saml2:Subject ")),
            "CDATA" => Field(xml.Once("Springfield", "<![CDATA[Springfield]]>")),
            "a byte order mark" => Field("\uFEFF" + xml),
            "white space behind the document" => Field(xml + "\n\n"),
            "lines of 76 characters" => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml), Base64FormattingOptions.InsertLineBreaks),
            "a blank at the end of the form value" => Field(xml) + " ",
            "unused bits that are not zero" => OtherBits(Field(Padded(xml))),
            "the alphabet for URLs" => Field(Padded(xml)).Replace('+', '-').Replace('/', '_') + "-",
            _ => Field(Padded(xml)) + "=",
        };

        SamlValidationResult result = await validator.ValidateAsync(form, _vector.Request);

        result.Error!.Code.Should().Be(expected, "{0}", name);
    }

    [Fact]
    [CatalogueRow("RP-7")]
    public async Task Only_what_is_accepted_fills_the_store()
    {
        RecordingReplayStore store = new();
        SamlResponseValidator validator = new(_vector.ToOptions(store));
        string genuine = Encoding.UTF8.GetString(_vector.ToOctets());
        string[] forgeries =
        [
            genuine,
            Encoding.UTF8.GetString((_vector with { Signed = SignaturePlacement.None }).ToOctets()),
            Encoding.UTF8.GetString((_vector with { SignedBy = TestKeys.Other }).ToOctets()),
        ];

        for (int number = 0; number < Messages; number++)
        {
            string forged = forgeries[number % forgeries.Length].Replace(_vector.Template.AssertionId, $"id{number}", StringComparison.Ordinal);
            (await validator.ValidateAsync(Field(forged), _vector.Request)).IsValid.Should().BeFalse();
        }

        store.Calls.Should().BeEmpty();
        (await validator.ValidateAsync(Field(genuine), _vector.Request)).IsValid.Should().BeTrue();
    }

    /// <summary>Whether an ID was used is told to whoever has the assertion, not to whoever guesses.</summary>
    [Fact]
    [CatalogueRow("FO-3")]
    public async Task A_forgery_does_not_learn_which_assertions_were_used()
    {
        SamlResponseValidator validator = Validator(_vector);
        Vector forged = _vector with { SignedBy = TestKeys.Other };

        SamlError before = (await validator.ValidateAsync(forged.ToFormValue(), forged.Request)).Error!;
        (await validator.ValidateAsync(_vector.ToFormValue(), _vector.Request)).IsValid.Should().BeTrue();
        SamlError after = (await validator.ValidateAsync(forged.ToFormValue(), forged.Request)).Error!;

        before.Code.Should().Be(SignatureInvalid);
        after.Should().BeEquivalentTo(before);
    }

    private static SamlResponseValidator Validator(Vector vector) => new(vector.ToOptions(new RecordingReplayStore()));

    private static string Field(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    // One octet is left for the last group, so that four of its bits are unused.
    private static string Padded(string xml) => xml + new string(' ', (4 - (Encoding.UTF8.GetByteCount(xml) % 3)) % 3);

    private static string OtherBits(string base64)
    {
        base64.Should().EndWith("==");
        string other = base64[..^3] + (char)(base64[^3] + 1) + "==";
        Convert.FromBase64String(other).Should().Equal(Convert.FromBase64String(base64));
        return other;
    }
}
