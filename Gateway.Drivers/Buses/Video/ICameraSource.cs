using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Buses.Video;

/// <summary>A camera as its device sees it, whatever its frames are like: real or in software.</summary>
internal interface ICameraSource
{
    /// <summary>Clips of the camera's recent past.</summary>
    IClipSource Clips { get; }

    /// <summary>Whether the picture is sound.</summary>
    PictureWatch Pictures { get; }

    /// <summary>Keeps the camera read until cancelled and reports each change of its state.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing runs any more by then.</exception>
    Task RunAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken);
}
