using EdgeGateway.Testing;

namespace EndToEnd.Tests.Repository;

/// <summary>The files of the checkout that people wrote: no build output, no installed packages, no state.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> s_skippedFolders = new(StringComparer.Ordinal)
    {
        ".git", ".state", ".vs", ".idea", "bin", "obj", "node_modules", "var", "TestResults", "BenchmarkDotNet.Artifacts",
    };

    public static string Root => TestData.RepositoryRoot;

    /// <summary>Paths relative to the root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new DirectoryInfo(TestData.RepositoryRoot)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> WithExtension(params string[] extensions) =>
        Files.Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo child)
            {
                if (!s_skippedFolders.Contains(child.Name) && child.LinkTarget is null)
                {
                    foreach (var file in Walk(child))
                    {
                        yield return file;
                    }
                }
            }
            else
            {
                yield return Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            }
        }
    }
}
