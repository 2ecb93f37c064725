using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Saml.Core.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        string openSsl = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? ""
            : $", OpenSSL {SafeEvpPKeyHandle.OpenSslVersion >> 28}.{(SafeEvpPKeyHandle.OpenSslVersion >> 20) & 0xFF}"
                + $".{(SafeEvpPKeyHandle.OpenSslVersion >> 4) & 0xFFFF}";
        return $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, "
            + RuntimeInformation.FrameworkDescription + openSsl;
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        string? line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 2)..] ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
