using System.Text.Json;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>
/// Where the other floors are, by the few that somebody has drawn already. Three lines determine the projection; what is filled in is to be
/// looked at and put right by hand: it adds no knowledge.
/// </summary>
internal static class FloorLineFill
{
    private const int LeastLines = 3;

    /// <summary>The line of every floor in the picture, the roof's included; empty where the lines do not say.</summary>
    public static IReadOnlyList<FloorLine> Of(IReadOnlyList<FloorLine> lines, Building building)
    {
        var sorted = lines.OrderBy(line => line.Floor).ToList();
        if (sorted.Count < LeastLines || sorted.Zip(sorted.Skip(1)).Any(pair => pair.First.Floor == pair.Second.Floor || pair.First.Y <= pair.Second.Y))
        {
            return [];
        }

        var (p, q, r, _) = FloorLineFit.Solve(sorted, building.FloorHeight);
        if (!double.IsFinite(p + q + r) || 1 + r <= 1e-6 || q - (p * r) >= 0)
        {
            return [];
        }

        return [.. Enumerable.Range(1, building.Floors + 1).Select(floor => new FloorLine(floor, RowOf((floor - 1) * building.FloorHeight))).Where(line => line.Y is >= 0 and <= 1)];

        double RowOf(double metres) => (p - metres) / ((r * metres) - q);
    }

    /// <summary>The same for a section that may hold anything.</summary>
    public static IReadOnlyList<FloorLine> Of(JsonValue section)
    {
        var floors = Number(section, "floors");
        if (floors is not (>= 1 and <= 200) || section.Members.FirstOrDefault(member => member.Name == "floorLines").Value is not { Type: JsonTokenType.StartArray } array)
        {
            return [];
        }

        List<FloorLine> lines = [];
        foreach (var item in array.Items)
        {
            if (Number(item, "floor") is >= 1 and <= 201 and var floor && Number(item, "y") is >= 0 and <= 1 and var y)
            {
                lines.Add(new FloorLine((int)floor, y));
            }
        }

        return Of(lines, new Building((int)floors, Number(section, "floorHeight") is >= 2 and <= 6 and var height ? height : 3));
    }

    private static double? Number(JsonValue section, string name) =>
        section.Members.FirstOrDefault(member => member.Name == name).Value is { Type: JsonTokenType.Number } value ? value.Number : null;
}
