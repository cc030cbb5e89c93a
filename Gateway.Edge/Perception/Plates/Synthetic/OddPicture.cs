using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>A picture of an odd case and what may come of it. Immutable.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Case">What it shows.</param>
/// <param name="Legible">The numbers that can be read in it; every other one is a guess.</param>
/// <param name="Held">What can be read is no plate on a vehicle: several frames must tell that it is flat.</param>
internal sealed record OddPicture(BgrImage Image, OddCase Case, IReadOnlyList<string> Legible, bool Held);
