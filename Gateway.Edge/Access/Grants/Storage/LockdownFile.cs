using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>
/// Whether the compound is locked down, in a small file of its own beside <c>grants.db</c>: an empty one that takes the place of a damaged
/// <c>grants.db</c> must not lift a lockdown. The file is there while it holds.
/// </summary>
/// <param name="path">The file's name.</param>
internal sealed class LockdownFile(string path)
{
    /// <summary>True while the file is there.</summary>
    public bool IsThere => File.Exists(path);

    /// <summary>Puts the file there or takes it away, durably.</summary>
    /// <exception cref="IOException">The disk takes nothing.</exception>
    public void Set(bool active)
    {
        if (active)
        {
            PrivateFiles.WriteNew(path, "locked down\n"u8);
        }
        else
        {
            File.Delete(path);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }
    }
}
