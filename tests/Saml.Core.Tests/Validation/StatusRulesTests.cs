using System.Xml.Linq;
using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Validation;

/// <summary>What the identity provider answers instead of a login: SAML Core 3.2.2.2.</summary>
public sealed class StatusRulesTests
{
    private const string Prefix = "urn:oasis:names:tc:SAML:2.0:status:";
    private const string Words = "User jane.doe@example.com is not assigned to the application.";

    internal static readonly VectorTable Table = new()
    {
        { "no Status", StatusMissing, Remove("Status") },
        { "Status without StatusCode", StatusMissing, Remove("StatusCode") },
        { "StatusCode without Value", StatusMissing, Set("StatusCode", "Value", null) },

        { "Requester", IdpReturnedError, Refused("Requester") },
        { "Responder", IdpReturnedError, Refused("Responder") },
        { "VersionMismatch", IdpReturnedError, Refused("VersionMismatch") },
        { "Requester, InvalidNameIDPolicy", IdpReturnedError, Refused("Requester", "InvalidNameIDPolicy") },
        { "Responder, AuthnFailed", IdpAuthnFailed, Refused("Responder", "AuthnFailed") },
        { "Responder, NoPassive", IdpNoPassive, Refused("Responder", "NoPassive") },
        { "Requester, RequestDenied", IdpRequestDenied, Refused("Requester", "RequestDenied") },
        { "Responder, NoAuthnContext", IdpNoAuthnContext, Refused("Responder", "NoAuthnContext") },
        { "Responder, UnknownPrincipal", IdpUnknownPrincipal, Refused("Responder", "UnknownPrincipal") },
        { "nested code of a product", IdpReturnedError, Refused("Responder", "AADSTS50105") },
        { "nested code that only ends alike", IdpReturnedError, Refused("Responder", "XAuthnFailed") },
        { "nested code as long as another", IdpReturnedError, Refused("Responder", "AuthnFailes") },
        {
            "nested code of another namespace", IdpReturnedError,
            Refused("Responder", "AuthnFailed").And(Edit(x => x.Descendants(ProtocolNamespace + "StatusCode").Last()
                .SetAttributeValue("Value", "urn:oasis:names:tc:SAML:1.0:status:AuthnFailed")))
        },
        { "nested Success under Responder", IdpReturnedError, Refused("Responder", "Success") },
        { "empty code", IdpReturnedError, Refused().And(Set("StatusCode", "Value", "")) },
        { "Success with a blank behind", IdpReturnedError, Refused("Success ") },
        { "Success in another case", IdpReturnedError, Refused("success") },
        { "Success without its namespace", IdpReturnedError, Refused().And(Set("StatusCode", "Value", "Success")) },

        { "Responder with an assertion", AssertionWithErrorStatus, WithStatus("Responder", "AuthnFailed") },
        { "Success with a blank behind and an assertion", AssertionWithErrorStatus, WithStatus("Success ") },
        {
            "Responder with an encrypted assertion", AssertionWithErrorStatus,
            Refused("Responder").And(Append("Response", Element("EncryptedAssertion")))
        },
        {
            "Responder with an assertion and an encrypted one", AssertionWithErrorStatus,
            WithStatus("Responder").And(Append("Response", Element("EncryptedAssertion")))
        },

        { "Success with a nested code", None, WithStatus("Success", "PartialLogout") },
        { "Success with a nested code of a refusal", None, WithStatus("Success", "AuthnFailed") },
        {
            "Success with a message and a detail", None,
            Append("Status", ProtocolElement("StatusMessage", "well"))
                .And(Append("Status", ProtocolElement("StatusDetail", Foreign("Anything"))))
        },
    };

    public static TheoryData<string, SamlErrorCode> Rows => Table.Rows;

    /// <summary>Refusals whose words name the user.</summary>
    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        from row in (IEnumerable<object[]>)Refusals
        let codes = (string)row[0]
        select ($"{codes} with words", Refused(codes.Split('/'))(new Vector()).Edit(AddWords));

