namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>The building whose facade is watched.</summary>
/// <param name="Floors">Number of floors above ground, 1..200.</param>
/// <param name="FloorHeight">From one floor to the next, 2..6 m.</param>
public readonly record struct Building(int Floors, double FloorHeight)
{
    /// <summary>Height of the roof above the ground floor's floor, metres.</summary>
    public double Height => Floors * FloorHeight;
}
