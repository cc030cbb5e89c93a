namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>What a falling-object camera watches. Immutable.</summary>
/// <param name="Region">The part of the picture that shows the facade.</param>
/// <param name="Ignore">Parts in which things move without falling: trees, flags, screens.</param>
/// <param name="Calibration">From rows to heights.</param>
/// <param name="Columns">Columns of windows from the region's left to its right edge, 1..60; 0 where nobody has counted them.</param>
public sealed record Facade(ImagePolygon Region, IReadOnlyList<ImagePolygon> Ignore, FacadeCalibration Calibration, int Columns = 0)
{
    /// <summary>Its section of the hardware file without what does not matter: the same for sections that say the same.</summary>
    public string Canonical { get; init; } = "";

    /// <summary>Whether a point is on the watched facade.</summary>
    public bool Watches(ImagePoint point) => Region.Contains(point) && !Ignore.Any(part => part.Contains(point));

    /// <inheritdoc cref="FacadeColumns.At"/>
    public FacadeColumn? ColumnAt(ImagePoint point, double uncertainty) => FacadeColumns.At(Region, Columns, point, uncertainty);
}
