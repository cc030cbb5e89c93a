using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>What a detector is told about the pictures that it gets.</summary>
/// <param name="Width">Pixels in a row, 160..3840.</param>
/// <param name="Height">Rows, 120..2160.</param>
/// <param name="Region">Where the facade is; null to find it from what moves and what does not.</param>
/// <param name="Ignore">Where things move without falling.</param>
/// <param name="Calibration">From rows to heights; null where it is not known: then no floor is told and g is tested by its bounds alone.</param>
/// <param name="Columns">Columns of windows from the region's left to its right edge; 0 where nobody has counted them.</param>
internal sealed record FallView(
    int Width,
    int Height,
    ImagePolygon? Region = null,
    IReadOnlyList<ImagePolygon>? Ignore = null,
    FacadeCalibration? Calibration = null,
    int Columns = 0);
