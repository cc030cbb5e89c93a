using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Cuts clips with FFmpeg, so many at a time over all cameras.</summary>
internal static class ClipCutter
{
    /// <summary>Cuts at once over all cameras: the disk and the cores are the gateway's, not a camera's.</summary>
    private const int AtOnce = 2;

    /// <summary>Copying ten minutes of video takes seconds even from an SD card.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly SemaphoreSlim Turns = new(AtOnce);

    /// <summary>Cuts and returns the size of the file; where that fails no file is left.</summary>
    /// <exception cref="DeviceFaultException">FFmpeg is missing or failed, or the file cannot be written.</exception>
    public static async Task<long> CutAsync(ClipCommand command, string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            return await ClipProcess.RunAsync(command.Program, command.Arguments, command.Playlist(), path, Limit, clock, cancellationToken);
        }
        finally
        {
            Turns.Release();
        }
    }
}
