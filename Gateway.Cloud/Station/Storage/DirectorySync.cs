using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Cloud.Station.Storage;

/// <summary>Syncs a folder, so that a file renamed into it is still there after a power cut (fsync(2)).</summary>
internal static partial class DirectorySync
{
    private const int CloseOnExec = 0x80000;

    /// <exception cref="IOException">The folder cannot be opened or synced.</exception>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var handle = Open(folder, CloseOnExec);
        if (handle.IsInvalid || FSync(handle) != 0)
        {
            throw new IOException($"{folder} cannot be synced to disk: {new Win32Exception().Message}");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle handle);
}
