using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Validation;

/// <summary>
/// Every expectation against every pair of InResponseTo on the Response and on the confirmation (SAML Profiles 4.1.4.3,
/// 4.1.5): absent, the request, another outstanding one, one that nobody sent. The answers are the same whether the
/// Response is signed or not: what it says may only refuse.
/// </summary>
public sealed class InResponseToTests
{
    private const string Second = "_second";
    private const string Wrong = "_wrong";
    private const string Confirmation = "/Response/Assertion/Subject/SubjectConfirmation";

    private static readonly Dictionary<string, ExpectedRequest> s_requests = new()
    {
        ["ForRequest"] = ExpectedRequest.ForRequest(Vector.RequestId),
        ["ForAnyOf"] = ExpectedRequest.ForAnyOf(["_first", Second, Vector.RequestId]),
        ["None"] = ExpectedRequest.None,
        ["Unsolicited"] = ExpectedRequest.Unsolicited,
        ["ForRequest.OrUnsolicited"] = ExpectedRequest.ForRequest(Vector.RequestId).OrUnsolicited(),
        ["ForAnyOf.OrUnsolicited"] = ExpectedRequest.ForAnyOf([Vector.RequestId, Second]).OrUnsolicited(),
        ["None.OrUnsolicited"] = ExpectedRequest.None.OrUnsolicited(),
        ["Unsolicited.OrUnsolicited"] = ExpectedRequest.Unsolicited.OrUnsolicited(),
    };

    /// <summary>Request, Response's InResponseTo, confirmation's InResponseTo, code.</summary>
    private static readonly (string Request, string? Response, string? Confirmation, SamlErrorCode Expected)[] s_rows =
    [
        .. Named("ForRequest", unsolicited: UnsolicitedResponse),
        ("ForRequest", Second, Second, InResponseToMismatch),
        ("ForRequest", "", Vector.RequestId, InResponseToMismatch),
        ("ForRequest", Vector.RequestId, "", InResponseToMismatch),
        ("ForRequest", null, Vector.RequestId + " ", InResponseToMismatch),
        ("ForRequest", null, Vector.RequestId.ToUpperInvariant(), InResponseToMismatch),

        .. Named("ForAnyOf", unsolicited: UnsolicitedResponse),
        ("ForAnyOf", null, Second, None),
        ("ForAnyOf", Second, Second, None),
        ("ForAnyOf", Second, null, InResponseToInconsistent),
        ("ForAnyOf", Second, Vector.RequestId, InResponseToInconsistent),
        ("ForAnyOf", Vector.RequestId, Second, InResponseToInconsistent),

        .. Named("ForRequest.OrUnsolicited", unsolicited: None),
        .. Named("ForAnyOf.OrUnsolicited", unsolicited: None),

        .. Unnamed("None", unsolicited: UnsolicitedResponse),
        .. Unnamed("Unsolicited", unsolicited: None),
        .. Unnamed("None.OrUnsolicited", unsolicited: None),
        .. Unnamed("Unsolicited.OrUnsolicited", unsolicited: None),
    ];

    public static TheoryData<string, string?, string?, SamlErrorCode, bool> Rows
    {
        get
        {
            TheoryData<string, string?, string?, SamlErrorCode, bool> rows = [];
            foreach ((string request, string? response, string? confirmation, SamlErrorCode expected) in s_rows)
            {
                rows.Add(request, response, confirmation, expected, true);
                rows.Add(request, response, confirmation, expected, false);
            }

            return rows;
        }
    }

    internal static IEnumerable<SamlErrorCode> Codes => s_rows.Select(row => row.Expected);

    internal static IEnumerable<(string Name, Vector Vector)> Vectors => s_rows.Select(row => (
        $"{row.Request}: {row.Response ?? "none"}, {row.Confirmation ?? "none"}",
        Build(row.Request, row.Response, row.Confirmation)));

