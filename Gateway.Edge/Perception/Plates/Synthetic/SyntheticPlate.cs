using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>A synthetic picture and what is true about it. Immutable.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Plate">The number on it.</param>
/// <param name="Make">How the plate is made.</param>
/// <param name="Condition">What makes it hard.</param>
/// <param name="Quad">Where the plate is.</param>
internal sealed record SyntheticPlate(BgrImage Image, string Plate, PlateMake Make, PlateCondition Condition, PictureQuad Quad);
