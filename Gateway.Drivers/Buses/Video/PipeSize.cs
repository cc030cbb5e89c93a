using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Video;

/// <summary>Widens a pipe, so that a frame crosses in few turns instead of in 64 KiB steps.</summary>
internal static partial class PipeSize
{
    /// <summary>F_SETPIPE_SZ of Linux's <c>fcntl.h</c>.</summary>
    private const int SetPipeSize = 1031;

    private const int OneMebibyte = 1 << 20;

    /// <summary>Asks for 1 MiB; a kernel that refuses leaves the pipe as it was, which is only slower.</summary>
    public static void Widen(SafePipeHandle pipe) => _ = FileControl(pipe, SetPipeSize, OneMebibyte);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int FileControl(SafePipeHandle descriptor, int command, int argument);
}
