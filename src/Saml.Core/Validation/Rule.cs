using System.Diagnostics.CodeAnalysis;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Xml;

namespace Saml.Core.Validation;

/// <summary>What a rule judges: what was read, and what is expected.</summary>
internal readonly ref struct RuleContext
{
    private readonly ref readonly UnverifiedResponse _response;
    private readonly ref readonly AssertionContent _assertion;
    private readonly SubjectConfirmation _confirmation;

    /// <summary>What can be judged before anything is verified; no confirmation is looked at.</summary>
    public RuleContext(Expectations expected, ExpectedRequest request, DateTimeOffset now, in UnverifiedResponse response)
    {
        Expected = expected;
        Request = request;
        Now = now;
        _response = ref response;
        _assertion = ref response.Assertion.Content;
    }

    /// <summary>The same with an assertion and its best bearer confirmation.</summary>
    public RuleContext(in RuleContext unverified, in AssertionContent assertion)
    {
        this = unverified;
        _assertion = ref assertion;
        _confirmation = BearerConfirmation.Select(this, assertion);
    }

    public Expectations Expected { get; }

    public ExpectedRequest Request { get; }

    public DateTimeOffset Now { get; }

    public ref readonly UnverifiedResponse Response => ref _response;

    /// <summary>The message, for the place of a finding.</summary>
    public XmlTree Tree => _response.Element.Exists ? _response.Element.Tree : _assertion.Element.Tree;

    public bool HasAssertion => _assertion.Exists;

    /// <summary>The assertion; rules behind those that count assertions may rely on one.</summary>
    public ref readonly AssertionContent Assertion
    {
        get
        {
            if (!HasAssertion)
            {
                throw new InvalidOperationException("There is no assertion.");
            }

            return ref _assertion;
        }
    }

    /// <summary>The bearer confirmation that all rules about one are asked about; a default value when there is none.</summary>
    [UnscopedRef]
    public ref readonly SubjectConfirmation Confirmation => ref _confirmation;
}

/// <summary>Judges one rule.</summary>
internal delegate Finding RuleCheck(in RuleContext context);

/// <summary>What of a message a rule looks at.</summary>
internal enum RulePart
{
    Response,
    Assertion,
    Both,
}

/// <summary>
/// One rule of the standard: its code, its clause, what it looks at, and the function that says whether it holds. Where
/// one of the earlier rules that it needs is broken, it says nothing that is worth hearing.
/// </summary>
internal sealed record Rule(
    SamlErrorCode Code, string Clause, RulePart Part, RuleCheck Check, params SamlErrorCode[] Needs);
