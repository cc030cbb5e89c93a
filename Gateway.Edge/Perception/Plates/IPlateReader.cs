using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates;

/// <summary>Finds and reads the plates in single pictures. One per camera; not thread-safe.</summary>
internal interface IPlateReader
{
    /// <summary>The plates in a picture, the most certain first; empty when there is none. The image is not kept.</summary>
    /// <param name="picture">A whole picture.</param>
    /// <param name="region">Only plates whose centre lies in it, in pixels; null for the whole picture.</param>
    /// <param name="effort">Whether a picture without a certain plate is searched further, and an uncertain plate looked at again.</param>
    IReadOnlyList<PlateReading> Read(BgrImage picture, PixelBox? region, PlateEffort effort = PlateEffort.Thorough);

    /// <summary>As a quick <see cref="Read"/> that looks at a part alone, no less closely: the smaller the part, the faster.</summary>
    /// <param name="picture">A whole picture.</param>
    /// <param name="region">As for <see cref="Read"/>.</param>
    /// <param name="part">Where something moved, in pixels of the picture; what stands beside it may be found as well.</param>
    IReadOnlyList<PlateReading> Spot(BgrImage picture, PixelBox? region, PixelBox part);

    /// <summary>
    /// Reads one plate near where it was a frame ago, without searching the picture: much faster than <see cref="Read"/>, for video. Null
    /// when nothing like a plate is there any more. A reading without a number means that something is there that cannot be read.
    /// </summary>
    /// <param name="picture">A whole picture.</param>
    /// <param name="box">Where the plate was, in pixels of the picture; the plate is looked for in it and around it.</param>
    /// <param name="effort">Whether an uncertain plate is looked at again.</param>
    PlateReading? ReadAt(BgrImage picture, PixelBox box, PlateEffort effort = PlateEffort.Thorough);
}
