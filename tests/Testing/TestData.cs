namespace EdgeGateway.Testing;

/// <summary>Finds the real recordings that tests measure on. They are not part of the repository.</summary>
internal static class TestData
{
    /// <summary>The repository's root, found upwards from the test's own folder.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The folder of recordings; null where this machine has none.</summary>
    public static string? Root { get; } = FindData();

    /// <summary>A path below the recordings; skips the calling test, and says so, where they are absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Root is null ? null : Path.Combine([Root, .. parts]);
        if (path is null || !Path.Exists(path))
        {
            Xunit.Assert.Skip($"SKIPPED: no recordings at '{string.Join('/', parts)}'. Put them beside the checkout in ../shared/data or set GATEWAY_TEST_DATA.");
        }

        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EdgeGateway.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository: EdgeGateway.sln was not found above " + AppContext.BaseDirectory);
    }

    private static string? FindData()
    {
        var named = Environment.GetEnvironmentVariable("GATEWAY_TEST_DATA");
        var path = string.IsNullOrEmpty(named) ? Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data")) : named;
        return Directory.Exists(path) ? path : null;
    }
}
