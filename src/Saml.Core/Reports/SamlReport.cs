using Saml.Core.Explanation;

namespace Saml.Core;

/// <summary>
/// What every rule says about a message, for the person who has to find out why a login fails. It is no result: it
/// holds no identity, and nothing in it says that anybody may log in.
/// </summary>
public sealed class SamlReport
{
    internal SamlReport(IReadOnlyList<SamlCheck> checks, IReadOnlyList<Fact> facts, DateTimeOffset now)
    {
        Checks = checks;
        Facts = facts;
        Now = now;
    }

    /// <summary>Every rule in the order in which validation asks them, and the remarks.</summary>
    public IReadOnlyList<SamlCheck> Checks { get; }

    /// <summary>The instant that times were compared with.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>
    /// The broken rule to mend first: the first in the order of validation that more than time has broken, since a message
    /// that is looked at later is expired in any case; and where that one can be traced further, what stands behind it.
    /// Null when no rule is broken.
    /// </summary>
    public SamlCheck? Cause
    {
        get
        {
            SamlCheck? first = Checks.FirstOrDefault(check => IsBroken(check) && !IsOfTime(check.Code))
                ?? Checks.FirstOrDefault(IsBroken);
            bool isOfSignature = first?.Code is SamlErrorCode.SignatureInvalid or SamlErrorCode.KeyTypeMismatch
                or SamlErrorCode.SignatureValueMalformed;
            return isOfSignature
                ? Checks.FirstOrDefault(check => IsBroken(check) && check.Code == SamlErrorCode.SignerNotTrusted) ?? first
                : first;
        }
    }

    internal IReadOnlyList<Fact> Facts { get; }

    /// <summary>A trusted key verified the message.</summary>
    internal bool IsVerified => Checks.Any(
        check => check is { Code: SamlErrorCode.SignatureInvalid, Outcome: SamlCheckOutcome.Passed });

    /// <summary>Whether there is a remark that asks for a change, as opposed to one that informs.</summary>
    internal bool IsAnyWarning => Checks.Any(check => check.Warning?.Severity == SamlWarningSeverity.Warning);

    /// <summary>
    /// The report as plain text for a terminal. The first line says what is wrong, the second what to change; then come
    /// all other broken rules, the remarks, what was skipped, and what the message says.
    /// </summary>
    /// <param name="showValues">
    /// Whether the NameID and the values of attributes are shown; by default only their length is.
    /// </param>
    /// <returns>Lines that end in a line feed.</returns>
    public string ToText(bool showValues = false) => ReportText.Write(this, showValues);

    /// <summary>
    /// The report as one HTML page that needs nothing else: no script, no image, no font from elsewhere. It can be sent
    /// by mail.
    /// </summary>
    /// <param name="showValues">
    /// Whether the NameID and the values of attributes are shown; by default only their length is.
    /// </param>
    /// <returns>An HTML document in UTF-8.</returns>
    public string ToHtml(bool showValues = false) => ReportHtml.Write(this, showValues);

    /// <summary>The number of rules by outcome.</summary>
    /// <returns>A text for logs, without personal data.</returns>
    public override string ToString() =>
        $"{Count(SamlCheckOutcome.Broken)} broken, {Count(SamlCheckOutcome.Warned)} warned, "
        + $"{Count(SamlCheckOutcome.Passed)} passed, {Count(SamlCheckOutcome.Skipped)} skipped";

    private static bool IsOfTime(SamlErrorCode code) => code is
        SamlErrorCode.ResponseTooOld or SamlErrorCode.AssertionTooOld or SamlErrorCode.ConfirmationExpired
        or SamlErrorCode.AssertionExpired or SamlErrorCode.SessionExpired;

    private static bool IsBroken(SamlCheck check) => check.Outcome == SamlCheckOutcome.Broken;

    internal int Count(SamlCheckOutcome outcome) => Checks.Count(check => check.Outcome == outcome);
}
