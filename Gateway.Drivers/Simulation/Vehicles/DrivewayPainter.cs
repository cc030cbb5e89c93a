using System.Numerics;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>Paints the empty lane before a barrier: road, kerbs, stop line, hedge and wall.</summary>
public static class DrivewayPainter
{
    private static readonly Vector3 Sky = new(222, 214, 200);
    private static readonly Vector3 Wall = new(150, 165, 172);
    private static readonly Vector3 Hedge = new(52, 92, 60);
    private static readonly Vector3 Road = new(98, 98, 98);
    private static readonly Vector3 Kerb = new(150, 152, 152);
    private static readonly Vector3 Line = new(205, 208, 208);

    /// <param name="target">As large as the camera's picture.</param>
    /// <param name="camera">Where it stands.</param>
    /// <param name="stopAt">Where the stop line is, metres along the lane.</param>
    /// <param name="seed">Decides stains and leaves.</param>
    public static void Paint(PaintTarget target, LaneCamera camera, float stopAt, int seed)
    {
        const float Far = 32;
        PolygonPaint.Fill(target, [new(0, 0), new(target.Width, 0), new(target.Width, target.Height), new(0, target.Height)], Sky, Sky);
        Face(target, camera, Wall, [new(-20, 0, Far), new(-20, 2.6f, Far), new(20, 2.6f, Far), new(20, 0, Far)]);
        Face(target, camera, Hedge, [new(-14, 0, Far - 1), new(-14, 1.6f, Far - 1), new(14, 1.6f, Far - 1), new(14, 0, Far - 1)]);
        Face(target, camera, Road, [new(-20, 0, Far - 1), new(20, 0, Far - 1), new(20, 0, -2), new(-20, 0, -2)]);
        Face(target, camera, Hedge * 0.9f, [new(-3.4f, 0, Far - 1), new(-3.4f, 1.1f, Far - 1), new(-3.4f, 1.1f, 1), new(-3.4f, 0, 1)]);
        Face(target, camera, Kerb, [new(-2.4f, 0.02f, Far - 1), new(-2.1f, 0.02f, Far - 1), new(-2.1f, 0.02f, 0), new(-2.4f, 0.02f, 0)]);
        Face(target, camera, Kerb, [new(1.7f, 0.02f, Far - 1), new(2f, 0.02f, Far - 1), new(2f, 0.02f, 0), new(1.7f, 0.02f, 0)]);
        Face(target, camera, Line, [new(-1.9f, 0, stopAt), new(1.5f, 0, stopAt), new(1.5f, 0, stopAt - 0.3f), new(-1.9f, 0, stopAt - 0.3f)]);
        Roughen(target, seed);
    }

    private static void Face(PaintTarget target, LaneCamera camera, Vector3 colour, ReadOnlySpan<Vector3> face)
    {
        var corners = camera.Project(face);
        if (corners.Length >= 3)
        {
            PolygonPaint.Fill(target, corners, colour, colour * 0.92f);
        }
    }

    /// <summary>Nothing outdoors is of one colour.</summary>
    private static void Roughen(PaintTarget target, int seed)
    {
        for (var y = 0; y < target.Height; y++)
        {
            for (var x = 0; x < target.Width; x++)
            {
                var stain = 0.86f + (0.16f * PlateNoise.At(x / 37f, y / 11f, seed)) + (0.1f * PlateNoise.Knot(x, y, seed));
                var at = ((y * target.Width) + x) * 3;
                for (var channel = 0; channel < 3; channel++)
                {
                    target.Pixels[at + channel] = (byte)Math.Clamp(target.Pixels[at + channel] * stain, SensorNoise.Darkest, SensorNoise.Brightest);
                }
            }
        }
    }
}
