namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>Where the floor of a storey, its slab, is seen.</summary>
/// <param name="Floor">1 for the ground floor.</param>
/// <param name="Y">Row as a fraction of the picture's height: 0 at the upper edge.</param>
public readonly record struct FloorLine(int Floor, double Y);
