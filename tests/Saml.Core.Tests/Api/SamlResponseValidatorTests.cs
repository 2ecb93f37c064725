using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Api;

/// <summary>The doors: what is an answer, what is misuse, and what a result holds.</summary>
public sealed class SamlResponseValidatorTests
{
    private static readonly SamlResponseValidator s_validator =
        new(new Vector().ToOptions(new RecordingReplayStore()));

    [Theory]
    [CatalogueRow("BT-7")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\t ")]
    public async Task A_message_that_is_missing_is_an_answer(string? message)
    {
        SamlValidationResult result = await s_validator.ValidateAsync(message, ExpectedRequest.Unsolicited);
        SamlAssertionResult other = await s_validator.ValidateAssertionAsync(message, ExpectedRequest.Unsolicited);

        result.Error!.Code.Should().Be(MissingSamlResponse);
        other.Error!.Code.Should().Be(MissingSamlResponse);
    }

    [Theory]
    [InlineData("", MalformedXml)]
    [InlineData("hello", MalformedXml)]
    [InlineData("<Response/>", UnexpectedMessageType)]
    public async Task Any_octets_are_an_answer(string xml, SamlErrorCode expected)
    {
        SamlValidationResult result =
            await s_validator.ValidateXmlAsync(Encoding.UTF8.GetBytes(xml), ExpectedRequest.Unsolicited);

        result.Error!.Code.Should().Be(expected);
    }

    [Fact]
    public void No_request_is_misuse_and_throws_at_once()
    {
        Action[] calls =
        [
            () => _ = s_validator.ValidateAsync("x", null!).AsTask(),
            () => _ = s_validator.ValidateAssertionAsync("x", null!).AsTask(),
            () => _ = s_validator.ValidateXmlAsync(Array.Empty<byte>(), null!).AsTask(),
            () => _ = s_validator.ValidateAsync(null, null!).AsTask(),
        ];

        foreach (Action call in calls)
        {
            call.Should().Throw<ArgumentNullException>().WithParameterName("request");
        }
    }

    [Fact]
    [CatalogueRow("FO-1", "FO-2")]
    public async Task A_refused_message_has_no_assertion_and_none_can_be_required()
    {
        SamlAssertionResult result = await s_validator.ValidateAssertionAsync("?", ExpectedRequest.Unsolicited);

        result.IsValid.Should().BeFalse();
        result.Assertion.Should().BeNull();
        result.Warnings.Should().BeEmpty();
        result.Invoking(refused => refused.GetRequiredAssertion())
            .Should().Throw<SamlValidationException>().Where(exception => exception.Error == result.Error);
        result.ToString().Should().StartWith("refused: SAML1004 InvalidBase64");
    }

    [Fact]
    public async Task All_doors_say_the_same()
    {
        Vector vector = new();

        SamlAssertion[] assertions =
        [
            (await Fresh().ValidateAsync(vector.ToFormValue(), vector.Request)).Assertion!,
            (await Fresh().ValidateXmlAsync(vector.ToOctets(), vector.Request)).Assertion!,
            (await Fresh().ValidateAssertionAsync(vector.ToFormValue(), vector.Request)).GetRequiredAssertion(),
        ];

        assertions[1].Should().BeEquivalentTo(assertions[0]);
        assertions[2].Should().BeEquivalentTo(assertions[0]);

        static SamlResponseValidator Fresh() => new(new Vector().ToOptions(new RecordingReplayStore()));
    }

    [Fact]
    [CatalogueRow("TX-20")]
    public async Task The_assertion_is_given_out_in_full()
    {
        Vector vector = new Vector().Edit(x =>
        {
            x.The("NameID").SetAttributeValue("NameQualifier", "okta");
            x.The("NameID").SetAttributeValue("SPNameQualifier", Vector.EntityId);
        });

        SamlAssertion assertion = (await vector.ShouldAnswerAsync(None)).Result.Assertion!;

        assertion.Id.Should().Be(vector.Template.AssertionId);
        assertion.Issuer.Should().Be(TestIdentityProvider.ExampleEntityId);
        assertion.IssueInstant.Should().Be(Vector.Noon);
        assertion.IssueInstant.Offset.Should().Be(TimeSpan.Zero);
        assertion.NameId.Should().Be("jane.doe@example.com");
        assertion.NameIdFormat.Should().Be(vector.Template.NameIdFormat);
        assertion.NameQualifier.Should().Be("okta");
        assertion.SpNameQualifier.Should().Be(Vector.EntityId);
        assertion.InResponseTo.Should().Be(Vector.RequestId);
        assertion.NotOnOrAfter.Should().Be(Vector.Noon.AddMinutes(5));
        assertion.AuthnInstant.Should().Be(Vector.Noon);
        assertion.SessionIndex.Should().Be(Vector.RequestId);
        assertion.SessionNotOnOrAfter.Should().BeNull();
        assertion.AuthnContextClassRef.Should().Be(vector.Template.AuthnContextClassRef);
        assertion.SignedParts.Should().Be(SignatureRequirement.ResponseAndAssertion);
        assertion.ProxyRestrictionCount.Should().BeNull();
        assertion.IsOneTimeUse.Should().BeFalse();
    }

    [Theory]
    [InlineData(SignatureRequirement.ResponseAndAssertion, NothingSigned, ResponseNotSigned, AssertionNotSigned)]
    [InlineData(SignatureRequirement.Response, NothingSigned, ResponseNotSigned, None)]
    [InlineData(SignatureRequirement.Assertion, NothingSigned, None, AssertionNotSigned)]
    [InlineData(SignatureRequirement.ResponseOrAssertion, NothingSigned, None, None)]
    public async Task Signatures_are_required_as_set(
        SignatureRequirement required, SamlErrorCode none, SamlErrorCode assertionOnly, SamlErrorCode responseOnly)
    {
        Vector vector = new() { RequiredSignatures = required };

        await (vector with { Signed = SignaturePlacement.None }).ShouldAnswerAsync(none);
        await (vector with { Signed = SignaturePlacement.Assertion }).ShouldAnswerAsync(assertionOnly);
        await (vector with { Signed = SignaturePlacement.Response }).ShouldAnswerAsync(responseOnly);
        await vector.ShouldAnswerAsync(None);
    }

    [Theory]
    [InlineData(SignaturePlacement.Response, SignatureRequirement.Response)]
    [InlineData(SignaturePlacement.Assertion, SignatureRequirement.Assertion)]
    [InlineData(SignaturePlacement.ResponseAndAssertion, SignatureRequirement.ResponseAndAssertion)]
    public async Task What_was_signed_is_shown(SignaturePlacement signed, SignatureRequirement expected)
    {
        Vector vector = new() { Signed = signed, RequiredSignatures = SignatureRequirement.ResponseOrAssertion };

        (await vector.ShouldAnswerAsync(None)).Result.Assertion!.SignedParts.Should().Be(expected);
    }

    [Fact]
    public async Task Overwriting_the_buffer_afterwards_changes_nothing()
    {
        Vector vector = new();
        byte[] octets = vector.ToOctets();
        SamlValidationResult result =
            await new SamlResponseValidator(vector.ToOptions(new RecordingReplayStore()))
                .ValidateXmlAsync(octets, vector.Request);
        string before = Everything(result);

        Array.Fill(octets, (byte)'x');
        await s_validator.ValidateXmlAsync(octets, vector.Request);
        await s_validator.ValidateAsync(new Vector().ToFormValue(), vector.Request);

        Everything(result).Should().Be(before).And.Contain("Springfield");
    }

    [Fact]
    [CatalogueRow("FO-8")]
    public async Task Overwriting_the_buffer_while_the_store_waits_changes_nothing()
    {
        TaskCompletionSource<bool> answer = new();
        Vector vector = new();
        byte[] octets = vector.ToOctets();
        SamlResponseValidator validator = new(
            vector.ToOptions(new RecordingReplayStore((_, _) => new ValueTask<bool>(answer.Task))));

        Task<SamlValidationResult> pending = validator.ValidateXmlAsync(octets, vector.Request).AsTask();
        Array.Fill(octets, (byte)'x');
        answer.SetResult(true);

        Everything(await pending).Should().Contain("jane.doe@example.com").And.Contain("Springfield");
    }

    [Fact]
    public async Task Changing_the_callers_lists_afterwards_changes_nothing()
    {
        List<string> formats = ["urn:x"];
        Vector vector = new() { AcceptedNameIdFormats = formats };
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));

