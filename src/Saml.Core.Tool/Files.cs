using Saml.Core.Errors;

namespace Saml.Core.Tool;

/// <summary>Reads what a command is about, and writes what it makes.</summary>
internal static class Files
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    // Far more than a message or a bundle of certificates has (the library refuses a message of over 256 KiB); somebody has
    // named the wrong file. The platform's reader of XML takes time that grows with the square of a tag's attributes, and a
    // message is redacted in a hundred times its size.
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The octets of a file or of standard input.</summary>
    public static byte[] Read(string path, Terminal terminal, int exitCode = ExitCode.Unusable)
    {
        try
        {
            if (path == StandardInput)
            {
                return ReadAll(terminal.In, exitCode);
            }

            using FileStream file = File.OpenRead(path);
            return ReadAll(file, exitCode);
        }
        catch (Exception problem) when (IsOfFiles(problem))
        {
            throw new ToolException(exitCode, $"{Name(path)} cannot be read: {Describe(problem)}");
        }
    }

    /// <summary>Writes a file, or to standard output when there is none.</summary>
    public static void Write(string? path, byte[] octets, Terminal terminal)
    {
        if (path is null)
        {
            terminal.Out.Write(System.Text.Encoding.UTF8.GetString(octets));
            return;
        }

        try
        {
            File.WriteAllBytes(path, octets);
        }
        catch (Exception problem) when (IsOfFiles(problem))
        {
            throw ToolException.Usage($"{Name(path)} cannot be written: {Describe(problem)}");
        }
    }

    private static byte[] ReadAll(Stream stream, int exitCode)
    {
        using MemoryStream octets = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            octets.Write(buffer.AsSpan(0, read));
            if (octets.Length > MaxBytes)
            {
                throw new ToolException(exitCode, $"The input is larger than {MaxBytes} bytes.");
            }
        }

        return octets.ToArray();
    }

    // A file of settings names files, and whoever wrote it may have thought of the terminal.
    private static string Name(string path) => SafeText.Of(path, SafeText.MaxListLength);

    private static bool IsOfFiles(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static string Describe(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "access is denied",
        _ => "the system refuses it",
    };
}
