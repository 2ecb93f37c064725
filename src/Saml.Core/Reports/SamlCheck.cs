using System.Globalization;

namespace Saml.Core;

/// <summary>One rule in a <see cref="SamlReport"/>, and what became of it.</summary>
public sealed class SamlCheck
{
    internal SamlCheck(SamlErrorCode code, SamlCheckOutcome outcome, bool isVerified)
    {
        Code = code;
        Outcome = outcome;
        IsVerified = isVerified;
    }

    /// <summary>The rule's code; <see cref="SamlErrorCode.None"/> for a remark that no rule stands behind.</summary>
    public SamlErrorCode Code { get; }

    /// <summary>The rule's or the remark's name, for instance <c>RecipientMismatch</c> or <c>LegacyEndpoint</c>.</summary>
    public string Rule => Warning is { } warning ? warning.Code.ToString() : Code.ToString();

    /// <summary>The rule's id, for instance <c>SAML5114</c>; null for a remark.</summary>
    public string? Id => Code == SamlErrorCode.None
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"SAML{(int)Code:D4}");

    /// <summary>The clause of the standard or the option that the rule is from; null where its error says it.</summary>
    public string? Clause { get; internal init; }

    /// <summary>What became of it.</summary>
    public SamlCheckOutcome Outcome { get; }

    /// <summary>What is wrong; null unless the rule is broken.</summary>
    public SamlError? Error { get; internal init; }

    /// <summary>What is worth a look; null unless there is a remark.</summary>
    public SamlWarning? Warning { get; internal init; }

    /// <summary>Why the rule was not asked; null unless it was skipped.</summary>
    public string? Reason { get; internal init; }

    /// <summary>
    /// Whether everything that the rule looked at was signed by a trusted key. Where it is false, the finding shows
    /// what a message claims that anybody could have written.
    /// </summary>
    public bool IsVerified { get; }

    /// <summary>The rule, its outcome and its text.</summary>
    /// <returns>A text for logs, without personal data.</returns>
    public override string ToString() => Outcome switch
    {
        SamlCheckOutcome.Broken => $"broken: {Error}",
        SamlCheckOutcome.Warned => $"warned: {Warning}",
        SamlCheckOutcome.Skipped => $"skipped: {Id} {Rule}: {Reason}",
        _ => $"passed: {Id} {Rule}",
    };
}
