namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>How a camera stands before a facade.</summary>
/// <param name="Tilt">The picture's centre looks up by so much, -30..85 degrees.</param>
/// <param name="Height">The lens above the ground floor's floor, -20..200 m.</param>
/// <param name="Distance">From the lens to the facade, level, 1..300 m.</param>
/// <param name="FocalLength">In heights of the delivered picture: focal length in pixels / rows.</param>
public readonly record struct CameraPlacement(double Tilt, double Height, double Distance, double FocalLength)
{
    /// <summary>The focal length of a camera that sees <paramref name="degrees"/> from the upper to the lower edge of its delivered picture.</summary>
    public static double FocalLengthOf(double degrees) => 0.5 / Math.Tan(degrees / 2 * Math.PI / 180);
}
