using System.Text;

namespace Saml.Core.Tool;

/// <summary>What surrounds a run, so that a test can be it.</summary>
internal sealed record Terminal
{
    // What goes into a file or a pipe does not depend on the code page of a console.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input.</summary>
    public required Stream In { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Whether a person looks at the output and wants colours (https://no-color.org).</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Those of the process.</summary>
    public static Terminal OfProcess() => new()
    {
        In = Console.OpenStandardInput(),
        Out = Console.IsOutputRedirected
            ? new StreamWriter(Console.OpenStandardOutput(), s_utf8) { AutoFlush = true }
            : Console.Out,
        Error = Console.Error,
        TimeProvider = TimeProvider.System,
        IsInteractive = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };
}
