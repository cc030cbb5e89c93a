using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>What is true about a vehicle in one frame.</summary>
/// <param name="Distance">Of its plate's end from the camera along the lane, metres.</param>
/// <param name="Plate">Where its plate is in the picture, in part perhaps beyond it; null where it has none, or it is beside or behind the camera.</param>
public sealed record VehicleTruth(double Distance, PictureQuad? Plate);
