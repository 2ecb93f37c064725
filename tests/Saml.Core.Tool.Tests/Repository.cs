namespace Saml.Core.Tool.Tests;

/// <summary>This repository, found from where the tests run, and the corpus beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every recorded message; skips the test that asks where there is no corpus.</summary>
    public static IReadOnlyList<string> CorpusFiles()
    {
        string folder = Path.Combine(Root, "..", "shared", "corpus");
        Skip.IfNot(
            File.Exists(Path.Combine(folder, "index.tsv")),
            "There is no corpus of recorded messages beside the repository (../shared/corpus).");
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "accept"), "*.xml").Order(StringComparer.Ordinal),
            .. Directory.EnumerateFiles(Path.Combine(folder, "reject"), "*.xml").Order(StringComparer.Ordinal),
        ];
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Saml.Core.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Saml.Core.sln above {AppContext.BaseDirectory}.");
    }
}
