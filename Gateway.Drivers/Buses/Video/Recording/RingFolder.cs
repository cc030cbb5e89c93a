using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>The folder of one camera's ring: for the gateway's own user alone.</summary>
internal static class RingFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Probe = ".probe";

    /// <summary>One block, so that a full disk is noticed.</summary>
    private const int ProbeBytes = 4096;

    /// <summary>Makes the folder where it is absent and writes into it; null when all is well, else what is wrong and how to put it right.</summary>
    public static Wording? Check(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, Private);
            File.SetUnixFileMode(folder, Private);
            var probe = Path.Combine(folder, Probe);
            using (var file = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(new byte[ProbeBytes]);
            }

            File.Delete(probe);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Wording(
                $"录像无法写入 {folder}（{error.Message}）：请检查磁盘空间和权限",
                $"The recording cannot be written to {folder} ({error.Message}): check the disk's free space and the folder's permissions");
        }
    }

    /// <summary>Free bytes of the folder's disk; a large number where that cannot be told.</summary>
    public static long FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }

    /// <summary>Removes a file; false where that failed, which only costs space until the next attempt.</summary>
    public static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