    public static TheoryData<string, SamlErrorCode> Refusals
    {
        get
        {
            TheoryData<string, SamlErrorCode> refusals = [];
            refusals.Add("Requester", IdpReturnedError);
            refusals.Add("Requester/InvalidNameIDPolicy", IdpReturnedError);
            refusals.Add("Responder/AuthnFailed", IdpAuthnFailed);
            refusals.Add("Responder/NoPassive", IdpNoPassive);
            refusals.Add("Requester/RequestDenied", IdpRequestDenied);
            refusals.Add("Responder/NoAuthnContext", IdpNoAuthnContext);
            refusals.Add("Responder/UnknownPrincipal", IdpUnknownPrincipal);
            return refusals;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answers(string name, SamlErrorCode expected)
    {
        Answer answer = await Table.CheckAsync(name);

        answer.Code.Should().Be(expected);
    }

    /// <summary>The words are a secret of the vector, so its invariants look for them in every other text.</summary>
    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task The_identity_providers_words_are_on_the_error_and_in_no_text_for_logs(
        string codes, SamlErrorCode expected)
    {
        Vector vector = Refused(codes.Split('/'))(new Vector()).Edit(AddWords);

        Answer answer = await vector.ShouldAnswerAsync(expected);

        answer.Secrets.Should().Contain(Words);
        answer.Result.Error!.IdentityProviderMessage.Should().Be(Words);
    }

    [Fact]
    public async Task The_words_are_trimmed_capped_and_made_safe()
    {
        Vector vector = Refused("Responder")(new Vector()).Edit(x =>
            x.The("Status").Add(ProtocolElement("StatusMessage", "\n  one\u202Etwo " + new string('x', 5000))));

        string message = (await vector.ShouldAnswerAsync(IdpReturnedError)).Result.Error!.IdentityProviderMessage!;

        message.Should().StartWith("one\\u{202E}two xxx").And.EndWith("…").And.NotContain("\u202E");
        message.Length.Should().BeLessThanOrEqualTo(1024);
    }

    [Fact]
    public async Task Without_words_there_is_no_message()
    {
        Answer answer = await Refused("Responder")(new Vector()).ShouldAnswerAsync(IdpReturnedError);

        answer.Result.Error!.IdentityProviderMessage.Should().BeNull();
    }

    [Fact]
    public async Task The_words_belong_to_a_refusal_alone()
    {
        Vector vector = WithStatus("Responder")(new Vector()).Edit(AddWords);

        Answer answer = await vector.ShouldAnswerAsync(AssertionWithErrorStatus);

        answer.Result.Error!.IdentityProviderMessage.Should().BeNull("it is documented for 2007 to 2012");
    }

    [Fact]
    public async Task An_unsigned_refusal_is_named_as_what_it_is()
    {
        Vector vector = Refused("Requester", "RequestDenied")(new Vector()) with { Signed = SignaturePlacement.None };

        SamlError error = (await vector.ShouldAnswerAsync(IdpRequestDenied)).Result.Error!;

        error.Actual.Should().Be("Requester / RequestDenied");
    }

    private static void AddWords(XDocument message) =>
        message.The("Status").Add(ProtocolElement("StatusMessage", Words));

    // Without any assertion, as a refusal is sent.
    private static Func<Vector, Vector> Refused(params string[] codes) =>
        WithStatus(codes).And(Remove("Assertion")).And(v => v with { Signed = SignaturePlacement.Response });

    // Each code nested in the one before.
    private static Func<Vector, Vector> WithStatus(params string[] codes) => Edit(message =>
    {
        XElement? code = null;
        foreach (string name in codes.Reverse())
        {
            code = ProtocolElement("StatusCode", Attr("Value", Prefix + name), code);
        }

        if (code is not null)
        {
            message.The("StatusCode").ReplaceWith(code);
        }
    });
}
