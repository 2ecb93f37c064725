using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Judges one rule of Flex: adds a finding for each way in which it is broken, none when it holds.</summary>
internal delegate void FlexCheck(in FlexContext context, ref FlexFindings findings);

/// <summary>One rule of Flex: its code, where it comes from, and the function that says whether it holds.</summary>
internal sealed record FlexRule(SamlErrorCode Code, string Basis, FlexCheck Check)
{
    /// <summary>What is reported instead of a refusal; none for a rule that refuses.</summary>
    public SamlWarningCode Warning { get; init; }
}

/// <summary>One way in which a rule is broken.</summary>
/// <param name="Finding">The texts for the error.</param>
/// <param name="IsExpression">
/// The value is an expression that was not evaluated, and a warning says so. The message is refused nevertheless, but in
/// a report of everything, this finding would tell the same fault twice.
/// </param>
internal readonly record struct FlexFinding(Finding Finding, bool IsExpression);

/// <summary>Collects what a check finds; most find nothing, and then nothing is made.</summary>
internal struct FlexFindings
{
    private bool _isBroken;
    private FlexFinding _first;
    private List<FlexFinding>? _further;

    /// <summary>What the rule is about did not come, or an earlier rule about it is broken.</summary>
    public bool IsSkipped { get; private set; }

    public readonly bool IsEmpty => !_isBroken;

    public readonly FlexFinding First => _first;

    public void Add(in Finding finding, bool isExpression = false)
    {
        FlexFinding added = new(finding, isExpression);
        if (IsEmpty)
        {
            _first = added;
            _isBroken = true;
            return;
        }

        (_further ??= []).Add(added);
    }

    public void Skip() => IsSkipped = true;

    public readonly IReadOnlyList<FlexFinding> ToReadOnly() => IsEmpty ? [] : [_first, .. _further ?? []];
}

/// <summary>What a rule of Flex found, for a report of everything.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Findings">Each way in which it is broken; none when it holds or was skipped.</param>
/// <param name="IsSkipped">It could not be asked, or the answer follows from a warning.</param>
internal sealed record FlexOutcome(FlexRule Rule, IReadOnlyList<FlexFinding> Findings, bool IsSkipped);
