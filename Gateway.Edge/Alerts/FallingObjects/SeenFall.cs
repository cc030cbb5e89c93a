using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A fall as a camera's loop hands it on.</summary>
/// <param name="Camera">Who saw it.</param>
/// <param name="View">What the detector was told about the pictures.</param>
/// <param name="Fall">What was seen.</param>
/// <param name="Began">Wall time.</param>
/// <param name="Ended">Wall time.</param>
/// <param name="Frame">A frame of it; null where there is none.</param>
internal sealed record SeenFall(IFallingObjectCamera Camera, FallView View, Fall Fall, DateTimeOffset Began, DateTimeOffset Ended, StillFrame? Frame)
{
    /// <summary>Names the fallen thing.</summary>
    public Guid Id { get; } = Guid.CreateVersion7(Began);

    /// <summary>Keeps the video of it; null where nothing was pinned.</summary>
    public ClipPin? Pin { get; init; }
}
