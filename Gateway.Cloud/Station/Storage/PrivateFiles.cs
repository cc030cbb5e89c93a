namespace Gateway.Cloud.Station.Storage;

/// <summary>Files and folders that only the station's user can read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes the folder and its parents with access for the owner alone; an existing one is left as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            // The mode is given to the last folder alone, so parents are made one by one.
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent && !Directory.Exists(parent))
            {
                CreateFolder(parent);
            }

            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>Writes a new file of mode 0600 and syncs it to disk.</summary>
    /// <exception cref="IOException">The file exists already, or the disk is full.</exception>
    public static void WriteDurably(string path, ReadOnlySpan<byte> bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="StorageFaultException">Others than the owner may read the file.</exception>
    public static void RequirePrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerFolder) != UnixFileMode.None)
        {
            throw new StorageFaultException($"{path} can be read by others. Run: chmod 600 {path}");
        }
    }
}
