namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A point of the camera's picture, as fractions of its sides: 0..1 from the upper left.</summary>
public readonly record struct ImagePoint(double X, double Y);
