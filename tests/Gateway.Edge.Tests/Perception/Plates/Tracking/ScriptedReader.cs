using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

/// <summary>A reader that sees what the test says is there.</summary>
internal sealed class ScriptedReader : IPlateReader
{
    /// <summary>What stands before the camera now.</summary>
    public IReadOnlyList<PlateReading> Shows { get; set; } = [];

    /// <summary>Searches so far.</summary>
    public List<PlateEffort> Searches { get; } = [];

    /// <summary>Looks so far.</summary>
    public int Looks { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<PlateReading> Read(BgrImage picture, PixelBox? region, PlateEffort effort = PlateEffort.Thorough)
    {
        Searches.Add(effort);
        Looks++;
        return region is not { } within
            ? Shows
            : [.. Shows.Where(plate => plate.Box.CentreX >= within.X && plate.Box.CentreX <= within.Right && plate.Box.CentreY >= within.Y && plate.Box.CentreY <= within.Bottom)];
    }

    /// <summary>Parts that were searched on their own so far.</summary>
    public List<PixelBox> Parts { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<PlateReading> Spot(BgrImage picture, PixelBox? region, PixelBox part)
    {
        Parts.Add(part);
        return Read(picture, part, PlateEffort.Quick);
    }

    /// <inheritdoc/>
    public PlateReading? ReadAt(BgrImage picture, PixelBox box, PlateEffort effort = PlateEffort.Thorough)
    {
        Looks++;
        return Shows.Where(plate => Math.Abs(plate.Box.CentreX - box.CentreX) < box.Width && Math.Abs(plate.Box.CentreY - box.CentreY) < box.Width)
            .MinBy(plate => Math.Abs(plate.Box.CentreX - box.CentreX));
    }
}
