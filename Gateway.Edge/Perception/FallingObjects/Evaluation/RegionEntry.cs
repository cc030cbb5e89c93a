using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A clip's member of <c>regions.json</c> as it stands in the file; checked while it is read, so that a fault is told with its line.</summary>
internal sealed class RegionEntry : IJsonOnDeserialized
{
    /// <summary>Corners [x, y] of the facade, fractions of the picture's sides.</summary>
    public double[][]? Region { get; init; }

    /// <summary>Polygons in which things move without falling.</summary>
    public double[][][]? Ignore { get; init; }

    /// <summary>Number of floors, 1..200; goes with <see cref="Placement"/> or <see cref="FloorLines"/>.</summary>
    public int? Floors { get; init; }

    /// <summary>From one floor to the next, 2..6 m. Default 3.</summary>
    public double FloorHeight { get; init; } = 3;

    /// <summary>Columns of windows, 0..200.</summary>
    public int Columns { get; init; }

    /// <summary>How the camera stands.</summary>
    public RegionPlacement? Placement { get; init; }

    /// <summary>At least four floors whose slabs are known.</summary>
    public RegionFloorLine?[]? FloorLines { get; init; }

    /// <summary>What it means; null until the entry has been read to its end.</summary>
    [JsonIgnore]
    public ClipRegion? Meaning { get; private set; }

    /// <inheritdoc/>
    public void OnDeserialized()
    {
        if (Columns is < 0 or > 200)
        {
            throw new JsonException("columns must be from 0 to 200");
        }

        Meaning = new ClipRegion(
            Region is null ? null : Polygon("region", Region), [.. (Ignore ?? []).Select(part => Polygon("ignore", part))], Calibration(), Columns);
    }

    /// <summary>The serializer lets null through as an element of an array.</summary>
    private static ImagePolygon Polygon(string name, double[]?[]? corners)
    {
        if (corners is null)
        {
            throw new JsonException($"{name} must not hold null");
        }

        foreach (var corner in corners)
        {
            if (corner is not { Length: 2 } || corner.Any(value => value is not (>= 0 and <= 1)))
            {
                throw new JsonException($"each corner of {name} is [x, y] with fractions from 0 to 1, found [{string.Join(", ", corner ?? [])}]");
            }
        }

        try
        {
            return new ImagePolygon([.. corners.Select(corner => new ImagePoint(corner![0], corner[1]))]);
        }
        catch (ArgumentException error)
        {
            throw new JsonException($"{name} needs at least three corners that do not lie on one line", error);
        }
    }

    private FacadeCalibration? Calibration()
    {
        if (Placement is null && FloorLines is null)
        {
            return Floors is null ? null : throw new JsonException("floors need placement or floorLines as well");
        }

        if (Placement is not null && FloorLines is not null)
        {
            throw new JsonException("give either placement or floorLines, and not both");
        }

        if (Floors is not (>= 1 and <= 200) || FloorHeight is not (>= 2 and <= 6))
        {
            throw new JsonException("floors must be given from 1 to 200, and floorHeight from 2 to 6 m");
        }

        try
        {
            var building = new Building(Floors.Value, FloorHeight);
            return Placement is { } placement
                ? FacadeCalibration.FromPlacement(placement.Checked(), building)
                : FacadeCalibration.FromFloorLines([.. FloorLines!.Select(line => line?.Checked(building) ?? throw new JsonException("floorLines must not hold null"))], building);
        }
        catch (CalibrationException error)
        {
            throw new JsonException(error.Words.En, error);
        }
    }
}
