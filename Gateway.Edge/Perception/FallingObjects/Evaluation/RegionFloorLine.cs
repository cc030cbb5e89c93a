using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A known floor in <c>regions.json</c>.</summary>
internal sealed class RegionFloorLine
{
    /// <summary>1 for the ground floor, up to one above the highest for the roof.</summary>
    [JsonRequired]
    public int Floor { get; init; }

    /// <summary>Row of its slab, a fraction of the picture's height.</summary>
    [JsonRequired]
    public double Y { get; init; }

    /// <summary>The floor line.</summary>
    /// <exception cref="JsonException">A number is out of its bounds.</exception>
    public FloorLine Checked(Building building) => Floor >= 1 && Floor <= building.Floors + 1 && Y is >= 0 and <= 1
        ? new FloorLine(Floor, Y)
        : throw new JsonException($"a floor line has floor 1..{building.Floors + 1} and y 0..1");
}
