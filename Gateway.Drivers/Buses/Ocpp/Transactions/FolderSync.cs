using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>Makes a rename in a folder survive a power cut. The framework cannot open a folder, so this asks the C library.</summary>
internal static partial class FolderSync
{
    // From Linux's asm-generic/fcntl.h; O_DIRECTORY differs on arm64.
    private const int CloseOnExec = 0x80000;
    private static readonly int s_directoryOnly = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;

    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string folder)
    {
        var descriptor = Open(folder, CloseOnExec | s_directoryOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to flush it: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
