using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Devices;

/// <summary>A device that may have a camera, whose picture a patrol judges.</summary>
public interface IFilmed
{
    /// <summary>Where to look without disturbing who reads the camera; null without a camera.</summary>
    IFrameTap? Tap { get; }
}
