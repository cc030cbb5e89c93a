using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>What somebody has entered about a clip, as an installer does about a camera. Immutable.</summary>
/// <param name="Region">Where the facade is; null to find it out.</param>
/// <param name="Ignore">Where things move without falling.</param>
/// <param name="Calibration">From rows to heights; null where nobody knows.</param>
/// <param name="Columns">Columns of windows; 0 where nobody has counted them.</param>
internal sealed record ClipRegion(ImagePolygon? Region, IReadOnlyList<ImagePolygon> Ignore, FacadeCalibration? Calibration, int Columns)
{
    /// <summary>The view of a clip.</summary>
    public FallView Of(FallView whole) => whole with { Region = Region, Ignore = Ignore, Calibration = Calibration, Columns = Columns };
}
