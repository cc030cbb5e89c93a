namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>The outline of a vehicle from the end that is seen, metres. Depth counts from that end.</summary>
/// <param name="Width">From side to side.</param>
/// <param name="Length">From end to end.</param>
/// <param name="Sill">Lower edge of the body.</param>
/// <param name="Nose">Upper edge of the end's face.</param>
/// <param name="Shelf">Depth and height at which the glass begins.</param>
/// <param name="Roof">Depth and height at which the roof begins.</param>
/// <param name="RoofEnd">Depth at which it ends.</param>
/// <param name="PlateHeight">Of the middle of the plate.</param>
internal sealed record VehicleShape(
    float Width, float Length, float Sill, float Nose, (float Depth, float Height) Shelf, (float Depth, float Height) Roof, float RoofEnd, float PlateHeight)
{
    /// <param name="body">Which.</param>
    /// <param name="rear">Seen from behind.</param>
    public static VehicleShape Of(VehicleBody body, bool rear) => (body, rear) switch
    {
        (VehicleBody.Car, false) => new(1.8f, 4.6f, 0.22f, 0.76f, (1.0f, 0.96f), (1.75f, 1.43f), 3.3f, 0.46f),
        (VehicleBody.Car, true) => new(1.8f, 4.6f, 0.24f, 0.92f, (0.45f, 0.98f), (1.15f, 1.42f), 2.7f, 0.68f),
        (VehicleBody.Van, false) => new(1.85f, 4.7f, 0.26f, 0.95f, (0.7f, 1.12f), (1.3f, 1.78f), 4.5f, 0.56f),
        (VehicleBody.Van, true) => new(1.85f, 4.7f, 0.28f, 1.02f, (0.03f, 1.05f), (0.3f, 1.76f), 3.4f, 0.8f),
        (_, false) => new(2.2f, 6.5f, 0.4f, 1.3f, (0.05f, 1.34f), (0.3f, 2.25f), 1.7f, 0.66f),
        _ => new(2.2f, 6.5f, 0.55f, 2.3f, (0.02f, 2.31f), (0.04f, 2.35f), 4.9f, 0.75f),
    };
}
