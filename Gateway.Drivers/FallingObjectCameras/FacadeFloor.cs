namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A floor of the facade.</summary>
/// <param name="Floor">1 for the ground floor, up to the number of floors.</param>
/// <param name="Lowest">The lowest floor that it may be as well, at two standard deviations.</param>
/// <param name="Highest">The highest floor that it may be as well, at two standard deviations.</param>
public readonly record struct FacadeFloor(int Floor, int Lowest, int Highest);
