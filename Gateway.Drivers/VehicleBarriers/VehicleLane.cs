using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>The lane that a barrier closes, as far as deciding by number plate needs to know it.</summary>
/// <param name="Direction">Which way vehicles pass.</param>
/// <param name="Opposite">The barrier that faces this one, whose camera sees the same vehicles; null for none.</param>
/// <param name="Region">Where vehicles of this lane are in the camera's picture; null for all of it.</param>
/// <param name="HasApproach">A loop before the arm tells whether a vehicle stands there: without one nothing is decided.</param>
public sealed record VehicleLane(LaneDirection Direction, DeviceId? Opposite, FrameRegion? Region, bool HasApproach)
{
    /// <summary>
    /// How far down the picture the lower edge of a plate is, at the least, while its vehicle stands on the loop before the arm: a fraction of
    /// the picture's height, 0 to 1; null where nobody has measured it. A plate further up opens nothing.
    /// </summary>
    public double? PlateAtLoop { get; init; }
}
