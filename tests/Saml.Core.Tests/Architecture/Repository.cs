namespace Saml.Core.Tests.Architecture;

/// <summary>The sources of this repository, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The C# files of a project under src, by their paths from its root, with '/'.</summary>
    public static IReadOnlyDictionary<string, string> Sources(string project)
    {
        string root = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal)
                && !path.StartsWith("obj/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(root, path)), StringComparer.Ordinal);
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
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
