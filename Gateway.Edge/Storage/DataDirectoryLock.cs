using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Storage;

/// <summary>Held by the one process that may write below a data directory; the kernel lets go when that process ends, however it ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    // What the kernel answers when another process holds a lock (errno.h).
    private const int TryAgain = 11;

    /// <summary>Takes the lock, or returns null when another process has it.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    public static DataDirectoryLock? TryTake(string dataDirectory)
    {
        PrivateFiles.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "gateway.lock");
        try
        {
            return new DataDirectoryLock(PrivateFiles.OpenExclusively(path));
        }
        catch (IOException error) when (error.HResult == TryAgain)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The data directory {dataDirectory} cannot be written: {error.Message} Give it to the gateway's user (chown -R <user> {dataDirectory}), or name another one in Gateway:DataDirectory.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
