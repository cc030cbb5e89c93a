namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>What a falling-object camera watches. Immutable.</summary>
/// <param name="Region">The part of the picture that shows the facade.</param>
/// <param name="Ignore">Parts in which things move without falling: trees, flags, screens.</param>
/// <param name="Calibration">From rows to heights.</param>
public sealed record Facade(ImagePolygon Region, IReadOnlyList<ImagePolygon> Ignore, FacadeCalibration Calibration)
{
    /// <summary>Whether a point is on the watched facade.</summary>
    public bool Watches(ImagePoint point) => Region.Contains(point) && !Ignore.Any(part => part.Contains(point));
}
