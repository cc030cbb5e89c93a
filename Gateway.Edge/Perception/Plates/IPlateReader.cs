using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates;

/// <summary>Finds and reads the plates in single pictures. One per camera; not thread-safe.</summary>
internal interface IPlateReader
{
    /// <summary>The plates in a picture, the most certain first; empty when there is none. The image is not kept.</summary>
    /// <param name="picture">A whole picture.</param>
    /// <param name="region">Only plates whose centre lies in it, in pixels; null for the whole picture.</param>
    IReadOnlyList<PlateReading> Read(BgrImage picture, PixelBox? region);
}
