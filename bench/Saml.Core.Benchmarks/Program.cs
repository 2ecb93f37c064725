using BenchmarkDotNet.Running;
using Saml.Core.Benchmarks;

if (args is ["--ratios"])
{
    Ratios.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
