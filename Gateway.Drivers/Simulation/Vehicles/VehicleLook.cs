using System.Numerics;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>A vehicle's outside. Immutable.</summary>
/// <param name="Plate">Its plate; null for none.</param>
/// <param name="Wear">Of the plate.</param>
/// <param name="Body">Its shape.</param>
/// <param name="Paint">Blue, green, red, 0..255.</param>
public sealed record VehicleLook(PlateDesign? Plate, PlateWear Wear, VehicleBody Body, Vector3 Paint)
{
    private static readonly Vector3[] Paints =
    [
        new(228, 230, 230), new(36, 34, 34), new(168, 170, 170), new(110, 112, 116), new(120, 70, 30), new(40, 36, 130), new(70, 90, 110),
    ];

    /// <summary>Height of the middle of the plate over the road, metres.</summary>
    /// <param name="rear">Seen from behind.</param>
    public float PlateHeight(bool rear) => VehicleShape.Of(Body, rear).PlateHeight;

    /// <summary>The same plate always comes on the same vehicle.</summary>
    public static VehicleLook Of(PlateDesign? plate, PlateWear? wear = null)
    {
        var seed = (plate?.Text ?? "").Aggregate(17, static (sum, character) => unchecked((sum * 31) + character)) & int.MaxValue;
        var body = plate?.Look is PlateLook.Yellow or PlateLook.YellowTwoRows or PlateLook.YellowGreen
            ? VehicleBody.Lorry
            : seed % 4 == 0 ? VehicleBody.Van : VehicleBody.Car;
        return new VehicleLook(plate, wear ?? new PlateWear(seed % 1000), body, Paints[seed / 7 % Paints.Length]);
    }
}
