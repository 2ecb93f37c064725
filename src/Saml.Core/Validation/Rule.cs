using Saml.Core.Errors;
using Saml.Core.Messages;

namespace Saml.Core.Validation;

/// <summary>What a rule judges: what was read, and what is expected.</summary>
internal readonly ref struct RuleContext
{
    /// <summary>What can be judged before anything is verified; no confirmation is looked at.</summary>
    public RuleContext(Expectations expected, ExpectedRequest request, DateTimeOffset now, UnverifiedResponse response)
    {
        Expected = expected;
        Request = request;
        Now = now;
        Response = response;
        Content = response.Assertion?.Content;
    }

    /// <summary>The same with an assertion and its best bearer confirmation.</summary>
    public RuleContext(in RuleContext unverified, AssertionContent assertion)
    {
        this = unverified;
        Content = assertion;
        Confirmation = BearerConfirmation.Select(this, assertion);
    }

    public Expectations Expected { get; }

    public ExpectedRequest Request { get; }

    public DateTimeOffset Now { get; }

    public UnverifiedResponse Response { get; }

    /// <summary>The assertion; rules behind those that count assertions may rely on one.</summary>
    public AssertionContent Assertion => Content ?? throw new InvalidOperationException("There is no assertion.");

    public AssertionContent? Content { get; }

    /// <summary>The bearer confirmation that all rules about one are asked about; a default value when there is none.</summary>
    public SubjectConfirmation Confirmation { get; }
}

/// <summary>Judges one rule.</summary>
internal delegate Finding RuleCheck(in RuleContext context);

/// <summary>One rule of the standard: its code, its clause, and the function that says whether it holds.</summary>
internal sealed record Rule(SamlErrorCode Code, string Clause, RuleCheck Check);
