namespace EdgeGateway.Benchmarks;

/// <summary>Where the checkout lies.</summary>
internal static class Repository
{
    /// <summary>The folder of EdgeGateway.sln, found upwards from the program.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EdgeGateway.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("EdgeGateway.sln was not found above " + AppContext.BaseDirectory);
    }
}