        formats[0] = vector.Template.NameIdFormat!;
        SamlValidationResult result = await validator.ValidateAsync(vector.ToFormValue(), vector.Request);

        result.Error!.Code.Should().Be(NameIdFormatNotAllowed);
        result.Error.Expected.Should().Be("urn:x");
    }

    [Fact]
    public async Task Lists_of_a_result_cannot_be_changed()
    {
        Vector vector = new() { Template = new() { IssueInstant = Vector.Noon, NameId = " x" } };
        SamlValidationResult result = (await vector.ShouldAnswerAsync(None)).Result;

        IReadOnlyList<SamlAttribute> attributes = result.Assertion!.Attributes;
        object[] lists = [result.Warnings, attributes, attributes[0].Values, result.Identity!.Roles];
        foreach (object list in lists)
        {
            list.Should().NotBeAssignableTo<Array>();
            ((System.Collections.IList)list).IsReadOnly.Should().BeTrue();
        }
    }

    [Fact]
    [CatalogueRow("FO-7", "NP-37")]
    public async Task Many_threads_may_share_a_validator()
    {
        Vector[] vectors = [.. Enumerable.Range(0, 8).Select(number =>
            Change.Text("NameID", $"user {number}")(new Vector()))];
        string[] messages = [.. vectors.Select(vector => vector.ToFormValue())];
        SamlResponseValidator validator = new(
            vectors[0].ToOptions(new RecordingReplayStore((_, _) => ValueTask.FromResult(true))));

        string[] users = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
            (await validator.ValidateAsync(messages[number % 8], vectors[0].Request)).GetRequiredIdentity().UserId)));

        users.Should().Equal(Enumerable.Range(0, 200).Select(number => $"user {number % 8}"));
    }

    private static string Everything(SamlValidationResult result)
    {
        SamlAssertion assertion = result.Assertion!;
        IEnumerable<string?> values = assertion.Attributes
            .SelectMany(attribute => attribute.Values.Select(value => $"{attribute.Name}={value.Text}"));
        return string.Join('\n', [
            assertion.Id, assertion.Issuer, assertion.NameId, assertion.NameIdFormat, assertion.InResponseTo,
            assertion.SessionIndex, assertion.AuthnContextClassRef, .. values,
            result.Identity!.ToWorkerAttributesJson(),
        ]);
    }
}
