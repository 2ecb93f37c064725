namespace Saml.Core.Tool;

/// <summary>Ends a run with a text for standard error, which never holds anything of what was read.</summary>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static ToolException Unreadable(string message) => new(Tool.ExitCode.Unusable, message);

    public static ToolException Usage(string message) => new(Tool.ExitCode.Usage, message);
}
