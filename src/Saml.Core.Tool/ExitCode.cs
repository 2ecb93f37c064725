namespace Saml.Core.Tool;

/// <summary>What a script reads of a run; the same for every command, and documented in <c>docs/tool.md</c>.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to remark.</summary>
    public const int Success = 0;

    /// <summary>Done, with a finding: a broken rule, a message that nothing verified, or a certificate with a remark.</summary>
    public const int Finding = 1;

    /// <summary>What was given could not be read, or is of no use; or standard output could not be written.</summary>
    public const int Unusable = 2;

    /// <summary>The command line or the settings are wrong; the number that sysexits.h has for it.</summary>
    public const int Usage = 64;
}
