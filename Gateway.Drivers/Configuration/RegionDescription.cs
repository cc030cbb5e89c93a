namespace Gateway.Drivers.Configuration;

/// <summary>A rectangle in fractions of the picture, 0..1, origin top left.</summary>
public sealed record RegionDescription(double X, double Y, double Width, double Height)
{
    /// <summary>The whole picture.</summary>
    public static RegionDescription Whole { get; } = new(0, 0, 1, 1);
}
