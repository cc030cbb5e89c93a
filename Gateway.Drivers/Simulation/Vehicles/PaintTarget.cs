using System.Numerics;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>A picture being painted in colour.</summary>
/// <param name="pixels">Width x height blue, green, red triples.</param>
/// <param name="width">Pixels in a row.</param>
/// <param name="height">Rows.</param>
public readonly ref struct PaintTarget(Span<byte> pixels, int width, int height)
{
    public Span<byte> Pixels { get; } = pixels[..(width * height * 3)];

    public int Width => width;

    public int Height => height;

    /// <summary>The whole of a picture.</summary>
    public static PaintTarget Of(BgrImage image) => new(image.Pixels, image.Width, image.Height);

    /// <summary>Mixes a colour in.</summary>
    /// <param name="x">Inside the picture.</param>
    /// <param name="y">Inside the picture.</param>
    /// <param name="colour">0..255.</param>
    /// <param name="share">Of the new colour, 0..1.</param>
    public void Blend(int x, int y, Vector3 colour, float share)
    {
        var at = ((y * Width) + x) * 3;
        Pixels[at] = Mixed(Pixels[at], colour.X, share);
        Pixels[at + 1] = Mixed(Pixels[at + 1], colour.Y, share);
        Pixels[at + 2] = Mixed(Pixels[at + 2], colour.Z, share);
    }

    private static byte Mixed(byte old, float value, float share) => (byte)Math.Clamp(old + ((value - old) * share), 0, 255);
}
