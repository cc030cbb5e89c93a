namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>How good a calibration is, in words that an installer can check against the picture.</summary>
/// <param name="Floors">Where every floor in the picture is by the calibration, the roof as the floor above the highest.</param>
/// <param name="Lines">The known floors, each with how far below its place it was drawn; empty for a calibration by placement.</param>
/// <param name="LineError">Root mean square of what the known floors are off, pixels of the delivered picture; null without any.</param>
/// <param name="Places">How sure a floor is at the region's top, middle and bottom, in this order.</param>
public sealed record FacadeFit(IReadOnlyList<FloorLine> Floors, IReadOnlyList<FloorLineOff> Lines, double? LineError, IReadOnlyList<FacadeFitPlace> Places)
{
    /// <param name="facade">What is watched.</param>
    /// <param name="rows">Of the delivered picture.</param>
    public static FacadeFit Of(Facade facade, int rows)
    {
        ArgumentNullException.ThrowIfNull(facade);
        var calibration = facade.Calibration;
        var building = calibration.Building;
        var (top, bottom) = (facade.Region.Corners.Min(corner => corner.Y), facade.Region.Corners.Max(corner => corner.Y));
        return new FacadeFit(
            [.. Enumerable.Range(1, building.Floors + 1)
                .Select(floor => new FloorLine(floor, calibration.RowOf((floor - 1) * building.FloorHeight)))
                .Where(line => line.Y is >= 0 and <= 1)],
            [.. calibration.Lines.Select(line => new FloorLineOff(line.Floor, line.Y, calibration.OffOf(line) * rows))],
            calibration.Lines.Count == 0 ? null : calibration.LineError * rows,
            [.. new[] { top, (top + bottom) / 2, bottom }.Select(y => new FacadeFitPlace(
                y, calibration.HeightAt(y), calibration.FloorAt(y), calibration.HeightAt(y).Uncertainty / building.FloorHeight))]);
    }
}
