namespace Gateway.Edge.Storage;

/// <summary>Held by the one process that may write below a data directory; the kernel lets go when that process ends, however it ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or returns null when another process has it.</summary>
    public static DataDirectoryLock? TryTake(string dataDirectory)
    {
        PrivateFiles.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "gateway.lock");
        try
        {
            return new DataDirectoryLock(PrivateFiles.OpenExclusively(path));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