    [Theory]
    [CatalogueRow("SM-24", "SM-26", "SM-27")]
    [MemberData(nameof(Rows))]
    public async Task Answers(
        string request, string? response, string? confirmation, SamlErrorCode expected, bool responseIsSigned)
    {
        Vector vector = Build(request, response, confirmation);

        Answer answer = await (responseIsSigned ? vector : vector.WithUnsignedResponse()).ShouldAnswerAsync(expected);

        answer.Result.Assertion?.InResponseTo.Should().Be(confirmation, "it says which request to consume");
        answer.Result.Warnings.Select(warning => warning.Code)
            .Should().Equal(answer.Result.IsValid && confirmation is null ? [SamlWarningCode.UnsolicitedAccepted] : []);
    }

    [Fact]
    public async Task A_lost_request_is_named_as_the_reason()
    {
        Vector vector = Build("None", Vector.RequestId, Vector.RequestId);

        Answer answer = await vector.ShouldAnswerAsync(InResponseToUnexpected);

        answer.Result.Error!.Message.Should().Contain(Vector.RequestId).And.Contain("cookie");
        answer.Result.Error.Expected.Should().Contain("lost");
    }

    [Fact]
    public async Task All_outstanding_requests_are_named()
    {
        Answer answer = await Build("ForAnyOf", Wrong, Wrong).ShouldAnswerAsync(InResponseToMismatch);

        answer.Result.Error!.Expected.Should().Be($"_first, {Second}, {Vector.RequestId}");
        answer.Result.Error.Actual.Should().Be(Wrong);
    }

    [Theory]
    [InlineData("ForRequest", null, null, Vector.RequestId, null, "/Response")]
    [InlineData("ForRequest", Wrong, Vector.RequestId, Vector.RequestId, Wrong, "/Response")]
    [InlineData("ForRequest", Wrong, Second, Vector.RequestId, Second, Confirmation)]
    [InlineData("ForRequest", Vector.RequestId, null, null, Vector.RequestId, Confirmation)]
    [InlineData("ForAnyOf", Second, Vector.RequestId, Vector.RequestId, Second, Confirmation)]
    public async Task The_error_says_which_request_was_named_where(
        string request, string? response, string? confirmation, string? expected, string? actual, string elementPath)
    {
        SamlError error = (await Build(request, response, confirmation).SubmitAsync()).Result.Error!;

        error.Expected.Should().Be(expected);
        error.Actual.Should().Be(actual);
        error.Location!.ElementPath.Should().Be(elementPath);
    }

    private static Vector Build(string request, string? response, string? confirmation) => new()
    {
        Template = new ResponseTemplate
        {
            IssueInstant = Vector.Noon,
            ResponseInResponseTo = response,
            ConfirmationInResponseTo = confirmation,
        },
        Request = s_requests[request],
    };

    // The confirmation decides; the Response may be silent, but not differ and not stand alone.
    private static IEnumerable<(string, string?, string?, SamlErrorCode)> Named(
        string request, SamlErrorCode unsolicited) =>
    [
        (request, null, null, unsolicited),
        (request, null, Vector.RequestId, None),
        (request, null, Wrong, InResponseToMismatch),
        (request, Vector.RequestId, null, InResponseToInconsistent),
        (request, Vector.RequestId, Vector.RequestId, None),
        (request, Vector.RequestId, Wrong, InResponseToMismatch),
        (request, Wrong, null, InResponseToMismatch),
        (request, Wrong, Vector.RequestId, InResponseToMismatch),
        (request, Wrong, Wrong, InResponseToMismatch),
    ];

    private static IEnumerable<(string, string?, string?, SamlErrorCode)> Unnamed(
        string request, SamlErrorCode unsolicited) =>
    [
        (request, null, null, unsolicited),
        (request, null, Vector.RequestId, InResponseToUnexpected),
        (request, Vector.RequestId, null, InResponseToUnexpected),
        (request, Vector.RequestId, Vector.RequestId, InResponseToUnexpected),
        (request, "", null, InResponseToUnexpected),
        (request, null, "", InResponseToUnexpected),
    ];
}
