using Saml.Core.Fuzz.Soundness;
using Saml.Core.Fuzz.Targets;
using SharpFuzz;

if (args is ["--seeds", string folder])
{
    Seeds.Write(folder);
    return 0;
}

if (args is ["--fuzz", string name] && Target.Find(name) is { } target)
{
    Fuzzer.Run(stream =>
    {
        using MemoryStream octets = new();
        stream.CopyTo(octets);
        target(octets.ToArray());
    });
    return 0;
}

if (Arguments.TryRun(args) is { } exitCode)
{
    return exitCode;
}

Console.Error.WriteLine(
    """
    --mutants N [--seed S] [--property signed|sealed|reading] [--threads T]   asks N mutants of signed messages
    --mutant I [--seed S] [--property signed|sealed|reading]   shows the mutant with that index
    --fuzz reader|canonicalizer|validator|sealed   runs under AFL++, or once over standard input
    --seeds FOLDER   writes what a fuzzer begins with
    """);
return 2;
