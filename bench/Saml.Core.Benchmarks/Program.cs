using BenchmarkDotNet.Running;
using Saml.Core.Benchmarks;

switch (args)
{
    case ["--gate", .. string[] rest] when Gate.TryArguments(rest, out bool strict, out string output):
        return Gate.Run(strict, output) ? 0 : 1;
    case ["--breakdown"]:
        Breakdown.Print();
        return 0;
    case ["--hostile", .. string[] names]:
        Hostility.Print(names);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new InOneProcess());
        return 0;
}
