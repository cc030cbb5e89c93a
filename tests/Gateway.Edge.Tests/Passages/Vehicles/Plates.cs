using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>Sightings as a watcher makes them.</summary>
internal static class Plates
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    public static PlateNumber Number(string text) => PlateNumber.TryParse(text, out var number) ? number : throw new ArgumentException($"{text} is no plate.", nameof(text));

    public static PlateSighting Sighting(
        long track,
        string? plate,
        float bottom = 500,
        VehicleHeading heading = VehicleHeading.Approaching,
        bool certain = true,
        bool flat = false,
        DateTimeOffset? firstAt = null,
        byte[]? picture = null) => new(
            track,
            new PlateReading(
                Box(bottom), plate is null ? null : Number(plate), PlateColour.Blue, TwoRows: false, plate is null ? 0.2f : 0.97f, []),
            certain && plate is not null,
            heading,
            Frames: 4,
            firstAt ?? Start,
            firstAt ?? Start,
            flat,
            picture ?? [0xFF, 0xD8, (byte)track],
            DecisionMilliseconds: 20);

    public static PixelBox Box(float bottom) => new(600, bottom - 30, 100, 30);
}
