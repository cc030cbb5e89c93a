namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A column of windows.</summary>
/// <param name="Column">1 for the leftmost.</param>
/// <param name="Leftmost">The leftmost column that it may be as well, at two standard deviations.</param>
/// <param name="Rightmost">The rightmost column that it may be as well, at two standard deviations.</param>
public readonly record struct FacadeColumn(int Column, int Leftmost, int Rightmost);
