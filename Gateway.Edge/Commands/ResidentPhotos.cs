namespace Gateway.Edge.Commands;

/// <summary>Reads the photos named on the command line.</summary>
internal static class ResidentPhotos
{
    // Beyond every configurable limit: the registry names its own, this only keeps a wrong file out of memory.
    private const long Largest = 16 * 1024 * 1024;

    /// <exception cref="CommandFaultException">A file is missing or far too large.</exception>
    public static async Task<IReadOnlyList<byte[]>> ReadAsync(FileInfo[] files, CancellationToken cancellationToken)
    {
        var photos = new List<byte[]>();
        foreach (var file in files)
        {
            if (!file.Exists)
            {
                throw new CommandFaultException($"--photo: there is no file {file.FullName}.");
            }

            if (file.Length > Largest)
            {
                throw new CommandFaultException($"--photo: {file.FullName} has {file.Length / 1024 / 1024} MiB; give a JPEG of at most 16.");
            }

            photos.Add(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        }

        return photos;
    }
}
