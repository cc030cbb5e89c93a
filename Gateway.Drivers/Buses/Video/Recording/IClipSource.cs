using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Cuts clips out of a camera's recent past. Safe for several threads.</summary>
public interface IClipSource
{
    /// <summary>Why this camera has no recording, for people; null where it has one.</summary>
    Wording? Absent { get; }

    /// <summary>
    /// Keeps the video of this time from being removed, what is there already as well as what is yet to come. Touches no disk and returns
    /// at once. Dispose of the pin when done; one that is forgotten ends by itself ten minutes after its time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A side of the span is negative or longer than <see cref="ClipSpan.Limit"/>.</exception>
    ClipPin Pin(ClipSpan span);

    /// <summary>Waits until the pinned time has passed and is on disk, then copies it into an MP4 file at <paramref name="path"/>.</summary>
    /// <param name="pin">Of this source.</param>
    /// <param name="path">A file to be made, in a folder that exists; replaced where there is one. Nothing is left there after a failure.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">No video of that time, no recording at all, or the file cannot be written.</exception>
    Task<Clip> CutAsync(ClipPin pin, string path, CancellationToken cancellationToken);
}
