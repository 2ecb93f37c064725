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

/// <summary>Collects what a check finds; most find nothing, and then nothing is made.</summary>
internal struct FlexFindings
{
    private bool _isBroken;
    private Finding _first;
    private List<Finding>? _further;

    /// <summary>What the rule is about did not come, or an earlier rule about it is broken.</summary>
    public bool IsSkipped { get; private set; }

    public readonly bool IsEmpty => !_isBroken;

    public readonly Finding First => _first;

    public void Add(in Finding finding)
    {
        if (IsEmpty)
        {
            _first = finding;
            _isBroken = true;
            return;
        }

        (_further ??= []).Add(finding);
    }

    public void Skip() => IsSkipped = true;

    public readonly IReadOnlyList<Finding> ToReadOnly() => IsEmpty ? [] : [_first, .. _further ?? []];
}

/// <summary>What a rule of Flex found, for a report of everything.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Findings">Each way in which it is broken; none when it holds or was skipped.</param>
/// <param name="IsSkipped">It could not be asked.</param>
internal sealed record FlexOutcome(FlexRule Rule, IReadOnlyList<Finding> Findings, bool IsSkipped);
