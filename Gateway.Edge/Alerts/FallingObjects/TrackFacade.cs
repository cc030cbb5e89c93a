using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>What a camera watched when something fell.</summary>
/// <param name="Region">Corners of the facade, fractions of the picture; null where it was found by itself.</param>
/// <param name="Ignore">Corners of what was left out.</param>
/// <param name="Floors">Of the building.</param>
/// <param name="FloorHeight">Metres.</param>
/// <param name="Columns">Columns of windows; 0 where nobody has counted them.</param>
/// <param name="FloorRows">The row at which each floor's slab is seen, from the ground floor to the roof, as fractions of the picture's height.</param>
internal sealed record TrackFacade(
    IReadOnlyList<ImagePoint>? Region, IReadOnlyList<IReadOnlyList<ImagePoint>> Ignore, int Floors, double FloorHeight, int Columns, IReadOnlyList<double> FloorRows)
{
    public static TrackFacade Of(FallView view, Facade facade)
    {
        var building = facade.Calibration.Building;
        return new(
            view.Region?.Corners,
            [.. (view.Ignore ?? []).Select(part => part.Corners)],
            building.Floors,
            building.FloorHeight,
            view.Columns,
            [.. Enumerable.Range(0, building.Floors + 1).Select(floor => facade.Calibration.RowOf(floor * building.FloorHeight))]);
    }
}
