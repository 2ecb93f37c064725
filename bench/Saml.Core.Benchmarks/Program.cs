using BenchmarkDotNet.Running;
using Saml.Core.Benchmarks;

if (args is ["--ratios"])
{
    Ratios.Print();
    return;
}

if (args is ["--hostile", .. string[] names])
{
    Hostility.Print(names);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
