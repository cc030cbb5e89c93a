using System.Numerics;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Draws number plates, seen from straight ahead in even light. Safe for several threads.</summary>
/// <param name="glyphs">The shapes of the characters.</param>
public sealed class PlateArt(PlateGlyphs glyphs)
{
    /// <summary>Samples per pixel and side against jagged edges.</summary>
    private const int Samples = 2;

    private const float BorderAt = 5;
    private const float BorderWidth = 3;
    private const float Corner = 10;
    private const float Bolt = 6;

    /// <summary>The stroke of a 1, mm: the plates' own has no foot.</summary>
    private const float Stroke = 12;

    private static readonly Vector3 Mud = new(58, 76, 92);
    private static readonly Vector3 Steel = new(150, 152, 150);
    private static readonly Vector3 Cloth = new(70, 66, 64);

    /// <summary>The plate alone, edge to edge.</summary>
    /// <param name="design">What stands on it.</param>
    /// <param name="wear">What time has done to it.</param>
    /// <param name="scale">Pixels per mm.</param>
    /// <exception cref="ArgumentException">It is no plate; see <see cref="PlateDesign.Fault"/>.</exception>
    public BgrImage Draw(PlateDesign design, PlateWear wear, float scale = 1)
    {
        if (design.Fault() is { } fault)
        {
            throw new ArgumentException($"{design.Text}: {fault}.", nameof(design));
        }

        var (width, height) = ((int)MathF.Round(design.Width * scale), (int)MathF.Round(design.Height * scale));
        var image = new BgrImage(new byte[width * height * 3], width, height);
        var (boxes, ink) = (PlateLayout.Of(design), PlateInk.Of(design.Look));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = Vector3.Zero;
                for (var sample = 0; sample < Samples * Samples; sample++)
                {
                    var (sx, sy) = ((sample % Samples) + 0.5f, (sample / Samples) + 0.5f);
                    sum += Colour(design, ink, boxes, (x + (sx / Samples)) / scale, (y + (sy / Samples)) / scale);
                }

                Write(image, x, y, Wear(design, wear, sum / (Samples * Samples), x / scale, y / scale));
            }
        }

        return image;
    }

    private Vector3 Colour(PlateDesign design, PlateInk ink, IReadOnlyList<PlateBox> boxes, float x, float y)
    {
        var ground = ink.GroundAt(design.Look, x, y / design.Height);
        var edge = EdgeDistance(x, y, design.Width, design.Height);
        if (edge is > BorderAt and < BorderAt + BorderWidth)
        {
            return ink.Ink;
        }

        if (IsBolt(design, x, y))
        {
            return Steel;
        }

        foreach (var box in boxes)
        {
            if (x >= box.X && x < box.X + box.Width && y >= box.Y && y < box.Y + box.Height)
            {
                return Vector3.Lerp(ground, ink.InkOf(box.Character), Covered(box, (x - box.X) / box.Width, (y - box.Y) / box.Height));
            }
        }

        return ground;
    }

    private float Covered(PlateBox box, float x, float y)
    {
        if (box.Index < 0)
        {
            return ((x - 0.5f) * (x - 0.5f)) + ((y - 0.5f) * (y - 0.5f)) < 0.25f ? 1 : 0;
        }

        if (box.Character != '1')
        {
            return glyphs[box.Character].At(x, y);
        }

        // A stem in the middle with a flag at its head.
        var half = Stroke / box.Width / 2;
        var flag = y < 0.2f && x < 0.5f && x > 0.5f - half - (0.28f * (1 - (y / 0.2f))) && y < 0.2f - ((0.5f - half - x) * 0.25f);
        return Math.Abs(x - 0.5f) < half || (flag && y > 0.05f * (0.5f - x)) ? 1 : 0;
    }

    private static bool IsBolt(PlateDesign design, float x, float y)
    {
        var fromMiddle = Math.Abs(Math.Abs(x - (design.Width / 2f)) - 100);
        var fromEdge = Math.Abs(Math.Min(y, design.Height - y) - 13);
        return (fromMiddle * fromMiddle) + (fromEdge * fromEdge) < Bolt * Bolt;
    }

    /// <summary>How far inside the rounded outline a place is, mm.</summary>
    private static float EdgeDistance(float x, float y, float width, float height)
    {
        var (dx, dy) = (Math.Min(x, width - x), Math.Min(y, height - y));
        return dx < Corner && dy < Corner
            ? Corner - MathF.Sqrt(((Corner - dx) * (Corner - dx)) + ((Corner - dy) * (Corner - dy)))
            : Math.Min(dx, dy);
    }

    private static Vector3 Wear(PlateDesign design, PlateWear wear, Vector3 colour, float x, float y)
    {
        if (x > design.Width * (1 - wear.Covered))
        {
            return Cloth * (0.7f + (0.5f * PlateNoise.At(x / 14, y / 9, wear.Seed)));
        }

        // Mud gathers in patches and towards the lower edge; a fine grain over all.
        var patch = (0.65f * PlateNoise.At(x / 45, y / 30, wear.Seed)) + (0.35f * PlateNoise.At(x / 9, y / 8, wear.Seed + 1));
        var mud = Math.Clamp((patch + (0.25f * y / design.Height) - 1.05f + (0.95f * wear.Dirt)) * 3, 0, 0.96f);
        var grain = 1 + ((PlateNoise.At(x / 2, y / 2, wear.Seed + 2) - 0.5f) * (0.05f + (0.2f * wear.Dirt)));
        return Vector3.Lerp(colour, Mud, mud) * grain;
    }

    private static void Write(BgrImage image, int x, int y, Vector3 colour)
    {
        var at = ((y * image.Width) + x) * 3;
        var bounded = Vector3.Clamp(colour, Vector3.Zero, new Vector3(255));
        (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = ((byte)bounded.X, (byte)bounded.Y, (byte)bounded.Z);
    }
}
