namespace Saml.Core.Explanation;

/// <summary>The checks of one report, as they are made.</summary>
/// <param name="reasonNotAsked">Why the settings do not ask a rule; null where they do.</param>
internal sealed class CheckList(Func<SamlErrorCode, string?> reasonNotAsked)
{
    private readonly List<SamlCheck> _checks = [];

    public IReadOnlyList<SamlCheck> ToReadOnly() => _checks.AsReadOnly();

    /// <summary>Whether a rule was asked and nothing is wrong with it.</summary>
    public bool Holds(SamlErrorCode code) => _checks.Exists(
        check => check.Code == code && check.Outcome is SamlCheckOutcome.Passed or SamlCheckOutcome.Warned);

    public bool IsAnyBroken => _checks.Exists(check => check.Outcome == SamlCheckOutcome.Broken);

    /// <summary>Adds what was checked apart. What is broken there has not passed, as far as it came before.</summary>
    public void AddRange(CheckList checks)
    {
        _checks.RemoveAll(check => check.Outcome == SamlCheckOutcome.Passed && checks.IsBroken(check.Code));
        _checks.AddRange(checks._checks);
    }

    private bool IsBroken(SamlErrorCode code) =>
        _checks.Exists(check => check.Code == code && check.Outcome == SamlCheckOutcome.Broken);

    public void Pass(SamlErrorCode code, bool isVerified, string? clause = null)
    {
        if (reasonNotAsked(code) is { } reason)
        {
            Skip(code, reason, clause);
            return;
        }

        _checks.Add(new SamlCheck(code, SamlCheckOutcome.Passed, isVerified) { Clause = clause });
    }

    public void Break(SamlError error, bool isVerified, string? clause = null) =>
        _checks.Add(new SamlCheck(error.Code, SamlCheckOutcome.Broken, isVerified) { Error = error, Clause = clause });

    public void Skip(SamlErrorCode code, string reason, string? clause = null) =>
        _checks.Add(new SamlCheck(code, SamlCheckOutcome.Skipped, isVerified: false) { Reason = reason, Clause = clause });

    public void Warn(SamlWarning warning, bool isVerified, SamlErrorCode code = SamlErrorCode.None) =>
        _checks.Add(new SamlCheck(code, SamlCheckOutcome.Warned, isVerified) { Warning = warning });

    public void PassAll(IEnumerable<SamlErrorCode> codes, bool isVerified)
    {
        foreach (SamlErrorCode code in codes)
        {
            Pass(code, isVerified);
        }
    }

    public void SkipAll(IEnumerable<SamlErrorCode> codes, string reason)
    {
        foreach (SamlErrorCode code in codes)
        {
            Skip(code, reason);
        }
    }

    /// <summary>
    /// What stopped at a rejection: the stages before it hold, what is with it in its stage and behind it is unknown.
    /// </summary>
    public void Stop(Stage[] stages, SamlError error)
    {
        string reason = $"not reached: {error.Id} came first";
        int broken = Array.FindIndex(stages, stage => stage.Codes.Contains(error.Code));
        for (int i = 0; i < stages.Length; i++)
        {
            foreach (SamlErrorCode code in stages[i].Codes)
            {
                if (code == error.Code)
                {
                    Break(error, isVerified: false);
                }
                else if (i < broken)
                {
                    Pass(code, isVerified: false);
                }
                else
                {
                    Skip(code, reason);
                }
            }
        }

        if (broken < 0)
        {
            Break(error, isVerified: false);
        }
    }
}
