using System.Diagnostics;

namespace Gateway.Edge.Tests.Access;

/// <summary>What a database has on disk, its log included.</summary>
internal static class DiskBytes
{
    /// <summary>The bytes of all files of a folder whose names begin with that of the database.</summary>
    public static byte[] Of(string folder, string database) =>
        [.. Directory.GetFiles(folder, database + "*").Order(StringComparer.Ordinal).SelectMany(ReadShared)];

    // Read in another process: opening and closing the file here would drop the locks that SQLite holds on it.
    private static byte[] ReadShared(string path)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        cat.StandardOutput.BaseStream.CopyTo(bytes);
        cat.WaitForExit();
        return bytes.ToArray();
    }
}
