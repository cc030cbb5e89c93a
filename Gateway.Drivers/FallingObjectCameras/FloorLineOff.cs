namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>How a known floor's line lies against the calibration.</summary>
/// <param name="Floor">1 for the ground floor.</param>
/// <param name="Y">Where it was drawn, a fraction of the picture's height.</param>
/// <param name="Pixels">So far below its place, pixels of the delivered picture; above it negative.</param>
public readonly record struct FloorLineOff(int Floor, double Y, double Pixels);
