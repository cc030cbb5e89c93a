namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A height on the facade.</summary>
/// <param name="Metres">Above the ground floor's floor; below it negative.</param>
/// <param name="Uncertainty">One standard deviation, metres.</param>
public readonly record struct FacadeHeight(double Metres, double Uncertainty);
