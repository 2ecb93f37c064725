namespace Quickstart;

internal static class ExitCode
{
    public const int Accepted = 0;
    public const int Refused = 1;
    public const int Usage = 2;
}
