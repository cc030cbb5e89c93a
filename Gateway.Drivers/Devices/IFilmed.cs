using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Devices;

/// <summary>A device with a camera, whose picture a patrol judges.</summary>
public interface IFilmed
{
    /// <summary>Where to look without disturbing who reads the camera.</summary>
    IFrameTap Tap { get; }
}
