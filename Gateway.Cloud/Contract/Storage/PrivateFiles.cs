namespace Gateway.Cloud.Contract.Storage;

/// <summary>Files and folders that only the service's own user can open, written so that a power cut leaves the old state or the new.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, and those above it, with mode 0700; a folder that exists is left as it is.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static void CreateDirectory(string path)
    {
        try
        {
            Make(Path.GetFullPath(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder {path} cannot be made: {error.Message} Name one that this user may write (DataDirectory), or make it and give it to this user.", error);
        }
    }

    /// <summary>
    /// Makes an empty file with mode 0600 where none is. SQLite gives its side files the mode of the main one. A file that exists is
    /// not even opened: closing it again would drop the locks that SQLite holds on it in this process.
    /// </summary>
    public static void Touch(string path)
    {
        if (!File.Exists(path))
        {
            using var file = Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite);
        }
    }

    /// <summary>Opens a file with mode 0600 that no other process may have open this way.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static FileStream OpenExclusively(string path) => Open(path, FileMode.OpenOrCreate, FileShare.None);

    /// <summary>Writes a new file durably; false when the name was taken, whose bytes then stay.</summary>
    public static bool WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        WriteDurably(temporary, bytes);
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }

        DirectorySync.Flush(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>Puts bytes under a name through <paramref name="temporary"/>, a name on the same file system.</summary>
    public static void Replace(string path, string temporary, ReadOnlySpan<byte> bytes)
    {
        try
        {
            WriteDurably(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Writes a new file and syncs its bytes to disk; its name survives a power cut once the folder is flushed.</summary>
    /// <exception cref="IOException">The file exists already, or the disk is full.</exception>
    public static void WriteDurably(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = Open(path, FileMode.CreateNew, FileShare.ReadWrite);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whether nobody but the owner may open the file.</summary>
    public static bool IsPrivate(string path) => (File.GetUnixFileMode(path) & ~OwnerFolder) == UnixFileMode.None;

    // The framework gives the mode to the last folder alone, so parents are made one by one.
    private static void Make(string path)
    {
        if (Path.GetDirectoryName(path) is { } parent && !Directory.Exists(parent))
        {
            Make(parent);
        }

        Directory.CreateDirectory(path, OwnerFolder);
    }

    private static FileStream Open(string path, FileMode mode, FileShare share) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = share,
        BufferSize = 0,
        UnixCreateMode = OwnerFile,
    });
}
