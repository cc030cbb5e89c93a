namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>How sure a height is in a row.</summary>
/// <param name="Y">The row, a fraction of the picture's height.</param>
/// <param name="Height">What is seen there.</param>
/// <param name="Floor">The floor that is seen there.</param>
/// <param name="Floors">One standard deviation in floors.</param>
public readonly record struct FacadeFitPlace(double Y, FacadeHeight Height, FacadeFloor Floor, double Floors);
